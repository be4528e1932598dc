import type { Journey } from '#domain/places/journey.ts';
import type { Form } from '../../kit/figure.ts';
import { listHeading, nameFrame } from '../../kit/name-list.ts';
import { type Point, pathOf } from '../../kit/strand.ts';
import { element, root, text } from '../../kit/svg.ts';
import { drawLabel } from '../labels.ts';
import type { ThreadMapInput } from '../types.ts';
import { drawAxis } from './axis.ts';
import { type Band, strandOf } from './bands.ts';
import type { Node } from './ends.ts';
import { EDGE, NAME, OVERHANG, ROW, SWATCH, WIDTH } from './frame.ts';
import type { WideThreadMap } from './wide.ts';

function drawThreads(band: Band, { frame, drawing }: WideThreadMap, links: ThreadMapInput['links']): string {
  return band.journey.threads
    .map(({ place, stripe }, i) => {
      const row = band.rows[i] ?? 0;
      const d = pathOf(strandOf(band, i, frame, drawing.attempt.sheared).map(([x, y]): Point => [tenth(x), tenth(y)]));
      return element(
        'a',
        { href: links.township(place.id), class: 'thread' },
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

/** A tenth of a pixel is finer than any screen shows here, and a third shorter. */
const tenth = (value: number) => Math.round(value * 10) / 10;

const drawBar = ({ x, y, half }: Node): string =>
  element('rect', {
    x: tenth(x - 2.5),
    y: tenth(y - half - OVERHANG),
    width: 5,
    height: tenth(2 * (half + OVERHANG)),
    fill: 'var(--ink)',
  });

/** The bars and labels, one link for each pairing in the notice's order; a shared place belongs to the first. */
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
        return drawBar(bar) + (label ? drawLabel({ ...label, left: tenth(label.left), top: tenth(label.top) }) : '');
      });
      return own.length ? element('a', { href: links.pairing(journey.city.id), class: 'pairing' }, own.join('')) : '';
    })
    .join('');
}

/** The wide form; threads, then places, in the notice's order. */
export function drawWide(map: WideThreadMap, { journeys, links, name, title }: ThreadMapInput, sentence: string): Form {
  const threads = journeys.map((journey) => {
    const band = map.drawing.bands.find((b) => b.journey === journey);
    return band ? drawThreads(band, map, links) : '';
  });
  const axis = drawAxis(map, journeys);
  const rows = map.drawing.bands.flatMap((band) => band.rows);
  const frame = {
    left: EDGE - 16,
    right: tenth(map.frame.list) + 12,
    top: tenth(Math.min(...rows) - ROW / 2 - 46),
    bottom: tenth(Math.max(...rows) + ROW / 2 + 8),
  };
  const body =
    nameFrame(frame) +
    listHeading(frame.left + 12, frame.top + 22, 2) +
    element(
      'g',
      { fill: 'none', 'stroke-width': Math.min(2.2, map.frame.pitch * 0.67) },
      element('g', { 'font-size': NAME, 'text-anchor': 'end' }, threads.join('')),
    ) +
    drawPlaces(journeys, map, links) +
    axis.svg;
  const svg = root(`${name}-wide`, { width: WIDTH, height: axis.bottom, class: 'thread-map' }, title, sentence, body);
  return { kind: 'wide', width: WIDTH, height: axis.bottom, svg };
}
