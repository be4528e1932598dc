import type { ProseFinding } from '../prose.ts';
import { spelledRound } from './amounts.ts';
import { written } from './growth.ts';
import type { Grid, TableCell } from './table-figures.ts';

const SHARE = /^(?:所)?(?:占比|占总数|占全部|比重|构成比|百分比|占比例|比例)(?:[（(][%％][）)])?$/u;
const TOTAL = /^(?:合计|总计|共计|总数|全部)/u;
/** More than one answer each: they need not make a hundred. */
const SEVERAL = /可?多选|不定项/u;
const PERCENT = /^(?<digits>\d{1,3}(?:\.\d+)?)[%％]?$/u;
const FIGURE = /^(?<digits>\d{1,3}(?:[,，]\d{3})+|\d+(?:\.\d+)?)\p{Script=Han}{0,3}$/u;
/** Without a row that says so, shares that make nearly a hundred are meant to. */
const NEARLY = 10;

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

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
  const totals = range(1, rows).filter((row) => TOTAL.test(text(row, 0)));
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
    const digits = FIGURE.exec(text(row, column - 1))?.groups?.['digits'];
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
export const sharesOfTable = (grid: Grid): ProseFinding[] =>
  range(1, grid.columns).flatMap((column) => (SHARE.test(grid.text(0, column)) ? inColumn(grid, column) : []));
