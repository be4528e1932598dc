import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MARK } from '#site/publish/manifest.ts';
import type { OpenOptions } from '#site/publish/open-site.ts';
import { TargetRefused } from '#site/publish/target.ts';
import {
  HOSTS,
  NEW,
  OLD,
  type Playground,
  playground,
  publish,
  SHOWN,
  type SmallSite,
  siteIn,
  write,
} from './small-sites.ts';

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(() => ground.remove());

const at = (...parts: string[]) => join(ground.dir, ...parts);
/** Everything below the playground with its kind and bytes: nothing may change where something is refused. */
const everything = () =>
  readdirSync(ground.dir, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => {
      const { mode, size, ino } = lstatSync(at(path));
      return `${path} ${mode} ${size} ${ino}`;
    });
const ANOTHERS: SmallSite = { 'index.html': 'theirs', '404.html': 'theirs', 'shop/index.html': 'theirs' };
const BEFORE_THE_MARK: SmallSite = Object.fromEntries(
  ['404.html', 'index.html', ...['facts', 'pairings', 'plan', 'stories/one'].map((name) => `${name}/index.html`)].map(
    (path) => [path, 'by the version before'],
  ),
);

const REFUSED: readonly (readonly [title: string, says: RegExp, prepare: () => Partial<OpenOptions> | undefined])[] = [
  ["somebody else's site", /没有这个程序留下的记号/, () => void write(ground.place, ANOTHERS)],
  ["somebody else's site in Git", /里有 \.git/, () => void write(ground.place, { ...ANOTHERS, '.git/HEAD': 'ref' })],
  [
    'a working copy of ours',
    /里有 \.git/,
    () => {
      publish(ground, 'old');
      write(ground.place, { '.git/HEAD': 'ref' });
      return undefined;
    },
  ],
  [
    'a site of ours with records in it',
    /里有 records/,
    () => {
      publish(ground, 'old');
      write(ground.place, { 'records/people/a.yaml': 'name: x' });
      return undefined;
    },
  ],
  ['a folder of papers', /没有这个程序留下的记号/, () => void write(ground.place, { 'letter.txt': 'dear' })],
  [
    'one file that a host does not put there',
    /没有这个程序留下的记号/,
    () => void write(ground.place, { ...HOSTS, a: '' }),
  ],
  ['a mark that cannot be read', /读不懂/, () => void write(ground.place, { ...OLD, [MARK]: '{"format":' })],
  ['a mark of another format', /读不懂/, () => void write(ground.place, { ...OLD, [MARK]: '{"format":"other/1"}' })],
  ['a site of the version before the mark', /加 --adopt/, () => void write(ground.place, BEFORE_THE_MARK)],
  [
    "somebody else's site, taken for an old one",
    /--adopt 不能用在这里/,
    () => {
      write(ground.place, ANOTHERS);
      return { adopt: true };
    },
  ],
  [
    'a preview over the production site',
    /正式的网站，不能换成带样稿的预览/,
    () => {
      publish(ground, 'old');
      return { samples: true };
    },
  ],
  ['a file', /现在是一个文件/, () => void writeFileSync(ground.place, 'a')],
  [
    'below a file',
    /上面的路径里有一个是文件/,
    () => {
      writeFileSync(at('file'), 'a');
      return { wanted: at('file', 'www') };
    },
  ],
  ['a pipe', /设备或者管道/, () => void spawnSync('mkfifo', [ground.place])],
  ['a link to nothing', /它指的 .* 现在没有/, () => void symlinkSync('unmounted', ground.place)],
  ['a link to itself', /转圈的链接/, () => void symlinkSync('www', ground.place)],
  [
    'a link to a file',
    /现在是一个文件/,
    () => {
      writeFileSync(at('file'), 'a');
      symlinkSync('file', ground.place);
      return undefined;
    },
  ],
  ['the project', /里有这个程序自己/, () => ({ wanted: at('project') })],
  ['a folder around the project', /里有/, () => ({ wanted: ground.dir })],
  ['the root of all', /里有/, () => ({ wanted: '/' })],
  ['the sources', /程序的 src 里面/, () => ({ wanted: at('project', 'src') })],
  ['inside the sources', /程序的 src 里面/, () => ({ wanted: at('project', 'src', 'pages', 'out') })],
  ['inside the tests', /程序的 tests 里面/, () => ({ wanted: at('project', 'tests', 'out') })],
  ['inside .git of the project', /程序的 \.git 里面/, () => ({ wanted: at('project', '.git', 'out') })],
  ['inside .git of anything', /在 Git 自己的文件夹 \.git 里面/, () => ({ wanted: at('other', '.git', 'out') })],
  ['the content', /里有内容文件夹/, () => ({ wanted: at('content') })],
  ['inside the content', /在内容文件夹 .* 里面/, () => ({ wanted: at('content', 'stories', 'out') })],
  ['the records', /里有人物和授权记录/, () => ({ wanted: at('records') })],
  ['inside the records', /在人物和授权记录.*里面/, () => ({ wanted: at('records', 'out') })],
  [
    'around the records',
    /里有人物和授权记录/,
    () => ({
      kept: { ...ground.options.kept, recordsDir: join(ground.place, 'kept', 'records') },
    }),
  ],
  [
    'a site of ours around the records',
    /里有人物和授权记录/,
    () => {
      publish(ground, 'old');
      write(ground.place, { 'kept/records/people/a.yaml': 'name: x' });
      return { kept: { ...ground.options.kept, recordsDir: join(ground.place, 'kept', 'records') } };
    },
  ],
  [
    'the records by way of a link',
    /里有人物和授权记录/,
    () => {
      symlinkSync('records', ground.place);
      return undefined;
    },
  ],
  [
    'inside the content by way of a link above',
    /在内容文件夹 .* 里面/,
    () => {
      symlinkSync('content', at('c'));
      return { wanted: at('c', 'stories', 'out') };
    },
  ],
  [
    'a site beside which something else bears the name of the workshop',
    /有别的东西（mine\.txt）/,
    () => {
      publish(ground, 'old');
      writeFileSync(join(ground.workshop, 'mine.txt'), 'mine');
      return undefined;
    },
  ],
];

