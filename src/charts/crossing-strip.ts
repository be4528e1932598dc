import type { Journey } from '#domain/journey.ts';
import { UNKNOWN } from '#format/status.ts';
import { layoutStrip, type Row, type StripLayout } from './crossing-strip-layout.ts';
import { middleOf, type Tick } from './crossing-strip-rivers.ts';
import type { Figure, Form, Links } from './figure.ts';
import type { Label } from './parts/label.ts';
import { element, escapeText, n, root } from './parts/svg.ts';

/** How far is each journey, how high does it lead, and at which km does it cross which river? */
export interface CrossingStripInput {
  readonly journeys: readonly Journey[];
  readonly links: Links;
  readonly name: string;
  readonly title: string;
}

/** One row a journey, the rivers joined row to row. What is missing is written 待补 and drawn dashed. */
export function crossingStrip({ journeys, links, name, title }: CrossingStripInput): Figure {
  const sentence = sentenceOf(journeys);
  const forms = (['wide', 'phone'] as const).map((kind): Form => {
    const layout = layoutStrip(journeys, kind);
    const svg = root(`${name}-${kind}`, layout, title, sentence, draw(layout, links));
    return { kind, width: layout.width, height: layout.height, svg };
  });
  return {
    name,
    title,
    sentence,
    forms,
    table: {
      columns: [
        { key: 'city', label: '市' },
        { key: 'county', label: '县' },
        { key: 'distance_km', label: '球面距离（约，公里）', numeric: true },
        { key: 'city_elevation_m', label: '市海拔（米）', numeric: true },
        { key: 'county_elevation_m', label: '县海拔（米）', numeric: true },
        { key: 'climb_m', label: '高差（米）', numeric: true },
        { key: 'rivers', label: '跨过的江河（离起点约多少公里）' },
      ],
      rows: journeys.map(({ city, county, distance, climb, crossings }) => [
        city.name,
        county.name,
        whole(distance),
        whole(city.elevation?.metres ?? null),
        whole(county.elevation?.metres ?? null),
        whole(climb),
        crossings && (crossings.map(({ river, from, to }) => river + spanOf(from, to)).join('、') || '无'),
      ]),
    },
    notes: notesOf(journeys),
    source: sourceOf(journeys),
  };
}

const whole = (value: number | null) => (value === null ? null : Math.round(value));
const spanOf = (from: number, to: number) => [...new Set([n(Math.round(from)), n(Math.round(to))])].join('—');

function sentenceOf(journeys: readonly Journey[]): string {
  const known = journeys.flatMap((j) => (j.distance === null ? [] : [Math.round(j.distance)]));
  const missing = journeys.length - known.length;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const long = known.length ? `长约${least === most ? n(least) : `${n(least)}到${n(most)}`}公里` : '';
  const gap = missing ? `${missing === journeys.length ? '' : `${n(missing)}条`}距离${UNKNOWN}` : '';
  const lists = journeys.flatMap(({ crossings }) => (crossings ? [crossings.map((c) => c.river)] : []));
  const all = [...new Set(lists[0])].filter((river) => lists.every((list) => list.includes(river)));
  const rivers = all.length ? `${lists.length > 1 ? '都' : ''}跨过${all.join('、')}` : '';
  return `${n(journeys.length)}条结对的路${[long, gap, rivers].filter(Boolean).join('，')}。`;
}

function notesOf(journeys: readonly Journey[]): string[] {
  const rivers = journeys.some((j) => j.crossings);
  const rough = journeys.some((j) => j.city.elevation?.approximate || j.county.elevation?.approximate);
  return [
    '示意图：横向是离起点的球面距离（约数，取整公里），右边是市，左边是县；线按乡镇分色。',
    ...(rivers
      ? ['竖线是大圆线与江河相交处，水系数据精度约1公里；框表示沿江多次相交；起点所在的江河（30公里以内）和湖泊不计。']
      : []),
    `米数为海拔${rough ? '，写“约”的来自较粗的高程模型' : ''}。`,
    ...(journeys.some((j) => j.distance === null) ? [`虚线：坐标${UNKNOWN}，线长只是示意。`] : []),
  ];
}

function sourceOf(journeys: readonly Journey[]): string {
  const places = journeys.flatMap(({ city, county }) => [city, county]);
  const list = (values: readonly (string | undefined)[]) =>
    [...new Set(values.filter((v) => v !== undefined))].join('、');
  const [positions, heights] = [
    list(places.map((p) => p.position?.source)),
    list(places.map((p) => p.elevation?.source)),
  ];
  return [positions && `坐标：${positions}`, heights && `海拔：${heights}`].filter(Boolean).join('；');
}

