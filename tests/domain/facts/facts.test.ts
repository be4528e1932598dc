import { describe, expect, test } from 'vitest';
import { factIndex } from '#domain/facts/fact.ts';
import { moneyFacts, programmeMoney } from '#domain/facts/money.ts';
import { placeFacts } from '#domain/facts/place.ts';
import { planFacts } from '#domain/facts/plan.ts';
import type { Place } from '#domain/places/place.ts';
import { convertMoney, sum } from '#domain/plan/quantity.ts';
import { realProgramme } from '../real-programme.ts';

const programme = realProgramme(true);
const facts = [...programme.facts.values()];

describe('facts', () => {
  test('every quoted fact finds its words in the passage at its locator', () => {
    const quoted = facts.flatMap((fact) => (fact.basis.kind === 'quoted' ? [{ id: fact.id, basis: fact.basis }] : []));
    const lost = quoted.filter(({ basis }) => !programme.passages.get(basis.locator)?.text.includes(basis.quote));
    expect(lost.map(({ id }) => id)).toEqual([]);
    // 37 filled cells and 12 totals at the least.
    expect(quoted.length).toBeGreaterThanOrEqual(49);
  });

  test('every derived fact shows its steps and rests on facts that exist', () => {
    const derived = facts.flatMap((fact) =>
      fact.basis.kind === 'derived' ? [{ id: fact.id, basis: fact.basis }] : [],
    );
    expect(derived.filter(({ basis }) => basis.steps.length === 0).map(({ id }) => id)).toEqual([]);
    const missing = derived.flatMap(({ id, basis }) =>
      basis.from.filter((f) => !programme.facts.has(f)).map((f) => `${id} → ${f}`),
    );
    expect(missing).toEqual([]);
  });

  test('every fact from outside names its source', () => {
    const nameless = facts.filter((fact) => fact.basis.kind === 'outside' && fact.basis.source.length < 4);
    expect(nameless.map((f) => f.id)).toEqual([]);
  });

  test('the money that can be derived is 263 万元, with every step', () => {
    const money = programme.facts.get('programme-money');
    expect([money?.value, money?.unit]).toEqual([263, '万元']);
    const steps = money?.basis.kind === 'derived' ? money.basis.steps.map((s) => `${s.expression} = ${s.result}`) : [];
    expect(steps).toEqual([
      '芙蓉学子 = 40万元',
      '绿色助学 = 18万元',
      '特殊群体 = 10万元',
      '创业帮扶 = 75万元',
      '团组织建设 = 40万元',
      '少先队阵地 = 80万元',
      '40 + 18 + 10 + 75 + 40 + 80 = 263万元',
    ]);
  });

  test('28 townships are 8 + 5 + 4 + 11', () => {
    const townships = programme.facts.get('programme-townships');
    expect(townships?.value).toBe(28);
    expect(townships?.basis).toMatchObject({
      kind: 'derived',
      steps: [{ expression: '8 + 5 + 4 + 11', result: '28个' }],
    });
  });

  test('a count that the document spells out is quoted, never called derived', () => {
    const basisOf = (id: string) => programme.facts.get(id)?.basis;
    expect(basisOf('programme-fields')).toEqual({
      kind: 'quoted',
      locator: 'c-4-p1',
      quote: '重点做好以下四个方面的工作',
    });
    expect(basisOf('programme-cities')).toMatchObject({ kind: 'quoted', locator: 'c-4-p1' });
    expect(basisOf('programme-counties')).toMatchObject({ kind: 'derived' });
  });

  test('two facts with one id are refused', () => {
    const [first] = facts;
    if (!first) throw new Error('no facts');
    expect(() => factIndex([first, first])).toThrow(`事实编号重复：${first.id}`);
  });
});

describe('quantities', () => {
  test('like is added to like', () => {
    expect(
      sum([
        { value: 40, unit: '人' },
        { value: 20, unit: '人' },
      ]),
    ).toEqual({ value: 60, unit: '人' });
  });

  test('different units are never added, money neither, and nothing has no sum', () => {
    expect(() =>
      sum([
        { value: 1, unit: '人' },
        { value: 1, unit: '个' },
      ]),
    ).toThrow('单位不同，不能相加：人、个');
    expect(() =>
      sum([
        { value: 1, unit: '元' },
        { value: 1, unit: '万元' },
      ]),
    ).toThrow(RangeError);
    expect(() => sum([])).toThrow('没有可以相加的数');
  });

  test('money is converted to money only', () => {
    expect(convertMoney({ value: 400_000, unit: '元' }, '万元')).toEqual({ value: 40, unit: '万元' });
    expect(() => convertMoney({ value: 4, unit: '人' }, '万元')).toThrow('不是金额，不能换算：人 → 万元');
  });
});

