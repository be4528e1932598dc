import { printedKm } from '#domain/places/geography.ts';
import type { Journey } from '#domain/places/journey.ts';
import { printedHeight } from '#domain/places/place.ts';
import { UNKNOWN } from '#format/status.ts';
import type { Figure, Form, Links } from '../kit/figure.ts';
import type { Label } from '../kit/label.ts';
import { element, escapeText, n, root } from '../kit/svg.ts';
import { ROUNDED } from '../kit/way-words.ts';
import { layoutStrip, type Row, type StripLayout } from './layout.ts';

/** How far is each journey, and how high does it lead? */
export interface CrossingStripInput {
  readonly journeys: readonly Journey[];
  readonly links: Links;
  readonly name: string;
  readonly title: string;
}

/** One row a journey, all on one scale of km. What is missing is written 待补 and drawn dashed. */
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
        { key: 'city_elevation_m', label: '市海拔（约，米）', numeric: true },
        { key: 'county_elevation_m', label: '县城海拔（约，米）', numeric: true },
        { key: 'climb_m', label: '高差（约，米）', numeric: true },
      ],
      rows: journeys.map(({ city, county, distance, climb }) => [
        city.name,
        county.name,
        distance === null ? null : printedKm(distance),
        printedHeight(city),
        printedHeight(county),
        climb,
      ]),
    },
    notes: notesOf(journeys),
    source: sourceOf(journeys),
  };
}

function sentenceOf(journeys: readonly Journey[]): string {
  const known = journeys.flatMap((j) => (j.distance === null ? [] : [printedKm(j.distance)]));
  const missing = journeys.length - known.length;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const long = known.length ? `球面距离约${least === most ? n(least) : `${n(least)}到${n(most)}`}公里` : '';
  const gap = missing ? `${missing === journeys.length ? '' : `${n(missing)}组`}距离${UNKNOWN}` : '';
  const climbs = journeys.flatMap(({ climb }) => climb ?? []);
  const [low, high] = [Math.min(...climbs), Math.max(...climbs)];
  const rises = climbs.length > 0 && low > 0 ? `升高约${low === high ? n(low) : `${n(low)}到${n(high)}`}米` : '';
  return `${n(journeys.length)}组结对，${[long, gap, rises].filter(Boolean).join('，')}。`;
}

function notesOf(journeys: readonly Journey[]): string[] {
  return [
    '示意图：横向是离起点的球面距离，右边是市，左边是县；线按乡镇分色。',
    ROUNDED,
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

function draw({ rows, axis, labels }: StripLayout, links: Links): string {
  const scale =
    axis &&
    `M${n(axis.ticks[0]?.x ?? 0)} ${n(axis.y)}H${n(rows.reduce((x, r) => Math.min(x, r.end), axis.ticks.at(-1)?.x ?? 0))}${axis.ticks.map((t) => `M${n(t.x)} ${n(axis.y)}v4`).join('')}`;
  return [
    rows.map((row) => drawRow(row, links)).join(''),
    scale && element('path', { d: scale, fill: 'none', stroke: 'var(--mute)' }),
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
