import { escapeText } from '#format/escape-text.ts';
import type { Drawing, Links } from '../kit/figure.ts';
import { element, n, SERIF } from '../kit/svg.ts';
import type { Label } from '../kit/text.ts';
import type { Row, StripLayout } from './layout.ts';

/** One form of the figure. */
export function drawStrip(layout: StripLayout, links: Links): Drawing {
  const { kind, width, height } = layout;
  return { kind, width, height, body: bodyOf(layout, links) };
}

function bodyOf({ rows, axis, labels }: StripLayout, links: Links): string {
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
        ...SERIF,
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
