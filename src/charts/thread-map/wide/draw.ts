import { extent } from 'd3';
import type { Journey } from '#domain/places/journey.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import { counted, countsOf } from '#format/counted.ts';
import { quantity } from '#format/number.ts';
import { type Drawing, threadLink } from '../../kit/figure.ts';
import { drawKnots, placeKnots } from '../../kit/knots.ts';
import { listHeading, listName, nameFrame } from '../../kit/map.ts';
import { cubicPath } from '../../kit/path.ts';
import { namesNote } from '../../kit/place-words.ts';
import { element, n, tenth, text } from '../../kit/svg.ts';
import { textWidth } from '../../kit/text.ts';
import { drawLabel } from '../labels.ts';
import type { ThreadMapInput } from '../types.ts';
import { between } from '../words.ts';
import { type Band, strandOf } from './bands.ts';
import { EDGE, NAME, type Node, OVERHANG, ROW, SWATCH, WIDTH } from './ends.ts';
import { coursesOf, listFrame, takenBoxes, type WideThreadMap } from './layout.ts';

function drawThreads(band: Band, { frame, drawing }: WideThreadMap, links: ThreadMapInput['links']): string {
  return band.journey.threads
    .map((thread, i) => {
      const { place, stripe } = thread;
      const row = band.rows[i] ?? 0;
      const d = cubicPath(strandOf(band, i, frame, drawing.attempt.sheared));
      return element(
        'a',
        { href: threadLink(links, band.journey, thread), class: 'thread' },
        element('path', { class: 'strand', d, stroke: `var(--l${stripe})` }) +
          element('rect', {
            class: 'hit',
            x: 0,
            y: row - ROW / 2,
            width: tenth(frame.list),
            height: ROW,
            'pointer-events': 'all',
          }) +
          element('rect', {
            class: 'swatch',
            x: tenth(frame.list - SWATCH.width),
            y: tenth(row - SWATCH.height / 2),
            width: SWATCH.width,
            height: SWATCH.height,
            fill: `var(--s${stripe})`,
          }) +
          text(tenth(frame.names), tenth(row + 5), place.name, { class: 'label', fill: 'var(--ink)' }),
      );
    })
    .join('');
}

const drawBar = ({ x, y, half }: Node): string =>
  element('rect', {
    x: tenth(x - 2.5),
    y: tenth(y - half - OVERHANG),
    width: 5,
    height: tenth(2 * (half + OVERHANG)),
    fill: 'var(--ink)',
  });

/** The bars with their labels, one link for each pairing in the notice's order; a shared place belongs to the first. */
function drawPlaces(
  journeys: readonly Journey[],
  { drawing, labels }: WideThreadMap,
  links: ThreadMapInput['links'],
): string {
  const bars = [...drawing.cities, ...drawing.counties];
  const done = new Set<number>();
  return journeys
    .map((journey) => {
      const own = bars.flatMap((bar, i) => {
        if (done.has(i) || (bar.place.id !== journey.city.id && bar.place.id !== journey.county.id)) return [];
        done.add(i);
        const label = labels[i];
        // A bar without a name would be a place that nobody knows: there the list names the end of the thread.
        return label ? drawBar(bar) + drawLabel({ ...label, left: tenth(label.left), top: tenth(label.top) }) : [];
      });
      return own.length ? element('a', { href: links.pairing(journey.city.id), class: 'pairing' }, own.join('')) : '';
    })
    .join('');
}

/** The wide form; threads, then places, in the notice's order. */
export function drawWide(map: WideThreadMap, { journeys, links, words, knots = [] }: ThreadMapInput): Drawing {
  const threads = journeys.map((journey) => {
    const band = map.drawing.bands.find((b) => b.journey === journey);
    return band ? drawThreads(band, map, links) : '';
  });
  const axis = drawAxis(map, journeys, words);
  const frame = listFrame(map);
  const body =
    nameFrame(frame) +
    listHeading(frame.left + 12, frame.top + 22, listName(words), 2) +
    element(
      'g',
      { fill: 'none', 'stroke-width': Math.min(2.2, map.frame.pitch * 0.67) },
      element('g', { 'font-size': NAME, 'text-anchor': 'end' }, threads.join('')),
    ) +
    drawPlaces(journeys, map, links) +
    axis.svg +
    drawKnots(placeKnots(knots, coursesOf(map), takenBoxes(map), WIDTH));
  return { kind: 'wide', class: 'thread-map', width: WIDTH, height: axis.bottom, body };
}

/** px: size of what stands under the brackets. */
const BRACKET = 17;

const LENGTHS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Brackets under the three columns, lengths and the north where the drawing keeps a scale, and 示意图. */
export function drawAxis(
  { frame, drawing, geography }: WideThreadMap,
  journeys: readonly Journey[],
  words: PlaceWords,
): { svg: string; bottom: number } {
  const y = frame.top + frame.height + 40;
  const span = (xs: number[]): [number, number] => {
    const [a = 0, b = 0] = extent(xs);
    const more = Math.max(0, 84 - (b - a)) / 2;
    return [Math.round(a - more), Math.round(b + more)];
  };
  const counties = span(drawing.counties.map((b) => b.x));
  const cities = span(drawing.cities.map((b) => b.x));
  const { givers, receivers, thirds } = countsOf(journeys);
  const { giver, receiver, third } = words;
  const bracket = ([a, b]: readonly [number, number]) => `M${n(a)} ${n(y - 6)}v6H${n(b)}v-6`;
  const names: [readonly [number, number], string][] = [
    [[EDGE, Math.round(frame.list)], third ? counted(thirds, third) : counted(receivers, receiver)],
    ...(third ? [[counties, counted(receivers, receiver)] satisfies [readonly [number, number], string]] : []),
    [cities, counted(givers, giver)],
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
  const way = between(journeys);
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
        'font-size': BRACKET,
        'font-weight': 900,
        'text-anchor': 'middle',
      },
      names
        .map(([x, label]) => {
          // Words wider than their bracket stay inside the drawing.
          const half = textWidth(label, BRACKET) / 2;
          return text(Math.min(WIDTH - 4 - half, Math.max(4 + half, middle(x))), y + 26, label);
        })
        .join(''),
    ) +
    element(
      'g',
      { fill: 'var(--mute)', 'font-size': 13 },
      lengths.map((l) => l.label).join('') +
        (way ? text(middle(gap), y + 24, way, { 'text-anchor': 'middle' }) : '') +
        (north ? text(WIDTH - 28, y + 22, '北', { 'text-anchor': 'middle' }) : '') +
        text(
          EDGE,
          y + 58,
          `示意图，不绘行政区域界线；框里的${listName(words)}不表示位置${namesNote(journeys.map((j) => j.county))}`,
        ),
    );
  return { svg, bottom: y + 72 };
}
