import type { Table, TableCell, TableRow } from '#reader/spreadsheet/table.ts';
import { tidyLine } from '../clerk-words.ts';

/** A heading as it is compared: half-width, without spaces, marks and what stands in brackets behind it. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[（(][^（）()]*[）)]|[\s*:：、\p{Cf}]/gu, '')
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

/** The row of each sheet that names most columns, the sheets that name most of them first; a sheet that names none is not among them. */
export function headsIn<Key extends string>(
  tables: readonly Table[],
  keys: ReadonlyMap<string, Key>,
): readonly Head<Key>[] {
  const heads = tables.flatMap((table) => {
    const ofSheet = table.rows.slice(0, FIRST_ROWS).map((row): Head<Key> => {
      const columns = new Map<Key, number>();
      const twice: string[] = [];
      for (const [at, { text }] of row.cells.entries()) {
        const key = keys.get(plainHeading(text));
        if (key === undefined) continue;
        if (columns.has(key)) twice.push(text.trim());
        else columns.set(key, at);
      }
      return { table, row, columns, twice };
    });
    return ofSheet.toSorted((a, b) => b.columns.size - a.columns.size).slice(0, 1);
  });
  return heads.filter(({ columns }) => columns.size > 0).toSorted((a, b) => b.columns.size - a.columns.size);
}

/** What is said of a cell that is worked out: what it shows nobody wrote. */
export const WORKED_OUT = '现在是公式，应当是写好的字。复制这一格，用“选择性粘贴”贴成“值”。';

/** Signs that nobody sees, and that may show a text otherwise than it is. */
const UNSEEN = /(?![\t\n\v\f\r])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufff9-\uffff\u{e0000}-\u{e007f}]/u;

/** Why nobody can tell what is written in a cell; null: one can. */
export function cellTrouble({ text, formula }: TableCell): string | null {
  if (formula) return WORKED_OUT;
  const sign = UNSEEN.exec(text)?.[0];
  if (sign !== undefined) {
    const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `里面有看不见的、或者坏了的字符（U+${code}）。把这一格清空，不要粘贴，重新打一遍。`;
  }
  const broken = /^#(?:REF!|VALUE!|N\/A|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i.exec(text.trim())?.[0];
  return broken === undefined ? null : `现在是“${broken}”，这是算不出来的公式；写上真的内容。`;
}

/** Whether nothing stands in a cell, not even something that is worked out. */
export const isEmpty = ({ text, formula }: TableCell): boolean => tidyLine(text) === '' && !formula;

/** A row below its head, by the key of its columns; empty cells are not in it, but those on which a remark hangs. */
export interface KeyedRow<Key extends string> {
  /** As it stands beside the row. */
  readonly number: number;
  readonly cells: ReadonlyMap<Key, TableCell>;
}

/** The rows below a head in which something stands; the head itself, printed again on each page, is none of them. */
export function rowsBelow<Key extends string>({ table, row, columns }: Head<Key>): KeyedRow<Key>[] {
  const headings = new Map([...columns].map(([key, at]) => [key, plainHeading(row.cells[at]?.text ?? '')]));
  return table.rows
    .filter(({ number }) => number > row.number)
    .map(({ number, cells }) => ({
      number,
      cells: new Map(
        [...columns].flatMap(([key, at]) => {
          const cell = cells[at];
          return cell && (!isEmpty(cell) || cell.comment) ? [[key, cell] as const] : [];
        }),
      ),
    }))
    .filter(({ cells }) => [...cells].some(([key, { text }]) => plainHeading(text) !== headings.get(key)));
}

/** The remarks (批注) that hang on the cells of a row, which are not read: sentences that are still to be ended. */
export const remarksOn = <Key extends string>(
  { number, cells }: KeyedRow<Key>,
  headingOf: (key: Key) => string,
): readonly string[] =>
  [...cells].flatMap(([key, { comment }]) => {
    const text = tidyLine(comment ?? '');
    const shown = text.length > 40 ? `${text.slice(0, 40)}……` : text;
    return text === '' ? [] : [`第${number}行“${headingOf(key)}”上有批注“${shown}”，没有读`];
  });

/** What is wrong where several sheets of a file could each be the one that is meant; null: one can tell. */
export const severalSheets = (heads: readonly Head<string>[]): string | null =>
  heads.length < 2
    ? null
    : `${heads.map(({ table }) => `“${table.name}”`).join('、')}这${heads.length}页都填了，一次只读一页：一页存成一个文件，一个一个导入；用不着的删掉。`;
