import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FileSystem, realFiles } from '#site/publish/file-system.ts';
import { differences, readManifest } from '#site/publish/manifest.ts';
import { workshopOf } from '#site/publish/target.ts';
import { DEAD, FACTS, type Playground, playground, SHOWN, type SmallSite, siteIn, write } from './small-sites.ts';
import { lastingFiles } from './worlds-end.ts';

/** More than one block a page, and a page that no other site has: whatever is lost or mixed is seen. */
const siteNamed = (name: string): SmallSite => ({
  '404.html': `none of ${name}`,
  'index.html': name,
  'stories/one/index.html': `${name} `.repeat(4000),
  [`stories/only-${name}/index.html`]: name,
});
const [OLD, NEW, NEWEST] = ['old', 'new', 'newest'].map(siteNamed) as [SmallSite, SmallSite, SmallSite];

const MEGABYTES = 16;
/** All that is on the disk is what an fsync put there: nothing is written in the background while a test looks. */
const MAKE = ['-q', '-F', '-E', 'lazy_itable_init=0,lazy_journal_init=0'];
const MOUNT = ['-t', 'ext4', '-o', 'loop,commit=300'];

let ground: Playground;
let refused: string | null = null;
const mounted = new Set<string>();
let copies = 0;

/** null: done; otherwise what the system says. */
function ran(command: string, ...args: string[]): string | null {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? null : `${command}: ${error?.message ?? stderr.trim()}`;
}

function mount(image: string, folder: string): string | null {
  mkdirSync(folder);
  const trouble = ran('mount', ...MOUNT, image, folder);
  if (trouble === null) mounted.add(folder);
  return trouble;
}

function unmount(folder: string): void {
  const trouble = ran('umount', folder);
  // The last resort: gone from the tree at once, and from the machine when nobody has it open any more.
  if (trouble !== null && ran('umount', '-l', folder) !== null) throw new Error(trouble);
  mounted.delete(folder);
}

/** A journaled disk in a file of its own. */
function disk(name: string): { image: string; folder: string; trouble: string | null } {
  const [image, folder] = [join(ground.dir, `${name}.img`), join(ground.dir, name)];
  writeFileSync(image, '');
  truncateSync(image, MEGABYTES * 2 ** 20);
  return { image, folder, trouble: ran('mkfs.ext4', ...MAKE, image) ?? mount(image, folder) };
}

beforeAll(() => {
  ground = playground();
  for (const [name, site] of Object.entries({ A: OLD, B: NEW, C: NEWEST })) write(join(ground.dir, name), site);
  const { folder, trouble } = disk('probe');
  refused = trouble;
  if (trouble === null) unmount(folder);
  else console.warn(`No power was cut: this needs root, loop devices and e2fsprogs (${trouble})`);
});
beforeEach(({ skip }) => skip(refused !== null, refused ?? ''));
afterAll(() => {
  try {
    for (const folder of [...mounted]) unmount(folder);
  } finally {
    ground.remove();
  }
});

/**
 * What another program on the disk does at any time: its fsync journals every name there is, ours too, but not what
 * is in our files. Without it names wait for us, and nothing shows whether the files were there before their names.
 */
function syncAnother(folder: string): void {
  const handle = openSync(join(folder, 'log-of-another'), 'w');
  fsyncSync(handle);
  closeSync(handle);
}

/** Copies what a disk holds without what it was not yet given, plugs the copy in, which replays its journal, and looks. */
function cutPower(image: string, look: (folder: string) => void): void {
  const name = join(ground.dir, `cut-${++copies}`);
  copyFileSync(image, `${name}.img`);
  expect(mount(`${name}.img`, name)).toBeNull();
  try {
    look(name);
  } finally {
    unmount(name);
    rmSync(`${name}.img`);
  }
}

