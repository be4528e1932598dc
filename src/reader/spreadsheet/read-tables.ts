import { kindOf, nameOfOther, type OtherKind } from '#pictures/kind.ts';
import { openPackage, type Package } from '../office/package.ts';
import { UnreadableXml, type XmlTrouble } from '../office/xml.ts';
import { bytesInMemory, type OpenZip, openZip, type UnreadableFile, type ZipTrouble } from '../office/zip-parts.ts';
import {
  belowTheLast,
  MOST_COLUMNS,
  MOST_LETTERS,
  MOST_ROWS,
  RefusedTable,
  type TableRow,
  type Tables,
} from './table.ts';
import { workbookTables } from './workbook.ts';

/** A roster of thousands stays far below this; photos in a sheet are only counted. */
const LIMITS = { parts: 2000, bytes: 64 * 1024 * 1024, part: 48 * 1024 * 1024 };
/** No table is larger; more of a file need not be read to refuse it. */
export const MOST_BYTES = 32 * 1024 * 1024;
/** What the parts of a workbook say of each other. */
const budget = () => ({ elements: 200_000, bytes: 16 * 1024 * 1024 });

const AGAIN = '用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再来一次。';
const SAVE_AGAIN = '请对方用 Excel 或 WPS 打开，另存一份再发。';
const DAMAGED = '文件坏了，或者没有传完。请对方重发一份。';
const NOT_XLSX = `这不是 .xlsx 表格，只是名字像。${AGAIN}`;
const TOO_LARGE =
  '文件展开以后太大，没有读。多半是下面、右边的空行空列也带着格式：只把有字的那一块拷到一个新的表格里再来。';
const MACROS = '这份表格带着宏，没有读。另存为不带宏的“Excel 工作簿（.xlsx）”再来一次。';

const ZIP_WORDS: Readonly<Record<ZipTrouble, string>> = {
  'not-a-zip': NOT_XLSX,
  damaged: DAMAGED,
  encrypted: `文件加了密码，读不了。打开以后去掉密码，${AGAIN}`,
  'part-twice': `文件不正常：里面同一个零件放了两次。${SAVE_AGAIN}`,
  'too-large': TOO_LARGE,
  outside: `文件不正常：里面的零件放到了文件外面。${SAVE_AGAIN}`,
};

const XML_WORDS: Readonly<Record<XmlTrouble, string>> = {
  damaged: DAMAGED,
  declares: `文件不正常：里面有不该有的声明，没有读。${SAVE_AGAIN}`,
  'too-deep': `文件不正常：里面一层套一层，套得太深，没有读。${SAVE_AGAIN}`,
  'too-large': TOO_LARGE,
};

const starts = (bytes: Buffer, ...head: readonly number[]) => head.every((byte, i) => bytes[i] === byte);

/** A file of the old kind of Office: an .xls, or an .xlsx behind a password. */
function oldOffice(bytes: Buffer): string {
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage') || has('EncryptionInfo')) return ZIP_WORDS.encrypted;
  if (has('WordDocument')) return '这是旧格式的 Word 文档（.doc），不是表格。把名单拷到表格里再来。';
  if (has('PowerPoint Document')) return '这是旧格式的幻灯片（.ppt），不是表格。把名单拷到表格里再来。';
  return `这是旧格式的 .xls、.et（或者别的旧 Office 文件），读不了。${AGAIN}`;
}

