import { describe, expect, it } from 'vitest';
import { builtSite } from './built-site.ts';
import { attribute, classed, type Element, elements, only, readPage, squeezed, tag, textOf } from './pages.ts';
import { linksOf, storyPath, storySites } from './story-sites.ts';

const region = await builtSite('region');

describe.each(await storySites())('the wall of people of the site "$name"', ({ site, stories }) => {
  const page = readPage(site, '/people/');
  const main = only(page.root, tag('main'), 'main');
  const tiles = elements(main, classed('wall')).flatMap((wall) =>
    elements(wall, (e) => e.tagName === 'li' && elements(e, classed('cov')).length > 0),
  );
  const named = elements(main, classed('names')).flatMap(linksOf);
  const nameOf = (tile: Element) => squeezed(textOf(only(tile, tag('h3'), 'name')));
  const brought = new Set(
    stories.filter((s) => s.kind === 'person' || s.kind === 'collective').flatMap((s) => s.people ?? []),
  );

  it('shows everyone named in stories of people and collectives once, on a tile or by name, and nobody else', () => {
    const shown = [...tiles.map(nameOf), ...named.map(({ a }) => squeezed(textOf(a)))];
    expect(shown.toSorted()).toEqual([...brought].map(squeezed).toSorted());
  });

  it('leads from a tile to every story that names them', () => {
    for (const tile of tiles) {
      const naming = stories.filter((s) => s.people?.some((name) => squeezed(name) === nameOf(tile))).map(storyPath);
      const led = linksOf(tile)
        .map(({ href }) => href)
        .filter((href) => href.startsWith('/stories/'));
      expect([nameOf(tile), led.toSorted()]).toEqual([nameOf(tile), naming.toSorted()]);
    }
  });

  it('shows a portrait only of the people of samples, and marks them', () => {
    const real = stories.filter((s) => !s.sample).map(storyPath);
    for (const tile of tiles) {
      const isReal = linksOf(tile)
        .slice(0, 1)
        .some(({ href }) => real.includes(href));
      expect([nameOf(tile), elements(tile, classed('sample')).length]).toEqual([nameOf(tile), isReal ? 0 : 1]);
      if (isReal) expect([nameOf(tile), elements(tile, tag('picture', 'img')).length]).toEqual([nameOf(tile), 0]);
    }
  });

  it('has under every heading someone, and one h1', () => {
    expect(elements(main, tag('h1')).length).toBe(1);
    const empty = elements(main, tag('section')).filter(
      (s) =>
        elements(s, tag('h2')).length > 0 &&
        elements(s, classed('wall')).flatMap((w) => elements(w, tag('li'))).length === 0,
    );
    expect(empty.map((s) => textOf(s))).toEqual([]);
  });
});

describe('the page of people where there is nobody', () => {
  const page = readPage(region, '/people/');
  const main = only(page.root, tag('main'), 'main');

  it('says who is wanted, in three steps, that nobody is shown without consent, and where to send', () => {
    const text = squeezed(textOf(main));
    for (const words of [
      '第一个名字，等你来写',
      '目前还没有稿件',
      '登名字、登照片，先要本人书面同意',
      '监护人',
      '交到哪里',
    ]) {
      expect(text).toContain(words);
    }
    expect(elements(main, tag('ol')).map((list) => elements(list, tag('li')).length)).toEqual([3]);
  });

  it('hangs one cloth with an empty slip and shows no face and no name', () => {
    expect(elements(main, classed('cov')).length).toBe(1);
    expect(elements(main, tag('picture', 'img', 'h3'))).toEqual([]);
    expect(elements(main, (e) => attribute(e, 'class') === 'slip').map((slip) => textOf(slip))).toEqual(['']);
  });

  it('is led to from the footer, from the menu once somebody is there', async () => {
    const leads = (path: string, where: string, of: typeof region) =>
      elements(readPage(of, path).root, tag(where)).some((part) =>
        linksOf(part).some(({ href }) => href === '/people/'),
      );
    const samples = await builtSite('samples');
    expect([leads('/', 'header', region), leads('/', 'footer', region)]).toEqual([false, true]);
    expect([leads('/', 'header', samples), leads('/', 'footer', samples)]).toEqual([true, false]);
  });
});
