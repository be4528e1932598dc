import { rowsOfLine } from '#domain/programme/project.ts';
import { taskTables } from '#domain/programme/words.ts';
import { type Finding, finding, shown } from '../finding.ts';
import { type Called, calledIn } from './called.ts';
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
  const called = calledIn(draft);
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
          what: `同一${called.lines}在两${called.annexes}里`,
          found: `“${row.line}”也在 ${earlier.file}`,
          expected: `一${called.lines}只在一${called.annexes}里，或者两行都写进它的 row`,
          mend: `是同一件事的，在 projects/ 里把这${called.lines}的 row 写成 [${earlier.locator}, ${row.locator}]；不是的，给其中一行另起一个${called.line} id。`,
        }),
      ];
    }
    if (draft.knownLines === null || draft.knownLines.has(row.line)) return [];
    const mend = idMend(
      row.line,
      namedThings(draft).line,
      `在 projects/ 里给“${row.name}”加一${called.lines}，id 是 ${row.line}。`,
    );
    return [
      finding({
        ...base,
        code: 'unknown-line',
        what: `没有这${called.lines}`,
        found: shown(row.line),
        expected: `projects/ 里有的${called.line} id`,
        mend,
      }),
    ];
  });
}

function linesWithoutRow(draft: Draft, rows: readonly RowPlace[]): Finding[] {
  const called = calledIn(draft);
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
            what: `“${line.title}”没有写${called.annexRow}`,
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
          const mend = own
            ? `改成 ${own.locator}。`
            : `改成这${called.lines}自己的那一行；${called.annex}里没有就删掉 row。`;
          return [
            finding({
              ...at,
              code: 'row-of-another-line',
              what: `${called.annexRow}是别的${called.line}的`,
              found: `“${locator}”是“${named.line}”的`,
              expected: `“${line.id}”的那一行`,
              mend,
            }),
          ];
        }
        // A place of the document that is not a row: a cell, a note, a clause.
        if (!named && draft.tablesWhole && draft.passages.has(locator)) {
          const mend = own ? `改成 ${own.locator}。` : `改成“${called.annex}编号-${called.line}id”。`;
          return [
            finding({
              ...at,
              code: 'not-a-row',
              what: `这个编号不是${called.annex}的一行`,
              found: shown(locator),
              expected: `${taskTables({ annex: { noun: called.annex, measure: '' } })}里的一行`,
              mend,
            }),
          ];
        }
        return named ? units(called, base.file, i, line.unit, named) : [];
      });
    }),
  );
}

/** The unit of a line is that of its row: 人 of 人数; 万元 of 金额/万元, never 元 of 万元. */
function units(called: Called, file: string, index: number, unit: string, row: RowPlace): Finding[] {
  const money = MONEY.exec(row.unit)?.[0];
  const fits = money === undefined ? row.unit.includes(unit) || unit.includes(row.unit) : unit === money;
  if (fits) return [];
  const base = {
    file,
    path: ['lines', index, 'unit'],
    code: 'unit-differs',
    what: `单位和${called.annex}不同`,
    found: shown(unit),
  };
  const mend = `${called.annex}的数照${called.annex}的单位念：改成${called.annex}里的单位，或者核对${called.annex}那一行的 unit。`;
  const severity = money === undefined && MONEY.exec(unit) === null ? 'warning' : 'error';
  return [finding({ ...base, severity, expected: `${called.annex}里的“${row.unit}”`, mend })];
}

/** Rows of the annexes and lines of the projects belong to one another. */
export const annexLines: Rule = (draft) => {
  const rows = rowsOf(draft);
  return [...rowsWithoutLine(draft, rows), ...linesWithoutRow(draft, rows)];
};
