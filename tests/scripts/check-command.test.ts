import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check as act } from '#desk/check.ts';
import { doHere, runCommandFile } from '../desk/commands.ts';
import { type Mutation, mutatedContent } from '../reader/mutation.ts';

const NOW = { SITE_NOW: '2026-11-25' };

/** In a process of its own; what the process adds is tested so, everything else in this one. */
const started = (args: readonly string[], env: Record<string, string> = {}) =>
  runCommandFile('check', args, { ...NOW, ...env });
const check = (args: readonly string[], env: Record<string, string> = {}) => doHere(act, args, { ...NOW, ...env });

async function withContent<T>(mutations: readonly Mutation[], use: (dir: string) => T | Promise<T>): Promise<T> {
  const dir = mutatedContent(mutations);
  try {
    return await use(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const REAL_ADDRESS: Mutation = {
  file: 'site.yaml',
  replace: [/address: https.*/, 'address: https://aid.example-league.cn/'],
};

describe('npm run check', () => {
  test('finds nothing in the real content but the placeholder address, which is no error', () => {
    const { stdout, stderr, status } = started(['--json'], { CONTENT_DIR: 'content' });
    expect(JSON.parse(stdout)).toEqual([
      {
        file: 'site.yaml',
        line: expect.any(Number),
        column: 10,
        severity: 'warning',
        code: 'placeholder-address',
        message: '网址还是占位的：现在是“https://xiangqing.example.invalid/”，应当是正式网址。',
        mend: '网址定下以后改 site.yaml 里的 address，或者生成时用 SITE_URL 指定。',
      },
    ]);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

  test('prints [] and nothing else where the content is clean', async () => {
    await withContent([REAL_ADDRESS], async (dir) => {
      expect(await check(['--json'], { CONTENT_DIR: dir })).toEqual({ stdout: '[]\n', stderr: '', status: 0 });
    });
  });

  test('exits 1 on an error, with the array on standard output and standard error empty', async () => {
    await withContent([REAL_ADDRESS, { file: 'plan/annex-3.yaml', replace: ['total: 16', 'total: 18'] }], (dir) => {
      const { stdout, stderr, status } = started(['--json'], { CONTENT_DIR: dir });
      expect(JSON.parse(stdout)).toMatchObject([
        { file: 'plan/annex-3.yaml', severity: 'error', code: 'total-differs' },
      ]);
      expect({ stderr, status }).toEqual({ stderr: '', status: 1 });
    });
  });

  test('tells a person file, line and remedy, files with errors first, then the counts and the next step', async () => {
    await withContent(
      [{ file: 'projects/pioneer-posts.yaml', replace: ['quantity: 8', 'quantity: 8个'] }],
      async (dir) => {
        const { stdout, status } = await check([], { CONTENT_DIR: dir });
        expect(stdout.replaceAll(dir, 'DIR')).toMatch(
          /^DIR\/projects\/pioneer-posts\.yaml\n {2}错误　第\d+行第\d+列　数字后面带了别的字：现在是“8个”，应当是数字。\n {8}怎么改：只留数字，改成 8；单位写在它自己的那一项里。\n\nDIR\/site\.yaml\n {2}提醒　第\d+行第10列　网址还是占位的/,
        );
        expect(stdout).toContain(
          '共有1个错误，另有1个提醒。错误没有改完，网站不会生成。\n下一步：按“怎么改”改好上面的文件，再运行 npm run check。\n',
        );
        expect(status).toBe(1);
      },
    );
  });

  test('explains itself in Chinese', () => {
    const { stdout, status } = started(['--help']);
    expect(stdout).toMatch(/^检查内容：/);
    for (const word of ['--json', '--no-samples', 'CONTENT_DIR', 'SITE_NOW']) expect(stdout).toContain(word);
    expect(status).toBe(0);
  });

  test('leaves the samples out when told so', async () => {
    const sample = 'samples/reports/changsha-2019-12-31.yaml';
    await withContent([REAL_ADDRESS, { file: sample, write: 'rows: []\n' }], async (dir) => {
      expect((await check(['--json'], { CONTENT_DIR: dir })).status).toBe(1);
      expect((await check(['--json', '--no-samples'], { CONTENT_DIR: dir })).stdout).toBe('[]\n');
    });
  });

  test.each([
    [['--jsn'], {}, '不认识“--jsn”这个选项；能用的有：--json、--samples、--no-samples、--help。'],
    [
      [],
      { CONTENT_DIR: '/nowhere' },
      '找不到内容文件夹：/nowhere\n请核对 CONTENT_DIR；不设它就用当前文件夹下的 content。',
    ],
    [
      [],
      { SITE_NOW: '2026-02-30' },
      'SITE_NOW 写的是“2026-02-30”，不是看得懂的时间。请写成 2026-03-01 或 2026-03-01T08:00:00+08:00，日期要真实存在；不写就用现在的时间。',
    ],
  ])('refuses %j with %j: exit 2, in Chinese, without a stack trace', async (args, env, message) => {
    expect(await check(args, env as Record<string, string>)).toEqual({
      stdout: '',
      stderr: `${message}\n要看说明：npm run check -- --help\n`,
      status: 2,
    });
  });
});

test('a process that refuses ends with 2 and prints nothing but why', () => {
  expect(started(['--jsn'])).toEqual({
    stdout: '',
    stderr: expect.stringMatching(/^不认识“--jsn”这个选项；.*\n要看说明：npm run check -- --help\n$/),
    status: 2,
  });
});

describe('reading content', () => {
  test('accepts a byte order mark, Windows line ends and a missing folder of reports', async () => {
    const crlf = '\ufeffdepartments:\r\n';
    await withContent(
      [REAL_ADDRESS, { file: 'departments.yaml', replace: [/[\s\S]*?departments:\n/, crlf] }],
      async (dir) => {
        expect((await check(['--json'], { CONTENT_DIR: dir })).stdout).toBe('[]\n');
      },
    );
  });

  test('a sample of later than now is not there yet, and no mistake', async () => {
    expect((await check(['--json'], { SITE_NOW: '2019-06-01' })).status).toBe(0);
  });
});
