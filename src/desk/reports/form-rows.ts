import { FORM_COLUMNS, FORM_FIELDS, type FormColumn, type FormField } from '#exports/report-form/fields.ts';
import type { Table, TableCell, TableRow } from '#reader/spreadsheet/table.ts';
import { tidyLine } from '../clerk-words.ts';
import {
  type Head,
  headsIn,
  isEmpty,
  type KeyedRow,
  keysByName,
  plainHeading,
  rowsBelow,
  severalSheets,
} from '../spreadsheet/head.ts';

/** One line of a form that came back. */
export type FormRow = KeyedRow<FormColumn['key']>;

/** A form that came back. */
export interface FilledForm {
  /** '' of a .csv. */
  readonly sheet: string;
  /** What stands above the lines, or below them, with the number of its row. */
  readonly fields: ReadonlyMap<FormField['key'], { readonly cell: TableCell; readonly row: number }>;
  readonly rows: readonly FormRow[];
  /** Rows that add others up, and are not read. */
  readonly sums: readonly number[];
}

const COLUMNS = keysByName(FORM_COLUMNS.map(({ key, heading, also }) => ({ key, names: [heading, ...also] })));
const FIELDS = keysByName(FORM_FIELDS.map(({ key, label, also }) => ({ key, names: [label, ...also] })));

/** What stands around the lines: behind its label in the same cell, or in the next cell that is no label itself. */
function fieldsIn(rows: readonly TableRow[]): FilledForm['fields'] {
  const found = new Map<FormField['key'], { cell: TableCell; row: number }>();
  for (const { number: row, cells } of rows) {
    for (const [at, cell] of cells.entries()) {
      const [, label = cell.text, value = ''] = /^([^:：]*)[:：](.*)$/su.exec(cell.text) ?? [];
      const key = FIELDS.get(plainHeading(label));
      if (key === undefined || found.has(key)) continue;
      if (tidyLine(value) !== '') {
        found.set(key, { cell: { ...cell, text: value }, row });
        continue;
      }
      const next = cells.slice(at + 1).find((one) => !isEmpty(one));
      if (next && !FIELDS.has(plainHeading(next.text))) found.set(key, { cell: next, row });
    }
  }
  return found;
}

/** Columns without which no number can be told whose it is. */
const NEEDED: readonly (readonly FormColumn['key'][])[] = [['quantity'], ['id', 'line']];
const headingOf = (key: FormColumn['key'] | undefined) => FORM_COLUMNS.find((one) => one.key === key)?.heading ?? '';

/** A row that adds up those above it. */
const isSum = ({ cells }: FormRow): boolean =>
  !cells.has('id') &&
  (['project', 'line'] as const).some((key) =>
    /^(?:合计|总计|小计|共计|累计)$/u.test(plainHeading(cells.get(key)?.text ?? '')),
  );

/** Whether a row has a number, or something that should be one. */
const isFilled = ({ cells }: FormRow): boolean => !isEmpty(cells.get('quantity') ?? { text: '', formula: false });

/** The form in the tables of a file, or what is wrong with its head. */
export function filledForm(tables: readonly Table[]): FilledForm | { readonly wrong: readonly string[] } {
  const heads = headsIn<FormColumn['key']>(tables, COLUMNS).filter(({ columns }) => columns.size >= 2);
  const filled = heads.filter((one) => one.columns.has('quantity') && rowsBelow(one).some(isFilled));
  const [head] = filled.length > 0 ? filled : heads;
  if (!head) {
    return {
      wrong: ['没有找到“任务”“完成数”这一行标题。用 npm run report:template 写一份空的上报表，照着它填。'],
    };
  }
  const place = `${head.table.name === '' ? '' : `“${head.table.name}”`}第${head.row.number}行`;
  const missing = NEEDED.filter((keys) => !keys.some((key) => head.columns.has(key))).map(([key]) => key);
  const wrong = [
    ...head.twice.map((text) => `${place}：“${text}”这一列有两列，只留一列。`),
    ...missing.map((key) => `${place}：少了“${headingOf(key)}”这一列，加上它。`),
  ];
  const several = severalSheets(filled as readonly Head<string>[]);
  if (several !== null) wrong.unshift(several);
  if (head.table.beyond !== undefined) wrong.push(head.table.beyond);
  if (wrong.length > 0) return { wrong };
  const above = head.table.rows.filter(({ number }) => number < head.row.number);
  const below = head.table.rows.filter(({ number }) => number > head.row.number);
  // Where a form says at its foot who filled it in, that row is none of the lines.
  const [top, foot] = [fieldsIn(above), fieldsIn(below)];
  const feet = new Set([...foot.values()].map(({ row }) => row));
  const rows = rowsBelow(head).filter(({ number, cells }) => !feet.has(number) || cells.has('id'));
  return {
    sheet: head.table.name,
    fields: new Map([...foot, ...top]),
    rows: rows.filter((row) => !isSum(row)),
    sums: rows.filter(isSum).map(({ number }) => number),
  };
}
