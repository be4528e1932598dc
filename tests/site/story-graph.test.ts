import { describe, expect, it } from 'vitest';
import {
  attribute,
  classed,
  type Element,
  elements,
  only,
  readPage,
  type SitePage,
  squeezed,
  tag,
  textOf,
} from './pages.ts';
import { cardsIn, expectedLists, linksOf, storyPath, storySites, withLead } from './story-sites.ts';

/** The section of a page that lists stories, or undefined; where there is a journey, its last station does. */
const sectionOf = (page: SitePage): Element | undefined =>
  elements(page.root, tag('section')).find((s) =>
    elements(s, tag('h2', 'h3')).some((heading) => textOf(heading) === '故事'),
  );

/** The addresses in one row of the box beside a story. */
function boxRow(page: SitePage, term: string): string[] {
  const rows = elements(page.root, classed('box')).flatMap((box) => elements(box, tag('div')));
  const row = rows.find((div) => elements(div, tag('dt')).some((dt) => textOf(dt) === term));
  return row ? linksOf(row).map(({ href }) => href) : [];
}

describe.each(await storySites())('the stories on the pages of the site "$name"', (from) => {
  const { site, content, stories } = from;
  const lists = expectedLists(from);
  const list = (path: string) => lists.get(path) ?? [];
  const at = (place: string) => stories.filter((story) => story.places?.includes(place)).map(storyPath);
  const boxes = new Map(stories.map((story) => [storyPath(story), readPage(site, storyPath(story))]));
  /** The stories whose box leads to an address. */
  const leading = (term: string, address: string) =>
    [...boxes].filter(([, page]) => boxRow(page, term).includes(address)).map(([path]) => path);

  const tied = new Set(
    [...new Set(content.pairings.map((p) => p.city))].flatMap((id) => list(`/stories/by/city/${id}/`)),
  );
  /** Beside a map, stories that are tied to its threads stand first, the newest before the others. */
  const besideMap = (own: readonly string[]) => {
    const there = stories.filter((story) => own.includes(storyPath(story)));
    const onThreads = there.filter((story) => tied.has(storyPath(story)));
    const newest = onThreads.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
    return [...newest, ...there.filter((story) => !onThreads.includes(story))].map(storyPath);
  };

  /** Every page that shows stories: what it must show at most how many of, where all of them are, who leads to it. */
  const pages = [
    { path: '/', own: besideMap(stories.map(storyPath)), most: 6, all: '/stories/', term: null },
    ...content.projects.map(({ id }) => {
      const all = `/stories/by/project/${id}/`;
      return { path: `/projects/${id}/`, own: list(all), most: 3, all, term: '项目' };
    }),
    ...[...new Set(content.pairings.map((p) => p.city))].map((id) => {
      const all = `/stories/by/city/${id}/`;
      return { path: `/pairings/${id}/`, own: besideMap(list(all)), most: 6, all, term: '结对' };
    }),
    ...content.pairings.flatMap(({ county, townships }) =>
      townships.map((id) => {
        return { path: `/townships/${id}/`, own: at(id), most: 6, all: `/stories/by/county/${county}/`, term: '乡镇' };
      }),
    ),
  ];

  it('are the first of those that belong there; a page without any has no such section', () => {
    expect(pages.length).toBeGreaterThan(40);
    for (const { path, own, most } of pages) {
      const section = sectionOf(readPage(site, path));
      const byPath = new Map(stories.map((story) => [storyPath(story), story]));
      const first = own.slice(0, most).flatMap((one) => byPath.get(one) ?? []);
      // At the end of a journey all are of one size.
      const inOrder = path.startsWith('/pairings/') ? first : withLead(first);
      expect([path, section ? cardsIn(section) : null]).toEqual([path, own.length > 0 ? inOrder.map(storyPath) : null]);
    }
  });

  it('end in a link to all of them, with how many there are, where there are more', () => {
    for (const { path, own, most, all } of pages) {
      const section = sectionOf(readPage(site, path));
      const more = section ? elements(section, classed('more')).flatMap(linksOf) : [];
      const whole = all === '/stories/' ? stories.length : list(all).length;
      const [first] = more;
      const expected = own.length > 0 && whole > Math.min(own.length, most) ? [all, `全部${whole}篇`] : [undefined, ''];
      const words = first ? (squeezed(textOf(first.a)).match(/全部\d+篇$/)?.[0] ?? '') : '';
      expect([path, first?.href, words]).toEqual([path, ...expected]);
      for (const { a, href } of more.slice(1)) {
        expect([path, href, textOf(a)]).toEqual([
          path,
          href,
          expect.stringMatching(new RegExp(`${list(href).length}篇$`)),
        ]);
      }
    }
  });

  it('lead back: the box of a story names just the pages that the story belongs to', () => {
    for (const { path, own, term } of pages.filter((page) => page.term !== null)) {
      expect([path, leading(term as string, path).toSorted()]).toEqual([path, own.toSorted()]);
    }
  });

  it('stand, as lines, with the departments that lead their projects, and lead back to them', () => {
    const page = readPage(site, '/departments/');
    const ids = Object.keys(content.departments.departments);
    const told = ids.map((id) => {
      const led = content.projects.filter((p) => p.lead.includes(id)).map((p) => p.id);
      const own = stories.filter((story) => story.projects?.some((p) => led.includes(p))).map(storyPath);
      const body = only(page.root, (e) => attribute(e, 'id') === id, id);
      const shown = elements(body, classed('told'))
        .flatMap(linksOf)
        .map(({ href }) => href);
      const further = led.map((p) => `/stories/by/project/${p}/`).filter((path) => lists.has(path));
      const expected = [...own.slice(0, 3), ...(own.length > 3 ? further : [])];
      expect([id, shown.toSorted()]).toEqual([id, expected.toSorted()]);
      expect([id, shown.slice(0, 3)]).toEqual([id, expected.slice(0, 3)]);
      expect([id, leading('牵头', `/departments/#${id}`).toSorted()]).toEqual([id, own.toSorted()]);
      return own.length;
    });
    expect(told.filter((count) => count > 0).length).toBeGreaterThan(1);
    expect(told).toContain(0);
  });
});
