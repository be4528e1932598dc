import type { Drawing, Links } from '../kit/figure.ts';
import { element, text } from '../kit/svg.ts';
import type { MoneyForm, MoneyLayout } from './layout.ts';

/** One form of the figure. */
export function drawMoney(layout: MoneyLayout, links: Links, form: MoneyForm): Drawing {
  return { kind: form.kind, width: layout.width, height: layout.height, body: bodyOf(layout, links, form) };
}

function bodyOf(layout: MoneyLayout, links: Links, form: MoneyForm): string {
  const { size } = form;
  const ink = 'var(--ink)';
  const bars = layout.bars.map(({ item, top, pitch, name, box, value, formula }) => {
    const hollow = {
      x: box.x + 0.75,
      y: box.y + 0.75,
      width: Math.max(0, box.width - 1.5),
      height: box.height - 1.5,
      fill: 'none',
      stroke: ink,
      'stroke-width': 1.5,
      class: 'swatch',
    };
    const href = item.factId === null ? links.project(item.line.project) : links.fact(item.factId);
    const parts = [
      element('rect', { x: 0, y: top, width: layout.width, height: pitch, fill: 'none', 'pointer-events': 'all' }),
      ...name.map((n) => text(n.x, n.y, n.text, { 'font-size': size, 'font-weight': 600, fill: ink, class: 'label' })),
      item.value === 0
        ? element('rect', { x: box.x, y: box.y - 3, width: 3, height: box.height + 6, fill: ink })
        : element('rect', hollow),
      text(value.x, value.y, value.text, { 'font-size': size, 'font-weight': 700, fill: ink }),
      ...formula.map((line) =>
        text(line.x, line.y, line.text, { 'font-size': form.beside ? size : size - 2, fill: 'var(--mute)' }),
      ),
    ];
    return element(
      'a',
      { href, class: 'thread', 'aria-label': `${item.line.short}　${value.text}　${item.formula}` },
      parts.join(''),
    );
  });
  const { heading } = layout;
  if (!heading) return bars.join('');
  const rule = element('path', {
    d: `M0 ${heading.y - size - 10}H${layout.width}`,
    stroke: 'var(--line)',
    'stroke-width': 1,
  });
  const words = layout.words.map((w) => {
    const target = element('rect', {
      x: w.x - 6,
      y: w.y - size - 4,
      width: w.width + 12,
      height: size + 14,
      fill: 'none',
      'pointer-events': 'all',
    });
    const word = text(w.x, w.y, w.text, { 'font-size': size, fill: 'var(--ink-2)', class: 'label' });
    return element('a', { href: links.project(w.line.project), class: 'thread' }, target + word);
  });
  const title = text(heading.x, heading.y, heading.text, { 'font-size': size, fill: 'var(--mute)' });
  return bars.join('') + rule + title + words.join('');
}
