import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { releaseData } from '#desk/release-data.ts';
import { packageFaults } from '../exports/standards/data-package.ts';
import { readCsv } from '../site/read-csv.ts';
import { doHere, runCommandFile } from './commands.ts';

const REGION = join(import.meta.dirname, '../fixtures/region');
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'release-data-'));
  cpSync(REGION, dir, { recursive: true, filter: (path) => !/data-releases|corrections\.yaml/.test(path) });
});
afterEach(() => rmSync(dir, { recursive: true }));

const run = (day = '2026-11-20') => doHere(releaseData, [], { CONTENT_DIR: dir, SITE_NOW: day });
const folder = (day = '2026-11-20') => join(dir, 'data-releases', day);
const read = (name: string, day?: string) => readFileSync(join(folder(day), name));
const change = (file: string, from: string | RegExp, to: string) => {
  const path = join(dir, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  if (before === after) throw new Error(`${file} has nothing to change`);
  writeFileSync(path, after);
};

describe('npm run release:data', () => {
  it('freezes all figures of the day, says what it made, where, and what comes next', async () => {
    const { stdout, stderr, status } = await run();
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toContain('■ 定好了：数据版本2026-11-20');
    for (const words of ['facts.csv', folder(), '这是第一版', '下一步', 'npm run check', '/data/2026-11-20/'])
      expect(stdout).toContain(words);
    expect(readdirSync(folder()).toSorted()).toEqual(
      ['pairings', 'progress', 'targets']
        .flatMap((name) => [`${name}.csv`, `${name}.json`])
        .concat(['facts.csv', 'datapackage.json', 'SHA256SUMS.txt'])
        .toSorted(),
    );
    expect(readdirSync(join(dir, 'data-releases'))).toEqual(['.gitattributes', '2026-11-20']);
    expect(readFileSync(join(dir, 'data-releases/.gitattributes'), 'utf8')).toBe('* -text\n');
  });

  it('makes the same bytes again from the same content, whatever the address and path of the site', async () => {
    await run();
    const first = readdirSync(folder()).map((name) => [name, read(name).toString()]);
    rmSync(folder(), { recursive: true });
    await doHere(releaseData, [], {
      CONTENT_DIR: dir,
      SITE_NOW: '2026-11-20',
      BASE_PATH: '/aid/',
      SITE_URL: 'https://a.cn',
    });
    expect(readdirSync(folder()).map((name) => [name, read(name).toString()])).toEqual(first);
  });

  it('describes every file with its size and hash after Data Package 2, and names its version', async () => {
    await run();
    const described = JSON.parse(read('datapackage.json').toString());
    expect(packageFaults(described, (path) => read(path))).toEqual([]);
    expect([described.version, described.previous]).toEqual(['2026-11-20', undefined]);
    const { columns, records } = readCsv(read('facts.csv').toString());
    expect(columns).toEqual(['id', 'label', 'value', 'unit', 'basis', 'day', 'rests_on', 'source']);
    expect(records.length).toBeGreaterThan(50);
    expect(new Set(records.map(({ basis }) => basis))).toEqual(new Set(['quoted', 'derived', 'reported', 'outside']));
    for (const { basis, source } of records.filter((one) => one['basis'] === 'quoted'))
      expect([basis, source]).toEqual(['quoted', expect.stringMatching(/^\/plan\/#/)]);
  });

  it('holds no story and no word of one', async () => {
    await run();
    for (const name of readdirSync(folder())) expect([name, read(name).includes('stories')]).toEqual([name, false]);
  });

  it('refuses a day that is frozen already, figures that did not change, and a day before the newest', async () => {
    await run();
    const refused = async (day: string, words: string) => {
      const { stderr, status } = await run(day);
      expect([status, stderr.includes(words), stderr.includes('什么也没有写')]).toEqual([1, true, true]);
    };
    await refused('2026-11-20', '一个字节也不差');
    await refused('2026-11-21', '数据和最近的数据版本2026-11-20一模一样');
    await refused('2026-11-19', '已经有更晚的数据版本2026-11-20');
    change('places.yaml', /name: .*云溪.*/u, 'name: 云溪新县');
    await refused('2026-11-20', '');
    expect(readdirSync(join(dir, 'data-releases'))).toEqual(['.gitattributes', '2026-11-20']);
  });

  it('refuses content with errors, with all of them', async () => {
    change('site.yaml', /^name: .*$/m, 'name: [1]');
    const { stderr, status } = await run();
    expect(status).toBe(1);
    expect(stderr).toContain('site.yaml');
    expect(stderr).toContain('改好上面的错误才能定版');
    expect(existsSync(join(dir, 'data-releases'))).toBe(false);
  });

  it('refuses figures in which somebody of the records is named, whatever they agreed to', async () => {
    mkdirSync(join(dir, 'records/people'), { recursive: true });
    const [, name = ''] = /name: (.+)/u.exec(readFileSync(join(dir, 'places.yaml'), 'utf8')) ?? [];
    writeFileSync(
      join(dir, 'records/people/a.yaml'),
      stringify({ name: name.trim(), age_band: 'adult', role: '样例' }),
    );
    const { stderr, status } = await run();
    expect(status).toBe(1);
    expect(stderr).toMatch(/里面不能有人|没有授权/);
    expect(existsSync(join(dir, 'data-releases'))).toBe(false);
  });

  it.skipIf(process.getuid?.() === 0)('says in Chinese that nothing can be written, and leaves nothing', async () => {
    chmodSync(dir, 0o555);
    const { stderr, status } = await run();
    chmodSync(dir, 0o755);
    expect([status, stderr]).toEqual([1, expect.stringContaining('没有权限')]);
  });

  it('leaves nothing where a file stands in the way of the folder', async () => {
    writeFileSync(join(dir, 'data-releases'), '');
    const { stderr, status } = await run();
    expect(status).toBe(1);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readFileSync(join(dir, 'data-releases'), 'utf8')).toBe('');
  });

  it('says that it knows no other option', async () => {
    const { stderr, status } = await doHere(releaseData, ['--now'], { CONTENT_DIR: dir });
    expect([status, stderr.includes('没有定版')]).toEqual([2, true]);
  });

  it('has a help in Chinese and runs as a command of its own', () => {
    const { stdout, status } = runCommandFile('release-data', ['--help'], {});
    expect([status, stdout.includes('用法：npm run release:data')]).toEqual([0, true]);
  });
});
