import { max, scaleLinear } from 'd3';
import { convertMoney } from '#domain/plan/quantity.ts';
import type { Line } from '#domain/programme/project.ts';
import { quantity } from '#format/number.ts';
import { textWidth, wrap } from '../kit/text.ts';

export interface MoneyItem {
  readonly line: Line;
  /** null: the document names no money for this line. */
  readonly value: number | null;
  readonly unit: string;
  /** The amount as it is meant, where it is no plain number: 不超过120万元. */
  readonly words?: string | undefined;
  /** How it comes about, in words: 80人×5000元; where only the money of one is written, that: 每册30元. */
  readonly formula: string;
  readonly factId: string | null;
}

/** Whether the document writes the money of one, and no number in all to multiply it by. */
export const isPriceAlone = ({ value, formula }: MoneyItem): boolean => value === null && formula !== '';

export interface MoneyForm {
  readonly kind: 'wide' | 'phone';
  readonly width: number;
  readonly size: number;
  readonly bar: number;
  /** Names stand left of the bars; on a phone above them. */
  readonly beside: boolean;
}

export const WIDE: MoneyForm = { kind: 'wide', width: 1200, size: 17, bar: 22, beside: true };
export const PHONE: MoneyForm = { kind: 'phone', width: 350, size: 15, bar: 18, beside: false };
export const NOTHING = '文件没有写金额';

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
    readonly formula: readonly { text: string; x: number; y: number }[];
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
  const unknown = items.filter((i) => i.value === null && !isPriceAlone(i));
  const { size, width, beside } = form;
  const said = (item: MoneyItem) => item.words ?? quantity(item.value ?? 0, item.unit);
  const nameWidth = beside ? Math.min(320, Math.max(110, ...known.map((i) => textWidth(i.line.short, size)))) + 20 : 0;
  // On a phone the formula stands with the name: only the amount needs room beside the bar.
  const label = (item: MoneyItem) =>
    textWidth(said(item), size) + (beside ? Math.min(360, textWidth(`　${item.formula}`, size)) : 0);
  const room = Math.max(width * 0.25, width - nameWidth - (max(known, label) ?? 0) - 16);
  const scale = scaleLinear([0, max(known, amount) || 1], [0, Math.min(room, 640)]);
  let top = 0;
  const bars = known.map((item) => {
    const step = size + 5;
    const names = wrap(item.line.short, size, beside ? nameWidth - 20 : width);
    const last = textWidth(names.at(-1) ?? '', size);
    const length = scale(amount(item));
    const start = nameWidth + length + 9 + textWidth(said(item), size) + 16;
    const below = !beside && last + 14 + textWidth(item.formula, size - 2) > width;
    const words = beside ? wrap(item.formula, size, width - start) : wrap(item.formula, size - 2, width);
    const head = beside ? 0 : (names.length + (below ? words.length : 0)) * (size + 6);
    const pitch = Math.max(head + form.bar + 18, beside ? Math.max(names.length, words.length) * step + 18 : 0);
    const box = { x: nameWidth, y: top + 7 + head, width: length, height: form.bar };
    const middle = box.y + form.bar / 2 + size * 0.36;
    const first = beside ? middle : top + 5 + size;
    const name = names.map((line, i) => ({ text: line, x: 0, y: first + i * step }));
    const value = { text: said(item), x: nameWidth + length + 9, y: middle };
    const from = beside ? middle : first + (names.length - (below ? 0 : 1)) * step;
    const x = beside ? start : below ? 0 : last + 14;
    const formula = words.map((line, i) => ({ text: line, x, y: from + i * step }));
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
