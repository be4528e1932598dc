/** How much money can be worked out from the document, line by line? Hollow bars, for all of it is planned. */

import { inQuotes } from '#domain/plan/quotation.ts';
import { quantity } from '#format/number.ts';
import { type Figure, figure, type Links } from '../kit/figure.ts';
import { drawMoney } from './draw.ts';
import { isPriceAlone, layoutMoney, type MoneyItem, NOTHING, PHONE, WIDE } from './layout.ts';

export interface MoneyInput {
  readonly items: readonly MoneyItem[];
  /** What is counted together year by year, by its measure word: 行. */
  readonly line: { readonly short: string };
  readonly total: { readonly value: number; readonly unit: string } | null;
  readonly links: Links;
  readonly name: string;
  readonly title: string;
}

/** The sentence holds the sum; it is not drawn, for a bar of it would belong to no line. */
function sentenceOf({ items, total, line: { short } }: MoneyInput): string {
  const known = items.filter((i) => i.value !== null).length;
  const prices = items.filter(isPriceAlone).length;
  const priced = prices > 0 ? `${prices}${short}只写了每份金额，没有可以乘的合计` : '';
  if (known === 0) return priced === '' ? `文件没有写任何一${short}的金额。` : `文件里${priced}。`;
  const rest = items.length - known - prices;
  const fixed = items.filter((i) => i.value !== null && i.words === undefined).length;
  const sum = total ? `，${fixed > 1 ? '按计划数合计' : ''}${quantity(total.value, total.unit)}` : '';
  const bounded = known - fixed;
  const apart = bounded > 0 && total ? `${fixed > 1 ? '，' : '；'}另有${bounded}${short}的金额不是一个定数` : '';
  const unsaid = total && fixed > 1 ? '；文件没有写这个合计' : '';
  return `${items.length}${short}任务里有${bounded > 0 && total ? fixed : known}${short}能算出金额${sum}${unsaid}${apart}${priced && `，另有${priced}`}${rest > 0 ? `，其余${rest}${short}没有写金额` : ''}。`;
}

/** The figure of the money that can be derived, wide and phone. */
export function money(input: MoneyInput): Figure {
  const { items, links, name, title } = input;
  const table = {
    columns: [
      { key: 'line', label: '任务' },
      { key: 'money', label: '金额', numeric: true },
      { key: 'unit', label: '计量单位' },
      { key: 'formula', label: '怎么算' },
    ],
    rows: items.map(({ line, value, unit, formula }) => [
      line.short,
      value,
      value === null ? null : unit,
      formula === '' ? NOTHING : formula,
    ]),
  };
  const notes = [
    '空心：按计划数算出的金额。实际花了多少，不在图里。',
    ...items
      .filter(isPriceAlone)
      .map((one) => `${inQuotes(one.line.short)}写了${one.formula}，没有可以乘的合计，不画。`),
  ];
  return figure(
    { name, title, sentence: sentenceOf(input), table, notes, sources: ['计划数和单价见各条事实'] },
    [WIDE, PHONE].map((form) => drawMoney(layoutMoney(items, form), links, form)),
  );
}
