import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportImport } from '#desk/reports/report-import.ts';
import { projectFolder } from '../../../scripts/setup/install.mjs';
import {
  formRows,
  packed,
  rel,
  rowsXml,
  type Written,
  type WrittenBook,
  xlsx,
  xlsxParts,
} from '../../fixtures/spreadsheet/write-xlsx.ts';
import { doHere } from '../commands.ts';

const REGION = join(projectFolder, 'tests/fixtures/region');
const FORMS = join(projectFolder, 'tests/fixtures/report-forms');
const ENV = { CONTENT_DIR: REGION, SITE_NOW: '2023-03-10T09:00:00+08:00' };

/** What a form comes to, in short: its days and who reports; a line a number; what stays empty; what is said. */
interface Read {
  readonly head: string;
  readonly rows: readonly string[];
  readonly empty: readonly string[];
  readonly errors: readonly string[];
  readonly notes: readonly string[];
}

async function readAt(path: string): Promise<Read> {
  const { stdout } = await doHere(reportImport, [path, '--json', '--dry-run'], ENV);
  const { unit, date, as_of, reported_by, rows, unreported, errors, notes } = JSON.parse(stdout);
  return {
    head: `${unit} ${as_of} ${date} ${reported_by}`,
    rows: (rows ?? []).map((row: Record<string, string>) =>
      `${row['line']} ${row['year']} ${row['quantity']}${row['unit']} ${row['note'] ?? ''}`.trim(),
    ),
    empty: (unreported ?? []).map((one: Record<string, string>) => `${one['line']} ${one['year']}`),
    errors,
    notes: notes ?? [],
  };
}

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'saved-forms-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

const readBytes = (bytes: Uint8Array): Promise<Read> => {
  const path = join(dir, 'a.xlsx');
  writeFileSync(path, bytes);
  return readAt(path);
};

const HEAD = 'yangli-jia 2022-12-31 2023-01-05 样例甲市分会办公室';
const TYPED: Read = {
  head: HEAD,
  rows: ['book-boxes 2022 520册 多出的是本地捐的', 'reading-corners 2022 2处'],
  empty: ['open-lessons 2022'],
  errors: [],
  notes: [],
};

/** What each file of tests/fixtures/report-forms gives; README.md there says how it was made. */
const SAVED: Readonly<Record<string, Partial<Read>>> = {
  'libreoffice.xlsx': {
    head: `${HEAD}（虚构）`,
    rows: ['book-boxes 2022 520册 多出的是本地捐的，=SUM(1)不是公式', 'reading-corners 2022 2处'],
  },
  'libreoffice-gb18030.csv': {
    head: `${HEAD}（虚构）`,
    rows: ['book-boxes 2022 520册 多出的是本地捐的，=SUM(1)不是公式', 'reading-corners 2022 2处'],
  },
  'libreoffice-typed.xlsx': {},
  'libreoffice-from-ods.xlsx': {},
  'libreoffice-from-xls.xlsx': {},
  'libreoffice-from-csv.xlsx': {},
  'libreoffice-moved.xlsx': {
    rows: ['reading-corners 2022 3处', 'open-lessons 2022 0节', 'book-boxes 2022 1234册 补报'],
    empty: [],
    notes: ['第8行：文件这一年没有给这个单位写数，网页上写“本年未列”，报的数照登。'],
  },
  'libreoffice-dates-1904.xlsx': {
    head: 'yangli-jia 2022-12-31 2023-01-05 办公室',
    rows: ['book-boxes 2022 1520册 含上年结转', 'reading-corners 2022 2处'],
  },
  'libreoffice-remarks.xlsx': {
    rows: ['book-boxes 2022 520册 多出的是本地捐的', 'reading-corners 2022 2处 多出的是本地捐的'],
    notes: ['第11行是合计，没有读。', '第7行“完成数”上有批注“含旧书40册， 下次单列”，没有读；要登的写进“说明”。'],
  },
  'libreoffice-own-book.xlsx': {
    head: 'yangli-jia 2022-12-31 2023-03-10 办公室',
    notes: ['“上报日期”空着，按今天（2023-03-10）记。'],
  },
  'openpyxl.xlsx': { notes: ['第8行“完成数”上有批注“已和乡里核对”，没有读；要登的写进“说明”。'] },
  'xlsxwriter.xlsx': { rows: ['book-boxes 2022 1234册 多出的是本地捐的', 'reading-corners 2022 2处'] },
  'exceljs.xlsx': {
    head: 'null null null null',
    rows: [],
    errors: ['第8行“完成数”：现在是公式，应当是写好的字。复制这一格，用“选择性粘贴”贴成“值”。'],
    notes: ['表格里还有超链接：只读了格子里的字，这些没有要。'],
  },
  'sheetjs.xlsx': { rows: ['book-boxes 2022 1520册 多出的是本地捐的', 'reading-corners 2022 2处'] },
  'gnumeric.xlsx': {},
};

