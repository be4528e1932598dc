import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Story } from '#domain/stories/story.ts';
import { readContent } from '#reader/read-content.ts';
import { projectFolder } from '../architecture/source-files.ts';
import { linkedDataFaults, thingsIn } from '../exports/standards/linked-data.ts';
import { builtSites, SITE_NOW } from './built-site.ts';
import { attribute, elements, fileBehind, only, pagesOf, type SitePage, squeezed, tag, textOf } from './pages.ts';

const { production, based, samples, archive, region } = await builtSites(
  'production',
  'based',
  'samples',
  'archive',
  'region',
);
const ADDRESS = 'https://xiangqing.example.invalid';
/** The stories of a site, and the names of the adults in its records. */
function readIn(dir: string): { stories: readonly Story[]; adults: readonly string[] } {
  const { content, records } = readContent({ dir, samples: false, now: new Date(SITE_NOW) });
  const adults = records.people.filter(({ age_band: age }) => age === 'adult').flatMap(({ name }) => name ?? []);
  return { stories: content?.stories ?? [], adults };
}
const REAL = join(projectFolder, 'content');
const SITES = [
  { name: 'production', site: production, address: ADDRESS, ...readIn(REAL) },
  { name: 'based', site: based, address: ADDRESS, ...readIn(REAL) },
  { name: 'archive', site: archive, address: ADDRESS, ...readIn(archive.content) },
  {
    ...{ name: 'region', site: region, address: 'https://qinghe.region.internal' },
    ...readIn(join(projectFolder, 'tests/fixtures/region')),
  },
];

const textsIn = (page: SitePage) =>
  elements(page.root, (e) => attribute(e, 'type') === 'application/ld+json').map((e) => textOf(e));
const isHidden = (page: SitePage) =>
  elements(page.root, (e) => attribute(e, 'name') === 'robots' && attribute(e, 'content') === 'noindex').length > 0;
const thingOf = (page: SitePage, ...types: string[]) =>
  textsIn(page)
    .flatMap(thingsIn)
    .find((thing) => types.includes(String(thing['@type'])));
const wordsOf = (page: SitePage) => squeezed(textOf(only(page.root, tag('body'), 'body'), tag('script', 'style')));
const linksOf = (page: SitePage) => elements(page.root, tag('a')).map((a) => attribute(a, 'href') ?? '');

