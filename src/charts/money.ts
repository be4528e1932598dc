/** How much money can be worked out from the document, line by line? Hollow bars, for all of it is planned. */
import { max, scaleLinear } from 'd3';
import type { Line } from '#domain/project.ts';
import { convertMoney } from '#domain/quantity.ts';
import { quantity } from '#format/number.ts';
import type { Figure, Form, Links } from './figure.ts';
import { element, root, text } from './parts/svg.ts';
import { textWidth, wrapText } from './parts/text-width.ts';

export interface MoneyItem {
  readonly line: Line;
  /** null: the document names no money for this line. */
  readonly value: number | null;
  readonly unit: string;
  /** How it comes about, in words: 80人×5000元. */
  readonly formula: string;
  readonly factId: string | null;
}

export interface MoneyInput {
  readonly items: readonly MoneyItem[];
  readonly total: { readonly value: number; readonly unit: string } | null;
  readonly links: Links;
  readonly name: string;
  readonly title: string;
}

export interface MoneyForm {
  readonly kind: 'wide' | 'phone';
  readonly width: number;
  readonly size: number;
  readonly bar: number;
  /** Names stand left of the bars; on a phone above them. */
  readonly beside: boolean;
}

const WIDE: MoneyForm = { kind: 'wide', width: 1200, size: 17, bar: 22, beside: true };
const PHONE: MoneyForm = { kind: 'phone', width: 350, size: 15, bar: 18, beside: false };
const NOTHING = '文件没有写金额';

export interface MoneyLayout {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly {
    readonly item: MoneyItem;
    readonly top: number;
    readonly pitch: number;
    readonly name: readonly { text: string; x: number; y: number }[];
    readonly box: { x: number; y: number; width: number; height: number };
    readonly value: { text: string; x: number; y: number };
    readonly formula: { text: string; x: number; y: number };
  }[];
  /** Lines without money: words, each at its place. */
  readonly heading: { readonly text: string; readonly x: number; readonly y: number } | null;
  readonly words: readonly {
    readonly line: Line;
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
  }[];
}

/** Numbers of one form: the largest first; amounts in different units of money share one scale. */
export function layoutMoney(items: readonly MoneyItem[], form: MoneyForm): MoneyLayout {
  const amount = (item: MoneyItem) =>
    item.value === null ? 0 : convertMoney({ value: item.value, unit: item.unit }, '元').value;
  const known = items.filter((i) => i.value !== null).toSorted((a, b) => amount(b) - amount(a));
  const unknown = items.filter((i) => i.value === null);
  const { size, width, beside } = form;
  const said = (item: MoneyItem) => quantity(item.value ?? 0, item.unit);
  const nameWidth = beside ? Math.min(320, Math.max(110, ...known.map((i) => textWidth(i.line.short, size)))) + 20 : 0;
  // On a phone the formula stands with the name: only the amount needs room beside the bar.
  const label = (item: MoneyItem) => textWidth(said(item), size) + (beside ? textWidth(`　${item.formula}`, size) : 0);
  const room = Math.max(width * 0.25, width - nameWidth - (max(known, label) ?? 0) - 16);
  const scale = scaleLinear([0, max(known, amount) || 1], [0, Math.min(room, 640)]);
  let top = 0;
  const bars = known.map((item) => {
    const names = wrapText(item.line.short, size, beside ? nameWidth - 20 : width);
    const last = beside ? 0 : textWidth(names.at(-1) ?? '', size);
    const below = !beside && last + 14 + textWidth(item.formula, size - 2) > width;
    const head = beside ? 0 : (names.length + (below ? 1 : 0)) * (size + 6);
    const pitch = Math.max(head + form.bar + 18, beside ? names.length * (size + 5) + 18 : 0);
    const box = { x: nameWidth, y: top + 7 + head, width: scale(amount(item)), height: form.bar };
    const middle = box.y + form.bar / 2 + size * 0.36;
    const first = beside ? middle : top + 5 + size;
    const name = names.map((line, i) => ({ text: line, x: 0, y: first + i * (size + 5) }));
    const value = { text: said(item), x: box.x + box.width + 9, y: middle };
    const lastLine = first + (names.length - 1) * (size + 5);
    const formula = beside
      ? { text: item.formula, x: value.x + textWidth(value.text, size) + 16, y: middle }
      : { text: item.formula, x: below ? 0 : last + 14, y: below ? lastLine + size + 5 : lastLine };
    const bar = { item, top, pitch, name, box, value, formula };
    top += pitch;
    return bar;
  });
  if (unknown.length === 0) return { width, height: top, bars, heading: null, words: [] };
  const heading = { text: NOTHING, x: 0, y: top + 22 + size };
  let [x, y] = beside ? [Math.max(nameWidth, textWidth(NOTHING, size) + 24), heading.y] : [0, heading.y + size + 16];
  const start = x;
  const words = unknown.map(({ line }) => {
    const wide = textWidth(line.short, size);
    if (x > start && x + wide > width) [x, y] = [start, y + size + 16];
    const word = { line, text: line.short, x, y, width: wide };
    x += wide + 24;
    return word;
  });
  return { width, height: y + 12, bars, heading, words };
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
      text(formula.x, formula.y, formula.text, { 'font-size': form.beside ? size : size - 2, fill: 'var(--mute)' }),
    ];
    return element(
      'a',
      { href, class: 'thread', 'aria-label': `${item.line.short}　${value.text}　${formula.text}` },
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
    notes: ['空心：都是按计划数算出来的，不是已经花的钱。'],
    source: '计划数和单价见各条事实',
  };
}
