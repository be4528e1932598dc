import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalHash } from '#domain/approvals/reviewed.ts';
import { writeApproval } from '#reader/approvals/approval-file.ts';
import { readContent } from '#reader/read-content.ts';
import { sha256 } from '#reader/sha256.ts';
import { childEnvironment, projectFolder, projectNode } from '../../scripts/setup/install.mjs';
import { fileIn } from '../exports/kits/read-zip.ts';
import { explainer } from '../fixtures/stories/explainer.ts';
import { photoWithPlace } from '../fixtures/stories/hostile.ts';
import { SITE_NOW } from './built-site.ts';
import { filesOf } from './pages.ts';
import { filesWith } from './site-bytes.ts';

/** One change after another, of every kind, each on top of those before it. */
interface Step {
  readonly name: string;
  /** Files of the project and their text; null: gone. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly now: string;
}

const REGION = join(projectFolder, 'tests/fixtures/region');
const regionFile = (file: string) => readFileSync(join(REGION, file), 'utf8');
const story = (id: string) => `content/stories/${id}/index.mdx`;

const REPORT = 'reports/yangli-bing-2022-03-01.yaml';
const NAME = '样例林溪';
const NAMED = `---
kind: news
title: ${NAME}的一天
summary: 一句话。
date: 2026-01-05
people: [${NAME}]
editor: 样例编辑
source: 样例单位
---

${NAME}来了。

<Photo src="a.jpg" alt="${NAME}在借书" caption="借书" photographer="样例" holder="样例" licence="样例" people="${NAME}" press="可用"/>
`;
const PAPER = `person: lin
scope: [name, portrait, story]
channels: [site, press]
signed: '2026-01-01'
until: '2027-12-31'
paper: 样例柜
`;
const ONE = explainer('第一篇', '## 一\n\n第一篇的话。\n\n## 二\n\n- 一\n- 二').replace(
  'editor:',
  'unpublish_at: 2026-12-02 08:00\neditor:',
);
const FOOTER = 'src/components/page/Footer.astro';
const NEXT_DAY = '2026-12-02T09:00:00+08:00';

/** What is there before the first step, in the fictional region; a picture lies beside the story that names somebody. */
const START: Readonly<Record<string, string>> = {
  'records/people/lin.yaml': `name: ${NAME}\nage_band: adult\nrole: 样例志愿者\n`,
  'records/consents/lin.yaml': PAPER,
  'stories/one/index.mdx': ONE,
  'stories/two/index.mdx': explainer('第二篇', '第二篇的话。'),
  'stories/three/index.mdx': explainer('第三篇', '> 第三篇的话。'),
  'stories/lin/index.mdx': NAMED,
};

const STEPS: readonly Step[] = [
  { name: 'nothing', files: {}, now: SITE_NOW },
  { name: 'a word', files: { [story('two')]: explainer('第二篇', '第二篇的话，改了一个词。') }, now: SITE_NOW },
  {
    name: 'a fact and a consent',
    files: {
      [`content/${REPORT}`]: regionFile(REPORT).replace('460', '473'),
      'content/records/consents/lin.yaml': `${PAPER}withdrawn: '2026-11-01'\n`,
    },
    now: SITE_NOW,
  },
  {
    name: 'the day, a story gone and one more',
    files: { [story('three')]: null, [story('four')]: explainer('第四篇', '第四篇的话。') },
    now: NEXT_DAY,
  },
  {
    name: 'a template',
    files: { [FOOTER]: `${readFileSync(join(projectFolder, FOOTER), 'utf8')}\n<p>页脚多了一句。</p>\n` },
    now: NEXT_DAY,
  },
];

/** Makes every step in the folder it runs in and builds after each, with what was kept before or with nothing. */
const PROGRAM = `
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readEnvironment } from '#reader/environment.ts';
import { makeSite } from '#site/make-site.ts';
const [stepsFile, keeps] = process.argv.slice(1);
const projectFolder = process.cwd();
for (const [number, { files, now }] of JSON.parse(readFileSync(stepsFile, 'utf8')).entries()) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(file), { recursive: true });
    if (text === null) rmSync(dirname(file), { recursive: true });
    else writeFileSync(file, text);
  }
  // Of the start nothing is compared: it is what was kept.
  if (keeps !== 'keeps' && number === 0) continue;
  const keptFolder = join(projectFolder, '.cache', keeps === 'keeps' ? 'kept' : 'kept-' + number);
  const environment = readEnvironment({ OUT_DIR: join('built', String(number)), SITE_NOW: now }, projectFolder);
  let open;
  const order = { environment, projectFolder, keptFolder, samples: false, adopt: false, back: false };
  const { code, words } = await makeSite(order, (site) => { open = site; });
  open.close();
  if (code !== 0) throw new Error(words.join('\\n'));
  if (keeps === 'keeps') cpSync('.cache', join('cached', String(number)), { recursive: true });
}
`;

const dir = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const content = join(dir, 'content');
const picture = join(content, 'stories/lin/a.jpg');

/** The content before the first step; who reads the story that names somebody signs it. */
async function prepare(): Promise<void> {
  cpSync(REGION, content, { recursive: true });
  for (const [file, text] of Object.entries(START)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
  writeFileSync(picture, await photoWithPlace(11, 480));
  const [standing] = readContent({ dir: content, samples: false, now: new Date(SITE_NOW) }).standings.filter(
    ({ story }) => story.id === 'lin',
  );
  if (!standing) throw new Error('the story cannot be read');
  const signing = { step: '初审', by: '样例甲', at: '2026-11-01T09:00:00+08:00', parts: standing.parts } as const;
  const approval = { ...signing, hash: approvalHash(signing, sha256) };
  writeApproval(content, 'stories/lin', approval, standing.fileText);
}

/** A copy of the project with the fictional region as its content, in which all steps are built. */
async function buildAll(name: string, keeps: 'keeps' | 'anew'): Promise<string> {
  const project = join(dir, name);
  for (const part of ['src', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(projectFolder, part), join(project, part), { recursive: true });
  symlinkSync(join(projectFolder, 'node_modules'), join(project, 'node_modules'), 'dir');
  cpSync(content, join(project, 'content'), { recursive: true });
  const fonts = join(projectFolder, '.cache', 'fonts');
  if (existsSync(fonts)) cpSync(fonts, join(project, '.cache', 'fonts'), { recursive: true });
  const env: NodeJS.ProcessEnv = childEnvironment();
  // Vitest's own mode must not reach the build.
  for (const key of ['NODE_ENV', 'VITEST', 'MODE', 'DEV', 'PROD', 'TEST']) delete env[key];
  const child = spawn(projectNode, ['--input-type=module', '-e', PROGRAM, join(dir, 'steps.json'), keeps], {
    ...{ cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`the builds “${name}” failed:\n${log}`);
  return project;
}

let [kept, clean] = ['', ''];
beforeAll(async () => {
  writeFileSync(join(dir, 'steps.json'), JSON.stringify(STEPS));
  await prepare();
  [kept, clean] = await Promise.all([buildAll('kept', 'keeps'), buildAll('clean', 'anew')]);
}, 600_000);

const numberOf = (name: string) => String(STEPS.findIndex((step) => step.name === name));
const siteAfter = (project: string, name: string) => join(project, 'built', numberOf(name));
/** All that lies on the disk after a step besides the content and the site. */
const cacheAfter = (name: string) => join(kept, 'cached', numberOf(name));

/** Every byte of a built site, by file. */
function bytesOf(folder: string): Map<string, string> {
  return new Map(
    filesOf({ folder, base: '/' }).map((file) => [file, readFileSync(join(folder, file)).toString('latin1')]),
  );
}

const differing = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
  [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file));

/** What a site says after a step that it did not say before, and what it does not say any more. */
const SHOWN: Readonly<Record<string, { readonly says?: string; readonly silent?: readonly string[] }>> = {
  'a word': { says: '改了一个词' },
  'a fact and a consent': { says: ',473,册', silent: [NAME] },
  'the day, a story gone and one more': { says: '第四篇的话', silent: ['第一篇的话', '第三篇的话'] },
  'a template': { says: '页脚多了一句。' },
};

describe.each(STEPS.slice(1).map(({ name }, before) => [name, STEPS[before]?.name ?? ''] as const))(
  'a build after a change of %s',
  (name, before) => {
    it('makes what a build from nothing makes, byte for byte', () => {
      expect(differing(bytesOf(siteAfter(kept, name)), bytesOf(siteAfter(clean, name)))).toEqual([]);
    });

    it('shows the change', () => {
      const { says, silent = [] } = SHOWN[name] ?? {};
      const found = (step: string, words: string) => filesWith(siteAfter(kept, step), [words]).length > 0;
      if (says) expect([found(before, says), found(name, says)]).toEqual([false, true]);
      for (const words of silent) expect([found(before, words), found(name, words)]).toEqual([true, false]);
      expect(says ?? silent[0]).toBeDefined();
    });
  },
);

describe('a word that changes in one story', () => {
  it('changes in every feed in which the story stands, however little else is made anew', () => {
    const told = filesWith(siteAfter(kept, 'a word'), ['改了一个词']).map((line) => line.replace(/:.*$/, ''));
    const feeds = ['feed.xml', 'feed.json', 'feeds/kind/explainer.xml', 'feeds/kind/explainer.json'];
    expect(told).toEqual(expect.arrayContaining(feeds));
  });
});

describe('what is kept from one build to the next', () => {
  it('holds what the site shows', () => {
    expect(filesWith(cacheAfter('a word'), ['第一篇的话', NAME]).length).toBeGreaterThan(1);
  });

  it('holds no name and no picture of somebody who withdrew, in no file of any kind', () => {
    const hash = createHash('sha256').update(readFileSync(picture)).digest('hex').slice(0, 16);
    const of = (name: string) => filesWith(cacheAfter(name), [NAME, hash]).map((line) => line.replace(/^.*: /, ''));
    expect(new Set(of('a word'))).toEqual(new Set([NAME, hash]));
    expect(filesWith(cacheAfter('a fact and a consent'), [NAME, hash])).toEqual([]);
    const drawn = (name: string) =>
      readdirSync(cacheAfter(name), { recursive: true, encoding: 'utf8' }).filter((file) =>
        /\.(avif|webp|jpe?g)$/.test(file),
      );
    expect([drawn('a word').length > 0, drawn('a fact and a consent')]).toEqual([true, []]);
  });

  it('holds nothing of a story that is over or gone', () => {
    const day = cacheAfter('the day, a story gone and one more');
    expect(filesWith(day, ['第一篇的话', '第三篇的话'])).toEqual([]);
    expect(filesWith(day, ['第四篇的话']).length).toBeGreaterThan(0);
  });
});

describe('the press kit of a story that tells of somebody', () => {
  const kit = (name: string) => join(siteAfter(kept, name), 'kits/lin.zip');
  /** The kits that are kept after a step, by what they are made of. */
  const keptKits = (name: string) =>
    readdirSync(join(cacheAfter(name), 'kits'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.zip'))
      .sort();

  it('is there while they agree to the press, with their picture in full size and nothing of where it was taken', async () => {
    const zip = readFileSync(kit('a word'));
    expect(fileIn(zip, '正文.txt').toString()).toContain(`${NAME}来了。`);
    const photo = fileIn(zip, 'photos/01.jpg');
    const { exif, width } = await sharp(photo).metadata();
    expect([exif, width]).toEqual([undefined, 480]);
    expect(photo.includes('ARCHIVE-CAMERA')).toBe(false);
    expect(readFileSync(picture).includes('ARCHIVE-CAMERA')).toBe(true);
  });

  it('is gone from the site, and from all that is kept, with the first build after they withdrew', () => {
    expect([existsSync(kit('a word')), existsSync(kit('a fact and a consent'))]).toEqual([true, false]);
    const packed = (name: string) => keptKits(name).map((file) => readFileSync(join(cacheAfter(name), 'kits', file)));
    const speaking = (name: string) =>
      packed(name).filter((zip) => fileIn(zip, '正文.txt').toString().includes(NAME)).length;
    expect([speaking('a word'), speaking('a fact and a consent')]).toEqual([1, 0]);
  });

  it('is made anew, alone, where a word of its story changes', () => {
    const [before, after] = [keptKits('nothing'), keptKits('a word')];
    const stays = after.filter((file) => before.includes(file));
    expect([before.length, after.length, stays.length]).toEqual([before.length, before.length, before.length - 1]);
  });
});