describe('what is not ours', () => {
  it.each(REFUSED)('is refused with the reason, and nothing is touched: %s', (_, says, prepare) => {
    for (const name of ['content/stories', 'records/people', 'project/src', 'project/.git', 'other/.git']) {
      mkdirSync(at(name), { recursive: true });
    }
    const changed = prepare() ?? {};
    const before = everything();
    let said: unknown;
    try {
      ground.open(changed).close();
    } catch (error) {
      said = error;
    }
    expect(said).toBeInstanceOf(TargetRefused);
    expect((said as Error).message).toMatch(says);
    expect((said as Error).message).toMatch(/请|怎么/);
    expect(everything()).toEqual(before);
  });
});

describe('what is ours', () => {
  it('is a folder that is not there yet, with all that leads to it', () => {
    publish(ground, 'new', { wanted: at('a', 'b', 'c') });
    expect(siteIn(at('a', 'b', 'c'))).toEqual(NEW);
  });

  it('is an empty folder, which keeps its rights', () => {
    mkdirSync(ground.place, { mode: 0o750 });
    publish(ground, 'new');
    expect([siteIn(ground.place), lstatSync(ground.place).mode & 0o777]).toEqual([NEW, 0o750]);
  });

  it('is a site of the version before the mark where its user says so: only the files of hosts stay', () => {
    write(ground.place, { ...BEFORE_THE_MARK, ...HOSTS, 'stories/withdrawn/index.html': 'name' });
    publish(ground, 'new', { adopt: true });
    expect(siteIn(ground.place)).toEqual({ ...NEW, ...HOSTS });
    expect(ground.leftovers()).toEqual([]);
  });

  it("is what lies in the project's own folder for builds, with or without a mark", () => {
    write(ground.place, OLD);
    publish(ground, 'new', { ownFolder: true });
    expect(siteIn(ground.place)).toEqual(NEW);
  });

  it('is what a link leads to: the link stays, its folder becomes the new site', () => {
    mkdirSync(at('disk'));
    symlinkSync('disk/site', ground.place);
    publish(ground, 'old', { wanted: at('disk', 'site') });
    publish(ground, 'new');
    expect(readlinkSync(ground.place)).toBe('disk/site');
    expect(lstatSync(at('disk', 'site')).isDirectory()).toBe(true);
    expect(siteIn(ground.place)).toMatchObject(NEW);
    expect(readdirSync(ground.dir).filter((name) => name.endsWith('-releases'))).toEqual([]);
  });
});

describe('what others put into a site of ours', () => {
  const MINE: SmallSite = { 'theirs/deep/a.txt': 'a', '.well-known/b': 'b', 'MP_verify_x.txt': 'c' };

  it('survives builds and ways back, links and empty folders too, and is told', () => {
    publish(ground, 'old');
    write(ground.place, MINE);
    symlinkSync('index.html', join(ground.place, 'start.html'));
    mkdirSync(join(ground.place, 'uploads'));
    const { carried } = publish(ground, 'new');
    expect(carried).toEqual({
      brought: ['.well-known', 'MP_verify_x.txt', 'start.html', 'theirs', 'uploads'],
      left: [],
    });
    expect(siteIn(ground.place)).toMatchObject({ ...NEW, ...MINE });
    rmSync(join(ground.place, 'MP_verify_x.txt'));
    const site = ground.open();
    site.goBack(SHOWN);
    site.close();
    const { 'MP_verify_x.txt': _, ...stayed } = MINE;
    expect(siteIn(ground.place)).toEqual({ ...OLD, ...stayed });
    expect(readlinkSync(join(ground.place, 'start.html'))).toBe('index.html');
    expect(lstatSync(join(ground.place, 'uploads')).isDirectory()).toBe(true);
  });

  it('gives way to what the new site has itself, and to the names that nobody may see', () => {
    publish(ground, 'old');
    write(ground.place, { 'more/index.html': 'theirs', 'names.txt': '样例林溪', 'other.txt': '样例' });
    write(at('new'), { 'more/index.html': 'new' });
    const shown = { ...SHOWN, names: ['样例林溪'] };
    const { carried } = publish(ground, 'new', { shown });
    expect(carried).toEqual({ brought: ['other.txt'], left: ['names.txt', 'more/index.html'].sort() });
    expect(siteIn(ground.place)?.['more/index.html']).toBe('new');
    expect(siteIn(ground.place)).not.toHaveProperty('names.txt');
  });

  it('is never what a build of ours made: a page that went does not come back', () => {
    publish(ground, 'old');
    publish(ground, 'new');
    publish(ground, 'new');
    expect(siteIn(ground.place)).toEqual(NEW);
  });
});
