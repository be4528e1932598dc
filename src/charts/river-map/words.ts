import type { Journey } from '#domain/places/journey.ts';
import { type Place, printedHeight } from '#domain/places/place.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import { counted, countsOf, threadRule } from '#format/counted.ts';
import { number } from '#format/number.ts';
import { pairName } from '#format/pair-name.ts';
import { UNKNOWN } from '#format/status.ts';
import { distanceWords } from '../kit/place-words.ts';

/** Full-width space: the separator of the site. */
const SPACE = '\u3000';

/** 约2140公里　8个乡镇; without a third level the distance alone. */
export function lengthWords(journey: Journey, { third }: Pick<PlaceWords, 'third'>): string {
  const { thirds } = countsOf([journey]);
  return `${distanceWords(journey)}${third && thirds > 0 ? `${SPACE}${counted(thirds, third)}` : ''}`;
}

/** 海拔约50→3600米 */
export function climbWords({ city, county }: Journey): string {
  const [from, to] = [printedHeight(city), printedHeight(county)];
  return from === null || to === null ? `海拔${UNKNOWN}` : `海拔约${number(from)}→${number(to)}米`;
}

/** What the map says, in one sentence. */
export function riverMapSentence(journeys: readonly Journey[], words: PlaceWords): string {
  const names = (places: readonly Place[]) => [...new Set(places.map(({ name }) => name))];
  const [cities, counties] = [names(journeys.map(({ city }) => city)), names(journeys.map(({ county }) => county))];
  const { third } = words;
  const below = third ? `共${counted(countsOf(journeys).thirds, third)}，` : '';
  return `${cities.join('、')}与${counties.join('、')}结对，${below}${threadRule(journeys, words, '')}。`;
}

/** The description of the drawing for those who cannot see it. */
export function riverMapDescription(journeys: readonly Journey[], words: PlaceWords): string {
  return `${journeys.map((journey) => `${pairName(journey)}，${lengthWords(journey, words).replace(SPACE, '，')}`).join('；')}。`;
}
