/** How much money can be worked out from the document, line by line? Hollow bars, for all of it is planned. */
import { quantity } from '#format/number.ts';
import type { Figure, Form, Links } from '../kit/figure.ts';
import { element, root, text } from '../kit/svg.ts';
import { layoutMoney, type MoneyForm, type MoneyItem, type MoneyLayout, NOTHING, PHONE, WIDE } from './layout.ts';

export { layoutMoney, type MoneyItem } from './layout.ts';

export interface MoneyInput {
  readonly items: readonly MoneyItem[];
  readonly total: { readonly value: number; readonly unit: string } | null;
  readonly links: Links;
  readonly name: string;
  readonly title: string;
}

function drawMoney(layout: MoneyLayout, links: Links, form: MoneyForm): string {
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

/** The sentence holds the sum; it is not drawn, for a bar of it would belong to no line. */
function sentenceOf({ items, total }: MoneyInput): string {
  const known = items.filter((i) => i.value !== null).length;
  if (known === 0) return '文件没有写任何一行的金额。';
  const rest = items.length - known;
  const sum = total ? `，按计划数合计${quantity(total.value, total.unit)}` : '';
  return `${items.length}行任务里有${known}行能算出金额${sum}${total ? '；文件没有写这个合计' : ''}${rest > 0 ? `，其余${rest}行没有写金额` : ''}。`;
}

/** The figure of the money that can be derived, wide and phone. */
export function money(input: MoneyInput): Figure {
  const sentence = sentenceOf(input);
  const forms = [WIDE, PHONE].map((form): Form => {
    const layout = layoutMoney(input.items, form);
    const size = { width: layout.width, height: layout.height };
    const svg = root(`${input.name}-${form.kind}`, size, input.title, sentence, drawMoney(layout, input.links, form));
    return { kind: form.kind, ...size, svg };
  });
  return {
    name: input.name,
    title: input.title,
    sentence,
    forms,
    table: {
      columns: [
        { key: 'line', label: '任务' },
        { key: 'money', label: '金额', numeric: true },
        { key: 'unit', label: '计量单位' },
        { key: 'formula', label: '怎么算' },
      ],
      rows: input.items.map((i) => [
        i.line.short,
        i.value,
        i.value === null ? null : i.unit,
        i.value === null ? NOTHING : i.formula,
      ]),
    },
    notes: ['空心：按计划数算出的金额。实际花了多少，不在图里。'],
    source: '计划数和单价见各条事实',
  };
}
