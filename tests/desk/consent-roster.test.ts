import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CellValue, readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NewRecords, writeRecords } from '#desk/records/new-records.ts';
import { importRoster, type RosterImport, rosterRows } from '#desk/records/roster-import.ts';
import { ROSTER_COLUMNS } from '#exports/roster/columns.ts';
import { rosterWorkbook } from '#exports/roster/workbook.ts';
import { readRecords } from '#reader/records/read-records.ts';
import { readTables } from '#reader/spreadsheet/read-tables.ts';

const ROOT = join(import.meta.dirname, '../..');
const TODAY = '2026-06-15';
const NOW = new Date('2026-06-15T00:00:00Z');

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'roster-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const HEADINGS = ROSTER_COLUMNS.map(({ heading }) => heading);
/** A row of the roster by its headings. */
const row = (values: Readonly<Record<string, CellValue>>) => HEADINGS.map((heading) => values[heading] ?? null);
const ADULT = {
  ...{ 姓名: '样例甲', 年龄段: '成年人', 身份: '志愿者', 同意用什么: '姓名、事迹', 用在哪里: '网站' },
  ...{ 签字日: '2026-05-01', 有效期至: '2031-04-30', 授权书放在哪里: '柜子1' },
};
const CHILD = {
  ...{ 姓名: '样例乙', 年龄段: '不满14岁', 身份: '小学生', 监护人或近亲属姓名: '样例家长', 和他的关系: '母亲' },
  ...{ 同意用什么: '姓名', 用在哪里: '网站', 签字日: '2026-05-01', 有效期至: '1年', 授权书放在哪里: '柜子2' },
  ...{ 告诉过的六件事: '都说过', 说过可以不同意: '是', 单独一份: '是' },
};

const workbook = (rows: CellValue[][], more: Partial<WriteSheet> = {}) =>
  writeXlsx({
    sheets: [
      { name: '别的', rows: [['什么']] },
      { name: '名单', rows, ...more },
    ],
  });

interface Imported extends Partial<RosterImport> {
  readonly refused?: string;
  readonly wrong?: readonly string[];
  readonly records?: NewRecords;
}

/** What comes of a file: what would be written, cell by cell what is wrong, or that it cannot be read. */
async function imported(bytes: Uint8Array): Promise<Imported> {
  const read = readTables(bytes);
  if ('refused' in read) return { refused: read.refused };
  const roster = rosterRows(read.tables);
  if ('wrong' in roster) return { wrong: roster.wrong };
  const known = readRecords(dir, 'records', false, TODAY);
  const records = new NewRecords({ dir, read: known, today: TODAY });
  return { records, ...importRoster(roster.rows, records, TODAY) };
}
const errorsOf = async (...rows: Record<string, CellValue>[]) =>
  (await imported(await workbook([HEADINGS, ...rows.map(row)]))).errors;
const csv = (text: string) => imported(Buffer.from(text));

describe('the empty roster', () => {
  it('offers what is fixed in Excel itself, keeps its head in sight, explains every column, and is the same each time', async () => {
    const bytes = await rosterWorkbook([{ name: '样例丙', remark: '' }], NOW);
    expect(
      Buffer.compare(Buffer.from(bytes), Buffer.from(await rosterWorkbook([{ name: '样例丙', remark: '' }], NOW))),
    ).toBe(0);
    const [list, guide] = (await readXlsx(bytes)).sheets;
    expect(list?.rows[0]).toEqual(HEADINGS);
    expect(list?.freezePane).toEqual({ rows: 1, columns: 2 });
    const ages = list?.dataValidations?.find(({ range }) => range.startsWith('D'));
    expect(ages).toMatchObject({ type: 'list', values: ['不满14岁', '14—17岁', '成年人', '集体'], errorStyle: 'stop' });
    for (const heading of HEADINGS) expect(guide?.rows.flat()).toContain(heading);
  });

  it('comes back with nobody in it but who was put in: its examples are none', async () => {
    expect(await imported(await rosterWorkbook([], NOW))).toMatchObject({ errors: [], records: { people: [] } });
    const { errors } = await imported(await rosterWorkbook([{ name: '样例丙', remark: '稿件' }], NOW));
    expect(errors).toEqual([
      '第4行“年龄段”：空着，应当填上：签字那天的年龄段，点格子右边的箭头选。不填几岁。',
      '第4行“身份”：空着，应当填上：给读者看的：支教志愿者、小学生。孩子的不写学校和班级。',
    ]);
  });

  it('has examples that would be taken as they stand', async () => {
    const bytes = await rosterWorkbook([], NOW);
    const [list] = (await readXlsx(bytes)).sheets;
    const rows = (list?.rows ?? [])
      .slice(0, 3)
      .map((one) => one.map((value) => (String(value).startsWith('例子') ? null : value)));
    expect(await imported(await workbook(rows))).toMatchObject({
      errors: [],
      notes: [],
      records: { people: [{}, {}] },
    });
  });
});

