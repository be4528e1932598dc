import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFaults } from '../exports/standards/data-package.ts';
import { CORRECTED, RELEASES } from '../fixtures/history.ts';
import { builtSites } from './built-site.ts';
import { attribute, elements, idsOf, only, readPage, readText, type SitePage, squeezed, tag, textOf } from './pages.ts';

const { production, based, samples, archive, region } = await builtSites(
  'production',
  'based',
  'samples',
  'archive',
  'region',
);
const mainOf = (page: SitePage) => only(page.root, tag('main'), 'main');
const wordsOf = (page: SitePage) => squeezed(textOf(mainOf(page)));
const hrefsOf = (page: SitePage) => elements(mainOf(page), tag('a')).map((a) => attribute(a, 'href') ?? '');
const citationsOf = (page: SitePage) => elements(mainOf(page), tag('textarea')).map((field) => textOf(field));
const ENTRY = `${CORRECTED.date}-${CORRECTED.fact}`;

describe('the page of corrections', () => {
  it.each([
    ['production', production],
    ['region', region],
  ])('of the site "%s", where nothing was put right, says what will stand there and whom to tell', (_, site) => {
    const words = wordsOf(readPage(site, '/corrections/'));
    for (const told of ['目前还没有登记过更正', '原来是什么，现在是什么，为什么', '告诉谁'])
      expect(words).toContain(told);
    expect(JSON.parse(readText(site, '/feeds/corrections.json')).items).toEqual([]);
  });

  it('lists what was put right, newest first, each at its anchor, with the number that followed; nothing that is to come', () => {
    const page = readPage(archive, '/corrections/');
    const items = elements(mainOf(page), tag('li')).filter((li) => attribute(li, 'id') !== null);
    const days = items.map((li) => attribute(only(li, tag('time'), 'day'), 'datetime') ?? '');
    expect(days).toEqual(days.toSorted().toReversed());
    const [first] = items.filter((li) => attribute(li, 'id') === ENTRY);
    const words = first ? squeezed(textOf(first)) : '';
    for (const told of [`原来${CORRECTED.was}度，更正为${CORRECTED.now}度。`, CORRECTED.why, '样例来源', '跟着变了'])
      expect(words).toContain(squeezed(told));
    expect(first && elements(first, tag('a')).map((a) => attribute(a, 'href'))).toContain(
      `/facts/${CORRECTED.follows}/`,
    );
    expect(wordsOf(page)).not.toContain('还没有到的');
    expect(wordsOf(page)).toContain('昌果多');
  });

  it.each([
    ['/townships/changguo/', '昌果多'],
    ['/projects/student-aid/', '助学多'],
  ])('and the page of the place or the project tells of it: %s', (path, was) => {
    const page = readPage(archive, path);
    expect(wordsOf(page)).toContain(squeezed(`原来${was}，更正为${was.replace('多', '')}。`));
    expect(hrefsOf(page).some((href) => href.startsWith('/corrections/#2026-10-1'))).toBe(true);
  });

  it('lists those of stories as the stories tell them, and each story leads to its entry', () => {
    const ids = idsOf(readPage(samples, '/corrections/')).filter((id) => id.startsWith('story-'));
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      const story = id.replace(/^story-(.+)-\d{4}-\d{2}-\d{2}(?:-\d+)?$/, '$1');
      expect(hrefsOf(readPage(samples, `/stories/${story}/`))).toContain(`/corrections/#${id}`);
    }
  });

  it('is announced with its feed, led to from every page, and under a path too', () => {
    const page = readPage(based, '/corrections/');
    const feeds = elements(page.root, tag('link')).map((link) => attribute(link, 'href'));
    for (const form of ['xml', 'json']) expect(feeds).toContain(`/aid/feeds/corrections.${form}`);
    for (const path of ['/', '/facts/', '/stories/'])
      expect(elements(readPage(based, path).root, tag('a')).map((a) => attribute(a, 'href'))).toContain(
        '/aid/corrections/',
      );
  });
});

describe('a number that was put right', () => {
  const page = readPage(archive, `/facts/${CORRECTED.fact}/`);

  it('says since when it is so, what it was before, and why', () => {
    const words = wordsOf(page);
    expect(words).toContain('2026年10月20日更正以后是这个数。');
    expect(words).toContain('以前的值');
    expect(words).toContain(squeezed(`${CORRECTED.was}度`));
    expect(words).toContain(squeezed(CORRECTED.why));
    expect(hrefsOf(page)).toContain(`/corrections/#${ENTRY}`);
  });

  it('is cited with the newest data release that holds it', () => {
    for (const text of citationsOf(page)) expect(text).toContain(`数据版本${RELEASES.second}`);
  });

  it('shows so with what follows from it, and with the numbers of other pages', () => {
    const follows = readPage(archive, `/facts/${CORRECTED.follows}/`);
    expect(wordsOf(follows)).toContain('它所依据的数更正以后是这个数。');
    expect(hrefsOf(follows)).toContain(`/corrections/#${ENTRY}`);
    const journey = readPage(archive, '/pairings/changsha/');
    expect(elements(journey.root, tag('a')).map((a) => attribute(a, 'href'))).toContain(`/corrections/#${ENTRY}`);
  });
});