describe('money that is no plain number', () => {
  const lineOf = (id: string, quantity: number | string, per: 'total' | 'year' = 'total') => ({
    ...{ id, project: id, title: id, short: id, what: 'people', unit: '人' },
    text_targets: [{ quantity, per, source: 'c-1', quote: '样例' }],
    unit_cost: { amount: 5000, unit: '元', per: '人', source: 'c-1', quote: '每人5000元' },
  });
  const factsOf = (...lines: ReturnType<typeof lineOf>[]) => factsOver([2023], ...lines);
  const factsOver = (years: readonly number[], ...lines: ReturnType<typeof lineOf>[]) => {
    const own = lines.flatMap((line) => {
      const planned = planFacts(line, { cells: [], years, executorName: (id) => id }, new Map());
      return [...planned, ...moneyFacts(line, years, new Map(planned.map((one) => [one.id, one])))];
    });
    const all = [undefined, ...years].flatMap((year) => programmeMoney(lines, factIndex(own), '行', year));
    return factIndex([...own, ...all]);
  };

  test('of at least so many it is at least so much, and no part of a sum', () => {
    const all = factsOf(lineOf('a', '不少于24'), lineOf('b', 10));
    expect(all.get('a-money')).toMatchObject({
      value: '不少于12',
      unit: '万元',
      amount: { bound: 'least', value: 12 },
    });
    expect(all.get('programme-money')).toMatchObject({ value: 5 });
    expect(all.get('programme-money')?.sentence).toBe(
      '文件里有金额可算的1行，各年合计共5万元；另有1行的金额不是一个定数，没有加进来。',
    );
  });

  test('of what the text sets for each year is derived year by year and over all years, with its steps', () => {
    const all = factsOver([2023, 2024, 2025], lineOf('a', 20, 'year'), lineOf('b', '不少于4', 'year'));
    const steps = (id: string) => {
      const basis = all.get(id)?.basis;
      return basis?.kind === 'derived' ? basis.steps.map((s) => `${s.expression} = ${s.result}`) : basis?.kind;
    };
    expect(steps('a-people')).toEqual(['每年20人 × 3年 = 60人']);
    expect(steps('a-money-2024')).toEqual(['20人 × 5000元 = 100000元', '100000元 = 10万元']);
    expect(steps('a-money')).toEqual(['60人 × 5000元 = 300000元', '300000元 = 30万元']);
    expect(all.get('a-people')?.sentence).toBe('“a”各年计划数合计60人；文件正文只写了每年的数。');
    expect(all.get('b-people')?.value).toBe('不少于12');
    expect(all.get('b-money-2025')?.value).toBe('不少于2');
    expect([all.get('programme-money-2023')?.value, all.get('programme-money')?.value]).toEqual([10, 30]);
  });

  test('of what is only about so many a year is not multiplied by the years', () => {
    const all = factsOver([2023, 2024], lineOf('a', '约20', 'year'), lineOf('b', 30));
    expect([all.has('a-people'), all.has('a-money'), all.get('a-money-2023')?.value]).toEqual([false, false, '约10']);
    expect(all.get('b-money')?.value).toBe(15);
    expect(all.get('programme-money')?.sentence).toBe(
      '文件里有金额可算的1行，各年合计共15万元；另有1行只写了每份金额，没有可以乘的合计。',
    );
  });

  test('that the document does not write the sum is said only where something is added', () => {
    expect(factsOf(lineOf('b', 10)).get('programme-money')?.sentence).not.toContain('没有写这个合计');
    expect(factsOf(lineOf('b', 10), lineOf('c', 4)).get('programme-money')?.sentence).toContain('没有写这个合计');
  });
});

test('a place below the sea has the sign of numbers in its sentence, not a hyphen', () => {
  const low: Place = { id: 'a', level: 'county', name: '样例县', elevation: { metres: -154, source: '虚构的海拔' } };
  expect(placeFacts(low).find(({ id }) => id === 'a-elevation')?.sentence).toBe('样例县县城海拔约−150米。');
});
