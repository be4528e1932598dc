import { extent } from 'd3';
import { printedKm } from '#domain/places/geography.ts';
import type { Journey } from '#domain/places/journey.ts';
import { number, quantity } from '#format/number.ts';

/** How many different cities, counties and townships there are. */
export function counts(journeys: readonly Journey[]): { cities: number; counties: number; townships: number } {
  return {
    cities: new Set(journeys.map((j) => j.city.id)).size,
    counties: new Set(journeys.map((j) => j.county.id)).size,
    townships: new Set(journeys.flatMap((j) => j.threads.map((t) => t.place.id))).size,
  };
}

/** What lies between the two ends, in words; the distance only where every pairing has one. */
export function between(journeys: readonly Journey[]): string {
  const [least, most] = extent(journeys, (j) => j.distance ?? undefined);
  if (least === undefined || most === undefined || journeys.some((j) => j.distance === null)) return '此段压缩';
  const [a, b] = [printedKm(least), printedKm(most)];
  return a === b ? `约${quantity(a, '公里')}，压缩` : `约${number(a)}至${quantity(b, '公里')}，压缩`;
}

/** What the map says, in one sentence. */
export function sentenceOf(journeys: readonly Journey[]): string {
  const { cities, counties, townships } = counts(journeys);
  return `${quantity(cities, '座城市')}，${quantity(counties, '个县')}，${quantity(townships, '个乡镇')}：一个乡镇，一根线。`;
}
