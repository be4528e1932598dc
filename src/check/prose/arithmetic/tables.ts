import type { ProseBlock, ProseFinding } from '../prose.ts';
import { isSame, narrowSigns, spelledRound } from './amounts.ts';
import { differsBy, growsBy, growthSaid, type Written, written } from './growth.ts';

/** A cell of a table with the number of its block in the story. */
interface TableCell {
  readonly block: number;
  readonly source: ProseBlock;
  readonly row: number;
  readonly column: number;
}

/** A table as its cells can be asked for; rows and columns from 0, the header is row 0. */
interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly cell: (row: number, column: number) => TableCell | undefined;
  /** The words of a cell without spaces, narrow; empty where there is none. */
  readonly text: (row: number, column: number) => string;
}

/** Words of a cell as they are compared. */
const plain = (text: string) => narrowSigns(text).replaceAll(/[\s\u3000]/gu, '');

/** Puts the cells of one table in their places. */
function gridOf(cells: readonly TableCell[]): Grid {
  const at = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const cell = (row: number, column: number) => at.get(`${row} ${column}`);
  return {
    rows: Math.max(...cells.map(({ row }) => row)) + 1,
    columns: Math.max(...cells.map(({ column }) => column)) + 1,
    cell,
    text: (row, column) => plain(cell(row, column)?.source.text ?? ''),
  };
}

/** What a column or a row of growth is called. */
const GROWTH =
  /^(?:(?:同比|环比|比上年|比去年|较上年|较去年|年均?|年度)?(?:增长|增幅|增加|增减|增速|涨幅|变化)(?:情况|比例|百分比|率|额|数|人数|幅度|值|量)?|同比|比上年|比去年|较上年|较去年|与上年比|比上年同期)(?:[（(][^）)]{0,8}[）)])?$/u;
const IN_PERCENT = /率|幅|速|百分|比例|[%％]/u;
/** A year, or the one before: what grows from one to the next. */
const YEAR =
  /^(?:(?<year>(?:19|20)\d\d)(?:[—-](?:19|20)?\d\d学)?年?度?|(?<last>上年|去年|上一年|前一年)(?:度|同期)?|(?<now>本年|今年|当年)(?:度)?)(?:[（(]?[人次册封万元个件所名数]{0,4}[）)]?)?$/u;
const FIGURE = /^(?<digits>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<unit>\p{Script=Han}{0,3})$/u;
const STATED =
  /^(?<verb>增长|增加|提高|上升|下降|减少|降低|增|减|降|↑|↓)?(?<sign>[+＋\-－−])?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<unit>[%％]|\p{Script=Han}{0,3})$/u;

/** The number of a year cell: 上年 is one before 本年. */
function yearOf(text: string): number | null {
  const { year, last, now } = YEAR.exec(text)?.groups ?? {};
  return year ? Number(year) : last ? -1 : now ? 0 : null;
}

function figure(text: string): (Written & { unit: string }) | null {
  const { digits, unit = '' } = FIGURE.exec(text)?.groups ?? {};
  return digits === undefined ? null : { ...written(digits), unit };
}

