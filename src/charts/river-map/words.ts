import type { Journey } from '#domain/places/journey.ts';
import { type Place, printedHeight } from '#domain/places/place.ts';
import { number } from '#format/number.ts';
import { UNKNOWN } from '#format/status.ts';
import { distanceWords } from '../kit/place-words.ts';

/** Full-width space: the separator of the site. */
const SPACE = '\u3000';

/** 样例市—示例县: a pair by its names in the notice. */
export function pairName({ city, county }: Journey): string {
  return `${city.name}—${county.name}`;
}

/** 约2140公里　8个乡镇 */
export function lengthWords({ distance, threads }: Journey): string {
  return `${distanceWords({ distance })}${SPACE}${threads.length}个乡镇`;
}

/** 海拔约50→3600米 */
export function climbWords({ city, county }: Journey): string {
  const [from, to] = [printedHeight(city), printedHeight(county)];
  return from === null || to === null ? `海拔${UNKNOWN}` : `海拔约${number(from)}→${number(to)}米`;
}

/** What the map says, in one sentence. */
export function riverMapSentence(journeys: readonly Journey[]): string {
  const names = (places: readonly Place[]) => [...new Set(places.map(({ name }) => name))];
  const [cities, counties] = [names(journeys.map(({ city }) => city)), names(journeys.map(({ county }) => county))];
  const threads = journeys.reduce((sum, journey) => sum + journey.threads.length, 0);
  return `${cities.join('、')}与${counties.join('、')}结对，共${threads}个乡镇，一个乡镇一根线。`;
}

/** The description of the drawing for those who cannot see it. */
export function riverMapDescription(journeys: readonly Journey[]): string {
  return `${journeys.map((journey) => `${pairName(journey)}，${lengthWords(journey).replace(SPACE, '，')}`).join('；')}。`;
}