describe('a form that a program has saved', () => {
  it.each(Object.entries(SAVED))('%s gives exactly what was filled in', async (name, own) => {
    expect(await readAt(join(FORMS, name))).toEqual({ ...TYPED, ...own });
  });

  it('is listed here, every one of them, or is refused by what it is', async () => {
    const rest = readdirSync(FORMS).filter((name) => !(name in SAVED) && name !== 'README.md');
    const told = await Promise.all(rest.map(async (name) => [name, (await readAt(join(FORMS, name))).errors[0]]));
    const AGAIN = '用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再来一次。';
    expect(Object.fromEntries(told)).toEqual({
      'libreoffice.ods': `这是 .ods 表格，读不了。${AGAIN}`,
      'libreoffice.xls': `这是旧格式的 .xls、.et（或者别的旧 Office 文件），读不了。${AGAIN}`,
      'sheetjs.xlsb': `这是 .xlsb 表格，读不了。${AGAIN}`,
      'sheetjs-2003.xml': `这是 Excel 2003 的 XML 表格，读不了。${AGAIN}`,
    });
  });
});

/** A cell as a program writes it, without its address. */
const xml = (text: string): Written => ({ xml: text });
/** The filled-in form with these cells in it. */
const filled = (cells: Readonly<Record<string, Written>> = {}) =>
  formRows({ E7: 520, G7: '多出的是本地捐的', E8: 2, ...cells });
const book = (cells: Readonly<Record<string, Written>> = {}, more: Partial<WrittenBook> = {}): WrittenBook => ({
  sheets: [{ name: '上报', rows: filled(cells) }],
  ...more,
});
const sheetWith = (
  more: Partial<WrittenBook['sheets'][number]>,
  cells: Readonly<Record<string, Written>> = {},
): WrittenBook => ({
  sheets: [{ name: '上报', rows: filled(cells), ...more }],
});

/** Rows of the form as they stand, each string in the table of strings. */
function shared(rows: readonly (readonly Written[])[]): WrittenBook {
  const strings: string[] = [];
  const moved = rows.map((row) =>
    row.map((cell) => {
      if (typeof cell !== 'string') return cell;
      strings.push(`<si><t>${cell}</t><rPh sb="0" eb="1"><t>ㄅㄆㄇ</t></rPh><phoneticPr fontId="1"/></si>`);
      return xml(`<c t="s"><v>${strings.length - 1}</v></c>`);
    }),
  );
  return { sheets: [{ name: '上报', rows: moved }], strings: strings.join('') };
}

const COMMENTS = (text: string) =>
  `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>tc={1}</author></authors><commentList><comment ref="E8" authorId="0"><text>${text}</text></comment></commentList></comments>`;

