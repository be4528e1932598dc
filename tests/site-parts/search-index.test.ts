import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchPages } from '#domain/search/engine.ts';
import { readPages, searchedPages } from '#site/pages/finish-site.ts';
import { type WrittenIndex, writeSearchIndex } from '#site/search/write-index.ts';

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly word_count: number;
  readonly filters: Record<string, string[]>;
  readonly meta: Record<string, string>;
  readonly anchors: { readonly id: string; readonly text: string; readonly location: number }[];
}

const made: string[] = [];

function page(title: string, body: string, said?: string): string {
  const search = said === undefined ? '' : ` data-search="${said}"`;
  return `<!DOCTYPE html><html lang="zh-CN"><head><title>${title}｜站</title></head><body><main id="main" data-pagefind-body${search}><h1>${title}</h1>${body}</main></body></html>`;
}

const EVERY_SIGN = [...'-–（）《》“”‘’，。、；：！？…·/\\%#@+=*_|~^`$¥°№→§©▭😀´¨①㎡\u0085\u00adéབོ'];

const SITE: Record<string, string> = {
  'index.html': page('首页', '<p>没有日期</p>'),
  'about/index.html': page('关于', '<p>也没有日期</p>', 'kind=说明'),
  'stories/old/index.html': page('旧的（一）', `<p>${'长'.repeat(3000)}</p>`, 'kind=解读&date=2019-05-08'),
  'stories/new/index.html': page(
    '新的😀',
    '<p>前</p><p id="c-1">段<img src="a.jpg" alt="合影"></p><p>后</p><p id="a:b">末 </p>',
    'kind=报道&amp;city=长沙&amp;city=株洲&amp;year=2020&amp;date=2020-01-02',
  ),
  'stories/same day/index.html': page('同日', '<p>玉麥乡</p>', 'kind=解读&date=2019-05-08'),
  'stories/page.html': page('不是索引', `${EVERY_SIGN.map((sign) => `<p>甲${sign}乙</p><p>甲${sign}</p>`).join('')}`),
  'gallery/index.html': '<!DOCTYPE html><html><head></head><body><main><h1>不收</h1></main></body></html>',
  'notes.txt': 'data-pagefind-body',
};

function siteOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'search-index-'));
  made.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const indexOf = (folder: string, base: string) => writeSearchIndex(folder, base, searchedPages(readPages(folder)));

function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'base64')]));
}

function unpacked(path: string): Buffer {
  const bytes = gunzipSync(readFileSync(path));
  expect(bytes.subarray(0, 12).toString()).toBe('pagefind_dcd');
  return bytes.subarray(12);
}

/** The pages of an index, in its order: the list of pages names their fragments. */
function fragmentsOf(folder: string): Fragment[] {
  const index = join(folder, 'pagefind');
  const [meta = ''] = readdirSync(index).filter((name) => name.endsWith('.pf_meta'));
  const list = unpacked(join(index, meta)).toString('latin1');
  const names = readdirSync(join(index, 'fragment'));
  const at = (name: string) => list.indexOf(name.replace('.pf_fragment', ''));
  return names
    .sort((a, b) => at(a) - at(b))
    .map((name) => JSON.parse(unpacked(join(index, 'fragment', name)).toString()));
}

function pagesOf(folder: string): SearchPages {
  return JSON.parse(readFileSync(join(folder, 'search/pages.json'), 'utf8'));
}

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

