import type { Range } from '../prose.ts';
import type { NamedPlace, PlaceIndex, PlaceToken } from './index.ts';
import { isJoint } from './words.ts';

/** What stands around a doubtful name and speaks for the place it seems to be. */
export interface Around {
  /** Its county right before it, or its township right behind it. */
  readonly attached: boolean;
  /** In a list beside a neighbour; `flanked`: between two. */
  readonly beside: boolean;
  readonly flanked: boolean;
  /** Its county or a neighbour in the same sentence. */
  readonly named: boolean;
}

/** Names of one kind that belong together: cities, counties, townships of one county. */
function kin(a: NamedPlace, b: NamedPlace): boolean {
  if (a.place.level !== b.place.level) return false;
  return a.place.level !== 'township' || [...a.counties].some((id) => b.counties.has(id));
}

const POSSESSIVE = /^(?:的|境内的?|下辖的|所辖的)?$/u;

/** Reads what stands around a range of a sentence in which the known names are found. */
export function aroundOf(
  index: PlaceIndex,
  text: string,
  tokens: readonly PlaceToken[],
): (range: Range, name: NamedPlace) => Around {
  const own = (name: NamedPlace) =>
    index.names.filter(
      ({ place, counties }) => place.level === 'county' && [...counties].some((id) => name.counties.has(id)),
    );
  return ({ start, end }, name) => {
    const related = (token: PlaceToken) => token.names.some((other) => kin(other, name));
    const before = tokens.some((t) => t.end <= start && isJoint(text.slice(t.end, start).slice(0, 3)) && related(t));
    const behind = tokens.some((t) => t.start >= end && isJoint(text.slice(end, t.start).slice(0, 3)) && related(t));
    const township = name.place.level === 'township';
    const attached = township
      ? tokens.some(
          (t) =>
            t.end <= start &&
            start - t.end < 5 &&
            POSSESSIVE.test(text.slice(t.end, start)) &&
            t.names.some(({ place }) => place.level === 'county' && name.counties.has(place.id)),
        ) || own(name).some(({ stem }) => text.slice(start - stem.length, start) === stem)
      : name.place.level === 'county' &&
        tokens.some((t) => t.start === end && t.names.some((o) => o.place.level === 'township' && kinOf(o, name)));
    const named =
      own(name).some(({ stem }) => township && text.includes(stem)) ||
      tokens.some((t) => t.start !== start && related(t));
    return { attached, beside: before || behind, flanked: before && behind, named };
  };
}

const kinOf = (township: NamedPlace, county: NamedPlace) => township.counties.has(county.place.id);
