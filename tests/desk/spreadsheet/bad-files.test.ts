import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consentImport } from '#desk/records/roster-import.ts';
import { reportImport } from '#desk/reports/report-import.ts';
import { projectFolder } from '../../../scripts/setup/install.mjs';
import { changed, endAt, listAt, oldOffice, rawZip } from '../../fixtures/raw-zip.ts';
import {
  formRows,
  MAIN,
  packed,
  rel,
  rosterRowsOf,
  rowsXml,
  type Written,
  type WrittenBook,
  xlsx,
  xlsxParts,
} from '../../fixtures/spreadsheet/write-xlsx.ts';
import { doHere, type Ran } from '../commands.ts';

const AGAIN = '用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再来一次。';
const SAVE_AGAIN = '请对方用 Excel 或 WPS 打开，另存一份再发。';
const DAMAGED = '文件坏了，或者没有传完。请对方重发一份。';
const NOT_XLSX = `这不是 .xlsx 表格，只是名字像。${AGAIN}`;
const TOO_LARGE =
  '文件展开以后太大，没有读。多半是下面、右边的空行空列也带着格式：只把有字的那一块拷到一个新的表格里再来。';
const MACROS = '这份表格带着宏，没有读。另存为不带宏的“Excel 工作簿（.xlsx）”再来一次。';
const DECLARES = `文件不正常：里面有不该有的声明，没有读。${SAVE_AGAIN}`;
const TWICE = `文件不正常：里面同一个零件放了两次。${SAVE_AGAIN}`;
const OUTSIDE = `文件不正常：里面的零件放到了文件外面。${SAVE_AGAIN}`;
const ENCRYPTED = `文件加了密码，读不了。打开以后去掉密码，${AGAIN}`;
const NO_TEXT = `这不是表格，读不出字来（既不是 .xlsx，也不是 UTF-8、GB18030 的 .csv）。${AGAIN}`;
const PICTURE = '这是一张图片，不是表格，只是名字像。图片里的字读不了：向对方要原来的表格（.xlsx）。';
const ARCHIVE = '这是压缩包，不是表格。先解开，再用里面的 .xlsx。';
const SHEET = (problem: string) => `文件不正常：工作表“上报”${problem}。${SAVE_AGAIN}`;

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'bad-tables-'));
  cpSync(join(projectFolder, 'tests/fixtures/region'), join(dir, 'content'), { recursive: true });
});
afterAll(() => rmSync(dir, { recursive: true }));

const env = () => ({ CONTENT_DIR: join(dir, 'content'), SITE_NOW: '2023-03-10T09:00:00+08:00' });
/** Every file below the folder of this test, with its size. */
const everything = () =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => `${name} ${statSync(join(dir, name)).size}`);

const report = (name: string, ...more: string[]) => doHere(reportImport, [join(dir, name), ...more], env());
const consent = (name: string, ...more: string[]) => doHere(consentImport, [join(dir, name), ...more], env());

/** What both commands say of a file: one sentence, the same, in plain Chinese, and nothing is written anywhere. */
async function refusedBy(bytes: Uint8Array, name: string): Promise<string> {
  writeFileSync(join(dir, name), bytes);
  const before = everything();
  const said = async (run: Promise<Ran>) => {
    const { stdout, stderr, status } = await run;
    expect([stdout, status]).toEqual(['', 1]);
    return stderr;
  };
  const [first, second] = [await said(report(name)), await said(consent(name))];
  expect(everything()).toEqual(before);
  rmSync(join(dir, name));
  expect(second).toBe(first);
  expect(first).not.toMatch(/\bat .*:\d+:\d+|Error|undefined|node:/);
  return first.replace(`${name}：`, '').replace('\n\n没有写任何文件。\n', '');
}

const good = formRows({ E7: 520 });
const goodBook: WrittenBook = { sheets: [{ name: '上报', rows: good }] };
const parts = (change: Readonly<Record<string, string | Buffer>> = {}) => ({ ...xlsxParts(goodBook), ...change });
const withSheet = (data: string, more: Partial<WrittenBook['sheets'][number]> = {}) =>
  xlsx({ sheets: [{ name: '上报', data, ...more }] });
