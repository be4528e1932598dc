import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportImport } from '#desk/reports/report-import.ts';
import { reportStatus } from '#desk/reports/report-status.ts';
import { reportTemplate } from '#desk/reports/report-template.ts';
import { readContent } from '#reader/read-content.ts';
import { projectFolder } from '../../../scripts/setup/install.mjs';
import { doHere } from '../commands.ts';

const REGION = join(projectFolder, 'tests/fixtures/region');
const NOW = '2023-03-10T09:00:00+08:00';

let dir = '';
let content = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'reports-'));
  content = join(dir, 'content');
  cpSync(REGION, content, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const env = (more: Readonly<Record<string, string>> = {}) => ({ CONTENT_DIR: content, SITE_NOW: NOW, ...more });
const file = (name: string) => join(dir, name);
const template = (args: readonly string[], name = 'a.xlsx') =>
  doHere(reportTemplate, [...args, '--out', file(name)], env());
const imported = (name = 'a.xlsx', ...args: string[]) => doHere(reportImport, [file(name), ...args], env());
const reports = () => readdirSync(join(content, 'reports')).sort();
const report = (name: string) => readFileSync(join(content, 'reports', `${name}.yaml`), 'utf8');

type Rows = CellValue[][];

/** The rows of an empty form of 甲市 of 2022. */
async function emptyForm(unit = 'yangli-jia', year = 2022): Promise<Rows> {
  await template(['--unit', unit, '--year', String(year)], 'empty.xlsx');
  const [sheet] = (await readXlsx(readFileSync(file('empty.xlsx')))).sheets;
  rmSync(file('empty.xlsx'));
  return (sheet?.rows ?? []).map((row) => [...row]);
}

/** The empty form of 甲市 of 2022 as the content is before a test changes it: made once. */
let form: Promise<Rows> | undefined;
const formToFill = async (): Promise<Rows> => {
  form ??= emptyForm();
  return (await form).map((row) => [...row]);
};

const HEAD = 5;
const at = (rows: Rows, id: string) => rows.find((row) => row[7] === id) ?? [];

interface Filling {
  readonly fields?: Readonly<Record<string, CellValue>>;
  /** What is filled in, by the id of the line: 完成数 and 说明. */
  readonly numbers: Readonly<Record<string, readonly [CellValue, string?]>>;
  readonly change?: (rows: Rows) => Rows;
}

const FIELDS = { 数字截至: '2022-12-31', 上报日期: '2023-01-05', 谁报的: '样例甲市分会办公室' };

/** A form with something filled in, as somebody sends it back. */
async function filled({ fields = {}, numbers, change = (rows) => rows }: Filling, name = 'a.xlsx'): Promise<void> {
  const rows = await formToFill();
  for (const [label, value] of Object.entries({ ...FIELDS, ...fields })) {
    const row = rows.find((one) => one.includes(label)) ?? [];
    row[row.indexOf(label) + 1] = value;
  }
  for (const [id, [quantity, note]] of Object.entries(numbers)) {
    const row = at(rows, id);
    row[4] = quantity;
    row[6] = note ?? null;
  }
  writeFileSync(file(name), await writeXlsx({ sheets: [{ name: '上报', rows: change(rows) }] }));
}

describe('the empty form of a unit', () => {
  it('has its own lines of that year with what is planned, and is the same each time', async () => {
    const { stdout, status } = await template(['--unit', 'yangli-jia', '--year', '2022']);
    expect(status).toBe(0);
    expect(stdout).toContain('npm run report:import');
    await template(['--unit', 'yangli-jia', '--year', '2022'], 'b.xlsx');
    expect(readFileSync(file('a.xlsx')).equals(readFileSync(file('b.xlsx')))).toBe(true);
    const rows = await emptyForm();
    expect(rows.slice(HEAD).map((row) => row.map((value) => value ?? '').join('|'))).toEqual([
      '项目|任务|年份|计划|完成数|单位|说明|编号',
      '书箱漂流|书箱漂流|2022|500册||册||book-boxes-2022',
      '朗读角|朗读角|2022|文件未定量||处||reading-corners-2022',
      '公开课|公开课|2022|本年未列||节||open-lessons-2022',
    ]);
  });

  it('is locked but for what is filled in, and Excel itself lets in whole numbers and days only', async () => {
    await template(['--unit', 'yangli-jia', '--year', '2022']);
    const [sheet, guide] = (await readXlsx(readFileSync(file('a.xlsx')), { readStyles: true })).sheets;
    // Rows and columns can be made larger: a note may be long.
    expect(sheet?.protection).toMatchObject({ sheet: true, formatRows: true, formatColumns: true });
    expect([...(sheet?.rowDefs ?? [])].filter(([row, { height }]) => row > HEAD && height !== undefined)).toEqual([]);
    const open = [...(sheet?.cells ?? [])].filter(([, cell]) => cell.style?.protection?.locked === false);
    expect(open.map(([place]) => place).sort()).toEqual(
      ['2,1', '2,4', '3,1', '6,4', '6,6', '7,4', '7,6', '8,4', '8,6'].sort(),
    );
    const rules = (sheet?.dataValidations ?? []).map(({ type, range }) => `${type} ${range}`);
    expect(rules).toEqual(['date B3', 'date E3', 'whole E7', 'whole E8', 'whole E9']);
    for (const word of ['完成数', '数字截至', '谁报的', '说明']) expect(guide?.rows.flat()).toContain(word);
  });

  it('tells what several share, and what is set for parts of a year or for all years, in the words of the plan', async () => {
    const planned = async (fixture: string, unit: string, year: number) => {
      rmSync(content, { recursive: true });
      cpSync(join(projectFolder, 'tests/fixtures', fixture), content, { recursive: true });
      return (await emptyForm(unit, year)).slice(HEAD + 1).map((row) => `${row[1]}：${row[3]}`);
    };
    expect(await planned('agreement', 'yuanjianban', 2022)).toEqual([
      '少年夏令营：2022—2024年150名',
      '互访：上半年2，下半年3',
      '夜校：2022—2024年每班45学时，共90班',
      '送书：50册',
      '赛事：不少于6场',
      '书信：三年合计600封',
      '送课：上半年20—30，下半年约40',
    ]);
    expect(await planned('hospitals', 'bai', 2023)).toContain('巡诊：各年合计约2000人次');
    // Neither is a line in it of which every cell of this unit is empty.
    expect(await planned('joint', 'qingshi', 2023)).toEqual(['短期班：2班']);
  });

  it('says which units and years there are, and leaves a file that is there as it is', async () => {
    const wrong = await template(['--unit', 'yangli-jai', '--year', '2022']);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('是不是想写“yangli-jia”')]);
    expect((await template(['--unit', 'yangli-jia', '--year', '2031'])).stderr).toContain('2021、2022');
    writeFileSync(file('a.xlsx'), '别人的');
    expect((await template(['--unit', 'yangli-jia', '--year', '2022'])).status).toBe(2);
    expect(readFileSync(file('a.xlsx'), 'utf8')).toBe('别人的');
  });
});

