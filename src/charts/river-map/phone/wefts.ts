import { geoInterpolate, mean } from 'd3';
import { linesOf } from '#domain/places/geography.ts';
import type { Journey } from '#domain/places/journey.ts';
import type { RiverMapPhoneLayout } from '#domain/places/river-map-phone-layout.ts';
import type { Waters } from '#domain/places/waters.ts';
import type { Point } from '../../kit/polyline.ts';
import { strandPoints } from '../../kit/slot-ribbons.ts';
import { weftPoints } from '../../kit/weft.ts';
import type { PhoneLabel, PhoneRibbon, RiverMapPhoneInput } from './types.ts';

/** A river of the middle part: the points it passes, left to right, and its name. */
export interface PhoneWeft {
  readonly river: string;
  readonly points: readonly Point[];
  readonly name: PhoneLabel | null;
}

/** A river at the heights of the longitudes where it lies on the ways; it runs to a margin past the outermost ribbon. */
export function weftOf(
  weft: RiverMapPhoneLayout['middle']['wefts'][number],
  ribbons: readonly PhoneRibbon[],
  heightOf: (lon: number) => number,
  { phone: { width, middle }, waters }: RiverMapPhoneInput,
  margin: number,
): PhoneWeft {
  const lines = ribbons.map(({ journey, threads, ribbon }) => {
    const lon = mean(meetingLongitudes(journey, weft.river, waters, [middle.top.lon, middle.bottom.lon]));
    return {
      line: strandPoints(threads[0]?.strand ?? { start: ribbon.from, segments: [] }),
      half: ((ribbon.count - 1) * ribbon.pitch) / 2,
      heights: lon === undefined ? [] : [heightOf(lon)],
    };
  });
  const points = weftPoints(lines, { left: margin, right: width - margin }, weft);
  const name = weft.name && points.length ? { text: weft.river, ...weft.name, size: 13 } : null;
  return { river: weft.river, points, name };
}

/** Straight pieces of a great circle: 200 over the whole way keep it true to less than a pixel. */
const PIECES = 200;

/** Longitudes, between the two given, at which a journey's great circle meets the line of a river. */
function meetingLongitudes(
  { city, county }: Journey,
  river: string,
  waters: Waters,
  [west, east]: readonly [number, number],
): number[] {
  if (!city.position || !county.position) return [];
  const along = geoInterpolate([city.position.lon, city.position.lat], [county.position.lon, county.position.lat]);
  const way = Array.from({ length: PIECES + 1 }, (_, i) => along(i / PIECES));
  const lines = waters.features
    .filter(({ properties }) => properties.kind === 'river' && properties.name === river)
    .flatMap(linesOf);
  const [low, high] = [Math.min(west, east), Math.max(west, east)];
  return pairs(way)
    .flatMap(([a, b]) => lines.flatMap((line) => pairs(line).flatMap(([c, d]) => meetingAt(a, b, c, d) ?? [])))
    .filter((lon) => lon > low && lon < high);
}

const pairs = (points: readonly Point[]) => points.slice(1).map((b, i): [Point, Point] => [points[i] ?? b, b]);

/** x where the segments a–b and c–d cross; null where they do not. */
function meetingAt(a: Point, b: Point, c: Point, d: Point): number | null {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const turn = ux * vy - uy * vx;
  if (turn === 0) return null;
  const [dx, dy] = [c[0] - a[0], c[1] - a[1]];
  const [s, t] = [(dx * vy - dy * vx) / turn, (dx * uy - dy * ux) / turn];
  return s >= 0 && s < 1 && t >= 0 && t < 1 ? a[0] + s * ux : null;
}
