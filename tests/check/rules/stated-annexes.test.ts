import { describe, expect, test } from 'vitest';
import { annexColumns, annexTotals, annexYears } from '#check/rules/annex-cells.ts';
import { annexLines } from '#check/rules/annex-lines.ts';
import type { Draft } from '#check/rules/draft.ts';
import { type TargetTable, targetTableSchema } from '#domain/plan/plan.ts';

type Written = number | string | null;
const executors = [{ id: 'jia', label: '甲市' }];
const table = (id: string, keys: readonly string[], cells: readonly Written[], total: Written): TargetTable =>
  targetTableSchema.parse({
    id,
    kind: 'targets',
    label: '表一',
    title: '任务',
    head: '事项',
    total_head: '合计',
    years: keys.map((key) => ({
      ...(/^\d+$/.test(key) ? { year: Number(key) } : { period: key }),
      label: key,
      executors,
    })),
    rows: [
      {
        line: 'trees',
        name: '种树',
        unit: '棵',
        cells: Object.fromEntries(keys.map((key, i) => [key, { jia: cells[i] ?? null }])),
        total,
      },
    ],
  });
const draftOf = (tables: readonly TargetTable[], row: string | readonly string[] = 'a1-trees') =>
  ({
    tables: tables.map((one) => ({ file: `plan/${one.id}.yaml`, table: one })),
    tablesWhole: true,
    document: { title: '样例协议', years: [2022, 2023] },
    passages: new Map(),
    knownLines: new Set(['trees']),
    projects: [{ id: 'trees', lines: [{ id: 'trees', title: '种树', unit: '棵', row }] }],
  }) as unknown as Draft;

describe('the total of a row', () => {
  test.each([
    [['2022-h1', '2022-h2', '2023'], [1, 2, 3], 6],
    [['2022', '2023'], ['不少于4', '不少于5'], '不少于9'],
    [['2022', '2023'], ['不少于4', 5], 9],
    [['2022', '2023'], ['20—30', 5], '25—35'],
    [['2022', '2023'], ['约4', '约5'], 12],
    [['2022', '2023'], ['按需安排', 5], 12],
    [['2022', '2022-h1', '2023'], [4, 2, 5], 9],
    [['2022', '2023', 'whole'], [4, 5, 9], 9],
    [['2022', '2023'], [null, null], 9],
  ] as const)('of %j with %j may be %s', (keys, cells, total) => {
    expect(annexTotals(draftOf([table('a1', keys, cells, total)]))).toEqual([]);
  });

  test.each([
    [['2022', '2023'], ['不少于4', '不少于5'], '不少于8', '不少于4＋不少于5＝不少于9，合计写的是不少于8'],
    [['2022-h1', '2022-h2'], [1.5, 2], 4, '1.5＋2＝3.5，合计写的是4'],
    [['2022', '2023'], ['20—30', 5], '25—36', '20—30＋5＝25—35，合计写的是25—36'],
  ] as const)('of %j with %j is not %s', (keys, cells, total, found) => {
    expect(annexTotals(draftOf([table('a1', keys, cells, total)])).map((f) => f.found)).toEqual([found]);
  });
});

describe('the columns of an annex', () => {
  test('are periods of the years of the plan', () => {
    const told = annexYears(draftOf([table('a1', ['2022-h1', '2024-q1', 'whole'], [1, 2, 3], null)]));
    expect(told.map(({ found, path }) => [found, path])).toEqual([['2024', ['years', 1, 'period']]]);
  });

  test('each have a cell in every row', () => {
    const one = table('a1', ['2022-h1', '2023'], [1, 2], null);
    const [row] = one.rows;
    const broken = { ...one, rows: row ? [{ ...row, cells: { '2022-h2': { jia: 1 }, 2023: { jia: 2 } } }] : [] };
    expect(annexColumns(draftOf([broken])).map(({ found }) => found)).toEqual(['“2022-h2”', '没有写 2022-h1 的 jia']);
  });

  test('are a year or a period, not both and not neither', () => {
    const column = { label: '2022年', executors };
    const parsed = (more: object) => targetTableSchema.shape.years.safeParse([{ ...column, ...more }]).success;
    expect([
      parsed({ year: 2022 }),
      parsed({ period: '2022-h1' }),
      parsed({}),
      parsed({ year: 2022, period: 'whole' }),
    ]).toEqual([true, true, false, false]);
  });

  test('hold no number below nothing', () => {
    expect(() => table('a1', ['2022'], [-1], null)).toThrow();
  });
});

describe('a line in two annexes', () => {
  const two = [table('a1', ['2022'], [1], null), table('a2', ['2023'], [2], null)];

  test('is told where it names one row', () => {
    const [found, ...more] = annexLines(draftOf(two));
    expect(found?.code).toBe('line-in-two-annexes');
    expect(found?.mend).toContain('[a1-trees, a2-trees]');
    expect(more).toEqual([]);
  });

  test('is right where it names both', () => {
    expect(annexLines(draftOf(two, ['a1-trees', 'a2-trees']))).toEqual([]);
  });
});