const list = () => Object.entries(parts()).map(([name, bytes]) => ({ name, bytes }));
const csv = (text: string) => Buffer.from(text);
const sheetPart = (text: string) => packed(parts({ 'xl/worksheets/sheet1.xml': text }));
const spaces = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, 32);
const entities = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
  .split('')
  .map((letter, i) => `<!ENTITY ${letter} "${`&${'abcdefghij'[i]};`.repeat(10)}">`)
  .join('')}]>`;

const REFUSED: readonly [
  what: string,
  bytes: () => Uint8Array | Promise<Uint8Array>,
  sentence: string,
  name?: string,
][] = [
  ['an empty file', () => Buffer.alloc(0), '文件是空的。请对方重发一份。'],
  [
    'an .xls',
    () => oldOffice('Workbook'),
    `这是旧格式的 .xls、.et（或者别的旧 Office 文件），读不了。${AGAIN}`,
    'a.xls',
  ],
  [
    'a .doc called .xlsx',
    () => oldOffice('WordDocument'),
    '这是旧格式的 Word 文档（.doc），不是表格。把名单拷到表格里再来。',
  ],
  [
    'a workbook behind a password',
    () => writeXlsx({ sheets: [{ name: 'a', rows: [['a']] }], encryption: { password: 'x', spinCount: 1 } }),
    ENCRYPTED,
  ],
  ['a zip behind a password', () => rawZip(list().map((one) => ({ ...one, flags: 1 }))), ENCRYPTED],
  ['a workbook with macros called .xlsx', () => packed(parts({ 'xl/vbaProject.bin': oldOffice('VBA') })), MACROS],
  [
    'a workbook that says it has macros',
    () =>
      packed(
        parts({
          '[Content_Types].xml': String(parts()['[Content_Types].xml']).replace(
            'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main',
            'vnd.ms-excel.sheet.macroEnabled.main',
          ),
        }),
      ),
    MACROS,
  ],
  ['macros of Excel 4', () => packed(parts({ 'xl/macrosheets/sheet1.xml': '<a/>' })), MACROS],
  [
    'a web page called .xlsx',
    () => csv('\n<!DOCTYPE html><html><table><tr><td>姓名'),
    `这是网页，不是表格，只是名字像。${AGAIN}`,
  ],
  [
    'a table of HTML called .csv',
    () => csv('\ufeff<table><tr><td>姓名'),
    `这是网页，不是表格，只是名字像。${AGAIN}`,
    'a.csv',
  ],
  [
    'a web page in UTF-16',
    () => Buffer.from('\ufeff<html><table>', 'utf16le'),
    `这是网页，不是表格，只是名字像。${AGAIN}`,
  ],
  [
    'a web archive',
    () => csv('MIME-Version: 1.0\nContent-Type: multipart/related\n'),
    `这是单个文件网页（.mht），不是表格，只是名字像。${AGAIN}`,
  ],
  ['RTF', () => csv('{\\rtf1\\ansi 姓名}'), '这是 RTF 文档，不是表格，只是名字像。把名单拷到表格里再来。'],
  ['PDF', () => csv('%PDF-1.7\n%âã'), '这是 PDF 文件，读不了。向对方要原来的表格（.xlsx）。'],
  ['a photo', () => Buffer.from('ffd8ffe000104a464946', 'hex'), PICTURE],
  ['RAR', () => Buffer.from('Rar!\x1a\x07\0', 'latin1'), ARCHIVE],
  ['gzip', () => Buffer.from('1f8b0800', 'hex'), ARCHIVE],
  ['a zip of tables', () => packed({ '上报表.xlsx': xlsx(goodBook) }), ARCHIVE],
  ['a zip of anything', () => packed({ 'a.txt': 'a' }), NOT_XLSX],
  [
    'a Word document called .xlsx',
    () => packed({ 'word/document.xml': '<a/>' }),
    '这是 Word 文件，不是表格。把名单拷到表格里再来。',
  ],
  [
    'slides',
    () => packed({ 'ppt/presentation.xml': '<a/>' }),
    '这是幻灯片（PowerPoint），不是表格。把名单拷到表格里再来。',
  ],
  ['an .xlsb', () => packed({ 'xl/workbook.bin': 'a' }), `这是 .xlsb 表格，读不了。${AGAIN}`],
  [
    'an .ods',
    () => packed({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
    `这是 .ods 表格，读不了。${AGAIN}`,
  ],
  [
    'a table of Numbers',
    () => packed({ 'Index/Document.iwa': 'a' }),
    '这是苹果 Numbers 表格，读不了。在 Numbers 里选“导出为 Excel”，存成 .xlsx 再来。',
  ],
  ['noise', () => Buffer.from('00010203deadbeef00ff', 'hex'), NO_TEXT],
  ['two bytes', () => csv('PK'), NOT_XLSX],
  ['the first half', () => xlsx(goodBook).subarray(0, 900), DAMAGED],
  ['all but the last byte', () => xlsx(goodBook).subarray(0, -1), DAMAGED],
  [
    'a hole in the middle',
    () => {
      const all = xlsx(goodBook);
      return Buffer.concat([all.subarray(0, 500), all.subarray(800)]);
    },
    DAMAGED,
  ],
  ['a sum that does not fit', () => rawZip(list().map((one) => ({ ...one, sum: 1 }))), DAMAGED],
  [
    'a part behind the end of the file',
    () => changed(xlsx(goodBook), (copy) => copy.writeUInt32LE(0x7fffffff, listAt(copy) + 42)),
    DAMAGED,
  ],
  [
    'a way of packing that nobody has',
    () => changed(xlsx(goodBook), (copy) => copy.writeUInt16LE(99, listAt(copy) + 10)),
    DAMAGED,
  ],
  [
    'more parts than there are',
    () => changed(xlsx(goodBook), (copy) => copy.writeUInt16LE(900, endAt(copy) + 10)),
    DAMAGED,
  ],
  ['a part twice', () => rawZip([...list(), ...list().slice(-1)]), TWICE],
  ['a part twice, once in capitals', () => rawZip([...list(), { name: 'XL/Workbook.xml', bytes: '<a/>' }]), TWICE],
  ['a part that climbs out', () => rawZip([...list(), { name: '../../a.yaml', bytes: 'a' }]), OUTSIDE],
  ['a part with the strokes of Windows', () => rawZip([...list(), { name: '..\\a.yaml', bytes: 'a' }]), OUTSIDE],
  ['a part at the root', () => rawZip([...list(), { name: '/etc/a', bytes: 'a' }]), OUTSIDE],
  [
    'a part that is a link',
    () => rawZip([...list(), { name: 'xl/a', bytes: '/etc/passwd', attributes: 0xa1ff0000 }]),
    OUTSIDE,
  ],
  ['a bomb', () => packed(parts({ 'xl/a.xml': spaces(70) })), TOO_LARGE],
  [
    'a bomb that lies about its size',
    () => rawZip([...list(), { name: 'xl/a.xml', bytes: spaces(50), claims: 10 }]),
    TOO_LARGE,
  ],
  ['a bomb of photos', () => rawZip([...list(), { name: 'xl/media/a.png', bytes: spaces(49) }]), TOO_LARGE],
  [
    'two thousand parts',
    () => rawZip([...list(), ...Array.from({ length: 2001 }, (_, i) => ({ name: `a${i}`, bytes: '' }))]),
    TOO_LARGE,
  ],
  [
    'a document type',
    () => sheetPart(`<!DOCTYPE worksheet SYSTEM "https://example.invalid/a.dtd"><worksheet ${MAIN}/>`),
    DECLARES,
  ],
  [
    'entities in entities',
    () =>
      packed(
        parts({
          'xl/worksheets/sheet1.xml': `${entities}<worksheet ${MAIN}><sheetData><row><c t="str"><v>&j;</v></c></row></sheetData></worksheet>`,
        }),
      ),
    DECLARES,
  ],
  [
    'a document type in UTF-16',
    () =>
      packed(parts({ 'xl/worksheets/sheet1.xml': Buffer.from(`\ufeff<!DOCTYPE a><worksheet ${MAIN}/>`, 'utf16le') })),
    DECLARES,
  ],
  [
    'a document type in a part that is not read',
    () => packed(parts({ 'docProps/app.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' })),
    DECLARES,
  ],
  ['an entity that nobody declared', () => withSheet('<row><c t="str"><v>&b;</v></c></row>'), DAMAGED],
  [
    'damaged UTF-8',
    () =>
      packed(
        parts({
          'xl/worksheets/sheet1.xml': Buffer.from(
            String(parts()['xl/worksheets/sheet1.xml']).replace('册', '\xff\xfe'),
            'latin1',
          ),
        }),
      ),
    DAMAGED,
  ],
  ['XML that does not end', () => sheetPart(String(parts()['xl/worksheets/sheet1.xml']).slice(0, -20)), DAMAGED],
  [
    'elements in elements',
    () => withSheet('<a>'.repeat(5000)),
    `文件不正常：里面一层套一层，套得太深，没有读。${SAVE_AGAIN}`,
  ],
  [
    'attributes without an end',
    () => withSheet(`<row ${Array.from({ length: 5000 }, (_, i) => `a${i}=""`).join(' ')}/>`),
    DAMAGED,
  ],
  [
    'no sheet where one should be',
    () => {
      const all: Record<string, string | Buffer> = parts();
      delete all['xl/worksheets/sheet1.xml'];
      return packed(all);
    },
    DAMAGED,
  ],
  [
    'a row twice',
    () => withSheet('<row r="1"/><row r="7"><c r="E7"><v>1</v></c></row><row r="7"><c r="E7"><v>2</v></c></row>'),
    SHEET('的第7行出现了两次'),
  ],
  ['a row that goes back', () => withSheet('<row r="9"/><row r="7"/>'), SHEET('的第7行排在第9行后面')],
  ['a row that is none', () => withSheet('<row r="-1"/>'), SHEET('有一行的行号是“-1”')],
  ['a row below the last', () => withSheet('<row r="1048577"/>'), SHEET('有一行的行号是“1048577”')],
  [
    'a cell that stands elsewhere',
    () => withSheet('<row r="7"><c r="E9"><v>520</v></c></row>'),
    SHEET('第7行里放着“E9”这一格'),
  ],
  [
    'a cell beside the last',
    () => withSheet('<row r="7"><c r="XFE7"><v>520</v></c></row>'),
    SHEET('第7行里放着“XFE7”这一格'),
  ],
  [
    'a cell twice',
    () => withSheet('<row r="7"><c r="E7"><v>1</v></c><c r="E7"><v>2</v></c></row>'),
    SHEET('的 E7 这一格出现了两次，或者次序乱了'),
  ],
  [
    'a string that is not there',
    () => withSheet('<row r="7"><c r="E7" t="s"><v>12</v></c></row>'),
    SHEET('第7行有一格的字不在文件里（第12个字串）'),
  ],
  [
    'a string before the first',
    () => withSheet('<row r="7"><c r="E7" t="s"><v>-1</v></c></row>'),
    SHEET('第7行有一格的字不在文件里（第-1个字串）'),
  ],
  [
    'areas that cover each other a thousand times',
    () =>
      withSheet(rowsXml([...good, ...Array.from({ length: 4000 }, () => ['a'])]), {
        after: `<mergeCells>${'<mergeCell ref="A1:B4000"/>'.repeat(1000)}</mergeCells>`,
      }),
    SHEET('里合并的格子太多，互相盖着'),
  ],
  [
    'a cell of a million letters',
    () => withSheet(`<row r="7"><c r="E7" t="str"><v>${'字'.repeat(1_000_000)}</v></c></row>`),
    '文件不正常：工作表“上报”第7行有一格里的字超过32767个，没有读。把格子里的字改短，另存一份再来。',
  ],
  [
    'a long string that every cell shows',
    () =>
      xlsx({
        sheets: [{ name: '上报', data: `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(10) }],
        strings: `<si><t>${'字'.repeat(32_000)}</t></si>`,
      }),
    TOO_LARGE,
  ],
  [
    'a .csv of quotation marks',
    () => csv('"'.repeat(1_000_000)),
    '这份 .csv 第1行有一格的字超过32767个，没有读。把格子里的字改短再来。',
    'a.csv',
  ],
  [
    'a .csv cut off within a quotation',
    () => csv('姓名,身份\n样例甲,"志愿者\n样例乙,医生\n'),
    '这份 .csv 第2行有一个引号没有配对，后面的分不清是哪一格。改好，或者另存为 .xlsx 再来。',
    'a.csv',
  ],
  [
    'a .csv of UTF-8 that was damaged on its way',
    () => Buffer.concat([csv('姓名,身份\n样例'), Buffer.from([0xe7, 0x94]), csv(',志愿者\n')]),
    '这份 .csv 第2行的字坏了，读不出来。请对方另存为 .xlsx 再发。',
    'a.csv',
  ],
  [
    'a .csv of UTF-16 with half a letter',
    () => Buffer.concat([Buffer.from('\ufeff姓名\t身份\n', 'utf16le'), Buffer.from([0x37])]),
    DAMAGED,
    'a.csv',
  ],
  ['a .csv of noise', () => Buffer.from([0xff, 0x00, 0xff, 0x00, 0x80, 0x81, 0xfe]), NO_TEXT, 'a.csv'],
  [
    'an .xls called .csv',
    () => oldOffice('Workbook'),
    `这是旧格式的 .xls、.et（或者别的旧 Office 文件），读不了。${AGAIN}`,
    'a.csv',
  ],
  ['a file of a gigabyte', () => Buffer.alloc(33 * 1024 * 1024, 65), TOO_LARGE, 'a.csv'],
];