describe('a roster as clerks leave it', () => {
  it('is read from another order of columns, with a title above, columns of its own, spaces, full width, and serial days', async () => {
    const head = [
      '序号',
      '姓 名',
      '身份',
      '年龄段（必填）',
      '范围',
      '渠道',
      '签署日期',
      '有效期至',
      '存放地点',
      '电话',
    ];
    const rows = [
      ['支教队名单'],
      head,
      [
        1,
        ' 样例甲 ',
        '志愿者',
        '成年',
        '名字，事迹',
        '网站 公众号',
        46143,
        new Date('2031-04-30T00:00:00Z'),
        '柜子1',
        '略',
      ],
      [],
      [2, '样例乙', '医生', '１８岁以上', '姓名', '网站', '２０２６．５．１', '五年', '柜子2', ''],
    ];
    const { errors, records } = await imported(await workbook(rows));
    expect(errors).toEqual([]);
    expect(records?.people.map(({ name, age_band }) => [name, age_band])).toEqual([
      ['样例甲', 'adult'],
      ['样例乙', 'adult'],
    ]);
    expect(records?.consents.map(({ scope, channels, signed, until }) => [scope, channels, signed, until])).toEqual([
      [['name', 'story'], ['site', 'wechat'], '2026-05-01', '2031-04-30'],
      [['name'], ['site'], '2026-05-01', '2031-04-30'],
    ]);
  });

  it('gives every row what a merged cell shows', async () => {
    const rows = [HEADINGS, row(ADULT), row({ ...ADULT, 姓名: '样例丁', 授权书放在哪里: null })];
    const column = HEADINGS.indexOf('授权书放在哪里');
    const merges = [{ startRow: 1, endRow: 2, startCol: column, endCol: column }];
    const { errors, records } = await imported(await workbook(rows, { merges }));
    expect([errors, records?.consents.map(({ paper }) => paper)]).toEqual([[], ['柜子1', '柜子1']]);
  });

  it.each(['utf-8', 'gb18030', 'utf-16'])('is read from a .csv in %s', async (encoding) => {
    const text = '姓名,年龄段,身份\r\n样例甲,成年人,"志愿者，队长"\r\n';
    // 样例甲 and the rest in GB18030, as WPS writes it.
    const gb = Buffer.from(
      'd0d5c3fb2cc4eac1e4b6ce2cc9edb7dd0d0ad1f9c0fdbcd72cb3c9c4eac8cb2c22d6beb8d6d5dfa3acb6d3b3a4220d0a',
      'hex',
    );
    const bytes = {
      'utf-8': Buffer.from(`\ufeff${text}`),
      gb18030: gb,
      'utf-16': Buffer.from(`\ufeff${text}`, 'utf16le'),
    }[encoding];
    const { errors, records } = await imported(bytes ?? gb);
    expect(errors).toEqual([]);
    expect(records?.people).toMatchObject([{ name: '样例甲', age_band: 'adult' }]);
  });

  it.each([
    // Typed into the empty roster, saved as .xlsx.
    ['libreoffice.xlsx', ['样例柜子1', '样例柜子2'], []],
    // By way of .xls: a sheet before it, renamed, columns hidden, one place for two papers in a merged cell, a remark.
    ['libreoffice-from-xls.xlsx', ['样例柜子', '样例柜子'], ['第4行“姓名”上有批注“还没有给本人看”，没有读。']],
  ])('is read as LibreOffice saves it: %s', async (name, papers, remarks) => {
    const { errors, notes, records } = await imported(readFileSync(join(ROOT, 'tests/fixtures/rosters', name)));
    expect([errors, notes]).toEqual([[], remarks]);
    expect(records?.people.map((one) => [one.name, one.alias, one.age_band, one.role, one.aided])).toEqual([
      ['样例丙', undefined, 'adult', '支教志愿者', undefined],
      ['样例丁', '样例小麦', 'under-14', '小学生', true],
    ]);
    expect(records?.consents).toMatchObject([
      {
        scope: ['name', 'story'],
        channels: ['site', 'wechat'],
        signed: '2026-05-01',
        until: '2031-04-30',
        paper: papers[0],
      },
      {
        ...{ scope: ['story'], channels: ['site'], signed: '2026-05-01', until: '2027-04-30', paper: papers[1] },
        ...{ guardian: { name: '样例家长', relation: '母亲' }, refusal_offered: true, separate: true },
      },
    ]);
  });

  it('takes thirty-seven people with their papers at once', async () => {
    const names = [...'东南西北春夏秋冬金木水火土日月山川江河湖海风雨云雪松竹梅兰菊荷桃李杏梨枣橘'];
    const rows = names.map((one) => row({ ...ADULT, 姓名: `样例${one}` }));
    const { errors, records } = await imported(await workbook([HEADINGS, ...rows]));
    expect([errors, records?.people.length, records?.consents.length]).toEqual([[], 37, 37]);
    expect(records?.files().size).toBe(74);
  });
});