/** A site after a cut: first for a reader, then after what the next build does first. */
function expectWhole(folder: string, fs: FileSystem, states: readonly SmallSite[], moment: string): void {
  const wanted = join(folder, 'www');
  const found = siteIn(wanted);
  expect(states, `a reader, ${moment}`).toContainEqual(found);
  const next = ground.open({ wanted }, fs);
  const manifest = readManifest(fs, wanted);
  expect(manifest && differences(fs, wanted, manifest), moment).toEqual([]);
  expect(siteIn(wanted), `the next build, ${moment}`).toEqual(found);
  next.close();
}

type Moment = 'while it is written' | 'right before the switch' | 'right after it' | 'when it is synced' | 'at the end';
type Moments = Partial<Record<Moment, () => void>>;

/** Publishes a finished site and, once at each moment of that, stands still and does something else. */
function publish(name: 'A' | 'B' | 'C', wanted: string, real: FileSystem, moments: Moments = {}): void {
  const left = { ...moments };
  const pause = (moment: Moment) => {
    const act = left[moment];
    delete left[moment];
    act?.();
  };
  let written = 0;
  let switched = false;
  const aroundSwitch = (change: 'rename' | 'exchange') => (from: string, to: string) => {
    const isSwitch = to === wanted;
    if (isSwitch) pause('right before the switch');
    real[change](from, to);
    if (!isSwitch) return;
    switched = true;
    pause('right after it');
  };
  const fs: FileSystem = {
    ...real,
    rename: aroundSwitch('rename'),
    exchange: aroundSwitch('exchange'),
    writeFile: (path, bytes, mode) => {
      real.writeFile(path, bytes, mode);
      if (path.includes('/release-') && ++written === 3) pause('while it is written');
    },
    syncFolder: (path) => {
      real.syncFolder(path);
      if (switched && path === workshopOf(wanted)) pause('when it is synced');
    },
  };
  const site = ground.open({ wanted, me: DEAD }, fs);
  site.publish(join(ground.dir, name), FACTS, SHOWN);
  pause('at the end');
  site.close();
  expect(Object.keys(left), 'moments that never came').toEqual([]);
}

describe('when power is cut on a journaled disk (needs the right to mount)', () => {
  it.for([
    ['a folder takes the place of a folder', 'folder', () => realFiles()],
    ['a link takes the place of a link', 'link', () => realFiles(null)],
  ] as const)(
    'the site is the old or the new one, whole, and the new one once it was synced: %s',
    ([, name, files]) => {
      const fs = files();
      const { image, folder, trouble } = disk(name);
      expect(trouble).toBeNull();
      const wanted = join(folder, 'www');
      publish('A', wanted, fs);

      const namesOnDisk = (moment: Moment, ...states: SmallSite[]) => ({
        [moment]: () => {
          syncAnother(folder);
          cutPower(image, (copy) => expectWhole(copy, fs, states, moment));
        },
      });
      publish('B', wanted, fs, {
        ...namesOnDisk('while it is written', OLD),
        ...namesOnDisk('right before the switch', OLD),
        ...namesOnDisk('right after it', NEW),
      });

      const onlyOurs = (moment: Moment, ...states: SmallSite[]) => ({
        [moment]: () => cutPower(image, (copy) => expectWhole(copy, fs, states, moment)),
      });
      publish('C', wanted, fs, { ...onlyOurs('when it is synced', NEWEST), ...onlyOurs('at the end', NEWEST) });
      unmount(folder);
    },
  );

  it('a site that nobody synced is lost, so that these disks do show what a cut does', () => {
    const { image, folder, trouble } = disk('unsynced');
    expect(trouble).toBeNull();
    const wanted = join(folder, 'www');
    publish('A', wanted, realFiles());
    publish('B', wanted, lastingFiles());
    expect(siteIn(wanted)).toEqual(NEW);
    syncAnother(folder);
    cutPower(image, (copy) => {
      const empty = Object.fromEntries(Object.keys(NEW).map((path) => [path, '']));
      expect(siteIn(join(copy, 'www'))).toEqual(empty);
    });
    unmount(folder);
  });
});
