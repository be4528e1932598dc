import { type Amount, amountWords } from '#domain/plan/amount.ts';
import { amountOf, apart, cellsOf, sumOfCells } from '#domain/plan/cell.ts';
import { keyOfColumn, periodOf } from '#domain/plan/period.ts';
import type { TargetTable } from '#domain/plan/plan.ts';
import { didYouMean, listed } from '#domain/search/nearest.ts';
import { type DataPath, type Finding, finding } from '../finding.ts';
import { calledIn } from './called.ts';
import type { Draft, Rule } from './draft.ts';

const targetTables = (draft: Draft) =>
  draft.tables.flatMap(({ file, table }) => (table.kind === 'targets' ? [{ file, table }] : []));

/** Of the same number; a total that leaves 不少于 out is the sum of what is not less. */
const isSame = (sum: Amount, total: Amount) =>
  Math.abs(sum.value - total.value) < 1e-9 && (total.bound === 'exact' || total.to === sum.to);

/** The filled cells of a row add up to the total that is printed beside them. */
export const annexTotals: Rule = (draft) =>
  targetTables(draft).flatMap(({ file, table }) =>
    table.rows.flatMap((row, i) => {
      const own = apart(cellsOf(table).filter((c) => c.line === row.line));
      const [sum, total] = [sumOfCells(own), amountOf(row.total ?? null, row.unit)];
      // A row without any number has no sum; an empty total says nothing that could be wrong, nor does one of other words.
      if (sum === null || total.amount === null || isSame(sum, total.amount)) return [];
      const numbers = own.flatMap(({ amount }) => (amount ? amountWords(amount) : []));
      return [
        finding({
          file,
          path: ['rows', i, 'total'],
          code: 'total-differs',
          what: `“${row.name}”各${calledIn(draft).cells}加起来和合计对不上`,
          found: `${numbers.join('＋')}＝${amountWords(sum)}，合计写的是${total.words}`,
          expected: '两数相等',
          mend: `对照原件核对这一行的每一${calledIn(draft).cells}和合计，改掉抄错的那个。`,
        }),
      ];
    }),
  );

function unknownColumn(file: string, path: DataPath, what: string, found: string, known: readonly string[]): Finding {
  const mend = didYouMean(found, known) || '删掉它，或者在这个文件的 years 里补上这一栏。';
  return finding({
    file,
    path,
    on: 'key',
    code: 'unknown-column',
    what,
    found: `“${found}”`,
    expected: listed(known),
    mend,
  });
}

function cellsOfRow(draft: Draft, file: string, table: TargetTable, index: number): Finding[] {
  const words = calledIn(draft);
  const row = table.rows[index];
  if (!row) return [];
  const years = table.years.map(keyOfColumn);
  const extra = Object.keys(row.cells).filter((y) => !years.includes(y));
  return [
    ...extra.map((year) =>
      unknownColumn(
        file,
        ['rows', index, 'cells', year],
        /^\d+$/.test(year) ? '表头里没有这一年' : '表头里没有这一栏',
        year,
        years,
      ),
    ),
    ...table.years.flatMap((column) => {
      const { executors } = column;
      const key = keyOfColumn(column);
      const path = ['rows', index, 'cells', key];
      const cells = row.cells[key] ?? {};
      const when = /^\d+$/.test(key) ? `${key}年` : `“${column.label}”`;
      const ids = executors.map((e) => e.id);
      const missing = ids.filter((id) => !(id in cells));
      return [
        ...Object.keys(cells)
          .filter((id) => !ids.includes(id))
          .map((id) => unknownColumn(file, [...path, id], `${when}的表头里没有这个单位`, id, ids)),
        ...missing.map((id) =>
          finding({
            file,
            path,
            code: 'missing-cell',
            what: `“${row.name}”少了一${words.cells}`,
            found: /^\d+$/.test(key) ? `没有写 ${key} 年的 ${id}` : `没有写 ${key} 的 ${id}`,
            expected: `表头里的每一栏都有一${words.cells}`,
            mend: `补上“${id}: 数字”；原件这一${words.cells}空着就写“${id}: null”，不要写 0。`,
          }),
        ),
      ];
    }),
  ];
}

/** Every row has a cell for each column of its head and no other. */
export const annexColumns: Rule = (draft) =>
  targetTables(draft).flatMap(({ file, table }) => table.rows.flatMap((_, i) => cellsOfRow(draft, file, table, i)));

/** The years of the tables are those of the document. */
export const annexYears: Rule = (draft) => {
  const years = draft.document?.years;
  if (!years) return [];
  return targetTables(draft).flatMap(({ file, table }) =>
    table.years.flatMap((column, i) => {
      const { year } = periodOf(keyOfColumn(column));
      const key = column.period === undefined ? 'year' : 'period';
      return year === null || years.includes(year)
        ? []
        : [
            finding({
              file,
              path: ['years', i, key],
              code: 'year-outside-plan',
              what: `这一年不在${calledIn(draft).document}的年度里`,
              found: String(year),
              expected: `plan/document.yaml 的 years：${years.join('、')}`,
              mend: `改正年份；如果${calledIn(draft).document}确实管这一年，就加到 plan/document.yaml 的 years 里。`,
            }),
          ];
    }),
  );
};
