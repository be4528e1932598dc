import { printedKm } from '#domain/places/geography.ts';
import type { Journey } from '#domain/places/journey.ts';
import type { Waters } from '#domain/places/waters.ts';
import { SCHEMATIC, UNKNOWN } from '#format/status.ts';
import { listed } from '../kit/figure.ts';
import { distanceWords, heightWords, ROUNDED, seatName, tibetanNote, tibetanSources } from '../kit/place-words.ts';
import { n } from '../kit/svg.ts';
import { type Strip, windName } from './strip-projection.ts';

/** The two figures under the map: distance and difference in height. */
export function figuresOf({ distance, climb }: Journey, words: readonly [string, string]) {
  return [
    distance === null
      ? { lead: '距离', text: UNKNOWN, tail: '' }
      : { lead: '约', text: n(printedKm(distance)), tail: words[0] },
    climb === null
      ? { lead: '高差', text: UNKNOWN, tail: '' }
      : { lead: '约', text: n(Math.abs(climb)), tail: words[1] },
  ];
}

/** The line at the foot of the drawing, short enough for a phone. */
export function footOf({ county }: Pick<Journey, 'county'>, strip: Strip | null): string {
  const lens = strip && strip.magnified > 1.5 ? `，两端放大约${n(Math.round(strip.magnified))}倍` : '';
  return `${SCHEMATIC}：${strip ? `上方约为${windName(strip.up)}${lens}` : `坐标${UNKNOWN}，线长只是示意`}${tibetanNote([county])}`;
}

/** What the map says, in one sentence; what is not known is said to be missing. */
export function sentenceOf(journey: Journey): string {
  const { city, county, distance, threads } = journey;
  const way = distance === null ? `的距离${UNKNOWN}` : `，${distanceWords({ distance })}`;
  const heights = `海拔从${heightWords(city)}到${heightWords(county)}`;
  return `${city.name}到${seatName(county)}${way}；${heights}；结对${county.name}的${n(threads.length)}个乡镇。`;
}

/** The notes under the map, in the order they are printed. */
export function notesOf(journey: Journey, strip: Strip | null, phone: Strip | null): string[] {
  const turned = strip && phone ? `横幅上方约为${windName(strip.up)}，竖幅上方约为${windName(phone.up)}` : '';
  const lens = strip && strip.magnified > 1.5 ? `，两端放大约${n(Math.round(strip.magnified))}倍` : '';
  const list = '框里是乡镇名单，按原文顺序排列，不表示位置。';
  return [
    strip
      ? `${SCHEMATIC}：沿大圆线展开，${turned}${lens}；不绘行政区域界线。${list}`
      : `${SCHEMATIC}：坐标${UNKNOWN}，线长只是示意，不表示距离和方向。${list}`,
    ...(journey.distance === null && journey.climb === null ? [] : [ROUNDED]),
  ];
}

/** Where coordinates, heights, Tibetan names and waters come from, each source once. */
export function sourcesOf(journey: Journey, waters: Waters | null, cited: string): string[] {
  const { city, county } = journey;
  const parts: [string, string][] = [
    ['结对：', cited],
    ['坐标：', listed([city.position?.source, county.position?.source])],
    ['海拔：', listed([city.elevation?.source, county.elevation?.source])],
    ['藏文名：', tibetanSources([county])],
    ['水系：', journey.distance !== null && waters ? waters.source : ''],
  ];
  return parts.map(([head, value]) => value && head + value);
}
