import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TargetRefused } from '#site/publish/target.ts';
import { systemTrouble, troubleWords } from '../../../scripts/terminal/system-trouble.ts';
import { FACTS, NEW, OLD, type Playground, playground, publish, SHOWN, siteIn, write } from './small-sites.ts';

let ground: Playground;
const mounted: string[] = [];
beforeEach(() => {
  ground = playground();
});
afterEach(() => {
  for (const folder of mounted.splice(0)) spawnSync('umount', [folder]);
  ground.remove();
});

/** Mounts a disk in memory; null: this user or this machine may not. */
function disk(folder: string, size: string, ...options: string[]): string | null {
  mkdirSync(folder, { recursive: true });
  const wanted = ['-t', 'tmpfs', '-o', [`size=${size}`, ...options].join(','), 'tmpfs', folder];
  if (spawnSync('mount', wanted).status !== 0) return null;
  mounted.push(folder);
  return folder;
}

const probe = playground();
const MAY_MOUNT = disk(join(probe.dir, 'probe'), '64k') !== null;
for (const folder of mounted.splice(0)) spawnSync('umount', [folder]);
probe.remove();
/** Tests that mount a disk run as root where that is allowed; elsewhere they are told as skipped. */
const onDisk = it.skipIf(!MAY_MOUNT);

const said = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    const trouble = systemTrouble(error);
    if (error instanceof TargetRefused) return error.message;
    if (trouble) return troubleWords(trouble);
    throw error;
  }
  return '';
};

describe('a disk that is full (needs the right to mount)', () => {
  const BIG = 'x'.repeat(300_000);

  onDisk.each(['360k', '420k', '500k', '640k', '700k'])(
    'of %s leaves the old site whole and nothing behind',
    (size) => {
      const folder = disk(join(ground.dir, 'disk'), size) ?? '';
      const wanted = join(folder, 'www');
      write(join(ground.dir, 'old'), { 'big.txt': BIG });
      write(join(ground.dir, 'new'), { 'big.txt': `new${BIG}`, 'more.txt': BIG });
      publish(ground, 'old', { wanted });
      const site = ground.open({ wanted });
      expect(said(() => site.publish(join(ground.dir, 'new'), FACTS, SHOWN))).toMatch(/^磁盘满了.*腾出地方/);
      expect(site.stateNow()).toBe('as-before');
      site.close();
      expect(siteIn(wanted)).toEqual({ ...OLD, 'big.txt': BIG });
      expect(readdirSync(join(folder, '.www-releases')).filter((name) => !name.startsWith('lock-'))).toEqual([]);
      // With room it goes on, as if nothing had been.
      spawnSync('mount', ['-o', 'remount,size=4m', folder]);
      publish(ground, 'new', { wanted });
      expect(siteIn(wanted)).toMatchObject(NEW);
    },
  );

  onDisk('that is full before the lock can be taken is told too', () => {
    const folder = disk(join(ground.dir, 'disk'), '64k') ?? '';
    const wanted = join(folder, 'www');
    publish(ground, 'old', { wanted });
    spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'full')}`, 'bs=4k']);
    expect(said(() => ground.open({ wanted }))).toMatch(/^磁盘满了/);
    expect(siteIn(wanted)).toEqual(OLD);
  });
});

describe('a folder that cannot change its name (needs the right to mount)', () => {
  onDisk('because it is a disk is refused with the way to set it up, and nothing is touched', () => {
    disk(ground.place, '1m');
    write(ground.place, { 'mine.txt': 'mine' });
    expect(said(() => ground.open())).toMatch(/挂载点[\s\S]*OUT_DIR 写它里面的一个文件夹，例如 .*www\/site/);
    expect(siteIn(ground.place)).toEqual({ 'mine.txt': 'mine' });
    expect(existsSync(ground.workshop)).toBe(false);
  });

  onDisk('because another folder is bound to it is refused too', () => {
    mkdirSync(ground.place);
    mkdirSync(join(ground.dir, 'real'));
    if (spawnSync('mount', ['--bind', join(ground.dir, 'real'), ground.place]).status !== 0) return;
    mounted.push(ground.place);
    expect(said(() => ground.open())).toContain('挂载点');
  });

  onDisk('but a folder inside that disk takes a site from any other disk', () => {
    const wanted = join(disk(join(ground.dir, 'disk'), '1m') ?? '', 'site');
    publish(ground, 'old', { wanted });
    publish(ground, 'new', { wanted });
    expect(siteIn(wanted)).toMatchObject(NEW);
  });

  onDisk('because the disk is read-only leaves all as it was', () => {
    const folder = disk(join(ground.dir, 'disk'), '1m') ?? '';
    const wanted = join(folder, 'www');
    publish(ground, 'old', { wanted });
    spawnSync('mount', ['-o', 'remount,ro', folder]);
    expect(said(() => ground.open({ wanted }))).toMatch(/^这块磁盘是只读的/);
    expect(siteIn(wanted)).toEqual(OLD);
  });
});

describe('a folder that belongs to somebody else', () => {
  // Root may do everything.
  it.skipIf(process.getuid?.() === 0)('is told as a lack of rights', () => {
    mkdirSync(join(ground.dir, 'theirs'));
    chmodSync(join(ground.dir, 'theirs'), 0o555);
    expect(said(() => ground.open({ wanted: join(ground.dir, 'theirs', 'www') }))).toMatch(/^没有权限/);
  });
});

describe('what the system says', () => {
  it.each([
    [Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }), '磁盘满了。'],
    [
      new Error('build failed', { cause: new Error("EROFS: read-only file system, open '/a/b'") }),
      '只读的，写不进去：/a/b。',
    ],
    [Object.assign(new Error('x'), { code: 'EACCES', path: '/a' }), '没有权限：/a。'],
    [new Error('pictures: No space left on device'), '磁盘满了。'],
    // Node tells so of a folder of several levels on a disk that is read-only.
    [
      Object.assign(new Error("ENOENT: no such file or directory, mkdir '/a/kept'"), {
        code: 'ENOENT',
        path: '/a/kept',
      }),
      '这个文件夹建不了：磁盘只读，或者没有接上：/a/kept。',
    ],
    [Object.assign(new Error("ENOENT: no such file or directory, open '/a'"), { code: 'ENOENT' }), '没有这个文件'],
    [Object.assign(new Error('x'), { code: 'ENOTDIR', path: '/a\u001b[2J' }), '应当是文件夹：/a〔U+001B〕[2J。'],
  ])('is told in Chinese, wherever it stands: %s', (error, words) => {
    const trouble = systemTrouble(error);
    expect(trouble && troubleWords(trouble)).toContain(words);
  });

  it('is left to others where it is no fault of the machine', () => {
    expect(systemTrouble(new Error('Cannot read properties of undefined'))).toBeNull();
  });
});