/** What a zip is that is no .xlsx. */
function otherZip(zip: OpenZip): string {
  const holds = (pattern: RegExp) => zip.names.some((name) => pattern.test(name));
  const kind = zip.part('mimetype')?.toString('latin1') ?? '';
  if (holds(/^word\//i)) return '这是 Word 文件，不是表格。把名单拷到表格里再来。';
  if (holds(/^ppt\//i)) return '这是幻灯片（PowerPoint），不是表格。把名单拷到表格里再来。';
  if (kind.includes('opendocument.text')) return '这是 OpenDocument 文档（.odt），不是表格。把名单拷到表格里再来。';
  if (kind.includes('opendocument') || holds(/^content\.xml$/i)) return `这是 .ods 表格，读不了。${AGAIN}`;
  if (holds(/^Index\/.*\.iwa$/i))
    return '这是苹果 Numbers 表格，读不了。在 Numbers 里选“导出为 Excel”，存成 .xlsx 再来。';
  if (holds(/\.(?:xlsx|xls|csv|docx?)$/i)) return '这是压缩包，不是表格。先解开，再用里面的 .xlsx。';
  return NOT_XLSX;
}

/** What speaks against reading the workbook of a package; null: nothing. */
function wrongPackage(zip: OpenZip, pack: Package): string | null {
  if (pack.names.some((name) => /^xl\/workbook\.bin$/i.test(name))) return `这是 .xlsb 表格，读不了。${AGAIN}`;
  const types = [pack.main ?? '', ...pack.names].map(pack.contentType);
  const macros = /vbaProject|vbaData|^xl\/(?:macrosheets|intlmacrosheets)\//i;
  if (pack.names.some((name) => macros.test(name)) || types.some((type) => /macroEnabled|vbaProject/i.test(type)))
    return MACROS;
  const isWorkbook =
    pack.main !== null && /spreadsheetml\.(?:sheet|template)\.main\+xml$/.test(pack.contentType(pack.main));
  return isWorkbook ? null : otherZip(zip);
}

/** What a file is that is neither a zip, nor an old file of Office, nor text; or a text that is no table. */
function otherFile(bytes: Buffer, text: string | null): string | null {
  const kind = kindOf(bytes);
  const head = (text ?? '').slice(0, 2000).trimStart();
  if (head.startsWith('{\\rtf')) return '这是 RTF 文档，不是表格，只是名字像。把名单拷到表格里再来。';
  if (/^(?:MIME-Version:|From: <|Content-Type: multipart\/)/i.test(head))
    return `这是单个文件网页（.mht），不是表格，只是名字像。${AGAIN}`;
  if (kind === 'html' || /^<(?:!doctype|html|table|head|meta)/i.test(head))
    return `这是网页，不是表格，只是名字像。${AGAIN}`;
  if (/progid="Excel\.Sheet"|schemas-microsoft-com:office:spreadsheet/i.test(head))
    return `这是 Excel 2003 的 XML 表格，读不了。${AGAIN}`;
  if (kind === 'xml' || kind === 'svg' || /^<\?xml/i.test(head)) return `这是 XML 文件，不是表格，只是名字像。${AGAIN}`;
  if (text !== null) return null;
  if (kind === 'pdf') return '这是 PDF 文件，读不了。向对方要原来的表格（.xlsx）。';
  if (['jpeg', 'png', 'gif', 'webp', 'avif', 'heic', 'tiff', 'bmp', 'psd', 'ico', 'jxl', 'jp2'].includes(kind))
    return '这是一张图片，不是表格，只是名字像。图片里的字读不了：向对方要原来的表格（.xlsx）。';
  if (kind === 'zip' || kind === 'gzip') return '这是压缩包，不是表格。先解开，再用里面的 .xlsx。';
  if (kind === 'unknown' || kind === 'text') return null;
  return `这是${nameOfOther(kind as OtherKind)}，不是表格。向对方要原来的表格（.xlsx）。`;
}

/** Text of one encoding; null: it is none of it. */
function decode(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The encoding of 16 bits that a text without a mark is in: commas and ends of lines have a 0 on one side of them. */
function wideWithoutMark(bytes: Buffer): string | null {
  const zeros = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, 65_536); at++)
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Some letters of Chinese end in a 0 too.
  if (odd > even * 3) return 'utf-16le';
  return even > odd * 3 ? 'utf-16be' : null;
}

/** Whether a text is one: signs that no keyboard has stand in it now and then, not everywhere. */
const isText = (text: string) =>
  (text.slice(0, 20_000).match(/(?![\t\n\v\f\r])[\p{Cc}\ufffd]/gu)?.length ?? 0) * 50 <= text.length;

/** Text in the encodings in which Excel and WPS write .csv; null: it is none. Throws `RefusedTable` where it is damaged. */
function decoded(bytes: Buffer): string | null {
  const marked = starts(bytes, 0xff, 0xfe) ? 'utf-16le' : starts(bytes, 0xfe, 0xff) ? 'utf-16be' : null;
  const wide = marked ?? (bytes.includes(0) ? wideWithoutMark(bytes) : null);
  if (wide !== null) {
    const text = decode(bytes, wide);
    if (text === null && marked !== null) throw new RefusedTable(DAMAGED);
    return text !== null && isText(text) ? text : null;
  }
  if (bytes.includes(0)) return null;
  const text = decode(bytes, 'utf-8');
  if (text !== null) return isText(text) ? text : null;
  const lossy = new TextDecoder('utf-8').decode(bytes);
  const letters = lossy.match(/\p{Script=Han}/gu)?.length ?? 0;
  const broken = lossy.match(/\ufffd/g)?.length ?? 0;
  // GB18030 read as UTF-8 is broken everywhere: where most of it is whole, it is UTF-8 that was damaged on its way.
  if (starts(bytes, 0xef, 0xbb, 0xbf) || letters > broken * 2) {
    const row = lossy.slice(0, lossy.indexOf('\ufffd')).split(/\r\n?|\n/).length;
    throw new RefusedTable(`这份 .csv 第${row}行的字坏了，读不出来。请对方另存为 .xlsx 再发。`);
  }
  const chinese = decode(bytes, 'gb18030');
  return chinese !== null && isText(chinese) ? chinese : null;
}

/** The records of a .csv: what stands in quotation marks may hold separators and ends of lines. */
function* recordsIn(text: string, separator: string): Generator<{ record: string[]; start: number }> {
  let record: string[] = [];
  let at = 0;
  let start = 0;
  let number = 1;
  const tooLong = () =>
    new RefusedTable(`这份 .csv 第${number}行有一格的字超过${MOST_LETTERS}个，没有读。把格子里的字改短再来。`);
  const end = new RegExp(`[${separator}\r\n]`, 'g');
  while (at <= text.length) {
    let field = '';
    if (text[at] === '"') {
      let close = at;
      do {
        const next = text.indexOf('"', close + 1);
        if (next < 0)
          throw new RefusedTable(
            `这份 .csv 第${number}行有一个引号没有配对，后面的分不清是哪一格。改好，或者另存为 .xlsx 再来。`,
          );
        field += text.slice(close + 1, next);
        if (field.length > MOST_LETTERS) throw tooLong();
        close = next + 1;
        if (text[close] === '"') field += '"';
      } while (text[close] === '"');
      at = close;
    }
    end.lastIndex = at;
    const stop = end.exec(text)?.index ?? text.length;
    field += text.slice(at, stop);
    if (field.length > MOST_LETTERS) throw tooLong();
    if (record.length < MOST_COLUMNS) record.push(field);
    at = stop + 1;
    if (text[stop] === separator) continue;
    if (text[stop] === '\r' && text[at] === '\n') at++;
    if (stop < text.length || record.length > 1 || field !== '') yield { record, start };
    record = [];
    start = at;
    number++;
  }
}

/** What the fields of a .csv are separated by: Excel says it in a line of its own, or uses what its country does. */
function separatorOf(text: string): string {
  const said = /^sep=([,;\t|])\r?\n/i.exec(text)?.[1];
  if (said !== undefined) return said;
  const lines = text.slice(0, 20_000).split(/\r\n?|\n/, 60);
  const most = (separator: string) => Math.max(...lines.map((line) => line.split(separator).length));
  return [',', '\t', ';', '|'].toSorted((a, b) => most(b) - most(a))[0] ?? ',';
}

function csvTables(whole: string): Tables {
  const marked = whole.replace(/^\ufeff/, '');
  const separator = separatorOf(marked);
  const text = marked.replace(/^sep=.\r?\n/i, '');
  const rows: TableRow[] = [];
  let number = 0;
  for (const { record, start } of recordsIn(text, separator)) {
    if (++number > MOST_ROWS) {
      // What is below is looked over, not read: it may be a million empty rows.
      const written = /[^\s,;|"][^\r\n,;|"]{0,20}/u.exec(text.slice(start))?.[0];
      const beyond = written === undefined ? {} : { beyond: belowTheLast(`这份 .csv 第${MOST_ROWS}行以下`, written) };
      return { tables: [{ name: '', rows, ...beyond }], left: null };
    }
    if (!record.some((field) => field.trim() !== '')) continue;
    rows.push({ number, cells: record.map((field) => ({ text: field, formula: /^\s*=/.test(field) })) });
  }
  return { tables: [{ name: '', rows }], left: null };
}

/** Whether a part declares a document type, also one that is not read: no program writes any. */
const declares = (zip: OpenZip) =>
  zip.names.some((name) => /\.(?:xml|rels|vml)$/i.test(name) && (zip.part(name)?.includes('<!DOCTYPE') ?? false));

function zipTables(bytes: Buffer): Tables | UnreadableFile {
  const zip = openZip(bytesInMemory(bytes), LIMITS);
  if (typeof zip === 'string') return { refused: ZIP_WORDS[zip] };
  const pack = openPackage(zip, budget());
  const wrong = wrongPackage(zip, pack);
  if (wrong === null && declares(zip)) return { refused: XML_WORDS.declares };
  return wrong === null && pack.main !== null ? workbookTables(zip, pack.main, pack) : { refused: wrong ?? NOT_XLSX };
}

function tablesOf(bytes: Buffer): Tables | UnreadableFile {
  if (bytes.length === 0) return { refused: '文件是空的。请对方重发一份。' };
  if (bytes.length > MOST_BYTES) return { refused: TOO_LARGE };
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { refused: oldOffice(bytes) };
  if (starts(bytes, 0x50, 0x4b)) return zipTables(bytes);
  const isKnown = ['jpeg', 'png', 'gif', 'webp', 'pdf', 'zip', 'gzip'].includes(kindOf(bytes));
  const text = isKnown ? null : decoded(bytes);
  const other = otherFile(bytes, text);
  if (other !== null) return { refused: other };
  return text === null
    ? { refused: `这不是表格，读不出字来（既不是 .xlsx，也不是 UTF-8、GB18030 的 .csv）。${AGAIN}` }
    : csvTables(text);
}

/** The tables of a file that should be an .xlsx or a .csv; what it is is told by its bytes, whatever it is called. */
export function readTables(given: Uint8Array): Tables | UnreadableFile {
  try {
    return tablesOf(Buffer.from(given.buffer, given.byteOffset, given.byteLength));
  } catch (error) {
    if (error instanceof RefusedTable) return { refused: error.message };
    if (error instanceof UnreadableXml) return { refused: XML_WORDS[error.trouble] };
    throw error;
  }
}
