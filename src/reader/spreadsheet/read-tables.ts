import { parseCsv } from 'hucre/csv';
import { type CellValue, colToLetter, readXlsx, type Sheet } from 'hucre/xlsx';
import { type UnreadableFile, type ZipTrouble, zipParts } from '../office/zip-parts.ts';

/** One cell as it is seen. */
export interface TableCell {
  /** Days as `YYYY-MM-DD`, yes and no as 是 and 否; empty: ''. */
  readonly text: string;
  /** Whether it is computed: what it shows is not what somebody wrote. */
  readonly formula: boolean;
}

export interface TableRow {
  /** As it stands beside the row, from 1. */
  readonly number: number;
  readonly cells: readonly TableCell[];
}

/** A sheet of a workbook, or a .csv as a whole. Cells that are merged all hold what they show. */
export interface Table {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

/** A roster of thousands stays far below this. */
const LIMITS = { parts: 2000, bytes: 48 * 1024 * 1024 };
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_ROWS = 5000;
const MOST_COLUMNS = 100;
const RANGE = `A1:${colToLetter(MOST_COLUMNS - 1)}${MOST_ROWS + 1}`;

const AGAIN = '用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再来一次。';
const ZIP_WORDS: Readonly<Record<ZipTrouble, string>> = {
  'not-a-zip': `这不是 .xlsx 表格，只是名字像。${AGAIN}`,
  damaged: '文件坏了，或者没有传完。请对方重发一份。',
  encrypted: `文件加了密码，读不了。打开以后去掉密码，${AGAIN}`,
  'part-twice': '文件不正常：里面同一个零件放了两次。请对方用 Excel 或 WPS 另存一份再发。',
  'too-large': '文件展开以后太大，不像一张名单，没有读。把名单单独拷到一个新的表格里再来。',
  outside: '文件不正常：里面的零件放到了文件外面。请对方用 Excel 或 WPS 另存一份再发。',
};

const starts = (bytes: Buffer, ...head: readonly number[]) => head.every((byte, i) => bytes[i] === byte);

/** A file of the old kind of Office: an .xls, or an .xlsx behind a password. */
function oldOffice(bytes: Buffer): string {
  const locked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return locked ? ZIP_WORDS.encrypted : `这是旧格式的 .xls（或者别的旧 Office 文件），读不了。${AGAIN}`;
}

/** What a zip is that is no .xlsx, or holds what a list needs not. */
function wrongParts(parts: ReadonlyMap<string, Buffer>): string | null {
  if (parts.has('word/document.xml')) return '这是 Word 文件，不是表格。把名单拷到表格里再来。';
  if (parts.has('xl/workbook.bin')) return `这是 .xlsb 表格，读不了。${AGAIN}`;
  if (parts.has('content.xml') && !parts.has('xl/workbook.xml')) return `这是 .ods 表格，读不了。${AGAIN}`;
  if (!parts.has('xl/workbook.xml')) return ZIP_WORDS['not-a-zip'];
  if ([...parts.keys()].some((name) => /vbaProject/i.test(name)))
    return `这份表格带着宏，没有读。另存为不带宏的 .xlsx 再来一次。`;
  const declares = [...parts].some(([name, bytes]) => /\.(xml|rels)$/i.test(name) && bytes.includes('<!DOCTYPE'));
  return declares ? '文件不正常：里面有不该有的声明，没有读。请对方用 Excel 或 WPS 另存一份再发。' : null;
}

function shownValue(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}

/** The rows of a sheet; a merged area holds in each of its cells what it shows. */
function tableOf({ name, rows, cells, merges = [] }: Sheet): Table {
  const table = rows.map((row, r) => ({
    number: r + 1,
    cells: row.map((value, c): TableCell => {
      const formula = cells?.get(`${r},${c}`)?.formula !== undefined;
      return { text: shownValue(value), formula };
    }),
  }));
  // Areas that cover each other are in no file that Excel wrote: what is filled in has an end.
  let left = MOST_ROWS * MOST_COLUMNS;
  for (const { startRow, endRow, startCol, endCol } of merges) {
    const shown = table[startRow]?.cells[startCol];
    if (!shown) continue;
    const columns = Math.min(endCol, MOST_COLUMNS - 1) - startCol + 1;
    const area = table.slice(startRow, endRow + 1);
    left -= area.length * columns;
    if (left < 0) break;
    for (const row of area) for (let c = 0; c < columns; c++) row.cells[startCol + c] = shown;
  }
  return { name, rows: table };
}

/** Text in the encodings in which Excel and WPS write .csv; null: it is none. */
function decoded(bytes: Buffer): string | null {
  if (starts(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? null : text;
    } catch {}
  }
  return null;
}

function csvTables(bytes: Buffer): Table[] | UnreadableFile {
  const text = decoded(bytes);
  if (text === null)
    return { refused: '这份 .csv 的文字读不出来：编码不是 UTF-8，也不是 GB18030。另存为 .xlsx 再来一次。' };
  if (/^\s*<(!doctype|html|table|\?xml)/iu.test(text)) return { refused: `这是网页，不是表格，只是名字像。${AGAIN}` };
  const rows = parseCsv(text).map((row, r) => ({
    number: r + 1,
    cells: row.map((value) => ({ text: shownValue(value), formula: /^=/.test(shownValue(value)) })),
  }));
  return [{ name: '', rows }];
}

async function workbookTables(bytes: Buffer): Promise<Table[] | UnreadableFile> {
  const parts = zipParts(bytes, LIMITS);
  if (typeof parts === 'string') return { refused: ZIP_WORDS[parts] };
  const wrong = wrongParts(parts);
  if (wrong !== null) return { refused: wrong };
  try {
    const { sheets } = await readXlsx(bytes, { range: RANGE, maxRows: MOST_ROWS + 1 });
    return sheets.map(tableOf);
  } catch {
    // Whatever the library says of it is for programmers.
    return { refused: ZIP_WORDS.damaged };
  }
}

/** The tables of a file that should be an .xlsx or a .csv; its kind is told by its bytes, a .csv by its name. */
export async function readTables(given: Uint8Array, fileName: string): Promise<Table[] | UnreadableFile> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.length === 0) return { refused: '文件是空的。请对方重发一份。' };
  if (bytes.length > MOST_BYTES) return { refused: ZIP_WORDS['too-large'] };
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { refused: oldOffice(bytes) };
  const isZip = starts(bytes, 0x50, 0x4b);
  const named = /\.(csv|tsv|txt)$/i.test(fileName);
  if (!isZip && /^\s*<(!doctype|html|table|\?xml)/iu.test(bytes.toString('latin1', 0, 200))) {
    return { refused: `这是网页，不是表格，只是名字像。${AGAIN}` };
  }
  const tables = !isZip && named ? csvTables(bytes) : await workbookTables(bytes);
  if ('refused' in tables) return tables;
  const long = tables.find(({ rows }) =>
    rows.some(({ number, cells }) => number > MOST_ROWS && cells.some(({ text }) => text !== '')),
  );
  return long ? { refused: `“${long.name}”超过${MOST_ROWS}行，不像一张名单，没有读。分成几份再来。` } : tables;
}
