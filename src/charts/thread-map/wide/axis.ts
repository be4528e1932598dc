import { extent } from 'd3';
import { printedKm } from '#domain/places/geography.ts';
import type { Journey } from '#domain/places/journey.ts';
import { number, quantity } from '#format/number.ts';
import { element, n, text } from '../../kit/svg.ts';
import { tibetanNote } from '../../kit/tibetan-words.ts';
import { EDGE, WIDTH } from './frame.ts';
import type { WideThreadMap } from './wide.ts';

const LENGTHS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

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

/** Brackets under the three columns, lengths and the north where the drawing keeps a scale, and 示意图. */
export function drawAxis(
  { frame, drawing, geography }: WideThreadMap,
  journeys: readonly Journey[],
): { svg: string; bottom: number } {
  const y = frame.top + frame.height + 40;
  const span = (xs: number[]): [number, number] => {
    const [a = 0, b = 0] = extent(xs);
    const more = Math.max(0, 84 - (b - a)) / 2;
    return [Math.round(a - more), Math.round(b + more)];
  };
  const counties = span(drawing.counties.map((b) => b.x));
  const cities = span(drawing.cities.map((b) => b.x));
  const number_ = counts(journeys);
  const bracket = ([a, b]: readonly [number, number]) => `M${n(a)} ${n(y - 6)}v6H${n(b)}v-6`;
  const names: [readonly [number, number], string][] = [
    [[EDGE, Math.round(frame.list)], `${number_.townships}个乡镇`],
    [counties, `${number_.counties}个县`],
    [cities, `${number_.cities}座城市`],
  ];
  const scaled = drawing.attempt.truth === 1;
  const bars = [
    [geography.counties, counties[1]],
    [geography.cities, cities[1]],
  ] as const;
  const lengths = bars.flatMap(([end, right]) => {
    const km = LENGTHS.findLast((l) => end && l * end.scale <= 110);
    if (!scaled || !end || !km || end.width < 60) return [];
    const left = Math.round(right - km * end.scale);
    return {
      path: `M${n(left)} ${n(y - 25)}v5H${n(right)}v-5`,
      label: text(left - 8, y - 18, quantity(km, '公里'), { 'text-anchor': 'end' }),
    };
  });
  const gap: [number, number] = [counties[1] + 16, cities[0] - 16];
  const north = scaled && (geography.cities || geography.counties);
  const paths =
    names.map(([x]) => bracket(x)).join('') +
    lengths.map((l) => l.path).join('') +
    (north ? `M${WIDTH - 28} ${n(y)}v-40m-5 9l5-10l5 10` : '');
  const middle = (x: readonly [number, number]) => Math.round((x[0] + x[1]) / 2);
  const svg =
    element(
      'g',
      { fill: 'none', stroke: 'var(--mute)' },
      element('path', { d: paths }) +
        element('path', { d: `M${n(gap[0])} ${n(y)}H${n(gap[1])}`, 'stroke-dasharray': '2 5' }),
    ) +
    element(
      'g',
      {
        fill: 'var(--ink-2)',
        'font-family': 'var(--serif)',
        'font-size': 17,
        'font-weight': 900,
        'text-anchor': 'middle',
      },
      names.map(([x, label]) => text(middle(x), y + 26, label)).join(''),
    ) +
    element(
      'g',
      { fill: 'var(--mute)', 'font-size': 13 },
      lengths.map((l) => l.label).join('') +
        text(middle(gap), y + 24, between(journeys), { 'text-anchor': 'middle' }) +
        (north ? text(WIDTH - 28, y + 22, '北', { 'text-anchor': 'middle' }) : '') +
        text(
          EDGE,
          y + 58,
          `示意图，不绘行政区域界线；框里的乡镇名单不表示位置${tibetanNote(journeys.map((j) => j.county))}`,
        ),
    );
  return { svg, bottom: y + 72 };
}