describe('what is wrong is told cell by cell, all at once', () => {
  it.each<[string, Record<string, CellValue>, string]>([
    [
      'an age in years',
      { ...ADULT, 年龄段: '8岁' },
      '第2行“年龄段”：现在是“8岁”，应当是不满14岁、14—17岁、成年人、集体里的一个。',
    ],
    [
      'an age that might be a number in a list',
      { ...ADULT, 年龄段: 3 },
      '第2行“年龄段”：现在是“3”，应当是不满14岁、14—17岁、成年人、集体里的一个。',
    ],
    [
      'a day that is none',
      { ...ADULT, 签字日: '2026-02-30' },
      '第2行“签字日”：现在是“2026-02-30”，应当是日历上有的一天；2026年2月没有30日。',
    ],
    [
      'a day to come',
      { ...ADULT, 签字日: '2026-06-16' },
      '第2行“签字日”：现在是2026年6月16日，还没有到；应当不晚于今天（2026年6月15日）。',
    ],
    [
      'an end before the beginning',
      { ...ADULT, 有效期至: '2026-04-30' },
      '第2行“有效期至”：现在是2026年4月30日，比签字（2026年5月1日）还早；对照授权书再写。',
    ],
    [
      'a guardian of an adult',
      { ...ADULT, 监护人或近亲属姓名: '样例家长' },
      '第2行“监护人或近亲属姓名”：现在是“样例家长”，这里用不上，应当空着。',
    ],
    [
      'a child as its guardian',
      { ...CHILD, 监护人或近亲属姓名: '样例乙' },
      '第2行“监护人或近亲属姓名”：这是孩子自己的名字，写签字的监护人。',
    ],
    [
      'kin who are none',
      { ...ADULT, 已去世: '2019', 监护人或近亲属姓名: '样例人', 和他的关系: '同事' },
      '第2行“和他的关系”：现在是“同事”，应当是他是去世的人的什么人：妻子、丈夫、儿子、女儿、父亲、母亲；他们都不在了，才是兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女。别的人签的不算。',
    ],
    [
      'a 化名 that is the name',
      { ...ADULT, 化名: '样例甲' },
      '第2行“化名”：化名和真名一样。换一个；稿件里用真名的，直接按回车。',
    ],
    [
      'nobody’s name',
      { ...ADULT, 姓名: null },
      '第2行“姓名”：空着，应当填上：真名。只有管记录的人看得到。一人一行；一个人有几张授权书的，一张一行。只知道化名的空着。',
    ],
  ])('%s', async (_, values, expected) => expect(await errorsOf(values)).toEqual([expected]));

  it('of several rows', async () => {
    const errors = await errorsOf({ ...ADULT, 用在哪里: null }, { ...CHILD, 告诉过的六件事: '好', 单独一份: null });
    expect(errors?.map((one) => one.split('：')[0])).toEqual([
      '第2行“用在哪里”',
      '第3行“告诉过的六件事”',
      '第3行“单独一份”',
    ]);
  });

  it('of a formula, which is not computed', async () => {
    const rows = [HEADINGS, row(ADULT)];
    const cells = new Map([[`1,${HEADINGS.indexOf('有效期至')}`, { value: '2031-04-30', formula: 'TODAY()' }]]);
    const { errors } = await imported(await workbook(rows, { cells }));
    expect(errors).toEqual(['第2行“有效期至”：现在是公式，应当是写好的字。复制这一格，用“选择性粘贴”贴成“值”。']);
  });

  it('of the head', async () => {
    expect(await csv('甲,乙\n1,2\n')).toEqual({
      wrong: ['没有找到“姓名”“年龄段”这一行标题。用 npm run consent:template 写一份空的名单，照着它的标题填。'],
    });
    expect(await csv('姓名,名字,年龄段,渠道\n')).toEqual({
      wrong: ['第1行：“名字”这一列有两列，只留一列。', '第1行：少了“身份”这一列，加上它。'],
    });
  });

  it('of two rows about one person that differ', async () => {
    expect(await errorsOf(ADULT, { ...ADULT, 年龄段: '14—17岁' })).toEqual([
      '第3行“年龄段”：现在是“14—17岁”，第2行里他是“成年人”。对照以后改成一样；是另一个同名的人，用 npm run new:person 记。',
    ]);
  });
});