interface Compared {
  readonly at: readonly [row: number, column: number];
  readonly from: readonly [row: number, column: number];
  readonly to: readonly [row: number, column: number];
  readonly heading: string;
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** Every cell of growth with the two cells that it compares. */
function comparedIn({ rows, columns, text }: Grid): Compared[] {
  const found: Compared[] = [];
  const lines = range(1, rows);
  for (const column of range(1, columns).filter((c) => GROWTH.test(text(0, c)))) {
    const heading = text(0, column);
    const [before, last] = [yearOf(text(0, column - 2)), yearOf(text(0, column - 1))];
    if (before !== null && last !== null && column > 2) {
      // 2024年 | 2025年 | 增长.
      if (last - before !== 1) continue;
      for (const row of lines)
        found.push({ at: [row, column], from: [row, column - 2], to: [row, column - 1], heading });
    } else if (column === 2) {
      // 年份 | 人次 | 增长: each year against the one before, above or below it.
      for (const row of lines) {
        const year = yearOf(text(row, 0));
        const other = [row - 1, row + 1].find((r) => r > 0 && year !== null && yearOf(text(r, 0)) === year - 1);
        if (other !== undefined) found.push({ at: [row, column], from: [other, 1], to: [row, 1], heading });
      }
    }
  }
  for (const row of lines.filter((r) => r > 1 && GROWTH.test(text(r, 0)))) {
    // 项目 | 2024年 | 2025年, and below the numbers their growth.
    for (const column of range(2, columns)) {
      const [before, now] = [yearOf(text(0, column - 1)), yearOf(text(0, column))];
      if (before === null || now === null || now - before !== 1) continue;
      found.push({ at: [row, column], from: [row - 1, column - 1], to: [row - 1, column], heading: text(row, 0) });
    }
  }
  return found;
}

/** Growth of a table that does not follow from the two numbers it compares. */
function growthOfTable(grid: Grid): ProseFinding[] {
  return comparedIn(grid).flatMap(({ at, from, to, heading }): ProseFinding[] => {
    const cell = grid.cell(...at);
    const [a, b] = [figure(grid.text(...from)), figure(grid.text(...to))];
    const { verb = '', sign = '', digits, unit = '' } = STATED.exec(grid.text(...at))?.groups ?? {};
    if (!cell || !a || !b || digits === undefined || a.unit !== b.unit || a.value <= 0) return [];
    if (cell.source.proved.length > 0) return [];
    const falls = /下降|减|降|↓/u.test(verb) || /[-－−]/u.test(sign);
    const size = written(digits);
    const stated = { ...size, value: falls ? -size.value : size.value };
    const percent = /[%％]/u.test(unit) || (unit === '' && IN_PERCENT.test(heading));
    const difference = !percent && unit !== '';
    const right =
      (!difference && growsBy(a, b, stated)) || (!percent && differsBy(a, b, stated)) || /倍|番|成/u.test(unit);
    if (right) return [];
    return [
      {
        ...{ block: cell.block, start: 0, end: cell.source.text.length, severity: 'warning', code: 'wrong-growth' },
        what: '增长的数和前后两个数对不上',
        found: `“${cell.source.text}”`,
        expected: growthSaid(a, b, percent ? 'percent' : difference ? 'difference' : 'either'),
        written: null,
        mend: '重新算一遍，查清是哪个数写错了，改对它；比的是别的年份，在表下写明。',
      },
    ];
  });
}

const SHARE = /^(?:所)?(?:占比|占总数|占全部|比重|构成比|百分比|占比例|比例)(?:[（(][%％][）)])?$/u;
const WHOLE_ROW = /^(?:合计|总计|共计|总数|全部)/u;
/** More than one answer each: they need not make a hundred. */
const SEVERAL = /可?多选|不定项/u;
const PERCENT = /^(?<digits>\d{1,3}(?:\.\d+)?)[%％]?$/u;
const COUNT_FIGURE = /^(?<digits>\d{1,3}(?:[,，]\d{3})+|\d+(?:\.\d+)?)\p{Script=Han}{0,3}$/u;
/** Without a row that says so, shares that make nearly a hundred are meant to. */
const NEARLY = 10;

function finding(cell: TableCell, words: Pick<ProseFinding, 'code' | 'what' | 'expected'>): ProseFinding {
  return {
    ...{ block: cell.block, start: 0, end: cell.source.text.length, severity: 'warning', written: null },
    ...words,
    found: `“${cell.source.text}”`,
    mend: '重新算一遍，查清是哪一格写错了，改对它；还有别的没有列出来，在表下写明。',
  };
}

/** One column of shares: each against its number, and all of them together. */
function inColumn(grid: Grid, column: number): ProseFinding[] {
  const { rows, text, cell } = grid;
  const totals = range(1, rows).filter((row) => WHOLE_ROW.test(text(row, 0)));
  const [totalRow] = totals;
  const parts = range(1, rows).filter((row) => row !== totalRow && cell(row, column));
  const shares = parts.map((row) => PERCENT.exec(text(row, column))?.groups?.['digits']);
  if (totals.length > 1 || parts.length < 2 || shares.some((digits) => digits === undefined)) return [];
  if (
    parts.some((row) => /小计|其中/u.test(text(row, 0))) ||
    range(0, grid.columns).some((c) => SEVERAL.test(text(0, c)))
  )
    return [];
  const values = shares.map((digits) => written(digits ?? ''));
  const number = (row: number) => {
    const digits = COUNT_FIGURE.exec(text(row, column - 1))?.groups?.['digits'];
    return digits === undefined ? null : written(digits).value;
  };
  const whole = totalRow === undefined || column < 2 ? null : number(totalRow);
  const wrong =
    whole === null || whole === 0
      ? []
      : parts.flatMap((row, i) => {
          const own = cell(row, column);
          const part = number(row);
          const stated = values[i];
          if (!own || part === null || !stated || own.source.proved.length > 0) return [];
          const right = (part / whole) * 100;
          if (Math.abs(right - stated.value) <= (stated.off > 0 ? 2 * stated.off : 1) + 1e-9) return [];
          const expected = `${spelledRound(part, 4)}÷${spelledRound(whole, 4)}，占${spelledRound(right, 1)}%`;
          return [finding(own, { code: 'wrong-share', what: '百分数与人数、总数对不上', expected })];
        });
  if (wrong.length > 0) return wrong;
  const sum = values.reduce((all, { value }) => all + value, 0);
  const off = values.reduce((all, { off: half }) => all + (half > 0 ? half : 0.5), 0);
  const said = totalRow === undefined ? null : text(totalRow, column).replace('％', '%');
  const meant = said === null ? parts.length > 2 && Math.abs(sum - 100) <= NEARLY : /^100(?:\.0+)?%?$/u.test(said);
  const last = cell(totalRow ?? parts.at(-1) ?? 0, column);
  if (!meant || !last || Math.abs(sum - 100) <= off + 1e-9) return [];
  const expected = `${shares.map((digits) => `${digits}%`).join('+')}，合计${spelledRound(sum, 2)}%`;
  return [finding(last, { code: 'table-shares', what: '各部分的百分数加起来不是100%', expected })];
}

/** Shares of a table that are not those of its numbers, or do not make a whole. */
const sharesOfTable = (grid: Grid): ProseFinding[] =>
  range(1, grid.columns).flatMap((column) => (SHARE.test(grid.text(0, column)) ? inColumn(grid, column) : []));

/** A cell that holds a number and nothing else. */
interface Figure {
  readonly value: number;
  readonly unit: string;
}

const TOTAL = /^(?:合计|总计|共计|总数|总和|全部|一共)(?:数|人数|金额)?(?:[（(][^）)]{0,8}[）)])?$/u;
const PART_TOTAL = /小计/u;
/** Columns and rows whose numbers are not added: rates, years, ranks, heights, codes. */
const NOT_ADDED = /率|比|均|占|序号|编号|名次|排名|年份|日期|时间|海拔|电话|代码|每|单价|标准|其中|累计|[%％]/u;
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
