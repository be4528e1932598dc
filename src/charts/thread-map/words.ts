import { extent } from 'd3';
import { printedKm } from '#domain/places/geography.ts';
import type { Journey } from '#domain/places/journey.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import { counted, countsOf, threadRule } from '#format/counted.ts';
import { number, quantity } from '#format/number.ts';

/** What lies between the two ends, in words; the distance only where every pairing has one, nothing where no place has coordinates. */
export function between(journeys: readonly Journey[]): string {
  if (journeys.every(({ city, county }) => !city.position && !county.position)) return '';
  const [least, most] = extent(journeys, (j) => j.distance ?? undefined);
  if (least === undefined || most === undefined || journeys.some((j) => j.distance === null)) return '此段压缩';
  const [a, b] = [printedKm(least), printedKm(most)];
  return a === b ? `约${quantity(a, '公里')}，压缩` : `约${number(a)}至${quantity(b, '公里')}，压缩`;
}

/** What the map says, in one sentence. */
export function sentenceOf(journeys: readonly Journey[], words: PlaceWords): string {
  const { givers, receivers, thirds } = countsOf(journeys);
  const { giver, receiver, third } = words;
  const ends = third
    ? `${counted(givers, giver)}，${counted(receivers, receiver)}，${counted(thirds, third)}`
    : `${counted(givers, giver)}和${counted(receivers, receiver)}结对`;
  return `${ends}：${threadRule(journeys, words)}。`;
}
