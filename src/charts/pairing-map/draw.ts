import type { Journey } from '#domain/places/journey.ts';
import { escapeText } from '#format/escape-text.ts';
import { uprightLine } from '../kit/columns.ts';
import { type Drawing, type Links, threadLink } from '../kit/figure.ts';
import type { Box } from '../kit/geometry.ts';
import { drawKnots, type Knot, placeKnots } from '../kit/knots.ts';
import { listHeading, mapEdge, nameFrame, WAY_NAME, waysMarkup } from '../kit/map.ts';
import { element, halo, inLanguage, n, SERIF, text } from '../kit/svg.ts';
import type { Label } from '../kit/text.ts';
import { coursesOf, type PairingLayout, type Strand, takenBoxes } from './layout.ts';

/** What is drawn besides the numbers. */
interface Drawn {
  readonly links: Links;
  /** The heading of the list of names. */
  readonly list: string;
  readonly knots: readonly Knot[];
}

/** One form of the map. */
export function drawPairing(layout: PairingLayout, journey: Journey, drawn: Drawn): Omit<Drawing, 'desc'> {
  const { kind, width, height } = layout;
  return { kind, width, height, body: bodyOf(layout, journey, drawn) };
}

function bodyOf(layout: PairingLayout, journey: Journey, { links, list, knots }: Drawn): string {
  const { extent, frame, lakes, under, over, ways, strands, bars, cleared, labels } = layout;
  const line = { stroke: 'var(--water)', 'stroke-width': 1.4, 'stroke-linejoin': 'round' };
  const cut = { stroke: 'var(--paper)', 'stroke-width': 4.2, 'stroke-linejoin': 'round' };
  const path = (d: readonly string[], look: Record<string, string | number>) =>
    d.join('') ? element('path', { d: d.join(''), fill: 'none', ...look }) : '';
  const boxes = (list: readonly Box[], fill: string) =>
    list.length ? element('path', { d: list.map(boxPath).join(''), fill }) : '';
  const names = {
    'font-size': strands[0]?.label?.size,
    'stroke-width': layout.strokeWidth,
    'text-anchor': strands[0]?.label?.anchor === 'start' ? undefined : 'end',
    'writing-mode': strands[0]?.label?.vertical ? 'vertical-rl' : undefined,
  };
  return [
    extent ? mapEdge(extent) : '',
    frame ? nameFrame(frame) + listHeading(frame.left + 12, frame.top + 24, list) : '',
    path(lakes, { fill: 'var(--lake)' }),
    path(under, line),
    waysMarkup(ways),
    element('g', names, strands.map((strand) => drawStrand(strand, journey, links)).join('')),
    path(over, cut),
    path(over, line),
    boxes(cleared, 'var(--paper)'),
    boxes(bars, 'var(--ink)'),
    drawLabels(labels, journey.hue),
    drawKnots(placeKnots(knots, coursesOf(layout, journey), takenBoxes(layout), layout.width)),
  ].join('');
}

const boxPath = ({ left, top, right, bottom }: Box) => `M${n(left)} ${n(top)}H${n(right)}V${n(bottom)}H${n(left)}z`;

/** Strand, swatch and name of a thread: one link. */
function drawStrand({ thread, path, swatch, ending, label }: Strand, journey: Journey, links: Links): string {
  const { stripe } = thread;
  return element(
    'a',
    { href: threadLink(links, journey, thread), class: 'thread' },
    element('path', { class: 'strand', d: path, fill: 'none', stroke: `var(--l${stripe})` }) +
      [swatch, ending]
        .map((box) =>
          box
            ? element('rect', {
                class: 'swatch',
                x: box.left,
                y: box.top,
                width: box.right - box.left,
                height: box.bottom - box.top,
                fill: `var(--s${stripe})`,
              })
            : '',
        )
        .join('') +
      (label ? text(label.x, label.y, label.text, { class: 'label', fill: 'var(--ink)' }) : ''),
  );
}

/** Everything written outside the rank, grouped by what it is so that its looks are written once. */
function drawLabels(labels: readonly Label[], hue: number): string {
  const rim = halo(4);
  const looks: Record<Exclude<Label['role'], 'township'>, Record<string, string | number>> = {
    river: { 'font-size': 14, 'font-style': 'italic', fill: 'var(--water-text)', ...rim },
    way: { ...WAY_NAME, ...rim },
    place: { ...SERIF, fill: `var(--h${hue})`, ...rim },
    language: { fill: `var(--h${hue})`, ...rim },
    small: { 'font-size': 13, fill: 'var(--mute)', ...rim },
    figure: { 'font-size': 13, fill: 'var(--mute)' },
  };
  return Object.entries(looks)
    .map(([role, look]) => {
      const mine = labels.filter((label) => label.role === role);
      const [first] = mine;
      if (!first) return '';
      const own = first.lang === undefined ? {} : inLanguage({ lang: first.lang, text: first.text });
      return element('g', { ...own, ...look }, mine.map(drawLabel).join(''));
    })
    .join('');
}

function drawLabel({ role, text: content, x, y, size, anchor, vertical, lead = '', tail = '' }: Label): string {
  if (role === 'language' && vertical) return uprightLine(content, { x, top: y, size });
  const place = { x, y, 'text-anchor': anchor === 'start' ? undefined : anchor };
  if (role === 'figure') {
    const big = `<tspan font-family="var(--serif)" font-weight="900" font-size="${n(size)}" fill="var(--ink)">${escapeText(content)}</tspan>`;
    return element('text', place, `${escapeText(lead)}${big}<tspan dx="4">${escapeText(tail)}</tspan>`);
  }
  const own = role === 'place' || role === 'language' ? { 'font-size': size } : {};
  return element('text', { ...place, ...own }, escapeText(content));
}