describe('a file that is no table, or one that no program wrote', () => {
  it.each(REFUSED)(
    '%s is refused in one sentence by both commands, and nothing is written',
    async (_, bytes, sentence, name = 'a.xlsx') => {
      expect(await refusedBy(await bytes(), name)).toBe(sentence);
    },
  );

  it('is refused as one object for programs', async () => {
    writeFileSync(join(dir, 'a.xlsx'), oldOffice('Workbook'));
    const { stdout, stderr, status } = await report('a.xlsx', '--json');
    expect([JSON.parse(stdout), stderr, status]).toMatchObject([
      { file: 'a.xlsx', unit: null, rows: [], errors: [expect.stringContaining('旧格式')], written: null },
      '',
      1,
    ]);
  });

  it('is not opened where it is a folder, or nothing', async () => {
    symlinkSync(join(dir, 'nowhere'), join(dir, 'b.xlsx'));
    for (const name of ['content', 'b.xlsx', 'c.xlsx']) {
      for (const { stderr, status } of [await report(name), await consent(name)])
        expect([stderr, status]).toEqual([expect.stringContaining('打不开'), 2]);
    }
    rmSync(join(dir, 'b.xlsx'));
  });
});

/** What is in a file beside the cells, in the form and in the roster alike. */
const CLEANED: readonly [what: string, change: (book: WrittenBook) => WrittenBook | Buffer, said: string | null][] = [
  [
    'links to other workbooks',
    (book) => ({ ...book, parts: { 'xl/externalLinks/externalLink1.xml': '<a/>' } }),
    '表格里还有连到别的表格的链接：只读了格子里的字，这些没有要。',
  ],
  [
    'a connection to data elsewhere',
    (book) => ({
      ...book,
      workbookRels: rel('rIdC', 'connections', 'connections.xml'),
      parts: {
        'xl/connections.xml':
          '<connections><connection id="1" type="4"><webPr url="http://example.invalid/"/></connection></connections>',
      },
    }),
    '表格里还有连到外面数据的连接：只读了格子里的字，这些没有要。',
  ],
  [
    'an embedded program',
    (book) => ({
      ...book,
      parts: { 'xl/embeddings/oleObject1.bin': oldOffice('Package'), 'xl/activeX/activeX1.bin': 'a' },
    }),
    '表格里还有嵌入的文件和控件：只读了格子里的字，这些没有要。',
  ],
  [
    'links that run something or open a file',
    (book) => ({
      ...book,
      sheets: book.sheets.map((sheet) => ({
        ...sheet,
        after: '<hyperlinks><hyperlink ref="A1" r:id="rId1"/><hyperlink ref="A2" r:id="rId2"/></hyperlinks>',
        rels: ['javascript:alert(1)', 'file://///example.invalid/a.exe']
          .map((to, i) => rel(`rId${i + 1}`, 'hyperlink', to, ' TargetMode="External"'))
          .join(''),
      })),
    }),
    '表格里还有超链接：只读了格子里的字，这些没有要。',
  ],
  [
    'a sheet elsewhere on the net beside its own',
    (book) => ({
      ...book,
      workbookRels: rel('rIdX', 'worksheet', 'https://example.invalid/a.xml', ' TargetMode="External"'),
    }),
    null,
  ],
  [
    'the whole breadth and height of a sheet as its size',
    (book) => ({
      ...book,
      sheets: book.sheets.map((sheet) => ({
        ...sheet,
        before: '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>',
      })),
    }),
    null,
  ],
  [
    'a cell in the last corner',
    (book) => ({
      ...book,
      sheets: book.sheets.map((sheet) => ({
        ...sheet,
        data: `${rowsXml(sheet.rows ?? [])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`,
      })),
    }),
    null,
  ],
  [
    'a hundred thousand empty rows',
    (book) => ({
      ...book,
      sheets: book.sheets.map((sheet) => ({
        ...sheet,
        data: rowsXml(sheet.rows ?? []) + Array.from({ length: 100_000 }, (_, i) => `<row r="${i + 20}"/>`).join(''),
      })),
    }),
    null,
  ],
  [
    'a hundred thousand merged areas',
    (book) => ({
      ...book,
      sheets: book.sheets.map((sheet) => ({
        ...sheet,
        after: `<mergeCells>${Array.from({ length: 100_000 }, (_, i) => `<mergeCell ref="J${i + 20}:K${i + 20}"/>`).join('')}</mergeCells>`,
      })),
    }),
    null,
  ],
  [
    'two hundred thousand strings that no cell shows',
    (book) => ({ ...book, strings: '<si><t>a</t></si>'.repeat(200_000) }),
    null,
  ],
  [
    'a style that is not there',
    (book) => ({
      ...book,
      sheets: book.sheets.map((sheet) => ({
        ...sheet,
        data: rowsXml(sheet.rows ?? []).replaceAll('<c ', '<c s="99999" '),
      })),
    }),
    null,
  ],
  [
    'a sheet of ten thousand rows beside it',
    (book) => ({
      ...book,
      sheets: [{ name: '明细', rows: Array.from({ length: 10_000 }, () => ['样例']) }, ...book.sheets],
    }),
    null,
  ],
  [
    'one formula over a whole sheet beside it',
    (book) => ({
      ...book,
      sheets: [...book.sheets, { name: '别的', data: '<row><c><f t="array" ref="A1:XFD1048576">1</f></c></row>' }],
    }),
    null,
  ],
  ['a zip called .csv', (book) => xlsx(book), null],
];

