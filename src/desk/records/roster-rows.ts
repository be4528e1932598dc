import { EXAMPLE_MARK, ROSTER_COLUMNS } from '#exports/roster/columns.ts';
import type { Table, TableCell, TableRow } from '#reader/spreadsheet/read-tables.ts';
import { tidyLine } from './clerk-words.ts';

/** What stands in a row of the roster, by the key of its column; empty cells are not in it. */
export interface RosterRow {
  readonly number: number;
  readonly cells: ReadonlyMap<string, TableCell>;
}

/** The rows of a roster, or what is wrong with its head. */
export type RosterRows =
  | { readonly rows: readonly RosterRow[]; readonly sheet: string }
  | { readonly wrong: readonly string[] };

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[（(][^（）()]*[）)]|[\s*:：、\u200b\ufeff]/gu, '')
    .toLowerCase();

const KEYS = new Map(
  ROSTER_COLUMNS.flatMap(({ key, heading, also }) => [heading, ...also].map((name) => [plain(name), key] as const)),
);
/** Columns without which nobody can be written down. */
const NEEDED = ['name', 'age', 'role'];
const headingOf = (key: string) => ROSTER_COLUMNS.find((column) => column.key === key)?.heading ?? key;

/** The columns of a row that may be the head, by key. */
function headOf({ cells }: TableRow): { columns: Map<string, number>; twice: string[] } {
  const columns = new Map<string, number>();
  const twice: string[] = [];
  for (const [at, { text }] of cells.entries()) {
    const key = KEYS.get(plain(text));
    if (key === undefined) continue;
    if (columns.has(key)) twice.push(text.trim());
    else columns.set(key, at);
  }
  return { columns, twice };
}

const isExample = (remark: string) => remark.trim().startsWith(EXAMPLE_MARK);

/** The rows with somebody in them: below the row that names most columns, without examples and empty ones. */
export function rosterRows(tables: readonly Table[]): RosterRows {
  const heads = tables.flatMap((table) => table.rows.slice(0, 20).map((row) => ({ table, row, ...headOf(row) })));
  const [head] = heads.toSorted((a, b) => b.columns.size - a.columns.size);
  if (!head || head.columns.size < 3) {
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
  if (wrong.length > 0) return { wrong };
  const rows = head.table.rows
    .filter(({ number }) => number > head.row.number)
    .map(({ number, cells }): RosterRow => {
      const own = [...head.columns].flatMap(([key, at]) => {
        const cell = cells[at];
        return cell && (tidyLine(cell.text) !== '' || cell.formula) ? [[key, cell] as const] : [];
      });
      return { number, cells: new Map(own) };
    })
    .filter(({ cells }) => cells.size > 0 && !isExample(cells.get('remark')?.text ?? ''))
    .filter(({ cells }) => [...cells.keys()].some((key) => key !== 'remark'));
  return { rows, sheet: head.table.name };
}
