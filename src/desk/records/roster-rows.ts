import { EXAMPLE_MARK, ROSTER_COLUMNS } from '#exports/roster/columns.ts';
import type { Table } from '#reader/spreadsheet/table.ts';
import { type Head, headsIn, type KeyedRow, keysByName, rowsBelow, severalSheets } from '../spreadsheet/head.ts';

/** What stands in a row of the roster, by the key of its column. */
export type RosterRow = KeyedRow<string>;

/** The rows of a roster, or what is wrong with its head. */
export type RosterRows =
  | { readonly rows: readonly RosterRow[]; readonly sheet: string }
  | { readonly wrong: readonly string[] };

const KEYS = keysByName(ROSTER_COLUMNS.map(({ key, heading, also }) => ({ key, names: [heading, ...also] })));
/** Columns without which nobody can be written down. */
const NEEDED = ['name', 'age', 'role'];
const headingOf = (key: string) => ROSTER_COLUMNS.find((column) => column.key === key)?.heading ?? key;

const isExample = (remark: string) => remark.trim().startsWith(EXAMPLE_MARK);

/** The rows below a head in which somebody stands. */
const peopleBelow = (head: Head<string>): readonly RosterRow[] =>
  rowsBelow(head)
    .filter(({ cells }) => !isExample(cells.get('remark')?.text ?? ''))
    .filter(({ cells }) => [...cells.keys()].some((key) => key !== 'remark'));

/** The rows with somebody in them: below the row that names most columns, without examples and empty ones. */
export function rosterRows(tables: readonly Table[]): RosterRows {
  const heads = headsIn(tables, KEYS).filter(({ columns }) => columns.size >= 3);
  const filled = heads.filter((one) => peopleBelow(one).length > 0);
  const [head] = filled.length > 0 ? filled : heads;
  if (!head) {
    return {
      wrong: [`没有找到“姓名”“年龄段”这一行标题。用 npm run consent:template 写一份空的名单，照着它的标题填。`],
    };
  }
  const place = head.table.name === '' ? '' : `“${head.table.name}”`;
  const missing = NEEDED.filter((key) => !head.columns.has(key) && !(key === 'name' && head.columns.has('alias')));
  const wrong = [
    ...head.twice.map((text) => `${place}第${head.row.number}行：“${text}”这一列有两列，只留一列。`),
    ...missing.map((key) => `${place}第${head.row.number}行：少了“${headingOf(key)}”这一列，加上它。`),
  ];
  const several = severalSheets(filled);
  if (several !== null) wrong.unshift(several);
  if (head.table.beyond !== undefined) wrong.push(head.table.beyond);
  if (wrong.length > 0) return { wrong };
  return { rows: peopleBelow(head), sheet: head.table.name };
}