describe('a form that comes back', () => {
  it('becomes one report that the check takes as it stands, with what the site will say', async () => {
    await filled({ numbers: { 'book-boxes-2022': [520, '多出的是本地捐的'], 'reading-corners-2022': [2] } });
    const { stdout, status } = await imported();
    expect(status).toBe(0);
    expect(stdout).toContain('现在　暂未收录\n    以后　520册，高于计划（说明：多出的是本地捐的）');
    expect(report('yangli-jia-2023-01-05')).toBe(
      [
        "as_of: '2022-12-31'",
        'reported_by: 样例甲市分会办公室',
        'rows:',
        '  - { line: book-boxes, year: 2022, quantity: 520, unit: 册, note: 多出的是本地捐的 }',
        '  - { line: reading-corners, year: 2022, quantity: 2, unit: 处 }',
        '',
      ].join('\n'),
    );
    const { problems } = readContent({ dir: content, samples: false, now: new Date(NOW) });
    expect(problems.filter(({ file: name }) => name.startsWith('reports/'))).toEqual([]);
  });

  it('is taken once: again it changes nothing, with other numbers of the same day it is not written', async () => {
    await filled({ numbers: { 'book-boxes-2022': [500] } });
    await imported();
    const again = await imported();
    expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('以前导过，没有变')]);
    await filled({ numbers: { 'book-boxes-2022': [501] } });
    const other = await imported();
    expect([other.status, other.stderr]).toEqual([1, expect.stringContaining('“上报日期”写晚一天')]);
    expect(report('yangli-jia-2023-01-05')).toContain('quantity: 500');
    const { stdout, stderr, status } = await imported('a.xlsx', '--json');
    expect([JSON.parse(stdout), stderr, status]).toMatchObject([
      { errors: [expect.stringContaining('已经报过一份')], written: null },
      '',
      1,
    ]);
  });

  it('only says what would change with --dry-run, and prints one object with --json', async () => {
    await filled({ numbers: { 'book-boxes-2022': [500] } });
    const before = reports();
    expect((await imported('a.xlsx', '--dry-run')).stdout).toContain('还没有写');
    expect(reports()).toEqual(before);
    const { stdout, stderr } = await imported('a.xlsx', '--json');
    expect([JSON.parse(stdout), stderr]).toEqual([
      {
        ...{ file: 'a.xlsx', unit: 'yangli-jia', date: '2023-01-05', as_of: '2022-12-31', errors: [], notes: [] },
        reported_by: '样例甲市分会办公室',
        rows: [
          {
            ...{ line: 'book-boxes', title: '书箱漂流', year: 2022, quantity: 500, unit: '册', note: null },
            ...{ planned: '500册', before: '暂未收录', after: '500册，等于计划' },
          },
        ],
        unreported: [
          { line: 'reading-corners', title: '朗读角', year: 2022 },
          { line: 'open-lessons', title: '公开课', year: 2022 },
        ],
        written: 'reports/yangli-jia-2023-01-05.yaml',
      },
      '',
    ]);
    await filled({ numbers: { 'book-boxes-2022': ['约500'] } });
    const wrong = await imported('a.xlsx', '--json');
    expect([wrong.status, JSON.parse(wrong.stdout).errors]).toEqual([1, [expect.stringContaining('第7行“完成数”')]]);
  });

  it('is read with rows moved, columns moved, hidden or away, its title written otherwise, full width and dates as serials', async () => {
    await filled({
      fields: { 数字截至: 44926, 上报日期: '2023年1月5日', 谁报的: '　样例甲市分会办公室 ' },
      numbers: { 'book-boxes-2022': ['１，２３４', '补报'], 'reading-corners-2022': ['三'] },
      change: (rows) => {
        const lines = rows.slice(HEAD + 1).reverse();
        const kept = [7, 4, 6].map((c) => [rows[HEAD], ...lines].map((row) => row?.[c] ?? null));
        const moved = lines.map((_, r) => kept.map((column) => column[r + 1] ?? null));
        return [...rows.slice(0, HEAD), kept.map(([head]) => head ?? null), ...moved];
      },
    });
    expect((await imported()).stderr).toBe('');
    expect(report('yangli-jia-2023-01-05')).toContain('quantity: 1234, unit: 册, note: 补报');
    expect(report('yangli-jia-2023-01-05')).toContain('line: reading-corners, year: 2022, quantity: 3,');
    expect(report('yangli-jia-2023-01-05')).toContain("as_of: '2022-12-31'");
  });

  it('is known by the name of the unit and of the lines where the ids are gone', async () => {
    await filled({
      numbers: { 'book-boxes-2022': [500] },
      change: (rows) => rows.map((row) => row.map((value, c) => (c === 7 || value === 'yangli-jia' ? null : value))),
    });
    expect((await imported()).status).toBe(0);
    expect(reports()).toContain('yangli-jia-2023-01-05.yaml');
  });

  it('leaves empty what is empty: nothing is not 0, and a 0 is one', async () => {
    await filled({ numbers: { 'book-boxes-2022': ['—'], 'reading-corners-2022': [0] } });
    const { stdout } = await imported();
    expect(stdout).toContain('第7行写的“—”当作没有数，不是0。');
    expect(report('yangli-jia-2023-01-05')).not.toContain('book-boxes');
    expect(report('yangli-jia-2023-01-05')).toContain('quantity: 0');
    rmSync(join(content, 'reports/yangli-jia-2023-01-05.yaml'));
    await filled({ numbers: {} });
    expect((await imported()).stderr).toContain('“完成数”一个也没有填');
    expect(reports()).not.toContain('yangli-jia-2023-01-05.yaml');
  });

  it('takes a note beside the number into the notes', async () => {
    await filled({ numbers: { 'book-boxes-2022': ['500册（含旧书40册）'] } });
    expect((await imported()).stdout).toContain('移到了说明里');
    expect(report('yangli-jia-2023-01-05')).toContain('quantity: 500, unit: 册, note: 含旧书40册 }');
  });
});

