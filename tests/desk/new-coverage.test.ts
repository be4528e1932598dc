import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { newCoverage } from '#desk/new-coverage.ts';
import { doHere, type Ran, runCommandFile } from './commands.ts';

const REGION = join(import.meta.dirname, '../fixtures/region');

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'new-coverage-'));
  cpSync(REGION, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const settings = (env: Readonly<Record<string, string>>) => ({ CONTENT_DIR: dir, SITE_NOW: '2026-11-25', ...env });
const withoutDir = ({ stdout, stderr, status }: Ran): Ran => ({
  stdout: stdout.replaceAll(dir, 'DIR'),
  stderr: stderr.replaceAll(dir, 'DIR'),
  status,
});
const run = async (values: Readonly<Record<string, string>>, ...more: string[]): Promise<Ran> => {
  const args = Object.entries(values).flatMap(([key, value]) => [`--${key}`, value]);
  return withoutDir(await doHere(newCoverage, [...args, ...more], settings({})));
};
const files = () => readdirSync(join(dir, 'coverage')).sort();
const written = (id: string) => parse(readFileSync(join(dir, 'coverage', `${id}.yaml`), 'utf8'));

const REPORT = {
  title: '河边种了新树',
  publisher: '样例晚报',
  date: '2026-03',
  'seen-as': '转载',
  summary: '记者看了河边新种的树。',
};

describe('npm run new:coverage', () => {
  test('registers a report from its options, in the order of the manual, and says where it stands', async () => {
    const { stdout, stderr, status } = await run(
      { ...REPORT, places: '云头镇、云溪县', projects: 'trees', direct: '是', id: 'xin-shu' },
      '--yes',
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toContain('■ 登记好了：DIR/coverage/xin-shu.yaml\n  《河边种了新树》，样例晚报');
    expect(stdout).toContain('/coverage/#xin-shu');
    expect(readFileSync(join(dir, 'coverage/xin-shu.yaml'), 'utf8')).toBe(`title: 河边种了新树
publisher: 样例晚报
date: 2026-03
seen_as: repost
direct: true
places: [yuntou, yunxi]
projects: [trees]
summary: 记者看了河边新种的树。
confidence: medium
`);
  });

  test('suggests an id of title and year, and takes an address for the original', async () => {
    const { 'seen-as': _, ...rest } = REPORT;
    expect((await run({ ...rest, url: 'https://wanbao.yangli.gov.cn/1' }, '--yes')).status).toBe(0);
    expect(files()).toEqual(['he-bian-zhong-le-xin-shu-2026.yaml', 'titian-2020.yaml']);
    expect(written('he-bian-zhong-le-xin-shu-2026')).toMatchObject({
      seen_as: 'original',
      url: 'https://wanbao.yangli.gov.cn/1',
    });
  });

  test('tells what is registered already before anything is written: by title, outlet and day, and by address', async () => {
    const again = { title: '“四代人的梯田”（虚构）', publisher: '样例日报（虚构）', date: '2020-09-30' };
    const first = await run({ ...REPORT, ...again }, '--yes');
    expect(first.status).toBe(2);
    expect(first.stderr).toContain('这一篇已经登记过：coverage/titian-2020.yaml（四代人的梯田（虚构））。不用再登记。');
    const url = 'https://wanbao.yangli.gov.cn/1';
    expect((await run({ ...REPORT, url, id: 'yi' }, '--yes')).status).toBe(0);
    const second = await run({ ...REPORT, title: '另一个标题', url: `${url}/#top`, id: 'er' }, '--yes');
    expect(second.stderr).toContain('这一篇已经登记过：coverage/yi.yaml（河边种了新树）');
    expect(files()).toEqual(['titian-2020.yaml', 'yi.yaml']);
  });

  test('refuses what the check would refuse, all of it at once, and writes nothing', async () => {
    const { stderr, status } = await run(
      {
        ...{ title: '一', publisher: '样例晚报', date: '2027-01-01', 'seen-as': '听说', url: 'https://192.168.1.4/a' },
        ...{ summary: '短', places: '云头山', id: '新树' },
      },
      '--yes',
    );
    expect(status).toBe(2);
    for (const words of [
      '这个网址打不开：现在是只在内部打得开的“https://192.168.1.4/a”，应当是公开的网址。',
      '日期还没有到：现在是“2027-01-01”，今天是 2026-11-25。',
      '没有“听说”这个说法',
      '没有“云头山”这个地方。',
      'id 只能用小写字母、数字和连字符，以字母开头：现在是“新树”。',
      '没有登记。',
    ])
      expect(stderr).toContain(words);
    expect(files()).toEqual(['titian-2020.yaml']);
  });

  test('asks for a caution where a report tells of a year of the document and hangs on its project', async () => {
    const report = { ...REPORT, date: '2022-03', projects: 'trees', id: 'xin-shu' };
    const without = await run(report, '--yes');
    expect([without.status, without.stderr.includes('--caution')]).toEqual([2, true]);
    expect((await run({ ...report, caution: '种树的是另一个单位。' }, '--yes')).status).toBe(0);
    expect(written('xin-shu')).toMatchObject({ caution: '种树的是另一个单位。', projects: ['trees'] });
  });

  test('takes an address without protection only when somebody has tried the other', async () => {
    const report = { ...REPORT, url: 'http://wanbao.yangli.gov.cn/1', id: 'xin-shu' };
    expect((await run(report, '--yes')).stderr).toContain('--http');
    expect((await run({ ...report, http: '否' }, '--yes')).stderr).toContain('先试一试');
    expect((await run({ ...report, http: '是' }, '--yes')).status).toBe(0);
    expect(written('xin-shu')).toMatchObject({ http: true });
  });

  test('says what the check finds in what was written', async () => {
    const { stdout, status } = await run(
      { ...REPORT, summary: '四年级学生张小禾看了新种的树。', id: 'xin-shu' },
      '--yes',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('检查对它有话说');
  });

  test('as a command explains itself, and takes its answers from a file, one a line', () => {
    const help = runCommandFile('new-coverage', ['--help'], settings({}));
    expect(help.stdout).toMatch(/^登记一篇别人登过的报道/);
    for (const option of [
      'url',
      'http',
      'title',
      'publisher',
      'date',
      'seen-as',
      'direct',
      'places',
      'projects',
      'summary',
      'caution',
      'confidence',
      'id',
      'yes',
    ]) {
      expect(help.stdout).toContain(`--${option} `);
    }
    const answers = [
      '',
      '河边种了新树',
      '样例晚报',
      '2026-03-05',
      '2',
      '',
      '云头镇',
      '',
      '记者看了河边新种的树。',
      '',
      '',
      'xin-shu',
      '',
    ];
    const { stdout, status } = runCommandFile('new-coverage', [], settings({}), `${answers.join('\n')}\n`);
    expect([status, stdout.includes('■ 登记好了')]).toEqual([0, true]);
    expect(existsSync(join(dir, 'coverage/xin-shu.yaml'))).toBe(true);
  });
});
