import type { CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre/xlsx';
import { colToLetter, writeXlsx } from 'hucre/xlsx';
import { isCounted } from '#domain/plan/quantity.ts';
import type { ReportedNumber } from '#domain/programme/reported-numbers.ts';
import { plannedWords } from '#format/reported-number.ts';
import { FORM_COLUMNS, FORM_FIELDS, type FormColumn, type FormField, formId, OF_YEAR } from './fields.ts';

/** What an empty form is made for. */
export interface ReportForm {
  readonly unit: { readonly id: string; readonly name: string };
  readonly year: number;
  readonly numbers: readonly ReportedNumber[];
  /** The project of a line, by its id. */
  readonly projectOf: (id: string) => string;
  readonly nameOf: (executor: string) => string;
}

const FONT = { name: '宋体', size: 11 };
const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const TEXT: CellStyle = { font: FONT, border: BORDER, alignment: { vertical: 'center', wrapText: true }, numFmt: '@' };
const FIXED: CellStyle = { ...TEXT, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } } };
const OPEN: CellStyle = { ...TEXT, protection: { locked: false } };
/** A number stands in the middle: at the edge it would touch the unit beside it. */
const NUMBER: CellStyle = { ...OPEN, numFmt: 'General', alignment: { vertical: 'center', horizontal: 'center' } };
const DAY: CellStyle = { ...OPEN, numFmt: 'yyyy-mm-dd', alignment: { vertical: 'center', horizontal: 'left' } };
const HEAD: CellStyle = {
  ...FIXED,
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D9D9D9' } },
  alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
};
const TITLE: CellStyle = { font: { ...FONT, size: 14, bold: true }, alignment: { vertical: 'center' } };
const PLAIN: CellStyle = { font: FONT, alignment: { vertical: 'center' } };

/** Rows above the lines: the title, who reports, when, by whom, an empty one. */
const FIELD_ROWS: readonly (readonly FormField['key'][])[] = [['unit', 'unit-id'], ['as-of', 'date'], ['by']];
const HEAD_ROW = FIELD_ROWS.length + 3;

/** The columns in which the two fields of a row stand, each with its value beside it. */
const FIELD_COLUMNS = [0, 3];

const column = (key: FormColumn['key']) => FORM_COLUMNS.findIndex((one) => one.key === key);
const letter = (key: FormColumn['key']) => colToLetter(column(key));

/** Days that the form takes: Excel counts them from the end of 1899. */
const DAYS = { from: '36526', to: '73050' };

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly style: CellStyle;
}

function fieldCells({ unit, year }: ReportForm): Placed[] {
  const title = { row: 0, column: 0, value: `${unit.name}　${year}年上报表`, style: TITLE };
  const value: Partial<Record<FormField['key'], string>> = { unit: unit.name, 'unit-id': unit.id };
  const cells = FIELD_ROWS.flatMap((keys, r) =>
    keys.flatMap((key, i): Placed[] => {
      const field = FORM_FIELDS.find((one) => one.key === key);
      const at = { row: r + 1, column: FIELD_COLUMNS[i] ?? 0 };
      const open = key === 'as-of' || key === 'date' ? DAY : OPEN;
      return [
        { ...at, value: field?.label ?? '', style: HEAD },
        {
          ...{ row: at.row, column: at.column + 1, value: value[key] ?? null },
          style: field?.filled ? open : FIXED,
        },
      ];
    }),
  );
  return [title, ...cells];
}

function lineCells(form: ReportForm): Placed[] {
  const heads = FORM_COLUMNS.map(({ heading }, c) => ({ row: HEAD_ROW - 1, column: c, value: heading, style: HEAD }));
  const lines = form.numbers.flatMap((number, r) => {
    const { line, year } = number;
    const values: Record<FormColumn['key'], CellValue> = {
      project: form.projectOf(line.project),
      line: line.title,
      year,
      planned: plannedWords(number, form.nameOf),
      quantity: null,
      unit: line.unit,
      note: null,
      id: formId(line.id, year),
    };
    return FORM_COLUMNS.map(({ key, filled }, c): Placed => {
      const style = !filled ? FIXED : key === 'quantity' ? NUMBER : OPEN;
      return { row: HEAD_ROW + r, column: c, value: values[key], style };
    });
  });
  return [...heads, ...lines];
}