describe('a form that LibreOffice has saved', () => {
  const FORMS = join(projectFolder, 'tests/fixtures/report-forms');
  const said = async (name: string) => doHere(reportImport, [join(FORMS, name)], env());

  it.each(['libreoffice.xlsx', 'libreoffice-gb18030.csv'])('%s is read like ours', async (name) => {
    const { stderr, status } = await said(name);
    expect([status, stderr]).toEqual([0, '']);
    const text = report('yangli-jia-2023-01-05');
    expect(text).toContain("as_of: '2022-12-31'");
    expect(text).toContain('quantity: 520, unit: 册, note: 多出的是本地捐的，=SUM(1)不是公式 }');
    expect(text).toContain('line: reading-corners, year: 2022, quantity: 2, unit: 处');
  });

  it('as .ods is refused, with what to do', async () => {
    const { stderr, status } = await said('libreoffice.ods');
    expect([status, stderr]).toEqual([1, expect.stringContaining('另存为“Excel 工作簿（.xlsx）”再来一次')]);
  });
});

describe('what is wrong with a form', () => {
  const errorsOf = async (filling: Filling) => {
    await filled(filling);
    const before = reports();
    const { stderr, status } = await imported();
    expect([status, reports()]).toEqual([1, before]);
    return stderr;
  };

  it.each([
    ['约500', '确切的数'],
    ['500余册', '确切的数'],
    ['490—510', '一个数，不是一段'],
    ['300+200', '一个加好的数'],
    ['499.5', '整数：按“册”计的没有小数'],
    ['-5', '0或者更大的数'],
    ['50%', '按“册”计的数，不是百分比'],
    ['500箱', '现在写的单位是“箱”'],
    ['二百五', '写成数字'],
    ['三万五册', '写成数字'],
    ['万', '一个数'],
    ['没有', '真的是0就写0，没有数就空着'],
    ['已完成', '一个数；话写在“说明”里'],
  ])('%s in place of a number is told at its cell, with what should stand there', async (written, expected) => {
    const told = await errorsOf({ numbers: { 'book-boxes-2022': [written] } });
    expect(told).toContain(`第7行“完成数”：现在是“${written}”，应当是`);
    expect(told).toContain(expected);
  });

  it('is told all at once, cell by cell', async () => {
    const told = await errorsOf({
      fields: { 数字截至: '2022年13月1日', 谁报的: '办公室 13800000000' },
      numbers: { 'book-boxes-2022': ['约500'], 'reading-corners-2022': ['两三处'] },
    });
    expect(told).toContain('有4处要改');
    for (const place of ['第3行“数字截至”', '第4行“谁报的”', '第7行“完成数”', '第8行“完成数”'])
      expect(told).toContain(place);
  });

  it('days that cannot be: to come, after the report, before the last one', async () => {
    const numbers = { 'book-boxes-2022': [500] as const };
    expect(await errorsOf({ fields: { 上报日期: '2023-04-01' }, numbers })).toContain('还没有到');
    expect(await errorsOf({ fields: { 数字截至: '2023-01-06' }, numbers })).toContain('晚于上报日期');
    expect(await errorsOf({ fields: { 上报日期: '2021-12-31', 数字截至: '2021-12-30' }, numbers })).toContain(
      '早于这个单位上一次上报（2022-01-05）',
    );
    expect(await errorsOf({ fields: { 数字截至: null }, numbers })).toContain('“数字截至”空着');
  });

  it('a number far above the plan, or below the last one, needs a word of why', async () => {
    const far = { 'book-boxes-2022': [5000] as const };
    expect(await errorsOf({ numbers: far })).toContain('是计划（500册）的10倍');
    await filled({ numbers: { 'book-boxes-2022': [450] } });
    await imported();
    const less = await errorsOf({ fields: { 上报日期: '2023-02-01' }, numbers: { 'book-boxes-2022': [45] } });
    expect(less).toContain('比 2023-01-05 报的450册少');
    await filled({ fields: { 上报日期: '2023-02-01' }, numbers: { 'book-boxes-2022': [445, '上次重复算了5册'] } });
    expect((await imported()).stdout).toContain('现在　450册，低于计划\n    以后　445册，低于计划');
  });

  it('a line twice, a line of nobody, another unit, a note without a number', async () => {
    const change = (rows: Rows) => [...rows, [...at(rows, 'book-boxes-2022')]];
    expect(await errorsOf({ numbers: { 'book-boxes-2022': [500] }, change })).toContain('和第7行是同一项、同一年');
    const other = (from: CellValue, to: CellValue) => (rows: Rows) =>
      rows.map((row) => row.map((value) => (value === from ? to : value)));
    expect(
      await errorsOf({
        numbers: { 'book-boxes-2022': [500] },
        change: other('book-boxes-2022', 'screenings-2022'),
      }),
    ).toContain('这个单位没有这一项');
    expect(await errorsOf({ numbers: { 'book-boxes-2022': [5] }, change: other('册', '箱') })).toContain(
      '换算成册再填',
    );
    expect(await errorsOf({ numbers: { 'book-boxes-2022': [null, '还没有统计'] } })).toContain('有数就写上');
    expect(
      await errorsOf({ numbers: { 'book-boxes-2022': [500] }, change: other('yangli-jia', 'zonghuii') }),
    ).toContain('样例甲市');
  });

  it('formulas are not computed', async () => {
    const rows = await emptyForm();
    const cells = new Map([['6,4', { value: 500, formula: '250+250' }]]);
    const fields = rows.map((row, r) => (r === 2 ? ['数字截至', '2022-12-31'] : r === 3 ? ['谁报的', '办公室'] : row));
    writeFileSync(file('a.xlsx'), await writeXlsx({ sheets: [{ name: '上报', rows: fields, cells }] }));
    expect((await imported()).stderr).toContain('第7行“完成数”：现在是公式');
  });

  it('a file that is no form, or no table, is refused in a sentence', async () => {
    writeFileSync(file('a.xlsx'), await writeXlsx({ sheets: [{ name: '名单', rows: [['姓名', '电话']] }] }));
    expect((await imported()).stderr).toContain('npm run report:template');
    writeFileSync(file('a.xlsx'), '<html><table></table></html>');
    expect((await imported()).stderr).toContain('这是网页');
    rmSync(file('a.xlsx'));
    expect((await imported()).status).toBe(2);
  });
});

describe('who has reported', () => {
  it('is told unit by unit and year by year, with what is still to come', async () => {
    const { stdout, status } = await doHere(reportStatus, [], env());
    expect(status).toBe(0);
    expect(stdout).toContain('样例甲市（yangli-jia）　最近一份 2022年1月5日报，数字截至2021年12月31日');
    expect(stdout).toContain('2021年　3项里收到1项；还没有：朗读角、公开课');
    const own = await doHere(reportStatus, ['--unit', 'yangli-jia', '--year', '2022'], env());
    expect(own.stdout.split('\n').slice(0, 2).join('\n')).toBe(
      '样例甲市（yangli-jia）　最近一份 2022年1月5日报，数字截至2021年12月31日\n  2022年　2项都还没有收到',
    );
    expect(existsSync(join(content, 'reports'))).toBe(true);
  });
});
