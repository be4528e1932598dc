import type { Programme } from '#domain/programme/programme.ts';
import type { Site } from '#domain/programme/site.ts';
import { matchesIn } from '../../text/glance.ts';
import type { Range } from '../prose.ts';
import { type NamedPlace, type PlaceIndex, splitName } from './index.ts';
import { anyOf, midWord } from './words.ts';

/** A place named in a text, in full or, of a city, county or region, without its ending. */
export interface PlaceMention extends Range {
  readonly level: 'city' | 'county' | 'township' | 'region';
  /** All places of that level with that name: two counties may have a township of one name. */
  readonly names: readonly NamedPlace[];
  /** Whether the ending stands there. */
  readonly full: boolean;
}

/** Behind a name without ending: it is a street, an airport, another county, a person. */
const OTHER = /^(?:[县区](?!委)|路|街|大道|楼|桥|港|机场|国际机场|同学|老师|同志|书记|大爷|阿妈|阿爸)/u;

/** Finds every place named, the longer names first. */
export function mentionReader(index: PlaceIndex, { site }: Programme): (text: string) => PlaceMention[] {
  const bare = index.names.filter(({ place, stem }) => place.level !== 'township' && stem.length > 1);
  const words = new Map<string, { names: readonly NamedPlace[]; full: boolean }>();
  for (const name of bare)
    words.set(name.stem, { names: index.names.filter((n) => n.stem === name.stem && bare.includes(n)), full: false });
  for (const [form, names] of index.forms) words.set(form, { names, full: true });
  for (const land of landsOf(index, site)) if (!words.has(land)) words.set(land, { names: [], full: false });
  const longest = [...words.keys()].sort((a, b) => b.length - a.length);
  const pattern = longest.length > 0 ? anyOf(longest) : null;
  return (text) =>
    pattern
      ? matchesIn(text, pattern).flatMap(({ index: start, 0: word }): PlaceMention[] => {
          const { names = [], full = false } = words.get(word) ?? {};
          const [first] = names;
          const end = start + word.length;
          if (midWord(text, start) || (!full && OTHER.test(text.slice(end, end + 4)))) return [];
          // A stem of one character hides in longer names.
          if (
            splitName(word).stem.length === 1 &&
            /\p{Script=Han}/u.test(text[start - 1] ?? '') &&
            !LEAD.test(text.slice(0, start))
          )
            return [];
          return [{ start, end, level: first?.place.level ?? 'region', names, full }];
        })
      : [];
}

/** The two ends of the programme, the aided one also without the name of the region in it: they say no more of where. */
function landsOf({ names }: PlaceIndex, { from, to }: Site): string[] {
  const regions = names.filter(({ place }) => place.level === 'region').map(({ stem }) => stem);
  const around = regions.reduce((rest, stem) => rest.replace(stem, ''), to);
  const lands = [from, to, around].filter((land) => land.length > 1);
  return lands.flatMap((land) => [land, `${land}省`, `${land}自治区`]);
}

const LEAD = /[县市的、和与及在到去往赴从对给为把是了]$/u;