describe('a second import', () => {
  const write = async (...rows: Record<string, CellValue>[]) => {
    const { records, errors, unchanged } = await imported(await workbook([HEADINGS, ...rows.map(row)]));
    expect(errors).toEqual([]);
    const files = records?.files() ?? new Map();
    writeRecords(dir, files);
    return { files: [...files.keys()], unchanged };
  };

  it('of the same file changes nothing, of a changed paper writes another one beside the old', async () => {
    const first = await write(ADULT, CHILD);
    expect(first.files).toEqual([
      'people/yang-li-jia.yaml',
      'people/yang-li-yi.yaml',
      'consents/yang-li-jia-2026.yaml',
      'consents/yang-li-yi-2026.yaml',
    ]);
    expect(readRecords(dir, 'records', false, TODAY).problems).toEqual([]);
    expect(await write(ADULT, CHILD)).toEqual({ files: [], unchanged: 2 });
    expect(await write({ ...ADULT, 同意用什么: '姓名、肖像' }, CHILD)).toEqual({
      files: ['consents/yang-li-jia-2026-2.yaml'],
      unchanged: 1,
    });
  });

  it('does not write again what was taken back since', async () => {
    await write(ADULT);
    const file = join(dir, 'consents/yang-li-jia-2026.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}withdrawn: 2026-06-01\n`);
    expect(await write(ADULT)).toEqual({ files: [], unchanged: 1 });
  });
});

it('several sheets with people in them are asked about, none of them is dropped', async () => {
  const rows = [HEADINGS, row(ADULT)];
  const other = [HEADINGS, row({ ...ADULT, 姓名: '样例丁' })];
  const bytes = await writeXlsx({
    sheets: [
      { name: '甲县', rows },
      { name: '空的', rows: [HEADINGS] },
      { name: '乙县', rows: other },
    ],
  });
  expect(await imported(bytes)).toEqual({
    wrong: ['“甲县”、“乙县”这2页都填了，一次只读一页：一页存成一个文件，一个一个导入；用不着的删掉。'],
  });
});

it('the commands write an empty roster, and of a filled one nothing while a cell is wrong', async () => {
  const records = join(dir, 'records');
  const run = (command: string, ...args: string[]) =>
    spawnSync(process.execPath, [`scripts/${command}.ts`, ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', CONTENT_DIR: dir, SITE_NOW: TODAY },
    });
  const file = join(dir, 'a.xlsx');
  expect(run('consent-template', '--out', file).status).toBe(0);
  writeFileSync(file, await workbook([HEADINGS, row(ADULT), row({ ...CHILD, 年龄段: '8岁' })]));
  const wrong = run('consent-import', file);
  expect([wrong.status, existsSync(records)]).toEqual([1, false]);
  expect(wrong.stderr).toContain('a.xlsx“名单”有1处要改：\n  第3行“年龄段”：现在是“8岁”');
  writeFileSync(file, await workbook([HEADINGS, row(ADULT), row(CHILD)]));
  expect(run('consent-import', file, '--dry-run').stdout).toContain('要写的（还没有写）：\n  样例甲，成年人，志愿者');
  expect(existsSync(records)).toBe(false);
  expect(run('consent-import', file).status).toBe(0);
  expect(readdirSync(join(records, 'people'))).toEqual(['yang-li-jia.yaml', 'yang-li-yi.yaml']);
});
