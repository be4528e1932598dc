import { describe, expect, it } from 'vitest';
import { builtSite } from './built-site.ts';
import { attribute, classed, elements, filesOf, only, readPage, readText, tag, textOf } from './pages.ts';
import { readCsv } from './read-csv.ts';

/**
 * The site of another fictional programme (tests/fixtures/agreement): an agreement numbered by chapters and articles,
 * three annexes of three names. What it says is written here by hand from the fixture's files.
 */
const site = await builtSite('agreement');
const page = (path: string) => readPage(site, path);
const words = (node: Parameters<typeof textOf>[0]) => textOf(node, tag('head', 'script', 'style')).replace(/\s+/g, '');
const seen = (path: string) => words(page(path).root);
const texts = filesOf(site)
  .filter((file) => /\.(html|csv|json|svg|xml|txt)$/.test(file) && !file.startsWith('/pagefind/'))
  .map((file) => ({ file, text: readText(site, file) }));
const filesWith = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe('an agreement numbered by articles', () => {
  it('is never called a notice, and its annexes never 附件', () => {
    expect(filesWith(/通知|附件/)).toEqual([]);
  });

  it('says undefined, NaN and [object nowhere', () => {
    expect(filesWith(/undefined|NaN|\[object/)).toEqual([]);
  });

  it('is cited by its own numbers on every page that cites it', () => {
    expect(words(only(page('/projects/camp/').root, tag('h1'), 'title'))).toBe('夏令营');
    expect(seen('/projects/camp/')).toContain('第三条');
    expect(seen('/pairings/yangli-wu/')).toContain('第二条');
    expect(seen('/facts/class-hours/')).toContain('第五条');
    expect(seen('/facts/visits-batches-2022/')).toContain('表一');
    expect(readText(site, '/figures/thread-map.svg')).toContain('第二条');
  });

  it('lists its projects in its own order, with the numbers of its articles', () => {
    const list = only(page('/projects/').root, tag('main'), 'main');
    const marks = elements(list, classed('no')).map(words);
    expect(marks).toEqual(['3', '4', '5', '6', '7']);
    expect(seen('/projects/visits/')).toContain('第四条');
  });

  it('names its three annexes as they name themselves', () => {
    expect(elements(page('/plan/').root, classed('annex-label')).map(words)).toEqual([
      '表一',
      '附表2',
      '《夏令营名额》',
    ]);
    const sources = readCsv(readText(site, '/data/targets.csv')).records.map((r) => r['source'] ?? '');
    expect(sources.every((source) => /\/plan\/#a[123]-/.test(source))).toBe(true);
  });

  it('shows no address of the document as words', () => {
    const shown = texts
      .filter(({ file }) => file.endsWith('.html'))
      .flatMap(({ file }) =>
        elements(page(file).root, tag('p', 'li', 'td', 'a', 'span', 'small', 'dd', 'h1', 'h2')).map(words),
      )
      .filter((text) => /(?<![#\w/-])(?:c|a\d)-[a-z\d-]+/.test(text));
    expect(shown).toEqual([]);
    expect(
      attribute(
        only(page('/plan/').root, (e) => attribute(e, 'id') === 'c-art2', 'article'),
        'id',
      ),
    ).toBe('c-art2');
  });
});