it('a list longer than any is refused, as .xlsx and as .csv', async () => {
  const rows = [...rosterRowsOf(), ...Array.from({ length: 5000 }, (_, i) => [`样例${i}`, '成年人', '志愿者'])];
  writeFileSync(join(dir, 'a.xlsx'), xlsx({ sheets: [{ name: '名单', rows }] }));
  writeFileSync(join(dir, 'a.csv'), rows.map((row) => row.join(',')).join('\n'));
  const mend = '一份表最多读5000行，没有读。误填的删掉；真有这么多行，分成几份再来。\n\n没有写任何文件。\n';
  expect(await consent('a.xlsx')).toEqual({
    ...{ stdout: '', status: 1 },
    stderr: `a.xlsx：工作表“名单”第5001行还有字（“样例4998”），${mend}`,
  });
  expect(await consent('a.csv')).toEqual({
    ...{ stdout: '', status: 1 },
    stderr: `a.csv：这份 .csv 第5000行以下还有字（“样例4998”），${mend}`,
  });
  rmSync(join(dir, 'a.xlsx'));
  rmSync(join(dir, 'a.csv'));
});

describe('what else is in a table', () => {
  it.each(CLEANED)('%s is left out and told, and the rest is read by both commands', async (what, change, said) => {
    const name = what.endsWith('.csv') ? 'a.csv' : 'a.xlsx';
    const read = async (rows: Written[][], run: (name: string, ...more: string[]) => Promise<Ran>) => {
      const book = change({ sheets: [{ name: '上报', rows }] });
      writeFileSync(join(dir, name), Buffer.isBuffer(book) ? book : xlsx(book));
      const { stdout, stderr, status } = await run(name, '--dry-run');
      expect([stderr, status]).toEqual(['', 0]);
      rmSync(join(dir, name));
      return stdout;
    };
    const [form, roster] = [await read(good, report), await read(rosterRowsOf(), consent)];
    expect(form).toContain('以后　520册，高于计划');
    expect(roster).toContain('新记1个人、1张授权书');
    for (const text of [form, roster]) expect(text.includes('没有要')).toBe(said !== null);
    if (said !== null) for (const text of [form, roster]) expect(text).toContain(said);
  });
});

