import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FileSystem } from '#site/publish/file-system.ts';
import { MARK, type ReleaseFacts } from '#site/publish/manifest.ts';
import { type OpenOptions, type OpenSite, openSite } from '#site/publish/open-site.ts';
import { type ProcessFacts, thisProcess } from '#site/publish/process-facts.ts';
import type { Shown } from '#site/publish/withdrawn.ts';
import { lastingFiles } from './worlds-end.ts';

/** Path → what stands in the file. */
export type SmallSite = Readonly<Record<string, string>>;

export const OLD: SmallSite = {
  '404.html': 'old none',
  'index.html': 'old',
  'pagefind/fragment/a_1.pf_fragment': 'old words',
  'stories/one/index.html': 'old one',
  'stories/gone/index.html': 'old gone',
};
export const NEW: SmallSite = {
  '404.html': 'new none',
  'index.html': 'new',
  'pagefind/fragment/a_2.pf_fragment': 'new words',
  'stories/one/index.html': 'new one',
};
/** What a host and a search engine put into a site. */
export const HOSTS: SmallSite = {
  '.well-known/acme/token': 'secret',
  '.user.ini': 'host',
  'baidu_verify_x.html': 'me',
};

export const FACTS: ReleaseFacts = { programme: '样例', samples: false, records: true, stories: ['one'] };
export const SHOWN: Shown = { names: [], pictures: [], stories: ['one'], kits: new Map(), clear: new Set() };
/** Later than any file that these tests write, whenever they run: of drafts left lying by others it is known that they are old. */
const NOW = new Date('2126-12-01T01:00:00Z');

/** A process that runs no more. */
export const DEAD: ProcessFacts = { ...thisProcess(), pid: 2 ** 22 + 1, born: '1' };

export function write(folder: string, site: SmallSite): void {
  for (const [path, text] of Object.entries(site)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** What a reader finds: files without the mark; null: no site. */
export function siteIn(folder: string): SmallSite | null {
  if (!existsSync(folder)) return null;
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path !== MARK);
  const files = paths.filter((path) => lstatSync(join(folder, path)).isFile()).sort();
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** In memory where there is such a disk: thousands of small sites are made here. */
const DISK = statSync('/dev/shm', { throwIfNoEntry: false })?.isDirectory() ? '/dev/shm' : tmpdir();

/** A folder of its own for a test, with places for a site and for what is built. */
export function playground() {
  const dir = mkdtempSync(join(DISK, 'publish-'));
  const place = join(dir, 'www');
  const options: OpenOptions = {
    wanted: place,
    kept: { projectFolder: join(dir, 'project'), contentDir: join(dir, 'content'), recordsDir: join(dir, 'records') },
    me: thisProcess(),
    clock: () => NOW,
    adopt: false,
    ownFolder: false,
    samples: false,
  };
  for (const [name, site] of Object.entries({ old: OLD, new: NEW })) write(join(dir, name), site);
  const workshop = join(dir, '.www-releases');
  return {
    dir,
    place,
    workshop,
    options,
    remove: () => rmSync(dir, { recursive: true, force: true }),
    open: (changed: Partial<OpenOptions> = {}, fs: FileSystem = lastingFiles()): OpenSite =>
      openSite(fs, { ...options, ...changed }),
    /** What lies in the workshop but the lock, and where the site leads if it is a link. */
    leftovers: () => {
      const linked = lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(place) : '';
      const names = existsSync(workshop) ? readdirSync(workshop) : [];
      return names.filter((name) => !name.startsWith('lock-') && !linked.endsWith(`/${name}`));
    },
  };
}

export type Playground = ReturnType<typeof playground>;

/** Makes again what was moved out of a finished site when it was published. */
function makeAgain(folder: string, site: SmallSite): void {
  const missing = Object.entries(site).filter(([path]) => !existsSync(join(folder, path)));
  write(folder, Object.fromEntries(missing));
}

/** Builds again, opens, publishes, closes. */
export function publish(
  ground: Playground,
  name: 'old' | 'new',
  {
    fs = lastingFiles(),
    shown = SHOWN,
    facts = FACTS,
    ...changed
  }: Partial<OpenOptions> & {
    fs?: FileSystem;
    shown?: Shown;
    facts?: ReleaseFacts;
  } = {},
) {
  makeAgain(join(ground.dir, name), name === 'old' ? OLD : NEW);
  const site = ground.open(changed, fs);
  try {
    site.forgetWithdrawn(shown);
    return site.publish(join(ground.dir, name), facts, shown);
  } finally {
    site.close();
  }
}