describe('the index of a site', () => {
  let folder: string;
  let written: WrittenIndex;
  let fragments: Fragment[];
  const fragment = (url: string) => {
    const found = fragments.find((one) => one.url === url);
    if (!found) throw new Error(`no page ${url}`);
    return found;
  };
  const wordsOf = (url: string) => fragment(url).content.split('\u200b');

  beforeAll(async () => {
    folder = siteOf(SITE);
    written = await indexOf(folder, '/base');
    fragments = fragmentsOf(folder);
  });

  it('holds the marked pages newest first, then those without a date, by address', () => {
    expect(fragments.map(({ url }) => url)).toEqual([
      '/base/stories/new/',
      '/base/stories/old/',
      '/base/stories/same%20day/',
      '/base/',
      '/base/about/',
      '/base/stories/page.html',
    ]);
    expect(written.pages).toBe(6);
  });

  it('tells how many words each page and its title have, in the order of the index', () => {
    const { titles, lengths } = pagesOf(folder);
    const counted = fragments.map(({ content }) => content.split('\u200b'));
    expect(lengths).toEqual(counted.map((words) => words.length));
    expect(lengths).toEqual(fragments.map(({ word_count }) => word_count));
    expect(titles).toEqual(counted.map((words) => words.findIndex((word) => word.trim() === '.')));
  });

  it('ends every block with a word of its own, whatever its last character is', () => {
    expect(wordsOf('/base/stories/new/')).toEqual([
      '新',
      '的',
      '😀',
      '. ',
      '前',
      '. ',
      '段',
      '. ',
      '合',
      '影',
      '. ',
      '后',
      '. ',
      '末',
      '.',
    ]);
    const ends = wordsOf('/base/stories/page.html').filter((word) => word.trim() === '.');
    expect(ends).toHaveLength(1 + 2 * EVERY_SIGN.length);
  });

  it('names the anchors with the position they begin at, without their text a second time', () => {
    expect(fragment('/base/stories/new/').anchors.map(({ id, location, text }) => [id, location, text])).toEqual([
      ['c-1', 6, ''],
      ['-', 11, ''],
      ['a:b', 13, ''],
    ]);
  });

  it('has the title as its only meta, without the end of the block', () => {
    expect(fragments.map(({ meta }) => Object.keys(meta))).toEqual(fragments.map(() => ['title']));
    expect(fragment('/base/').meta['title']).toBe('首\u200b页');
    expect(fragment('/base/stories/new/').meta['title']).toBe('新\u200b的\u200b😀');
  });

  it('has the facets a page names, and only those', () => {
    expect(fragment('/base/stories/new/').filters).toEqual({ kind: ['报道'], city: ['长沙', '株洲'], year: ['2020'] });
    expect(fragment('/base/').filters).toEqual({});
  });

  it('folds traditional characters and hands on the pairs', () => {
    expect(pagesOf(folder).folding).toContain('麥麦');
    expect(wordsOf('/base/stories/same%20day/').slice(3, 6)).toEqual(['玉', expect.stringMatching(/^麦/u), '乡']);
  });

  it('writes what a browser loads, and nothing else', () => {
    const tops = new Set(
      Object.keys(filesOf(join(folder, 'pagefind'))).map(
        (file) => file.replace(/^zh-cn_[^.]*|pagefind\.zh-cn_[^.]*/u, '*').split('/')[0],
      ),
    );
    expect([...tops].sort()).toEqual(
      [
        '*.pf_meta',
        'filter',
        'fragment',
        'index',
        'pagefind-entry.json',
        'pagefind.js',
        'wasm.unknown.pagefind',
      ].sort(),
    );
    expect(Object.keys(filesOf(join(folder, 'search')))).toEqual(['pages.json']);
  });

  it('leaves every page as it is', () => {
    for (const [file, text] of Object.entries(SITE)) expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
  });

  it('is the same, byte for byte, when it is made again: in its place and at the same time elsewhere', async () => {
    const before = filesOf(folder);
    const other = siteOf(SITE);
    await Promise.all([indexOf(folder, '/base/'), indexOf(other, '/base/')]);
    expect(filesOf(folder)).toEqual(before);
    expect(filesOf(other)).toEqual(before);
  });
});

describe('an index of many pages', () => {
  it('keeps their order', async () => {
    const name = (i: number) => `p${String(i).padStart(3, '0')}`;
    const many = Array.from({ length: 90 }, (_, i) => [
      `${name(i)}/index.html`,
      page(`第${i}`, `<p>${'字'.repeat(i % 3 === 0 ? 4_000 : 1)}</p>`),
    ]);
    const folder = siteOf(Object.fromEntries(many));
    await indexOf(folder, '/');
    expect(fragmentsOf(folder).map(({ url }) => url)).toEqual(many.map((_, i) => `/${name(i)}/`));
  });
});

describe('a site without anything to be searched', () => {
  it('gets no index, and loses one of before', async () => {
    const folder = siteOf({
      'index.html': '<p>没有data-pagefind-body</p>',
      'pagefind/pagefind.js': 'old',
      'search/pages.json': '{}',
    });
    expect(await indexOf(folder, '/')).toEqual({ pages: 0, files: 0, bytes: 0 });
    expect(Object.keys(filesOf(folder))).toEqual(['index.html']);
    expect(await indexOf(siteOf({ 'index.html': '<p>无</p>' }), '/')).toMatchObject({ pages: 0 });
  });
});
