import type { Journey } from '#domain/places/journey.ts';
import { nameToday } from '#domain/places/place.ts';
import type { Waters } from '#domain/places/waters.ts';
import type { Figure, Form, Links } from '../kit/figure.ts';
import type { Label } from '../kit/label.ts';
import { listHeading, mapEdge, nameFrame } from '../kit/name-list.ts';
import type { Box } from '../kit/polyline.ts';
import { element, escapeText, n, root, text } from '../kit/svg.ts';
import { layoutPhone, layoutWide, type PairingLayout, type Strand } from './layout.ts';
import { notesOf, sentenceOf, sourceOf } from './words.ts';

/** How far and how high is it from one city to its county, and which townships stand at the end of the way? */
export interface PairingMapInput {
  readonly journey: Journey;
  readonly waters: Waters | null;
  readonly links: Links;
  /** Where the document says who is paired, as readers cite it. */
  readonly cited: string;
  readonly name: string;
  readonly title: string;
}

/** The map as a figure, wide and for the phone. Without coordinates or waters it is a schematic ribbon that says so. */
export function pairingMap({ journey, waters, links, cited, name, title }: PairingMapInput): Figure {
  const layouts = [layoutWide(journey, waters), layoutPhone(journey, waters)] as const;
  const sentence = sentenceOf(journey);
  const desc = `${sentence}${journey.threads.map(({ place }) => place.name).join('、')}。`;
  return {
    name,
    title,
    sentence,
    forms: layouts.map((layout): Form => {
      const { kind, width, height } = layout;
      return {
        kind,
        width,
        height,
        svg: root(`${name}-${kind}`, layout, title, desc, draw(layout, journey.hue, links)),
      };
    }),
    table: {
      columns: [
        { key: 'township', label: '乡镇' },
        { key: 'name_today', label: '今名' },
        { key: 'code', label: '代码' },
      ],
      rows: journey.threads.map(({ place }) => [place.name, nameToday(place), place.code?.value ?? null]),
    },
    notes: notesOf(journey, layouts[0].strip, layouts[1].strip),
    source: sourceOf(journey, waters, cited),
  };
}

function draw(layout: PairingLayout, hue: number, links: Links): string {
  const { extent, frame, lakes, under, over, strands, bars, cleared, labels } = layout;
  const line = { stroke: 'var(--water)', 'stroke-width': 1.4, 'stroke-linejoin': 'round' };
  const halo = { stroke: 'var(--paper)', 'stroke-width': 4.2, 'stroke-linejoin': 'round' };
  const path = (d: readonly string[], look: Record<string, string | number>) =>
    d.join('') ? element('path', { d: d.join(''), fill: 'none', ...look }) : '';
  const boxes = (list: readonly Box[], fill: string) =>
    list.length ? element('path', { d: list.map(boxPath).join(''), fill }) : '';
  const names = {
    'font-size': strands[0]?.label.size,
    'stroke-width': layout.strokeWidth,
    'text-anchor': 'end',
    'writing-mode': layout.kind === 'phone' ? 'vertical-rl' : undefined,
  };
  return [
    extent ? mapEdge(extent) : '',
    nameFrame(frame),
    listHeading(frame.left + 12, frame.top + 24),
    path(lakes, { fill: 'var(--lake)' }),
    path(under, line),
    element('g', names, strands.map((strand) => drawStrand(strand, links)).join('')),
    path(over, halo),
    path(over, line),
    boxes(cleared, 'var(--paper)'),
    boxes(bars, 'var(--ink)'),
    drawLabels(labels, hue),
  ].join('');
}

const boxPath = ({ left, top, right, bottom }: Box) => `M${n(left)} ${n(top)}H${n(right)}V${n(bottom)}H${n(left)}z`;

/** Strand, swatch and name of a township: one link. */
function drawStrand({ thread, path, swatch: s, label }: Strand, links: Links): string {
  const { place, stripe } = thread;
  return element(
    'a',
    { href: links.township(place.id), class: 'thread' },
    element('path', { class: 'strand', d: path, fill: 'none', stroke: `var(--l${stripe})` }) +
      element('rect', {
        class: 'swatch',
        x: s.left,
        y: s.top,
        width: s.right - s.left,
        height: s.bottom - s.top,
        fill: `var(--s${stripe})`,
      }) +
      text(label.x, label.y, label.text, { class: 'label', fill: 'var(--ink)' }),
  );
}

/** Everything written outside the rank, grouped by what it is so that its looks are written once. */
function drawLabels(labels: readonly Label[], hue: number): string {
  const halo = { 'paint-order': 'stroke', stroke: 'var(--paper)', 'stroke-width': 4, 'stroke-linejoin': 'round' };
  const looks: Record<Exclude<Label['role'], 'township'>, Record<string, string | number>> = {
    river: { 'font-size': 14, 'font-style': 'italic', fill: 'var(--water-text)', ...halo },
    place: { 'font-family': 'var(--serif)', 'font-weight': 900, fill: `var(--h${hue})`, ...halo },
    bo: { 'font-family': 'var(--bo)', lang: 'bo', fill: `var(--h${hue})`, ...halo },
    small: { 'font-size': 13, fill: 'var(--mute)', ...halo },
    figure: { 'font-size': 13, fill: 'var(--mute)' },
  };
  return Object.entries(looks)
    .map(([role, look]) => {
      const mine = labels.filter((label) => label.role === role);
      return mine.length ? element('g', look, mine.map(drawLabel).join('')) : '';
    })
    .join('');
}

function drawLabel({ role, text: content, x, y, size, anchor, lead = '', tail = '' }: Label): string {
  const place = { x, y, 'text-anchor': anchor === 'start' ? undefined : anchor };
  if (role === 'figure') {
    const big = `<tspan font-family="var(--serif)" font-weight="900" font-size="${n(size)}" fill="var(--ink)">${escapeText(content)}</tspan>`;
    return element('text', place, `${escapeText(lead)}${big}<tspan dx="4">${escapeText(tail)}</tspan>`);
  }
  const own = role === 'place' || role === 'bo' ? { 'font-size': size } : {};
  return element('text', { ...place, ...own }, escapeText(content));
}