describe.each(SITES)(
  'what machines are told by the pages of the site "$name"',
  ({ site, address, stories, adults }) => {
    const pages = pagesOf(site);
    const shown = pages.filter((page) => !isHidden(page));

    it('is one script of data on each page that is searched for, in which each thing keeps the rules of its type', () => {
      expect(shown.length).toBeGreaterThan(20);
      for (const page of shown) expect([page.path, textsIn(page).map(linkedDataFaults)]).toEqual([page.path, [[]]]);
    });

    it('is nothing on pages that no search engine may keep', () => {
      const hidden = pages.filter(isHidden);
      expect(hidden.map(({ path }) => path)).toContain('/404.html');
      expect(hidden.filter((page) => textsIn(page).length > 0).map(({ path }) => path)).toEqual([]);
    });

    it('is where the page stands: from the home page down, by names and links that a reader has too', () => {
      for (const page of shown) {
        const trail = thingOf(page, 'BreadcrumbList')?.['itemListElement'] as
          | { name: string; item: string }[]
          | undefined;
        if (page.path === '/') {
          expect(trail).toBeUndefined();
          continue;
        }
        const [home, ...below] = trail ?? [];
        const self = below.pop();
        expect([page.path, home?.item]).toEqual([page.path, address + site.base]);
        expect(self?.item).toBe(address + site.base + page.path.slice(1));
        const links = linksOf(page);
        for (const { name, item } of [...(home ? [home] : []), ...below]) {
          const path = item.slice(address.length);
          expect([page.path, name, wordsOf(page).includes(squeezed(name)), links.includes(path)]).toEqual([
            page.path,
            name,
            true,
            true,
          ]);
          expect(fileBehind(site, path)).not.toBeNull();
        }
      }
    });

    it('is of the site as a whole on the home page alone, with the address of its search', () => {
      const sites = shown.filter((page) => thingOf(page, 'WebSite'));
      expect(sites.map(({ path }) => path)).toEqual(['/']);
      const told = thingOf(sites[0] as SitePage, 'WebSite') as { potentialAction: { target: { urlTemplate: string } } };
      const { urlTemplate } = told.potentialAction.target;
      expect(urlTemplate).toBe(`${address}${site.base}search/?q={words}`);
    });

    it('is of every story what its page says, word for word', () => {
      for (const story of stories) {
        const page = pages.find(({ path }) => path === `/stories/${story.id}/`) as SitePage;
        const told = thingOf(page, 'Article', 'NewsArticle') ?? {};
        expect([told['@type'], told['headline'], told['description']]).toEqual([
          ...[story.kind === 'news' ? 'NewsArticle' : 'Article', story.title, story.summary],
        ]);
        expect([told['datePublished'], told['creditText'], told['url']]).toEqual([
          ...[`${story.date}T00:00:00+08:00`, story.source, `${address}${site.base}stories/${story.id}/`],
        ]);
        const words = wordsOf(page);
        for (const text of [story.title, story.summary, story.source, String(told['articleSection'])])
          expect([story.id, words.includes(squeezed(text))]).toEqual([story.id, true]);
        const corrected = story.corrections
          ?.map(({ date }) => date)
          .toSorted()
          .at(-1);
        expect(told['dateModified']).toBe(corrected && `${corrected}T00:00:00+08:00`);
        expect(String(told['image']).includes('/share/')).toBe(story.coverFile === undefined);
        expect(fileBehind(site, String(told['image']).slice(address.length))).not.toBeNull();
      }
      expect(shown.filter((page) => thingOf(page, 'Article', 'NewsArticle')).length).toBe(stories.length);
    });

    it('calls persons those of the records who agreed as adults, each where the page names them, and nobody else', () => {
      for (const page of shown) {
        const story = stories.find(({ id }) => page.path === `/stories/${id}/`);
        const told = textsIn(page).flatMap((text) =>
          Array.from(text.matchAll(/"Person","name":"([^"]+)"/g), (m) => m[1]),
        );
        // In the archive everybody of the records signed for everything; the other sites have no records.
        const due = (story?.people ?? []).filter((name) => adults.includes(name));
        expect([page.path, told]).toEqual([page.path, due]);
        for (const name of due) expect(wordsOf(page)).toContain(squeezed(name));
      }
    });

    it('is of the tables where they are told of, with every file', () => {
      const datasets = shown.filter((page) => thingOf(page, 'Dataset'));
      // The tables of today, and each data release with the facts beside them.
      const all = shown.map(({ path }) => path).filter((path) => /^\/data\/(?:[\d-]+\/)?$/.test(path));
      expect(datasets.map(({ path }) => path)).toEqual(all);
      for (const page of datasets) {
        const files = thingOf(page, 'Dataset')?.['distribution'] as { contentUrl: string }[];
        const paths = files.map(({ contentUrl }) => fileBehind(site, contentUrl.slice(address.length)));
        const tables = ['pairings', 'progress', 'targets'].flatMap((name) => [`${name}.csv`, `${name}.json`]);
        const facts = page.path === '/data/' ? [] : ['facts.csv'];
        expect(paths.toSorted()).toEqual([...facts, ...tables].map((name) => page.path + name));
        for (const path of paths) expect(linksOf(page)).toContain(`${site.base}${path?.slice(1)}`);
      }
    });
  },
);

describe('who publishes', () => {
  const textOfAll = (site: typeof production) => pagesOf(site).flatMap(textsIn).join('\n');

  it('is told to machines only where it is confirmed, as the foot of the page says', () => {
    expect(textOfAll(production)).not.toMatch(/publisher|Organization/);
    expect(textOfAll(region)).toContain('"publisher":{"@type":"Organization","name":"青禾志愿会（虚构）"}');
  });
});

describe('a preview', () => {
  it('tells machines nothing: it is for no search engine, and its people are made up', () => {
    expect(pagesOf(samples).flatMap(textsIn)).toEqual([]);
  });
});
