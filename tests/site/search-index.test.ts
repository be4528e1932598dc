import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../scripts/bench/search/page-blocks.ts';
import { plainText } from '../../scripts/bench/search/plain-text.ts';
import { truePages } from '../../scripts/bench/search/truth.ts';
import { type BuiltSite, builtSites } from './built-site.ts';
import { classed, elements, filesOf, pagesOf, readText, textOf } from './pages.ts';

const sites = await builtSites('production', 'based', 'samples', 'region', 'archive');
const FACETS = ['kind', 'city', 'county', 'project', 'year'];
const SEPARATOR = '\u200b';

/** What the index holds of one page. */
interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

function fragmentsOf({ folder }: BuiltSite): Fragment[] {
  const own = join(folder, 'pagefind', 'fragment');
  return readdirSync(own).map((file) => {
    const text = gunzipSync(readFileSync(join(own, file))).toString('utf8');
    return JSON.parse(text.slice(text.indexOf('{'))) as Fragment;
  });
}

/** What Han characters are left of a text: neither side's way of writing signs matters then. */
const han = (text: string) => plainText(text).text.replace(/[^\p{Script=Han}]/gu, '');
/** The values of `data-search`, by facet, sorted. */
function facetsIn(data: string | null): Record<string, string[]> {
  const pairs = (data ?? '').split('&').map((pair) => pair.split('='));
  const values = (facet: string) => pairs.filter(([key]) => key === facet).map(([, value = '']) => value);
  return Object.fromEntries(FACETS.map((facet) => [facet, values(facet).sort()]).filter(([, own]) => own?.length));
}

const read = Object.entries(sites).map(([name, site]) => ({
  name,
  site,
  pages: truePages(site.folder, site.base),
  fragments: fragmentsOf(site),
}));

describe.each(read)('the search index of the site "$name"', ({ site, pages, fragments }) => {
  const byUrl = new Map(fragments.map((fragment) => [fragment.url, fragment]));

  it('holds every page with an indexed part once, under its address with the base, and no other', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(fragments.map(({ url }) => url).sort()).toEqual(pages.map(({ url }) => url).sort());
  });

  it('has of every page the h1 as its title and no other meta: each would be searched', () => {
    const wrong = pages.filter(({ url, title }) => {
      const meta = byUrl.get(url)?.meta ?? {};
      return Object.keys(meta).join() !== 'title' || han(meta['title'] ?? '') !== han(title);
    });
    expect(wrong.map(({ url }) => url)).toEqual([]);
  });

  it('narrows by what each page says of itself', () => {
    const said = pages.map(({ url, data }) => ({ url, facets: facetsIn(data) }));
    const held = pages.map(({ url }) => {
      const { filters = {} } = byUrl.get(url) ?? {};
      return { url, facets: Object.fromEntries(Object.entries(filters).map(([key, own]) => [key, [...own].sort()])) };
    });
    expect(held).toEqual(said);
    expect(pages.filter(({ data }) => (facetsIn(data)['kind'] ?? []).length !== 1).map(({ url }) => url)).toEqual([]);
  });

  it('tells the length of every page and title in words, as the index counts them', () => {
    const told = JSON.parse(readText(site, '/search/pages.json')) as Record<'titles' | 'lengths', number[]>;
    const words = (text: string) => text.split(SEPARATOR).length;
    const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
    expect(sorted(told.titles)).toEqual(sorted(fragments.map(({ meta }) => words(meta['title'] ?? ''))));
    expect(sorted(told.lengths)).toEqual(sorted(fragments.map(({ content }) => words(content))));
  });

  it('leaves the published pages as they were: no separator in any of them', () => {
    const texts = filesOf(site).filter((file) => /\.(html|xml|csv)$/.test(file) || /\/(data|figures)\//.test(file));
    expect(texts.filter((file) => readText(site, file).includes(SEPARATOR))).toEqual([]);
  });

  it('is fetched and run by the page for searching alone: no other policy allows WebAssembly', () => {
    const html = filesOf(site).filter((file) => file.endsWith('.html'));
    const allowing = html.filter((file) => /<meta[^>]*wasm-unsafe-eval/.test(readText(site, file)));
    expect(allowing).toEqual(['/search/index.html']);
  });

  it('holds what stories, townships, projects, the notice and the numbers say, but no page that only leads to others', () => {
    const indexed = new Set(pages.map(({ url }) => `/${url.slice(site.base.length)}`));
    const content =
      /^\/(?:stories\/(?!by\/|page\/)[^/]+|townships\/[^/]+|projects\/[^/]+|facts\/[^/]+|plan)\/index\.html$/;
    const left = filesOf(site).filter((file) => content.test(file) && !indexed.has(file.replace('index.html', '')));
    expect(left.filter((file) => !readText(site, file).includes('data-tombstone'))).toEqual([]);
    expect([...indexed].filter((path) => /^\/(?:404\.html|search\/|stories\/(?:by|page)\/)/.test(path))).toEqual([]);
  });
});

it('in the search index of the production site every way of narrowing is of use', () => {
  const said = truePages(sites.production.folder, '/').flatMap(({ data }) => Object.keys(facetsIn(data)));
  expect([...new Set(said)].sort()).toEqual(FACETS.toSorted());
});

describe('the search index of a preview', () => {
  const { samples } = sites;
  const fragments = fragmentsOf(samples);
  const pages = pagesOf(samples);

  it('holds no page that only says a story is gone', () => {
    const gone = pages.filter(({ html }) => html.includes('data-tombstone'));
    expect(gone.length).toBeGreaterThan(0);
    const urls = new Set(fragments.map(({ url }) => url));
    expect(gone.filter(({ path }) => urls.has(path)).map(({ path }) => path)).toEqual([]);
    expect(gone.filter(({ html }) => blocksOf(html) !== null).map(({ path }) => path)).toEqual([]);
  });

  it('holds nothing of the panel that tells editors what is still open', () => {
    const texts = new Map(fragments.map(({ url, content }) => [url, han(content)]));
    const panels = pages.flatMap(({ path, root }) =>
      elements(root, classed('release')).map((panel) => ({ path, text: han(textOf(panel)) })),
    );
    expect(panels.length).toBeGreaterThan(30);
    const told = panels.filter(({ path, text }) => {
      const head = text.slice(0, 12);
      return head.length > 4 && texts.get(path)?.includes(head);
    });
    expect(told.map(({ path }) => path)).toEqual([]);
  });
});
