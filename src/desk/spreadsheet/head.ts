import type { Table, TableCell, TableRow } from '#reader/spreadsheet/read-tables.ts';
import { tidyLine } from '../clerk-words.ts';

/** A heading as it is compared: half-width, without spaces, marks and what stands in brackets behind it. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[（(][^（）()]*[）)]|[\s*:：、\u200b\ufeff]/gu, '')
    .toLowerCase();

/** Keys by all names under which people know them. */
export const keysByName = <Key extends string>(
  named: readonly { readonly key: Key; readonly names: readonly string[] }[],
) => new Map(named.flatMap(({ key, names }) => names.map((name) => [plainHeading(name), key] as const)));

/** The row of a sheet that says what stands below it. */
export interface Head<Key extends string> {
  readonly table: Table;
  readonly row: TableRow;
  /** Where each column stands. */
  readonly columns: ReadonlyMap<Key, number>;
  /** Headings of which there are two. */
  readonly twice: readonly string[];
}

/** A head stands among the first rows: below it are thousands. */
const FIRST_ROWS = 40;

/** The row that names most columns; null where none names any. */
export function headIn<Key extends string>(tables: readonly Table[], keys: ReadonlyMap<string, Key>): Head<Key> | null {
  const heads = tables.flatMap((table) =>
    table.rows.slice(0, FIRST_ROWS).map((row): Head<Key> => {
      const columns = new Map<Key, number>();
      const twice: string[] = [];
      for (const [at, { text }] of row.cells.entries()) {
        const key = keys.get(plainHeading(text));
        if (key === undefined) continue;
        if (columns.has(key)) twice.push(text.trim());
        else columns.set(key, at);
      }
      return { table, row, columns, twice };
    }),
  );
  return heads.toSorted((a, b) => b.columns.size - a.columns.size)[0] ?? null;
}

/** What is said of a cell that is worked out: what it shows nobody wrote. */
export const WORKED_OUT = '现在是公式，应当是写好的字。复制这一格，用“选择性粘贴”贴成“值”。';

/** Whether nothing stands in a cell, not even something that is worked out. */
export const isEmpty = ({ text, formula }: TableCell): boolean => tidyLine(text) === '' && !formula;

/** A row below its head, by the key of its columns; empty cells are not in it. */
export interface KeyedRow<Key extends string> {
  /** As it stands beside the row. */
  readonly number: number;
  readonly cells: ReadonlyMap<Key, TableCell>;
}

/** The rows below a head in which something stands. */
export const rowsBelow = <Key extends string>({ table, row, columns }: Head<Key>): KeyedRow<Key>[] =>
  table.rows
    .filter(({ number }) => number > row.number)
    .map(({ number, cells }) => ({
      number,
      cells: new Map(
        [...columns].flatMap(([key, at]) => {
          const cell = cells[at];
          return cell && !isEmpty(cell) ? [[key, cell] as const] : [];
        }),
      ),
    }))
    .filter(({ cells }) => cells.size > 0);
