import { riverNames } from '#domain/geography.ts';
import type { Journey } from '#domain/journey.ts';
import type { Place } from '#domain/place.ts';
import { number, quantity } from '#format/number.ts';
import { UNKNOWN } from '#format/status.ts';

/** Full-width space: the separator of the site. */
const SPACE = '\u3000';

/** 样例市—示例县: a pair by its names in the notice. */
export function pairName({ city, county }: Journey): string {
  return `${city.name}—${county.name}`;
}

/** 2144公里　8个乡镇 */
export function lengthWords({ distance, threads }: Journey): string {
  const km = distance === null ? `距离${UNKNOWN}` : quantity(Math.round(distance), '公里');
  return `${km}${SPACE}${threads.length}个乡镇`;
}

const height = ({ elevation }: Place) =>
  elevation ? `${elevation.approximate ? '约' : ''}${number(Math.round(elevation.metres))}` : null;

/** 海拔54→约3631米 */
export function heightWords({ city, county }: Journey): string {
  const [from, to] = [height(city), height(county)];
  return from && to ? `海拔${from}→${to}米` : `海拔${UNKNOWN}`;
}

/** Rivers that every journey crosses, in the first one's order; [] where one of them is not known. */
export function commonRivers(journeys: readonly Journey[]): string[] {
  const each = journeys.map(({ crossings }) => (crossings ? riverNames(crossings) : []));
  return (each[0] ?? []).filter((name) => each.every((names) => names.includes(name)));
}

/** What the map says, in one sentence. */
export function riverMapSentence(journeys: readonly Journey[]): string {
  const names = (places: readonly Place[]) => [...new Set(places.map(({ name }) => name))];
  const [cities, counties] = [names(journeys.map(({ city }) => city)), names(journeys.map(({ county }) => county))];
  const threads = journeys.reduce((sum, journey) => sum + journey.threads.length, 0);
  const rivers = commonRivers(journeys);
  const crossed = rivers.length === 0 ? '' : `；每条带都跨过${rivers.join('、')}`;
  return `${cities.join('、')}与${counties.join('、')}结对，${threads}个乡镇，${threads}根线${crossed}。`;
}

/** The description of the drawing for those who cannot see it. */
export function riverMapDescription(journeys: readonly Journey[]): string {
  return `${journeys.map((journey) => `${pairName(journey)}，${lengthWords(journey).replace(SPACE, '，')}`).join('；')}。`;
}
