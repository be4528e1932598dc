import { distanceKm, type LonLat } from './geography.ts';
import type { Pairing } from './pairing.ts';
import { heightStep, type Place, printedHeight } from './place.ts';

/** One thread of the cloth: a township of a journey, or the receiver itself where the journey ends there. */
export interface Thread {
  readonly place: Place;
  /** 1-based number of the stripe through all pairings, in the notice's order: `--s1`, `--l1`, `--n1`. */
  readonly stripe: number;
}

/** A pairing with its places: what every map and every pairing page draws. */
export interface Journey {
  /** `<city>-<county>`, unique. */
  readonly id: string;
  /** 1-based number of the pairing: `--h1` (text), `--w1` (wash), `--b1` (ground). */
  readonly hue: number;
  readonly city: Place;
  readonly county: Place;
  /** At least one: without a third level a single thread ends at the receiver. */
  readonly threads: readonly Thread[];
  /** Locator of the row of the plan that says so. */
  readonly source: string;
  /** Great-circle km, not rounded (`printedKm` is what a reader sees); null where a coordinate is missing. */
  readonly distance: number | null;
  /** Metres from the city up to the county (negative: down) as printed, always with 约; null where a height is missing, or none to speak of. */
  readonly climb: number | null;
}

/** Joins pairings with places; stripes are numbered through. Throws only on ids the check refuses anyway. */
export function journeysOf(pairings: readonly Pairing[], places: ReadonlyMap<string, Place>): Journey[] {
  const place = (id: string): Place => {
    const found = places.get(id);
    if (!found) throw new Error(`places.yaml 里没有 ${id}，先运行 npm run check`);
    return found;
  };
  let stripe = 0;
  return pairings.map((pairing, index) => {
    const [city, county] = [place(pairing.city), place(pairing.county)];
    const [a, b]: (LonLat | undefined)[] = [city.position, county.position];
    return {
      id: `${city.id}-${county.id}`,
      hue: index + 1,
      city,
      county,
      threads: (pairing.townships.length > 0 ? pairing.townships : [pairing.county]).map((id) => ({
        place: place(id),
        stripe: ++stripe,
      })),
      source: pairing.source,
      distance: a && b ? distanceKm(a, b) : null,
      climb: climbOf(city, county),
    };
  });
}

/** The difference of the two printed heights, rounded as the coarser of them is; none where it is less than the sources agree on. */
function climbOf(city: Place, county: Place): number | null {
  const [from, to] = [printedHeight(city), printedHeight(county)];
  if (from === null || to === null) return null;
  const step = Math.max(heightStep(city), heightStep(county));
  const metres = (county.elevation?.metres ?? 0) - (city.elevation?.metres ?? 0);
  return Math.abs(metres) < step ? null : Math.round((to - from) / step) * step;
}
