import { expect, test } from 'vitest';
import { layoutMoney, type MoneyItem, PHONE, WIDE } from '#charts/money/layout.ts';
import { money } from '#charts/money/money.ts';
import { LONG, line, links } from './fictional-rows.ts';
import { drawnTexts, troubles } from './svg-texts.ts';

const item = (id: string, value: number | null, more: Partial<MoneyItem> = {}): MoneyItem => ({
  line: line(id, { short: id }),
  value,
  unit: '万元',
  formula: value === null ? '' : '80人×5000元',
  factId: `${id}-money`,
  ...more,
});
const items = [item('甲', 10), item('乙', null), item('丙', 80), item('丁', 0), item('戊', 400000, { unit: '元' })];
const common = { line: { short: '行' }, links, name: 'money', title: '能算出来的钱' };

test('bars stand by size on one scale, different units of money on the same', () => {
  const { bars } = layoutMoney(items, WIDE);
  expect(bars.map((b) => b.item.line.id)).toEqual(['丙', '戊', '甲', '丁']);
  const [c = 0, e = 0, a = 0, d] = bars.map((b) => b.box.width);
  expect([e / c, a / c, d]).toEqual([0.5, 0.125, 0]);
});

test('a line without money is words and no bar', () => {
  const layout = layoutMoney(items, PHONE);
  expect(layout.heading?.text).toBe('文件没有写金额');
  expect(layout.words.map((w) => w.text)).toEqual(['乙']);
  expect(layoutMoney([item('甲', 1)], PHONE).heading).toBeNull();
});

test('what is not money is not drawn', () => {
  expect(() => layoutMoney([item('甲', 3, { unit: '人' })], WIDE)).toThrow('不是金额');
});

test('the sum stands in the sentence only', () => {
  const figure = money({ items, total: { value: 130, unit: '万元' }, ...common });
  expect(figure.sentence).toBe(
    '5行任务里有4行能算出金额，按计划数合计130万元；文件没有写这个合计，其余1行没有写金额。',
  );
  for (const form of figure.forms) expect(drawnTexts(form.svg).map((t) => t.text)).not.toContain('130万元');
  expect(figure.table.rows).toHaveLength(5);
  expect(figure.table.rows[1]).toEqual(['乙', null, null, '文件没有写金额']);
  expect(money({ items: [item('乙', null)], total: null, ...common }).sentence).toBe('文件没有写任何一行的金额。');
});

test('a line of which only the money of one is written is told under the figure, and not as one without money', () => {
  const priced = item('乙', null, { formula: '每册30元' });
  const figure = money({
    items: [item('甲', 10), priced, item('丙', null)],
    total: { value: 10, unit: '万元' },
    ...common,
  });
  expect(figure.sentence).toBe(
    '3行任务里有1行能算出金额，10万元，另有1行只写了每份金额，没有可以乘的合计，其余1行没有写金额。',
  );
  expect(figure.notes.at(-1)).toBe('“乙”写了每册30元，没有可以乘的合计，不画。');
  expect(figure.table.rows[1]).toEqual(['乙', null, null, '每册30元']);
  expect(layoutMoney([priced, item('丙', null)], PHONE).words.map((w) => w.text)).toEqual(['丙']);
  expect(money({ items: [priced], total: null, ...common }).sentence).toBe(
    '文件里1行只写了每份金额，没有可以乘的合计。',
  );
});

test('bars lead to their fact, or to the project where there is none', () => {
  const figure = money({ items: [item('甲', 10), item('丙', 80, { factId: null })], total: null, ...common });
  expect(figure.forms[0]?.svg).toContain('href="/facts/甲-money/"');
  expect(figure.forms[0]?.svg).toContain('href="/projects/p-丙/"');
});

test('long names and formulas are not cut off and touch nothing', () => {
  const long = Array.from({ length: 12 }, (_, i) =>
    item(`x${i}`, i % 3 === 0 ? null : i * 1000, {
      line: line(`x${i}`, { short: LONG }),
      formula: '600个×5万元（附件备注写的单价，按三年合计的数量算，不含其他费用）',
    }),
  );
  for (const some of [items, long]) {
    for (const form of money({ items: some, total: null, ...common }).forms) {
      expect(troubles(form.svg)).toEqual([]);
      expect(form.svg).not.toMatch(/style=|NaN|undefined/);
    }
  }
});
