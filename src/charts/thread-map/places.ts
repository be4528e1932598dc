import { extent } from 'd3';
import type { Journey } from '#domain/places/journey.ts';
import type { Place } from '#domain/places/place.ts';
import type { Point } from '../kit/geometry.ts';

/** Kilometres of one degree of longitude at the equator, and of one degree of latitude at middle latitudes. */
const [KM_LON, KM_LAT] = [111.32, 110.9];
/** Ends whose scales differ by less than this share the smaller one. */
const ONE_SCALE = 2;

/** One end of the map: where its places would stand by their coordinates, and the scale they are drawn at. */
export interface End {
  /** Id of the place → x from the left edge of the end, y down from the middle of the map. */
  readonly at: ReadonlyMap<string, Point>;
  /** px per km. */
  readonly scale: number;
  /** Width used, px. */
  readonly width: number;
}

/** Both ends; null where a position is missing. `oneAxis`: both measure y from the same latitude. */
export interface Geography {
  readonly cities: End | null;
  readonly counties: End | null;
  readonly oneAxis: boolean;
}

interface Extent {
  readonly places: readonly Place[];
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

function extentOf(places: readonly Place[], cos: number): Extent {
  const [x0 = 0, x1 = 0] = extent(places, (p) => (p.position?.lon ?? 0) * cos * KM_LON);
  const [y0 = 0, y1 = 0] = extent(places, (p) => (p.position?.lat ?? 0) * KM_LAT);
  return { places, x: [x0, x1], y: [y0, y1] };
}

/**
 * Projects both ends (equirectangular, one middle latitude) into boxes of `width` × `height` px: with one scale and
 * one latitude axis where that leaves both readable, each with its own where they differ too much.
 */
export function geographyOf(journeys: readonly Journey[], width: number, height: number): Geography {
  const known = positioned(journeys);
  const all = journeys.flatMap((j) => [known.cities ? j.city : [], known.counties ? j.county : []].flat());
  const [south = 0, north = 0] = extent(all, (p) => p.position?.lat ?? 0);
  const cos = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const ends = {
    cities: known.cities
      ? extentOf(
          journeys.map((j) => j.city),
          cos,
        )
      : null,
    counties: known.counties
      ? extentOf(
          journeys.map((j) => j.county),
          cos,
        )
      : null,
  };
  const fit = (end: Extent | null) =>
    end ? Math.min(width / Math.max(end.x[1] - end.x[0], 1), height / Math.max(end.y[1] - end.y[0], 1)) : Infinity;
  const [a, b] = [fit(ends.cities), fit(ends.counties)];
  const shared = Math.max(a, b) < ONE_SCALE * Math.min(a, b) || Math.max(a, b) >= width;
  const [scaleA, scaleB] = shared ? [Math.min(a, b), Math.min(a, b)] : [a, b];
  const middle = (end: Extent | null) => (end ? (end.y[0] + end.y[1]) / 2 : null);
  const [ma, mb] = [middle(ends.cities), middle(ends.counties)];
  const oneAxis = ma !== null && mb !== null && scaleA === scaleB && Math.abs(ma - mb) * scaleA < height / 4;
  const place = (end: Extent | null, scale: number, own: number | null): End | null =>
    end && {
      at: new Map(
        end.places.map((p) => {
          const { lon = 0, lat = 0 } = p.position ?? {};
          const middleY = oneAxis ? ((ma as number) + (mb as number)) / 2 : (own ?? 0);
          return [p.id, [(lon * cos * KM_LON - end.x[0]) * scale, (middleY - lat * KM_LAT) * scale]];
        }),
      ),
      scale,
      width: (end.x[1] - end.x[0]) * scale,
    };
  return { cities: place(ends.cities, scaleA, ma), counties: place(ends.counties, scaleB, mb), oneAxis };
}

/** Up to so many pairings every order is tried (6! = 720); beyond, only the few that geography suggests. */
const TRY_ALL = 6;

/** How many bars the cities and counties of an order need: a place whose bands are not neighbours needs several. */
export function barsNeeded(order: readonly number[], journeys: readonly Journey[]): number {
  const changes = (of: (j: Journey) => Place) =>
    order.filter((i, k) => {
      const [here, above] = [journeys[i], journeys[order[k - 1] ?? -1]];
      return !here || !above || of(here).id !== of(above).id;
    }).length;
  return changes((j) => j.city) + changes((j) => j.county);
}

function permutations(count: number): number[][] {
  if (count === 0) return [[]];
  return permutations(count - 1).flatMap((shorter) =>
    Array.from({ length: count }, (_, k) => [...shorter.slice(0, k), count - 1, ...shorter.slice(k)]),
  );
}

/** The pairings from north to south by one of their ends, pairings of one city side by side; the notice's order decides ties. */
function byLatitude(journeys: readonly Journey[], latitude: (j: Journey) => number): number[] {
  const indices = journeys.map((_, i) => i);
  const cities = new Map<string, { sum: number; count: number; first: number }>();
  for (const i of indices) {
    const journey = journeys[i] as Journey;
    const city = cities.get(journey.city.id) ?? { sum: 0, count: 0, first: i };
    cities.set(journey.city.id, { sum: city.sum + latitude(journey), count: city.count + 1, first: city.first });
  }
  const city = (i: number) =>
    cities.get((journeys[i] as Journey).city.id) as { sum: number; count: number; first: number };
  return indices.sort((a, b) => {
    const [p, q] = [city(a), city(b)];
    return (
      q.sum / q.count - p.sum / p.count ||
      p.first - q.first ||
      latitude(journeys[b] as Journey) - latitude(journeys[a] as Journey) ||
      a - b
    );
  });
}

const lat = (place: Place) => place.position?.lat ?? 0;

/** Whether every city and every county of the programme has a position; a column with a gap is drawn evenly spread. */
export function positioned(journeys: readonly Journey[]): { cities: boolean; counties: boolean } {
  return { cities: journeys.every((j) => j.city.position), counties: journeys.every((j) => j.county.position) };
}

/** Cities from north to south, or the notice's order where a position is missing: the order of the phone form. */
export function northToSouth(journeys: readonly Journey[]): number[] {
  const known = positioned(journeys);
  return byLatitude(journeys, (j) => (known.cities ? lat(j.city) : 0) + (known.counties ? lat(j.county) / 1e6 : 0));
}

/**
 * The orders of bands worth drawing: all of them up to six pairings, else north to south by city, by county and by
 * both. Only those remain that draw no city and no county more often than necessary.
 */
export function candidateOrders(journeys: readonly Journey[]): number[][] {
  const known = positioned(journeys);
  const city = (j: Journey) => (known.cities ? lat(j.city) : 0);
  const county = (j: Journey) => (known.counties ? lat(j.county) : 0);
  const all =
    journeys.length <= TRY_ALL
      ? permutations(journeys.length)
      : [(j: Journey) => city(j) + county(j), city, county, () => 0].map((key) => byLatitude(journeys, key));
  const needed = all.map((order) => barsNeeded(order, journeys));
  const least = Math.min(...needed);
  return all.filter((_, i) => needed[i] === least);
}

/** A name in lines of at most `most` characters, of nearly equal length. */
export function linesOfName(name: string, most: number): string[] {
  const characters = [...name];
  const count = Math.ceil(characters.length / most);
  const size = Math.ceil(characters.length / count);
  return Array.from({ length: count }, (_, i) => characters.slice(i * size, (i + 1) * size).join(''));
}