const WRITTEN: readonly [what: string, book: () => WrittenBook | Buffer, expected: Partial<Read>][] = [
  ['strings in a table, each with how it is read aloud', () => shared(filled()), {}],
  [
    'runs of several fonts, in the table and in the cell, with how they are read aloud in between',
    () =>
      book(
        {
          E7: xml('<c t="s"><v>0</v></c>'),
          G7: xml(
            '<c t="inlineStr"><is><r><rPr><b/></rPr><t>多出</t></r><r><t xml:space="preserve">的是</t></r><rPh sb="0" eb="2"><t>duochu</t></rPh><r><t>本地捐的</t></r></is></c>',
          ),
        },
        {
          strings:
            '<si><r><t>五百</t></r><r><rPr><sz val="9"/></rPr><t>二十</t></r><rPh sb="0" eb="4"><t>wubai</t></rPh></si>',
        },
      ),
    {},
  ],
  [
    'what a formula gave, as text and as a number: it is told, not taken',
    () =>
      book({
        E7: xml('<c t="str"><f>TEXT(520,"0")</f><v>520</v></c>'),
        E8: xml('<c><f t="shared" ref="E8:E9" si="0">1+1</f><v>2</v></c>'),
      }),
    {
      head: 'null null null null',
      rows: [],
      errors: [7, 8].map(
        (row) => `第${row}行“完成数”：现在是公式，应当是写好的字。复制这一格，用“选择性粘贴”贴成“值”。`,
      ),
    },
  ],
  [
    'a formula over several cells: only the first of them says so',
    () => book({ E7: xml('<c><f t="array" ref="E7:E8">{520;2}</f><v>520</v></c>') }),
    {
      head: 'null null null null',
      rows: [],
      errors: [7, 8].map(
        (row) => `第${row}行“完成数”：现在是公式，应当是写好的字。复制这一格，用“选择性粘贴”贴成“值”。`,
      ),
    },
  ],
  ['a formula in a column of the unit’s own', () => book({ J7: xml('<c><f>E7*2</f><v>1040</v></c>') }), {}],
  [
    'days counted from 1904, shown in Chinese',
    () =>
      book(
        { B3: xml('<c s="1"><v>43464</v></c>'), E3: xml('<c s="2"><v>43469.65</v></c>') },
        { workbookPr: '<workbookPr date1904="1"/>', formats: ['[$-804]yyyy"年"m"月"d"日";@', 57] },
      ),
    {},
  ],
  ...(
    [
      14,
      22,
      27,
      31,
      36,
      50,
      57,
      58,
      'yyyy/m/d',
      'm"月"d"日"',
      '[$-F800]dddd, mmmm dd, yyyy',
      '[DBNum1][$-804]yyyy"年"m"月"d"日"',
      'aaaa',
      'e"年"m"月"',
      'mmm-yy',
    ] as const
  ).map((format): (typeof WRITTEN)[number] => [
    `a day in the format ${format}`,
    () => book({ B3: xml('<c s="1"><v>44926</v></c>'), E3: xml('<c s="1"><v>44931</v></c>') }, { formats: [format] }),
    {},
  ]),
  ...(
    [
      3,
      4,
      37,
      43,
      '#,##0_ ',
      '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
      '0"册"',
      '[Red]0',
      'G/通用格式',
      '[DBNum2][$-804]General',
      '0.00E+00',
      '0!.0,"万"',
    ] as const
  ).map((format): (typeof WRITTEN)[number] => [
    `a number in the format ${format}`,
    () =>
      book(
        { E7: xml('<c s="1"><v>520.00000000000011</v></c>'), E8: xml('<c s="1"><v>2E0</v></c>') },
        { formats: [format] },
      ),
    {},
  ]),
  [
    'a number that Excel made a day of: it is told',
    () => book({ E7: xml('<c s="1"><v>520</v></c>') }, { formats: [14] }),
    {
      head: 'null null null null',
      rows: [],
      errors: ['第7行“完成数”：现在是“1901-06-03”，应当是一个数；这一格的格式是日期，改成“常规”，再把数打一遍。'],
    },
  ],
  [
    'a share in place of a number: it is told as it is seen',
    () => book({ E7: xml('<c s="1"><v>0.07</v></c>') }, { formats: [9] }),
    { head: 'null null null null', rows: [], errors: ['第7行“完成数”：现在是“7%”，应当是按“册”计的数，不是百分比。'] },
  ],
  ['days as text, full width, and as bare serials', () => book({ B3: '２０２２年１２月３１日', E3: 44931 }), {}],
  [
    'days with marks that nobody sees, as Windows shows them',
    () => book({ B3: '\u200e2022\u200e年\u200e12\u200e月\u200e31日' }),
    {},
  ],
  [
    'a number as text, with 千分位 in full width',
    () => book({ E7: '１，２３４' }),
    { rows: ['book-boxes 2022 1234册 多出的是本地捐的', TYPED.rows[1] ?? ''] },
  ],
  [
    'a number in Chinese, with its unit and a remark',
    () => book({ E7: '五百二十册（含旧书四十册）' }),
    {
      rows: ['book-boxes 2022 520册 多出的是本地捐的；含旧书四十册', TYPED.rows[1] ?? ''],
      notes: ['第7行数后面的“含旧书四十册”移到了说明里。'],
    },
  ],
  ...(['伍佰贰拾', '五百二十', '520。', '520 册', '５２０．００', '五百二十册。'] as const).map(
    (text): (typeof WRITTEN)[number] => [`a number that is written ${text}`, () => book({ E7: text }), {}],
  ),
  ...(
    [
      '截至2022年12月31日',
      '2022/12/31 15:40',
      '2022-12-31 00:00:00',
      '2022年12月31日（星期六）',
      '2022年12月31日止',
      '二〇二二年十二月三十一日',
      '20221231',
    ] as const
  ).map((text): (typeof WRITTEN)[number] => [`a day that is written ${text}`, () => book({ B3: text }), {}]),
  [
    'a number behind an apostrophe',
    () => book({ E7: xml('<c s="1" quotePrefix="1" t="inlineStr"><is><t>\'520</t></is></c>') }),
    {},
  ],
  ['a number with a space in it and a line end behind it', () => book({ E7: ' 5 20_x000D_\n' }), {}],
  [
    'a note of two lines',
    () => book({ G7: '多出的是_x000D_\n本地捐的' }),
    { rows: ['book-boxes 2022 520册 多出的是 本地捐的', TYPED.rows[1] ?? ''] },
  ],
  [
    'yes, an error and an error of a formula in place of numbers: told, each at its cell',
    () => book({ E7: xml('<c t="b"><v>1</v></c>'), E8: xml('<c t="e"><v>#REF!</v></c>') }),
    {
      head: 'null null null null',
      rows: [],
      errors: [
        '第7行“完成数”：现在是“是”，应当是一个数；话写在“说明”里。',
        '第8行“完成数”：现在是“#REF!”，这是算不出来的公式；写上真的内容。',
      ],
    },
  ],
  [
    'numbers that are none: told as they stand',
    () => book({ E7: xml('<c><v>NaN</v></c>'), E8: xml('<c><v>1e999</v></c>') }),
    {
      head: 'null null null null',
      rows: [],
      errors: ['NaN', '1e999'].map(
        (text, i) => `第${7 + i}行“完成数”：现在是“${text}”，应当是一个数；话写在“说明”里。`,
      ),
    },
  ],
  [
    'frozen panes, a filter, hidden columns and rows, rules of newer Excel, two forms of one thing',
    () =>
      sheetWith({
        before:
          '<sheetPr filterMode="1"/><dimension ref="A1:H9"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="6" topLeftCell="A7" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="1" hidden="1"/><col min="8" max="16384" hidden="1" width="9"/></cols>',
        after:
          '<sheetProtection sheet="1"/><autoFilter ref="A6:H9"><filterColumn colId="4"><filters><filter val="2"/></filters></filterColumn></autoFilter><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls><control shapeId="1" r:id="rId9"/></controls></mc:Choice></mc:AlternateContent><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list"><x14:formula1><xm:f>别的!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>E7</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
      }),
    {},
  ],
  ['a record of its size that is too small', () => sheetWith({ before: '<dimension ref="A1"/>' }), {}],
  ['a record of its size that is everything', () => sheetWith({ before: '<dimension ref="A1:XFD1048576"/>' }), {}],
  [
    'rows and cells that do not say where they are',
    () =>
      sheetWith({
        data: rowsXml(filled().map((row) => row.map((cell) => cell ?? xml('<c/>'))))
          .replaceAll(/ r="[A-Z]?\d+"/g, '')
          .replace('<row><c t="inlineStr"><is><t xml:space="preserve">项目', '<row/>$&'),
      }),
    {},
  ],
  [
    'empty rows with a style behind the last one, and a stray space far below',
    () =>
      sheetWith({
        data: `${rowsXml(filled())}${Array.from({ length: 3000 }, (_, i) => `<row r="${20 + i}" s="1" customFormat="1"><c r="A${20 + i}" s="1"/><c r="E${20 + i}" s="1"/></row>`).join('')}<row r="1048576"><c r="E1048576" t="inlineStr"><is><t> </t></is></c></row>`,
      }),
    {},
  ],
  [
    'sheets before it, one of them hidden, another empty, its own renamed',
    () => ({
      sheets: [
        { name: '封面', rows: [['样例甲市'], ['上报单位：样例甲市']] },
        { name: '选项', rows: [['册'], ['处']], state: 'veryHidden' },
        { name: 'Sheet3', rows: [] },
        { name: '2022年（定稿）', rows: filled() },
      ],
    }),
    {},
  ],
  [
    'last year’s empty form beside it',
    () => ({
      sheets: [
        { name: '空表', rows: formRows() },
        { name: '上报', rows: filled() },
      ],
    }),
    {},
  ],
  [
    'two forms that are both filled in: it is asked which',
    () => ({
      sheets: [
        { name: '上报', rows: filled() },
        { name: '上报 (2)', rows: filled({ E7: 530 }) },
      ],
    }),
    {
      head: 'null null null null',
      rows: [],
      empty: [],
      errors: ['“上报”、“上报 (2)”这2页都填了，一次只读一页：一页存成一个文件，一个一个导入；用不着的删掉。'],
    },
  ],
  [
    'lines in another order, with the head once more in the middle',
    () => {
      const rows = filled();
      const lines = rows.slice(6);
      return {
        sheets: [{ name: '上报', rows: [...rows.slice(0, 6), ...lines.slice(1), rows[5] ?? [], ...lines.slice(0, 1)] }],
      };
    },
    { rows: [TYPED.rows[1] ?? '', TYPED.rows[0] ?? ''] },
  ],
  [
    'cells merged to the right, in the head and below it',
    () =>
      sheetWith(
        {
          after:
            '<mergeCells count="3"><mergeCell ref="A1:H1"/><mergeCell ref="E6:F6"/><mergeCell ref="E7:F7"/></mergeCells>',
        },
        { F6: null, F7: null },
      ),
    {},
  ],
  [
    'one number merged over two lines: it is asked how much is whose',
    () => sheetWith({ after: '<mergeCells count="1"><mergeCell ref="E7:E8"/></mergeCells>' }, { E8: null }),
    {
      head: 'null null null null',
      rows: ['nothing'],
      errors: ['第8行“完成数”：和第7行合并成了一格，看不出各是多少。拆开，各填各的。'],
    },
  ],
  [
    'a remark of the old kind, and one of the new kind with what Excel says of it',
    () => ({
      ...sheetWith({
        rels: `${rel('rId1', 'comments', '../comments1.xml')}${rel('rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml')}`,
      }),
      parts: {
        'xl/comments1.xml': COMMENTS(
          '<r><t>[线程批注]\n\n你的Excel版本可读取此线程批注; 但如果在更新版本的Excel中打开文件，则对批注所作的任何改动都将被删除。\n\n注释:\n    </t></r><r><t>两处都已挂牌</t></r>',
        ),
      },
    }),
    { notes: ['第8行“完成数”上有批注“两处都已挂牌”，没有读；要登的写进“说明”。'] },
  ],
  [
    'a remark on a number that was left empty, which stays empty',
    () => ({
      ...sheetWith({ rels: rel('rId1', 'comments', '../comments1.xml') }, { E8: null }),
      parts: { 'xl/comments1.xml': COMMENTS('<t>年底再报</t>').replace('E8', 'E9') },
    }),
    {
      rows: TYPED.rows.slice(0, 1),
      empty: ['reading-corners 2022', 'open-lessons 2022'],
      notes: ['第9行“完成数”上有批注“年底再报”，没有读；要登的写进“说明”。'],
    },
  ],
  [
    'a picture in a cell, as WPS keeps it',
    () => ({
      ...book({ I7: xml('<c t="str"><f>_xlfn.DISPIMG("ID_0A",1)</f><v>=DISPIMG("ID_0A",1)</v></c>') }),
      parts: {
        'xl/cellimages.xml': '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>',
      },
    }),
    { notes: ['表格里还有图片和图表：只读了格子里的字，这些没有要。'] },
  ],
  [
    'the strict form of the standard, days as text of ISO',
    () => {
      const parts = xlsxParts(
        book({ B3: xml('<c t="d"><v>2022-12-31</v></c>'), E3: xml('<c t="d"><v>2023-01-05T00:00:00</v></c>') }),
      );
      const strict = ([name, text]: [string, string | Buffer]) => [
        name,
        String(text)
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          ),
      ];
      return packed(Object.fromEntries(Object.entries(parts).map(strict)));
    },
    {},
  ],
  [
    'elements with a prefix, in UTF-16, the sheet by its full path and in capitals',
    () => {
      const parts = xlsxParts(book());
      const sheet = String(parts['xl/worksheets/sheet1.xml'])
        .replace('xmlns=', 'xmlns:x=')
        .replace('UTF-8', 'UTF-16')
        .replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:');
      delete parts['xl/worksheets/sheet1.xml'];
      return packed({
        ...parts,
        'XL/Worksheets/Sheet1.xml': Buffer.from(`\ufeff${sheet}`, 'utf16le'),
        'xl/_rels/workbook.xml.rels': String(parts['xl/_rels/workbook.xml.rels']).replace(
          'Target="worksheets',
          'Target="/xl/worksheets',
        ),
      });
    },
    {},
  ],
];

