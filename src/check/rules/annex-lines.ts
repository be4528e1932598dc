import { rowsOfLine } from '#domain/programme/project.ts';
import { type Finding, finding, shown } from '../finding.ts';
import { type Draft, fileOfProject, type Rule } from './draft.ts';
import { idMend, namedThings } from './named-things.ts';

const MONEY = /亿元|万元|元/;

interface RowPlace {
  readonly locator: string;
  readonly file: string;
  readonly index: number;
  readonly line: string;
  readonly unit: string;
  readonly name: string;
}

function rowsOf(draft: Draft): RowPlace[] {
  return draft.tables.flatMap(({ file, table }) =>
    table.kind === 'targets'
      ? table.rows.map((row, index) => ({
          locator: `${table.id}-${row.line}`,
          file,
          index,
          line: row.line,
          unit: row.unit,
          name: row.name,
        }))
      : [],
  );
}

/** Whether the line of a row says that it has this row. */
const isNamed = ({ projects }: Draft, { line, locator }: RowPlace) =>
  projects.some((p) => p.lines.some((one) => one.id === line && rowsOfLine(one).includes(locator)));

/** Annex rows name lines that exist, and each line is set by one row only. */
function rowsWithoutLine(draft: Draft, rows: readonly RowPlace[]): Finding[] {
  const seen = new Map<string, RowPlace>();
  return rows.flatMap((row) => {
    const base = { file: row.file, path: ['rows', row.index, 'line'] };
    const earlier = seen.get(row.line);
    seen.set(row.line, earlier ?? row);
    if (earlier && earlier.locator !== row.locator && !isNamed(draft, row)) {
      return [
        finding({
          ...base,
          code: 'line-in-two-annexes',
          what: '同一个任务行在两个附件里',
          found: `“${row.line}”也在 ${earlier.file}`,
          expected: '一个任务行只在一个附件里，或者两行都写进它的 row',
          mend: `是同一件事的，在 projects/ 里把这个任务行的 row 写成 [${earlier.locator}, ${row.locator}]；不是的，给其中一行另起一个任务行 id。`,
        }),
      ];
    }
    if (draft.knownLines === null || draft.knownLines.has(row.line)) return [];
    const mend = idMend(
      row.line,
      namedThings(draft).line,
      `在 projects/ 里给“${row.name}”加一个任务行，id 是 ${row.line}。`,
    );
    return [
      finding({
        ...base,
        code: 'unknown-line',
        what: '没有这个任务行',
        found: shown(row.line),
        expected: 'projects/ 里有的任务行 id',
        mend,
      }),
    ];
  });
}

function linesWithoutRow(draft: Draft, rows: readonly RowPlace[]): Finding[] {
  return draft.projects.flatMap((project) =>
    project.lines.flatMap((line, i) => {
      const base = { file: fileOfProject(project), path: ['lines', i, 'row'] };
      const own = rows.find((r) => r.line === line.id);
      if (line.row === undefined) {
        if (!own) return [];
        return [
          finding({
            ...base,
            code: 'row-missing',
            what: `“${line.title}”没有写附件行`,
            found: '没有 row 这一项',
            expected: own.locator,
            mend: `加上一行“row: ${own.locator}”。`,
          }),
        ];
      }
      return rowsOfLine(line).flatMap((locator, j) => {
        const path = typeof line.row === 'string' ? base.path : [...base.path, j];
        const at = { ...base, path };
        const named = rows.find((r) => r.locator === locator);
        if (named && named.line !== line.id) {
          const mend = own ? `改成 ${own.locator}。` : '改成这个任务行自己的那一行；附件里没有就删掉 row。';
          return [
            finding({
              ...at,
              code: 'row-of-another-line',
              what: '附件行是别的任务行的',
              found: `“${locator}”是“${named.line}”的`,
              expected: `“${line.id}”的那一行`,
              mend,
            }),
          ];
        }
        // A place of the document that is not a row: a cell, a note, a clause.
        if (!named && draft.tablesWhole && draft.passages.has(locator)) {
          const mend = own ? `改成 ${own.locator}。` : '改成“附件编号-任务行id”。';
          return [
            finding({
              ...at,
              code: 'not-a-row',
              what: '这个编号不是附件的一行',
              found: shown(locator),
              expected: '附件任务表里的一行',
              mend,
            }),
          ];
        }
        return named ? units(base.file, i, line.unit, named) : [];
      });
    }),
  );
}

/** The unit of a line is that of its row: 人 of 人数; 万元 of 金额/万元, never 元 of 万元. */
function units(file: string, index: number, unit: string, row: RowPlace): Finding[] {
  const money = MONEY.exec(row.unit)?.[0];
  const fits = money === undefined ? row.unit.includes(unit) || unit.includes(row.unit) : unit === money;
  if (fits) return [];
  const base = {
    file,
    path: ['lines', index, 'unit'],
    code: 'unit-differs',
    what: '单位和附件不同',
    found: shown(unit),
  };
  const mend = '附件的数照附件的单位念：改成附件里的单位，或者核对附件那一行的 unit。';
  const severity = money === undefined && MONEY.exec(unit) === null ? 'warning' : 'error';
  return [finding({ ...base, severity, expected: `附件里的“${row.unit}”`, mend })];
}

/** Rows of the annexes and lines of the projects belong to one another. */
export const annexLines: Rule = (draft) => {
  const rows = rowsOf(draft);
  return [...rowsWithoutLine(draft, rows), ...linesWithoutRow(draft, rows)];
};
