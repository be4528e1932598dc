import type { ProseBlock, ProseFinding } from '../prose.ts';
import { isSame } from './amounts.ts';
import { type Grid, gridOf, plain, type TableCell } from './table-figures.ts';
import { growthOfTable } from './table-growth.ts';
import { sharesOfTable } from './table-shares.ts';

/** A cell that holds a number and nothing else. */
interface Figure {
  readonly value: number;
  readonly unit: string;
}

const TOTAL = /^(?:合计|总计|共计|总数|总和|全部|一共)(?:数|人数|金额)?(?:[（(][^）)]{0,8}[）)])?$/u;
const PART_TOTAL = /小计/u;
/** Columns and rows whose numbers are not added: rates, years, ranks, heights, codes. */
const NOT_ADDED = /率|比|均|占|序号|编号|名次|排名|年份|日期|时间|海拔|电话|代码|每|单价|标准|其中|累计|[%％]/u;
const FIGURE = /^(?<digits>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<unit>\p{Script=Han}{0,3})$/u;
/** Nothing is written there: no number is missing from the sum. */
const EMPTY = /^[—–\-/／－]{1,3}$/u;

function figureOf(cell: TableCell | undefined): Figure | 'empty' | null {
  const text = cell ? plain(cell.source.text) : '';
  if (text === '' || EMPTY.test(text)) return 'empty';
  const { digits, unit = '' } = FIGURE.exec(text)?.groups ?? {};
  return digits === undefined || unit === '年' || unit === '月' || unit === '日'
    ? null
    : { value: Number(digits.replaceAll(/[,，]/gu, '')), unit };
}

/** The numbers that a total is of; null where something else stands among them. */
function summed(cells: readonly (TableCell | undefined)[], total: Figure): number[] | null {
  const figures = cells.map(figureOf);
  const numbers = figures.filter((f) => f !== null && f !== 'empty');
  if (figures.includes(null) || numbers.length < 2) return null;
  const units = new Set([...numbers, total].flatMap(({ unit }) => (unit === '' ? [] : [unit])));
  return units.size > 1 ? null : numbers.map(({ value }) => value);
}

function findingOf(
  { source, block }: TableCell,
  total: Figure,
  parts: readonly number[] | null,
  where: string,
): ProseFinding[] {
  if (parts === null) return [];
  const sum = Math.round(parts.reduce((all, value) => all + value, 0) * 1e6) / 1e6;
  if (isSame(sum, total.value) || source.proved.length > 0) return [];
  return [
    {
      ...{ block, start: 0, end: source.text.length, severity: 'warning', code: 'table-total' },
      what: `表里的合计与${where}之和不同`,
      found: `“${source.text}”`,
      expected: `${parts.length > 12 ? `${parts.length}个数相加` : parts.join('+')}，合计${sum}${total.unit}`,
      written: null,
      mend: '重新加一遍，查清是哪一格写错了，改对它；合计里还有别的，在表下写明。',
    },
  ];
}

/** One table, by rows and by columns. */
function totalsOf({ cell, text, ...size }: Grid): ProseFinding[] {
  const [rows, columns] = [size.rows - 1, size.columns - 1];
  const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

  const totalRows = range(1, rows + 1).filter((row) => TOTAL.test(text(row, 0)));
  const labels = range(1, rows + 1).map((row) => text(row, 0));
  const headings = range(0, columns + 1).map((column) => text(0, column));
  const byRow = totalRows.length !== 1 || labels.some((label) => NOT_ADDED.test(label)) ? [] : totalRows;
  const ofColumns = byRow.flatMap((row) =>
    range(1, columns + 1).flatMap((column) => {
      const own = cell(row, column);
      const total = figureOf(own);
      if (!own || total === null || total === 'empty' || NOT_ADDED.test(headings[column] ?? '')) return [];
      const above = range(1, row).filter((r) => !PART_TOTAL.test(text(r, 0)));
      return findingOf(
        own,
        total,
        summed(
          above.map((r) => cell(r, column)),
          total,
        ),
        '上面各行',
      );
    }),
  );

  const totalColumns = range(1, columns + 1).filter((column) => TOTAL.test(headings[column] ?? ''));
  const [last] = totalColumns;
  // 人数, 金额, 合计: not all of one kind.
  const added = headings.slice(1, last);
  const alike = !added.some((heading) => NOT_ADDED.test(heading)) && new Set(added.map(kindOf)).size === 1;
  if (last === undefined || totalColumns.length > 1 || last < 3 || !alike) return ofColumns;
  const ofRows = range(1, rows + 1).flatMap((row) => {
    const own = cell(row, last);
    const total = figureOf(own);
    if (!own || total === null || total === 'empty' || NOT_ADDED.test(text(row, 0))) return [];
    const before = range(1, last).filter((column) => !PART_TOTAL.test(headings[column] ?? ''));
    return findingOf(
      own,
      total,
      summed(
        before.map((column) => cell(row, column)),
        total,
      ),
      '左边各列',
    );
  });
  return [...ofColumns, ...ofRows];
}

function inTable(grid: Grid, cells: readonly TableCell[]): ProseFinding[] {
  const totals = cells.some(({ source }) => TOTAL.test(plain(source.text))) ? totalsOf(grid) : [];
  return [...totals, ...partTotalsOf(grid), ...sharesOfTable(grid), ...growthOfTable(grid)];
}

/** What a heading counts, as far as its last letter says it. */
const kindOf = (heading: string) => /(?:人数|金额|经费|数量|册数|封数|天数|次数|[元人])$/u.exec(heading)?.[0] ?? '';

/** 小计 below the rows it is of: back to the last one, or to the header. */
function partTotalsOf({ rows, columns, cell, text }: Grid): ProseFinding[] {
  const isPart = (row: number) => PART_TOTAL.test(text(row, 0));
  const all = Array.from({ length: rows - 1 }, (_, i) => i + 1);
  const parts = all.filter(isPart);
  // Where the first row is one already, each stands above its rows.
  if (parts.length === 0 || isPart(1) || all.some((row) => NOT_ADDED.test(text(row, 0)))) return [];
  return parts.flatMap((row, i) => {
    const above = all.filter((r) => r > (parts[i - 1] ?? 0) && r < row && !TOTAL.test(text(r, 0)));
    return Array.from({ length: columns - 1 }, (_, c) => c + 1).flatMap((column) => {
      const own = cell(row, column);
      const total = figureOf(own);
      if (!own || total === null || total === 'empty' || NOT_ADDED.test(text(0, column))) return [];
      const numbers = above.map((r) => cell(r, column));
      return findingOf(own, total, summed(numbers, total), '上面各行');
    });
  });
}

/** Totals, shares and growth of tables that do not follow from their numbers. */
export function inTables(blocks: readonly ProseBlock[]): ProseFinding[] {
  const cells = blocks.flatMap((source, block): (TableCell & { table: number })[] =>
    source.cell ? [{ source, block, ...source.cell }] : [],
  );
  return [...Map.groupBy(cells, ({ table }) => table).values()].flatMap((all) =>
    // A table of a few rows and columns; longer ones are lists.
    all.length > 2000 ? [] : inTable(gridOf(all), all),
  );
}