describe('a number that nobody put right', () => {
  it('says since which data release it is so, in one line', () => {
    const words = wordsOf(readPage(archive, '/facts/zhuzhou-latitude/'));
    expect(words).toContain(`从数据版本${RELEASES.first}起是这个数，没有更正过。`);
    expect(words).not.toContain('以前的值');
  });

  it('says of a site without any that there is none yet, and is cited without one', () => {
    const page = readPage(region, '/facts/programme-projects/');
    expect(wordsOf(page)).toContain('本站还没有发布过数据版本；这个数没有更正过。');
    for (const text of citationsOf(page)) expect(text).not.toContain('数据版本');
  });
});

describe('a data release', () => {
  const dates = Object.values(RELEASES);

  it.each(dates)('of %s is published byte for byte as it was frozen, as its lists say', (date) => {
    const frozen = join(archive.content, 'data-releases', date);
    const published = join(archive.folder, 'data', date);
    const names = readdirSync(frozen).toSorted();
    expect(readdirSync(published).toSorted()).toEqual([...names, 'index.html'].toSorted());
    for (const name of names)
      expect([name, readFileSync(join(published, name)).equals(readFileSync(join(frozen, name)))]).toEqual([
        name,
        true,
      ]);
    for (const line of readFileSync(join(published, 'SHA256SUMS.txt'), 'utf8').trim().split('\n')) {
      const [hash = '', name = ''] = line.split('  ');
      expect([
        name,
        createHash('sha256')
          .update(readFileSync(join(published, name)))
          .digest('hex'),
      ]).toEqual([name, hash]);
    }
    const described = JSON.parse(readFileSync(join(published, 'datapackage.json'), 'utf8'));
    expect(packageFaults(described, (path) => readFileSync(join(published, path)))).toEqual([]);
  });

  it('has a page that lists its files with their hashes, what changed, and how to cite it', () => {
    const page = readPage(archive, `/data/${RELEASES.second}/`);
    const words = wordsOf(page);
    for (const name of readdirSync(join(archive.content, 'data-releases', RELEASES.second))) {
      expect(hrefsOf(page)).toContain(`/data/${RELEASES.second}/${name}`);
      const bytes = readFileSync(join(archive.content, 'data-releases', RELEASES.second, name));
      expect(words).toContain(createHash('sha256').update(bytes).digest('hex'));
    }
    expect(words).toContain(squeezed(`${CORRECTED.was}度 → ${CORRECTED.now}度`));
    expect(words).toContain('变了2条事实，多了0条，少了0条');
    for (const text of citationsOf(page)) expect(text).toContain(`数据版本${RELEASES.second}`);
    const first = readPage(archive, `/data/${RELEASES.first}/`);
    expect(wordsOf(first)).toContain('这是第一版');
    expect(hrefsOf(first)).toContain(`/data/${RELEASES.second}/`);
  });

  it('is listed on the page of the data, which cites the one that holds the tables as they are', () => {
    const page = readPage(archive, '/data/');
    for (const date of dates) expect(hrefsOf(page)).toContain(`/data/${date}/`);
    for (const text of citationsOf(page)) expect(text).toContain(`数据版本${RELEASES.second}`);
    // Figures are drawn from the same numbers.
    const figures = citationsOf(readPage(archive, '/figures/')).filter((text) => !text.startsWith('<iframe'));
    expect(figures.length).toBeGreaterThan(20);
    for (const text of figures) expect(text).toContain(`数据版本${RELEASES.second}`);
    expect(JSON.parse(readText(archive, '/data/datapackage.json')).version).toBe(RELEASES.second);
    expect(JSON.parse(readText(region, '/data/datapackage.json')).version).toBeUndefined();
    expect(wordsOf(readPage(region, '/data/'))).toContain('还没有发布过数据版本');
  });

  it('names nobody and tells no story', () => {
    for (const date of dates)
      for (const name of readdirSync(join(archive.content, 'data-releases', date)))
        expect([name, readText(archive, `/data/${date}/${name}`).includes('/stories/')]).toEqual([name, false]);
  });

  it('has its own day in the map of the site', () => {
    const map = readText(archive, '/sitemap-0.xml');
    for (const date of dates) expect(map).toMatch(new RegExp(`/data/${date}/</loc><lastmod>${date}`));
  });
});
