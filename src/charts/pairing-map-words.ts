import type { Journey } from '#domain/journey.ts';
import type { Place } from '#domain/place.ts';
import type { Waters } from '#domain/waters.ts';
import { quantity } from '#format/number.ts';
import { SCHEMATIC, UNKNOWN } from '#format/status.ts';
import { type Strip, windName } from './parts/strip-projection.ts';
import { n } from './parts/svg.ts';

const isApproximate = (place: Place) => place.elevation?.approximate === true;

/** Height above sea level with its unit, 约 where the source is coarse, 待补 where there is none. */
export const height = (place: Place): string =>
  place.elevation ? quantity(Math.round(place.elevation.metres), '米', isApproximate(place)) : UNKNOWN;

/** How many different rivers are crossed; null where that is unknown. */
export const riverCount = ({ crossings }: Journey): number | null =>
  crossings && new Set(crossings.map((c) => c.river)).size;

/** The three figures under the map: distance, rivers (not where they are unknown), difference in height. */
export function figuresOf(journey: Journey, words: readonly [string, string, string]) {
  const { distance, climb, city, county } = journey;
  const rivers = riverCount(journey);
  const about = isApproximate(city) || isApproximate(county) ? '约' : '';
  return [
    distance === null
      ? { lead: '距离', text: UNKNOWN, tail: '' }
      : { lead: '约', text: n(Math.round(distance)), tail: words[0] },
    ...(rivers === null ? [] : [{ lead: '', text: n(rivers), tail: words[1] }]),
    climb === null
      ? { lead: '高差', text: UNKNOWN, tail: '' }
      : { lead: about, text: n(Math.abs(Math.round(climb))), tail: words[2] },
  ];
}

/** The line at the foot of the drawing, short enough for a phone. */
export function footOf(strip: Strip | null, rank: '左侧' | '上方'): string {
  const lens = strip && strip.magnified > 1.5 ? `，两端放大约${n(Math.round(strip.magnified))}倍` : '';
  const scale = strip ? `上方约为${windName(strip.up)}${lens}` : `坐标${UNKNOWN}，线长只是示意`;
  return `${SCHEMATIC}：${scale}；${rank}乡镇不表示位置`;
}

/** What the map says, in one sentence; what is not known is said to be missing, waters that are not there are not mentioned. */
export function sentenceOf(journey: Journey): string {
  const { city, county, distance, threads, crossings } = journey;
  const rivers = riverCount(journey);
  const way = `${city.name}到${county.name}的距离${distance === null ? UNKNOWN : `约${n(Math.round(distance))}公里`}`;
  const names = [...new Set(crossings?.map((c) => c.river))].join('、');
  const over =
    rivers === null
      ? ''
      : rivers
        ? `，沿途跨过${names}${rivers > 1 ? `${n(rivers)}条江河` : ''}`
        : '，沿途没有跨过图上的江河';
  return `${way}${over}；海拔从${height(city)}到${height(county)}；${n(threads.length)}根线通向${county.name}的${n(threads.length)}个乡镇。`;
}

/** The notes under the map, in the order they are printed. */
export function notesOf(journey: Journey, strip: Strip | null, phone: Strip | null): string[] {
  const turned = strip && phone ? `横幅上方约为${windName(strip.up)}，竖幅上方约为${windName(phone.up)}` : '';
  const lens = strip && strip.magnified > 1.5 ? `，两端放大约${n(Math.round(strip.magnified))}倍` : '';
  return [
    strip
      ? `${SCHEMATIC}：沿大圆线展开，${turned}${lens}；不绘行政区域界线；乡镇按原文顺序排列，不表示位置。`
      : `${SCHEMATIC}：坐标${UNKNOWN}，线长只是示意，不表示距离和方向；乡镇按原文顺序排列，不表示位置。`,
    ...(journey.distance === null ? [] : ['距离是两地中心点之间的球面距离，中心点是约数，取整公里。']),
    ...(journey.crossings
      ? ['跨过的江河按大圆线与水系数据相交计算，数据精度约1公里；起点所在的江河（30公里以内）和湖泊不计。']
      : []),
  ];
}

/** Where coordinates, heights, Tibetan names and waters come from, each source once. */
export function sourceOf(journey: Journey, waters: Waters | null, cited: string): string {
  const { city, county } = journey;
  const list = (values: readonly (string | undefined)[]) =>
    [...new Set(values.filter((v) => v !== undefined))].join('、');
  const parts: [string, string][] = [
    ['结对：', cited],
    ['坐标：', list([city.position?.source, county.position?.source])],
    ['海拔：', list([city.elevation?.source, county.elevation?.source])],
    ['藏文名：', list([county.name_bo?.source])],
    ['水系：', journey.crossings && waters ? waters.source : ''],
  ];
  return parts
    .filter(([, value]) => value)
    .map(([head, value]) => head + value)
    .join('；');
}