/** What Excel itself lets in: numbers, whole ones of what is counted, and days. */
function validations({ numbers, year }: ReportForm): DataValidation[] {
  const explained = FORM_COLUMNS.find(({ key }) => key === 'quantity')?.explained ?? '';
  const days: DataValidation[] = FIELD_COLUMNS.map((c) => ({
    ...{ type: 'date', operator: 'between', formula1: DAYS.from, formula2: DAYS.to, range: `${colToLetter(c + 1)}3` },
    ...{ allowBlank: true, showErrorMessage: true, errorStyle: 'stop', errorTitle: '日期' },
    errorMessage: `写一个日子，例如 ${year}-12-20。`,
  }));
  const amounts = numbers.map(({ line }, r): DataValidation => {
    const whole = isCounted(line.unit);
    return {
      ...{ type: whole ? 'whole' : 'decimal', operator: 'greaterThanOrEqual', formula1: '0' },
      ...{ range: `${letter('quantity')}${HEAD_ROW + r + 1}`, allowBlank: true },
      ...{ showErrorMessage: true, errorStyle: 'stop', errorTitle: '完成数' },
      errorMessage: `只写数${whole ? '，不带小数' : ''}，按“${line.unit}”计。没有数的空着，真的是0才写0。`,
      ...{ showInputMessage: true, inputTitle: `按“${line.unit}”计`, inputMessage: explained.slice(0, 200) },
    };
  });
  return [...days, ...amounts];
}

const cellsOf = (placed: readonly Placed[]): NonNullable<WriteSheet['cells']> =>
  new Map(placed.map(({ row, column: c, value, style }) => [`${row},${c}`, { value, style }]));

function rowsOf(placed: readonly Placed[]): CellValue[][] {
  const rows: CellValue[][] = [];
  for (const { row, column: c, value } of placed) {
    while (rows.length <= row) rows.push([]);
    const own = rows[row] ?? [];
    while (own.length <= c) own.push(null);
    own[c] = value;
  }
  return rows;
}

const PAGE = { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;

function formSheet(form: ReportForm): WriteSheet {
  const placed = [...fieldCells(form), ...lineCells(form)];
  return {
    name: '上报',
    columns: FORM_COLUMNS.map(({ width }) => ({ width })),
    rows: rowsOf(placed),
    cells: cellsOf(placed),
    // The lines have no height of their own: they grow with what is written in their notes.
    rowDefs: new Map([[0, { height: 30 }]]),
    freezePane: { rows: HEAD_ROW, columns: 0 },
    dataValidations: validations(form),
    protection: { sheet: true, formatColumns: true, formatRows: true },
    pageSetup: PAGE,
  };
}

/** What the form is for and how each part is filled in. */
function guideSheet({ unit, year }: ReportForm): WriteSheet {
  const intro = [
    `${unit.name}${year}年上报表：每一项做到了多少。`,
    '1. 只有白的格子要填，灰的已经填好、锁上了。行高、列宽可以改，列可以藏起来；锁没有密码，撤销保护以后行可以换次序。不要改“编号”。',
    '2. 没有数的空着，网页上写“暂未收录”，不是0；真的是0才写0。',
    '3. 报错了、有新数了，不改以前的：另填一份日期更晚的。后一份没有填的行，前一份仍然算数。',
    '4. 存成 .xlsx 交回来。收到的人运行 npm run report:import -- 文件名：先看网页上会怎么变，有一格不对就一格一格说，一个字也不写。',
  ];
  const table = [...FORM_FIELDS, ...FORM_COLUMNS].map((one) => [
    'label' in one ? one.label : one.heading,
    one.filled ? '白的，你来填' : '灰的，填好了',
    one.explained.replaceAll(OF_YEAR, String(year)),
  ]);
  const rows: CellValue[][] = [...intro.map((line) => [line]), [], ['格子', '', '怎么填'], ...table];
  const placed = rows.flatMap((row, r) =>
    row.map((value, c): Placed => {
      const style = r === 0 ? TITLE : r < intro.length ? PLAIN : r === intro.length + 1 ? HEAD : TEXT;
      return { row: r, column: c, value, style };
    }),
  );
  const long = table.flatMap(([, , explained], i) =>
    (explained?.length ?? 0) > 44 ? [[intro.length + 2 + i, { height: 32 }] as const] : [],
  );
  return {
    name: '怎么填',
    columns: [{ width: 14 }, { width: 16 }, { width: 96 }],
    rows,
    cells: cellsOf(placed),
    rowDefs: new Map(long),
    pageSetup: PAGE,
  };
}

/** The .xlsx in which a unit reports a year, locked but for what it fills in. The same input and moment give the same bytes. */
export function reportWorkbook(form: ReportForm, now: Date): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [formSheet(form), guideSheet(form)],
    defaultFont: FONT,
    properties: { title: `${form.unit.name}${form.year}年上报表`, created: now, modified: now },
  });
}