function draw({ rows, courses, heads, axis, labels }: StripLayout, links: Links): string {
  const ticks = courses.flatMap((c) => c.ticks);
  const tick = (t: Tick, row: Row) => {
    const [top, tall] = [row.y - row.half - 3, row.half * 2 + 6];
    return t.from === t.to || Math.abs(t.to - t.from) < 1.5
      ? `M${n(middleOf(t))} ${n(top)}v${n(tall)}`
      : `M${n(t.from)} ${n(top)}v${n(tall)}H${n(t.to)}v${n(-tall)}z`;
  };
  const join = ([upper, lower]: readonly [Tick, Tick]) => {
    const [a, b] = [rows[upper.row], rows[lower.row]];
    if (!a || !b) return '';
    const [y1, y2] = [a.y + a.half + 3, b.y - b.half - 3];
    const [x1, x2] = [middleOf(upper), middleOf(lower)];
    return `M${n(x1)} ${n(y1)}C${n(x1)} ${n((y1 + y2) / 2)} ${n(x2)} ${n((y1 + y2) / 2)} ${n(x2)} ${n(y2)}`;
  };
  const first = rows[0];
  const rise = first ? heads.map((h) => `M${n(h.x)} ${n(first.y - first.half - 3)}V${n(h.rise)}`) : [];
  const across = ticks.map((t) => (rows[t.row] ? tick(t, rows[t.row] as Row) : '')).join('');
  const line = { fill: 'none', stroke: 'var(--water)', 'stroke-width': 1.3 };
  const water = across + courses.flatMap((c) => c.joins.map(join)).join('') + rise.join('');
  const scale =
    axis &&
    `M${n(axis.ticks[0]?.x ?? 0)} ${n(axis.y)}H${n(rows.reduce((x, r) => Math.min(x, r.end), axis.ticks.at(-1)?.x ?? 0))}${axis.ticks.map((t) => `M${n(t.x)} ${n(axis.y)}v4`).join('')}`;
  return [
    rows.map((row) => drawRow(row, links)).join(''),
    across && element('path', { d: across, fill: 'none', stroke: 'var(--paper)', 'stroke-width': 3.6 }),
    water && element('path', { d: water, ...line }),
    scale && element('path', { d: scale, fill: 'none', stroke: 'var(--mute)' }),
    written(
      labels.filter((l) => l.role === 'river'),
      { 'font-style': 'italic', fill: 'var(--water-text)', 'font-size': labels[0]?.size },
    ),
    written(
      labels.filter((l) => l.role === 'small'),
      { fill: 'var(--mute)', 'font-size': 12 },
    ),
  ].join('');
}

/** A row is one link: its threads, the bars at both ends, names and numbers. */
function drawRow({ journey, y, start, end, unknown, pitch, half, labels }: Row, links: Links): string {
  const strands = journey.threads.map(({ stripe }, i) =>
    element('path', { d: `M${n(start)} ${n(y - half + (i + 0.5) * pitch)}H${n(end)}`, stroke: `var(--l${stripe})` }),
  );
  const look = {
    fill: 'none',
    'stroke-width': Math.round(pitch * 88) / 100,
    'stroke-dasharray': unknown ? '5 4' : undefined,
  };
  const ends = [start, end].map((x) => `M${n(x)} ${n(y - half - 2)}v${n(half * 2 + 4)}`).join('');
  const [names, numbers] = [labels.filter((l) => l.role === 'place'), labels.filter((l) => l.role === 'small')];
  return element(
    'a',
    { href: links.pairing(journey.city.id), class: 'thread' },
    element('g', look, strands.join('')) +
      element('path', { d: ends, stroke: 'var(--ink)', 'stroke-width': 2.6 }) +
      written(names, {
        class: 'label',
        'font-family': 'var(--serif)',
        'font-weight': 900,
        'font-size': names[0]?.size,
        fill: `var(--h${journey.hue})`,
      }) +
      written(numbers, { 'font-size': numbers[0]?.size, fill: 'var(--mute)' }),
  );
}

/** Texts of one look; the look is written once. */
function written(labels: readonly Label[], look: Record<string, string | number | undefined>): string {
  const texts = labels.map(({ x, y, anchor, text, size }) =>
    element(
      'text',
      {
        x,
        y,
        'text-anchor': anchor === 'start' ? undefined : anchor,
        'font-size': size === look['font-size'] ? undefined : size,
      },
      escapeText(text),
    ),
  );
  return texts.length ? element('g', look, texts.join('')) : '';
}
