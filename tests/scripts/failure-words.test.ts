import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureWords } from '../../scripts/terminal/failure-words.ts';

const ENDING = { failed: '没有写成', untouched: '稿件没有动。' };
const withCode = (code: string, path = '/那里') => Object.assign(new Error(`${code}: english, open`), { code, path });

describe('the end of a command', () => {
  it.each([
    ['ENOSPC', '磁盘满了：/那里。腾出地方，再运行一次。'],
    ['EDQUOT', '给这个用户的磁盘空间用完了：/那里。腾出地方，或者请管理员加大限额，再运行一次。'],
    ['EROFS', '这块磁盘是只读的，写不进去：/那里。换一个能写的文件夹，或者请管理员把磁盘改成可写。'],
    ['EACCES', '没有权限：/那里。换一个有权限的用户运行，或者请管理员把这个文件夹给运行的用户。'],
    ['EPERM', '系统不允许：/那里。换一个有权限的用户运行，或者请管理员看看这个文件夹的权限。'],
    ['ENOTDIR', '路径里有一个是文件，应当是文件夹：/那里。改正路径，或者把那个文件移走。'],
    ['EISDIR', '现在是文件夹，应当是文件：/那里。改正路径，或者把那个文件夹移走。'],
    ['EEXIST', '那里已经有东西了：/那里。把它移走，再运行一次。'],
    ['EMFILE', '同时打开的文件太多：/那里。关掉一些程序，再运行一次。'],
    ['EAGAIN', '内存或者进程数不够：/那里。关掉一些程序，再运行一次。'],
    ['EIO', '磁盘读写出错：/那里。请管理员检查磁盘。'],
    ['EADDRINUSE', '这个端口已经有程序在用：/那里。换一个端口，例如 PORT=8080 npm start。'],
  ])('for %s is a sentence with what to do and what was not touched', (code, words) => {
    expect(failureWords(withCode(code), ENDING)).toBe(`没有写成：${words}\n稿件没有动。`);
  });

  it.each([
    ['磁盘满了。', new AggregateError([new Error('x'), withCode('ENOSPC', '')], 'Build failed with 2 errors')],
    ['这块磁盘是只读的', new Error('Build failed with 1 error:\n\nRead-only file system (os error 30)')],
    ['没有权限', new Error('x', { cause: new Error('Permission denied (os error 13)') })],
  ])('finds what other programs say of the machine: %s', (words, error) => {
    expect(failureWords(error, ENDING)).toContain(`没有写成：${words}`);
  });

  it('for a fault of the program is its first line, harmless to print, and no stack', () => {
    const error = new Error('Cannot read \u001b[2J\n    at somewhere.ts:3:4');
    const words = failureWords(error, ENDING);
    expect(words).toContain('程序自己出了错，不是内容的问题。把这句话告诉维护人：“Cannot read 〔U+001B〕[2J”。');
    expect(words).not.toContain('somewhere');
    expect(failureWords('text', ENDING)).toContain('“text”');
  });
});

describe('a command', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'command-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const runner = resolve('scripts/terminal/run-command.ts');
  function run(main: string, env = {}) {
    const file = join(folder, 'command.ts');
    const tell = '(error) => { console.error("停了：" + (error.message ?? error)); return 3; }';
    writeFileSync(file, `import { runCommand } from ${JSON.stringify(runner)};\nawait runCommand(${main}, ${tell});\n`);
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, [file], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    return { status, signal, stdout, stderr };
  }

  it.each([
    ['returns', '() => 7', 7, ''],
    ['throws', '() => { throw new Error("a") }', 3, '停了：a\n'],
    ['rejects', 'async () => { throw new Error("a") }', 3, '停了：a\n'],
    [
      'leaves a promise that rejects',
      'async () => { Promise.reject(new Error("a")); await new Promise((go) => setTimeout(go, 9999)) }',
      3,
      '停了：a\n',
    ],
    [
      'throws where nobody waits',
      'async () => { setTimeout(() => { throw new Error("a") }); await new Promise((go) => setTimeout(go, 9999)) }',
      3,
      '停了：a\n',
    ],
    ['waits for what never comes', '() => new Promise(() => {})', 3, '停了：要等的一步再也等不到了\n'],
  ])('that %s ends with its code and its words', (_, main, status, stderr) => {
    expect(run(main)).toEqual({ status, signal: null, stdout: '', stderr });
  });

  it('shows the calls where DEBUG asks for them', () => {
    expect(run('() => { throw new Error("a") }', { DEBUG: '1' }).stderr).toMatch(/\n\s+at /);
  });

  it.skipIf(process.platform === 'win32')('is not disturbed by a reader that goes away', () => {
    const lines =
      'async () => { for (let i = 0; i < 99; i++) { console.log("x".repeat(9999)); await new Promise(setImmediate) } return 5 }';
    writeFileSync(
      join(folder, 'command.ts'),
      `import { runCommand } from ${JSON.stringify(runner)};\nawait runCommand(${lines}, () => 3);\n`,
    );
    const piped = `"${process.execPath}" "${join(folder, 'command.ts')}" | true; exit \${PIPESTATUS[0]}`;
    const { status, stderr } = spawnSync('bash', ['-c', piped], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 5, stderr: '' });
  });

  it('that prints its sheet into a folder that is a file says so and leaves nothing', () => {
    writeFileSync(join(folder, 'out'), '');
    mkdirSync(join(folder, 'sheet.html'));
    const review = (out: string) =>
      spawnSync(process.execPath, [resolve('scripts/review.ts'), 'sample-two-letters', '--out', out], {
        encoding: 'utf8',
      });
    const below = review(join(folder, 'out', 'a.html'));
    expect(below.stderr).toMatch(
      /^没有写成送审单：(路径里有一个是文件|那里已经有东西了).*\n稿件没有动；以前写过的送审单还是原来的。\n$/,
    );
    const over = review(join(folder, 'sheet.html'));
    expect(over.stderr).toMatch(/^没有写成送审单：现在是文件夹，应当是文件：/);
    expect([below.status, over.status]).toEqual([1, 1]);
    expect(readdirSync(folder).sort()).toEqual(['out', 'sheet.html']);
  });
});