describe('what is written in a cell', () => {
  const told = async (form: Written[][], roster: Written[][], name = 'a.xlsx') => {
    const said: string[] = [];
    for (const [rows, run] of [
      [form, report],
      [roster, consent],
    ] as const) {
      const text = rows
        .map((row) =>
          row
            .map((cell) => (cell === null || typeof cell === 'object' ? '' : `"${String(cell).replaceAll('"', '""')}"`))
            .join(','),
        )
        .join('\r\n');
      writeFileSync(join(dir, name), name.endsWith('.csv') ? text : xlsx({ sheets: [{ name: '上报', rows }] }));
      const before = everything();
      const { stderr, status } = await run(name);
      expect([status, everything()]).toEqual([1, before]);
      said.push(stderr);
    }
    rmSync(join(dir, name));
    return said;
  };

  it.each([
    ['turns a text round', '\u202e甲', 'U+202E'],
    ['hides where a text ends', '甲\u2066乙', 'U+2066'],
    ['rings a bell', '甲_x0007_', 'U+0007'],
    ['is half a letter', '甲_xD800_', 'U+D800'],
    ['stands for a letter that was lost', '甲\ufffd', 'U+FFFD'],
    ['is a label that nobody sees', '甲\u{e0041}', 'U+E0041'],
  ])('a sign that %s is told at its cell', async (_, text, code) => {
    const problem = `里面有看不见的、或者坏了的字符（${code}）。把这一格清空，不要粘贴，重新打一遍。`;
    const [form, roster] = await told(formRows({ E7: 520, G7: text, B4: text }), rosterRowsOf(text));
    expect(form).toContain(`  第4行“谁报的”：${problem}\n  第7行“说明”：${problem}`);
    expect(roster).toContain(`第2行“姓名”：${problem}`);
  });

  it.each([
    ["=cmd|'/C calc'!A0", 'a.csv'],
    ['=HYPERLINK("http://example.invalid/","甲")', 'a.csv'],
    [' =1+1', 'a.csv'],
  ])('%s in a .csv is a formula, which is not computed', async (text, name) => {
    const problem = '现在是公式，应当是写好的字。';
    const [form, roster] = await told(formRows({ E7: 520, G7: text }), rosterRowsOf(text), name);
    expect(form).toContain(`第7行“说明”：${problem}`);
    expect(roster).toContain(`第2行“姓名”：${problem}`);
  });

  it('a DDE formula in an .xlsx is told at its cell, whatever it shows', async () => {
    const dde: Written = { xml: '<c t="str"><f>cmd|\' /C calc\'!A0</f><v>520</v></c>' };
    const [form, roster] = await told(formRows({ E7: dde }), rosterRowsOf(dde));
    expect(form).toContain('第7行“完成数”：现在是公式');
    expect(roster).toContain('第2行“姓名”：现在是公式');
  });

  it.each(['=1+1', '+86', '-暂缓', '@某某', '\tcmd', "=cmd|' /C calc'!A0"])(
    'a note that is the text %s stays text in everything that is written of it',
    async (note) => {
      writeFileSync(join(dir, 'a.xlsx'), xlsx({ sheets: [{ name: '上报', rows: formRows({ E7: 520, G7: note }) }] }));
      const { status } = await report('a.xlsx');
      const file = join(dir, 'content/reports/yangli-jia-2023-01-05.yaml');
      expect([status, readFileSync(file, 'utf8')]).toEqual([0, expect.stringContaining(note.trim())]);
      const { parse } = await import('yaml');
      expect(parse(readFileSync(file, 'utf8')).rows[0].note).toBe(note.trim());
      const { csv: asCsv } = await import('#exports/data/csv.ts');
      expect(asCsv(['note'], [[note.trim()]])).not.toMatch(/\n"?[=+@\-\t](?!\d+\r)/);
      rmSync(file);
      rmSync(join(dir, 'a.xlsx'));
    },
  );
});
