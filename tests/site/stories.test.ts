import { describe, expect, it } from 'vitest';
import type { Story } from '#domain/stories/story.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import { displayedCharacters } from '#site/fonts/displayed-characters.ts';
import { pageTree } from '#site/pages/page-tree.ts';
import { builtSite } from './built-site.ts';
import { attribute, classed, type Element, elements, filesOf, only, readPage, squeezed, tag, textOf } from './pages.ts';
import { cardsIn, expectedLists, linksOf, relLinks, storyPath, storySites, turned, withLead } from './story-sites.ts';

/** Cards on one page of a list. */
const A_PAGE = 24;
/** A list as its pages show it: only the first has a lead. */
const pagesLed = (all: readonly Story[]) => [...withLead(all.slice(0, A_PAGE)), ...all.slice(A_PAGE)];

describe.each(await storySites())('the list of stories of the site "$name"', (from) => {
  const { site, stories } = from;
  const lists = expectedLists(from);
  const all = ['/stories/', ...lists.keys()];

  it('leads to every story, each once, in the order of the lists, but for the first photo of the first page', () => {
    expect(stories.length).toBeGreaterThanOrEqual(8);
    const shown = turned(site, '/stories/').flatMap((page) => cardsIn(page.root));
    expect(shown).toEqual(pagesLed(stories).map(storyPath));
  });

  it('has as many pages as it needs, none with more than 24 cards, the first at one address only', () => {
    const pages = turned(site, '/stories/');
    expect(pages.length).toBe(Math.ceil(stories.length / A_PAGE));
    expect(pages.map((page) => page.path)).toEqual([
      '/stories/',
      ...pages.slice(1).map((_, i) => `/stories/page/${i + 2}/`),
    ]);
    expect(Math.max(...pages.map((page) => cardsIn(page.root).length))).toBeLessThanOrEqual(A_PAGE);
    expect(filesOf(site).filter((file) => /\/page\/[01]\//.test(file))).toEqual([]);
  });

  it('has a page for every value that has stories and for no other, each with just those stories', () => {
    const there = filesOf(site)
      .filter((file) => /^\/stories\/by\/[^/]+\/[^/]+\/index\.html$/.test(file))
      .map((file) => file.replace(/index\.html$/, ''));
    expect(there.toSorted()).toEqual([...lists.keys()].toSorted());
    for (const path of there) {
      const shown = turned(site, path).flatMap((page) => cardsIn(page.root));
      const own = stories.filter((story) => lists.get(path)?.includes(storyPath(story)));
      expect([path, shown]).toEqual([path, pagesLed(own).map(storyPath)]);
    }
  });

  it('says beside every filter how many stories stand behind it, and offers every filter on every list', () => {
    const counts = new Map([
      ['/stories/', stories.length],
      ...[...lists].map(([path, own]) => [path, own.length] as const),
    ]);
    const wanted = [...counts].map(([path, count]) => `${path} ${count}`).toSorted();
    for (const path of all) {
      for (const page of turned(site, path)) {
        const filters = only(page.root, classed('filters'), 'filters');
        const offered = linksOf(filters).map(({ a, href }) => `${href} ${textOf(only(a, tag('small'), 'count'))}`);
        expect([page.path, offered.toSorted()]).toEqual([page.path, wanted]);
        const marked = linksOf(filters).filter(({ a }) => attribute(a, 'aria-current') !== null);
        expect([page.path, marked.map(({ href }) => href)]).toEqual([page.path, [path]]);
        expect(marked.map(({ a }) => attribute(a, 'aria-current'))).toEqual([page.path === path ? 'page' : 'true']);
      }
    }
  });

  it('has one h1 on every page and a title of its own, which on a filtered list says how many there are', () => {
    const titles = all.flatMap((path) =>
      turned(site, path).map((page) => {
        const [h1, second] = elements(page.root, tag('h1'));
        expect([page.path, second]).toEqual([page.path, undefined]);
        const count = lists.get(path)?.length;
        if (count) expect(squeezed(textOf(h1 as Element))).toMatch(new RegExp(`${count}篇$`));
        return textOf(only(page.root, (e) => e.tagName === 'title' && attribute(e, 'id') === null, 'title'));
      }),
    );
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('marks the page it is on among its pages and leads to the one before and the one after', () => {
    for (const path of all) {
      const pages = turned(site, path);
      pages.forEach((page, i) => {
        expect(relLinks(page, 'prev')).toEqual(i > 0 ? [pages[i - 1]?.path] : []);
        const [nav] = elements(page.root, classed('pages'));
        expect([page.path, nav !== undefined]).toEqual([page.path, pages.length > 1]);
        const here = nav ? linksOf(nav).filter(({ a }) => attribute(a, 'aria-current') === 'page') : [];
        expect(here.map(({ href }) => href)).toEqual(pages.length > 1 ? [page.path] : []);
      });
    }
  });

  it('says of every story its kind and day, and of every sample that it is one', () => {
    const shelves = turned(site, '/stories/').flatMap((page) => elements(page.root, classed('shelf')));
    const cards = shelves.flatMap((shelf) => elements(shelf, (e) => e.tagName === 'li'));
    cards.forEach((card, i) => {
      const story = pagesLed(stories)[i] as Story;
      const meta = only(card, classed('meta'), 'meta');
      expect(textOf(meta)).toContain(KIND_WORDS[story.kind]);
      expect(elements(meta, tag('time')).map((time) => attribute(time, 'datetime'))).toEqual([story.date]);
      expect([story.id, elements(card, classed('sample')).length]).toEqual([story.id, story.sample ? 1 : 0]);
      expect(squeezed(textOf(only(card, tag('h2'), 'title')))).toBe(squeezed(story.title));
    });
  });

  it('shows photos where there are some and a stripe where there is none, never a cloth', () => {
    for (const path of [...all, '/']) {
      for (const shelf of elements(readPage(site, path).root, classed('shelf'))) {
        expect([path, elements(shelf, classed('cov')).length]).toEqual([path, 0]);
        const items = elements(shelf, tag('li'));
        const sizes = items.map((li) => ['lede', 'shot', 'line'].filter((size) => elements(li, classed(size))[0]));
        expect(sizes.every((own) => own.length === 1)).toBe(true);
        const withPhoto = items.map((li) => elements(li, tag('img')).length);
        expect([path, withPhoto]).toEqual([path, sizes.map(([size]) => (size === 'line' ? 0 : 1))]);
        expect(sizes.slice(1).flat()).not.toContain('lede');
      }
    }
  });

  it('sets titles in the reader’s own font: the heading font must not grow with the archive', () => {
    for (const path of ['/stories/', '/', '/people/', '/departments/']) {
      const { heading } = displayedCharacters(pageTree(readPage(site, path).html));
      const inIt = stories.filter(({ title }) => squeezed(heading).includes(squeezed(title)));
      expect([path, inIt.map(({ id }) => id)]).toEqual([path, []]);
    }
  });
});

const region = await builtSite('region');

describe('the list of stories of a site that has none', () => {
  const page = readPage(region, '/stories/');

  it('says what will stand there, how to send it and to whom, under one h1', () => {
    expect(elements(page.root, tag('h1')).length).toBe(1);
    const text = squeezed(textOf(only(page.root, tag('main'), 'main')));
    for (const words of ['还没有稿件', '怎样投稿', '交到哪里', '怎样写']) expect(text).toContain(words);
    expect(elements(page.root, classed('shelf'))).toEqual([]);
  });

  it('offers no filter, and no other list exists', () => {
    expect(elements(page.root, classed('filters'))).toEqual([]);
    expect(filesOf(region).filter((file) => /^\/stories\/(by|page)\//.test(file))).toEqual([]);
  });
});