describe('a form as Excel and WPS write it', () => {
  it.each(WRITTEN)('is read with %s', async (_, made, expected) => {
    const given = made();
    const read = await readBytes(Buffer.isBuffer(given) ? given : xlsx(given));
    const { rows, empty, ...rest } = { ...TYPED, ...expected };
    expect(read).toMatchObject(rest);
    if (read.errors.length === 0) expect([read.rows, read.empty]).toEqual([rows, empty]);
  });

  it('is read from text of every encoding, separated by commas, tabs or semicolons', async () => {
    const lines = filled().map((row) => row.map((cell) => (cell === null ? '' : `"${cell}"`)));
    const joined = (separator: string, first = '') => first + lines.map((row) => row.join(separator)).join('\r\n');
    const utf16 = Buffer.from(joined('\t'), 'utf16le');
    const files = {
      'UTF-8': Buffer.from(joined(',')),
      'UTF-8 with a mark, semicolons': Buffer.from(`\ufeff${joined(';', 'sep=;\r\n')}`),
      'UTF-16 with a mark': Buffer.from(`\ufeff${joined('\t')}`, 'utf16le'),
      'UTF-16 without one': utf16,
      'UTF-16 the other way round': Buffer.from(`\ufeff${joined('\t')}`, 'utf16le').swap16(),
    };
    for (const [what, bytes] of Object.entries(files)) expect(await readBytes(bytes), what).toEqual(TYPED);
  });

  it('is not changed by being read', () => {
    expect(readFileSync(join(FORMS, 'gnumeric.xlsx')).length).toBeGreaterThan(1000);
    expect(readdirSync(join(REGION, 'reports'))).toHaveLength(5);
  });
});
