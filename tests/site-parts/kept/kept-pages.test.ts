import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '#reader/read-content.ts';
import { engineDigest } from '#site/kept/engine.ts';
import { forgetOthers } from '#site/kept/kept-file.ts';
import { KeptPages, permitsDigest } from '#site/kept/kept-pages.ts';
import { contentForPages } from '#site/modules/handed-content.ts';
import { projectFolder } from '../../../scripts/setup/install.mjs';
import { explainer } from '../../fixtures/stories/explainer.ts';

const dir = mkdtempSync(join(tmpdir(), 'kept-'));
const contentDir = join(dir, 'content');
const project = join(dir, 'project');
const folder = join(dir, 'kept');
afterAll(() => rmSync(dir, { recursive: true }));

const NOW = new Date('2026-12-01T09:00:00+08:00');
const SETTINGS = {
  contentDir,
  recordsDir: join(contentDir, 'records'),
  siteUrl: null,
  base: '/',
  now: NOW,
  samples: false,
};

const PAPER = `person: yangli-ding
scope: [name, story]
channels: [site]
signed: 2026-01-10
until: 2031-01-09
paper: 样例柜子
`;

const write = (file: string, text: string) => {
  mkdirSync(join(contentDir, file, '..'), { recursive: true });
  writeFileSync(join(contentDir, file), text);
};

beforeEach(() => {
  rmSync(dir, { recursive: true, force: true });
  cpSync(join(projectFolder, 'tests/fixtures/region'), contentDir, { recursive: true });
  write('stories/one/index.mdx', explainer('第一篇', '第一篇的话。'));
  write('stories/two/index.mdx', explainer('第二篇', '第二篇的话。'));
  write('records/people/yangli-ding.yaml', 'name: 样例丁\nage_band: adult\nrole: 志愿者\n');
  write('records/consents/yangli-ding-2026.yaml', PAPER);
  mkdirSync(join(project, 'src'), { recursive: true });
  writeFileSync(join(project, 'src', 'page.ts'), 'one');
  for (const file of ['package.json', 'package-lock.json']) writeFileSync(join(project, file), '{}');
});

/** What a build keeps of the pages of two stories, of a list of both, and of one that shows no story. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  '/stories/one/': ['one'],
  '/stories/two/': ['two'],
  '/feed.xml': ['one', 'two'],
  '/about/': [],
};

/** Builds as the real thing does, with pages that say the words of their stories; the pages that were rendered. */
async function build(settings: Partial<typeof SETTINGS> = {}): Promise<string[]> {
  const whole = { ...SETTINGS, ...settings };
  const result = readContent({ ...whole, dir: contentDir });
  if (!result.content) throw new Error(JSON.stringify(result.problems));
  const permits = permitsDigest(result, whole.now);
  forgetOthers(folder, permits);
  const pages = new KeptPages(folder, {
    content: result.content,
    settings: whole,
    engine: engineDigest(project),
    permits,
  });
  const shown = contentForPages(result.content, pages.reads).stories;
  const rendered: string[] = [];
  const astro = pages.prerenderer({
    name: 'test',
    getStaticPaths: async () => [],
    render: async (request) => {
      const path = new URL(request.url).pathname;
      rendered.push(path);
      const words = shown.filter(({ id }) => ADDRESSES[path]?.includes(id)).map(({ body }) => body.source);
      return new Response(`${path} ${words.join()}`);
    },
  });
  for (const path of Object.keys(ADDRESSES)) {
    const answer = await astro.render(new Request(`http://localhost${path}`), { routeData: {} as never });
    const expected = result.content.stories
      .filter(({ id }) => ADDRESSES[path]?.includes(id))
      .map(({ body }) => body.source);
    const text = await (answer instanceof Response ? answer : answer.response).text();
    // However it came about: it is what a clean build says.
    expect(text).toBe(`${path} ${expected.join()}`);
  }
  pages.keep();
  return rendered;
}

const ALL = Object.keys(ADDRESSES);

describe('kept pages', () => {
  it('stay where nothing has changed, whatever the hour of the day', async () => {
    expect(await build()).toEqual(ALL);
    expect(await build({ now: new Date('2026-12-01T23:00:00+08:00') })).toEqual([]);
  });

  it('are rendered again where a word has changed that they show', async () => {
    await build();
    write('stories/two/index.mdx', explainer('第二篇', '第二篇的话，改过。'));
    expect(await build()).toEqual(['/stories/two/', '/feed.xml']);
    expect(await build()).toEqual([]);
  });

  it.each<[string, () => void, Partial<typeof SETTINGS>?]>([
    ['a title', () => write('stories/one/index.mdx', explainer('改了题目', '第一篇的话。'))],
    [
      'the name of the site',
      () =>
        writeFileSync(
          join(contentDir, 'site.yaml'),
          readFileSync(join(contentDir, 'site.yaml'), 'utf8').replace(/^name: .*$/m, 'name: 改了名字'),
        ),
    ],
    [
      'a report',
      () =>
        write(
          'reports/yangli-bing-2022-03-01.yaml',
          readFileSync(join(contentDir, 'reports/yangli-bing-2022-03-01.yaml'), 'utf8').replace('460', '470'),
        ),
    ],
    ['a consent', () => write('records/consents/yangli-ding-2026.yaml', `${PAPER}withdrawn: 2026-11-20\n`)],
    ['a story more', () => write('stories/three/index.mdx', explainer('第三篇', '第三篇的话。'))],
    ['a story less', () => rmSync(join(contentDir, 'stories/one'), { recursive: true })],
    ['the day', () => {}, { now: new Date('2026-12-02T09:00:00+08:00') }],
    ['the engine', () => writeFileSync(join(project, 'src', 'page.ts'), 'two')],
    ['what the engine stands on', () => writeFileSync(join(project, 'package-lock.json'), '{ }')],
    ['the path', () => {}, { base: '/aid/' }],
    ['the samples', () => {}, { samples: true }],
  ])('are all rendered again after a change of %s', async (_, change, settings) => {
    await build();
    change();
    expect(await build(settings)).toEqual(ALL);
  });

  it('are nothing where a byte of them has changed, or they are gone', async () => {
    await build();
    const [name = ''] = readdirSync(folder);
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, name), bytes.toString().replace('第一篇的话', '第一篇的谎'));
    expect(await build()).toEqual(ALL);
    rmSync(folder, { recursive: true });
    expect(await build()).toEqual(ALL);
  });

  it('go at once, of every kind of site, when something is permitted no more', async () => {
    await build();
    await build({ base: '/aid/' });
    // Of each the pages, and the packed files of its index.
    expect(readdirSync(folder)).toHaveLength(4);
    write(
      'stories/one/index.mdx',
      explainer('第一篇', '第一篇的话。').replace('editor:', 'unpublish_at: 2026-11-30 08:00\neditor:'),
    );
    await build();
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect([kept.length, kept.join().includes('第一篇的话')]).toEqual([2, false]);
  });
});
