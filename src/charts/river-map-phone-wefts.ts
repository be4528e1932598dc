import { geoInterpolate } from 'd3';
import type { Journey } from '#domain/journey.ts';
import type { RiverMapPhoneLayout } from '#domain/river-map-phone-layout.ts';
import type { Point } from './parts/polyline.ts';
import { strandPoints } from './parts/slot-ribbons.ts';
import { weftPoints } from './parts/weft.ts';
import type { PhoneLabel, PhoneRibbon } from './river-map-phone-layout.ts';

/** A river of the middle part: the points it passes, left to right, and its name. */
export interface PhoneWeft {
  readonly river: string;
  readonly points: readonly Point[];
  readonly name: PhoneLabel | null;
}

/** A river at the heights of the longitudes where the journeys cross it; it runs to a margin past the outermost ribbon. */
export function weftOf(
  weft: RiverMapPhoneLayout['middle']['wefts'][number],
  ribbons: readonly PhoneRibbon[],
  heightOf: (lon: number) => number,
  { width, middle }: RiverMapPhoneLayout,
  margin: number,
): PhoneWeft {
  const lines = ribbons.map(({ journey, threads, ribbon }) => ({
    line: strandPoints(threads[0]?.strand ?? { start: ribbon.from, segments: [] }),
    half: ((ribbon.count - 1) * ribbon.pitch) / 2,
    heights: crossingLongitudes(journey, weft.river)
      .map(heightOf)
      .filter((y) => y > middle.top.y && y < middle.bottom.y),
  }));
  const points = weftPoints(lines, { left: margin, right: width - margin }, weft);
  const name = weft.name && points.length ? { text: weft.river, ...weft.name, size: 13 } : null;
  return { river: weft.river, points, name };
}

/** Where a journey's great circle meets a river; the middle where it meets it several times close together. */
function crossingLongitudes({ city, county, distance, crossings }: Journey, river: string): number[] {
  if (!city.position || !county.position || !distance) return [];
  const way = geoInterpolate([city.position.lon, city.position.lat], [county.position.lon, county.position.lat]);
  return (crossings ?? [])
    .filter((crossing) => crossing.river === river)
    .map(({ from, to }) => way((from + to) / 2 / distance)[0]);
}
