import type { Journey } from '#domain/places/journey.ts';
import { type Drawing, threadLink } from '../../kit/figure.ts';
import { drawKnots, placeKnots } from '../../kit/knots.ts';
import { listName } from '../../kit/map.ts';
import { cubicPath } from '../../kit/path.ts';
import { namesNote } from '../../kit/place-words.ts';
import { element, tenth, text } from '../../kit/svg.ts';
import { type Label, labelBox, wrap } from '../../kit/text.ts';
import { drawLabel } from '../labels.ts';
import type { ThreadMapInput } from '../types.ts';
import { between } from '../words.ts';
import {
  coursesOf,
  NAME,
  type PhoneBand,
  type PhoneThreadMap,
  ROW,
  SWATCH,
  TO_NAME,
  TO_SWATCH,
  takenBoxes,
  WIDTH,
} from './layout.ts';

function drawThreads(
  { journey, rows, right }: PhoneBand,
  { trunk }: PhoneThreadMap,
  links: ThreadMapInput['links'],
): string {
  const s = right ? 1 : -1;
  const start = (right ? trunk[1] : trunk[0]) + s * TO_SWATCH;
  const name = start + s * (SWATCH + TO_NAME);
  return rows
    .map(({ thread, strand, y }) => {
      const { place, stripe } = thread;
      return element(
        'a',
        { href: threadLink(links, journey, thread), class: 'thread' },
        element('path', {
          class: 'strand',
          d: cubicPath(strand),
          stroke: `var(--l${stripe})`,
        }) +
          element('rect', {
            class: 'hit',
            x: right ? tenth(trunk[1] + 3) : 0,
            y: tenth(y - ROW / 2),
            width: tenth(right ? WIDTH - trunk[1] - 3 : trunk[0] - 3),
            height: ROW,
            'pointer-events': 'all',
          }) +
          element('rect', {
            class: 'swatch',
            x: tenth(right ? start : start - SWATCH),
            y: tenth(y - 6.5),
            width: SWATCH,
            height: 13,
            fill: `var(--s${stripe})`,
          }) +
          text(tenth(name), tenth(y + 4.5), place.name, {
            class: 'label',
            fill: 'var(--ink)',
            'text-anchor': right ? undefined : 'end',
          }),
      );
    })
    .join('');
}

function drawPlaces({ journey, bars, labels }: PhoneBand, links: ThreadMapInput['links']): string {
  const ink = bars.map(({ x, y, width, height }) =>
    element('rect', { x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height), fill: 'var(--ink)' }),
  );
  const names = labels
    .toReversed()
    .map((label) => drawLabel({ ...label, left: tenth(label.left), top: tenth(label.top) }));
  return element('a', { href: links.pairing(journey.city.id), class: 'pairing' }, ink.join('') + names.join(''));
}

/** px: what is said under the map, and from one of its lines to the next. */
const [NOTE, NOTE_LINE] = [12.5, 17];

/** The phone form; threads and places in the notice's order. */
export function drawPhone(map: PhoneThreadMap, { journeys, links, words, knots = [] }: ThreadMapInput): Drawing {
  const inOrder = journeys.flatMap((journey: Journey) => map.bands.find((b) => b.journey === journey) ?? []);
  const note = `示意图，不绘行政区域界线；${listName(words)}不表示位置${namesNote(journeys.map((j) => j.county))}`;
  const lines = wrap(note, NOTE, WIDTH - 28);
  const height = Math.ceil(map.bottom + 34 + (lines.length - 1) * NOTE_LINE);
  const way = between(journeys);
  const wayAt: Label = { role: 'small', text: way, x: 14, y: tenth(map.swing + 40), size: NOTE, anchor: 'start' };
  const taken = [...takenBoxes(map), ...(way ? [labelBox(wayAt)] : [])];
  const body =
    element(
      'g',
      { fill: 'none', 'font-size': NAME, 'stroke-width': tenth(Math.max(0.8, map.pitch * 0.72)) },
      inOrder.map((band) => drawThreads(band, map, links)).join(''),
    ) +
    inOrder.map((band) => drawPlaces(band, links)).join('') +
    element(
      'g',
      { fill: 'var(--mute)', 'font-size': NOTE },
      (way ? text(wayAt.x, wayAt.y, way) : '') +
        lines.map((line, i) => text(14, height - 10 - (lines.length - 1 - i) * NOTE_LINE, line)).join(''),
    ) +
    drawKnots(placeKnots(knots, coursesOf(map), taken, WIDTH));
  return { kind: 'phone', class: 'thread-map', width: WIDTH, height, body };
}
