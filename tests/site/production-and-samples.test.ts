import { describe, expect, it } from 'vitest';
import { STATUS_WORDS } from '#format/status.ts';
import { builtSites } from './built-site.ts';
import {
  attribute,
  classed,
  elements,
  filesOf,
  pagesOf,
  readPage,
  readText,
  type SitePage,
  tag,
  textOf,
} from './pages.ts';
import { readCsv } from './read-csv.ts';
import { matchesIn } from './site-bytes.ts';

const { production, samples } = await builtSites('production', 'samples');
const released = pagesOf(production);
const preview = pagesOf(samples);

const isKeptOut = (page: SitePage) =>
  elements(page.root, (e) => e.tagName === 'meta' && attribute(e, 'name') === 'robots').some((meta) =>
    attribute(meta, 'content')?.includes('noindex'),
  );
const paths = (pages: readonly SitePage[]) => pages.map((page) => page.path);
/** A figure alone, in a frame on somebody else's page. */
const isEmbedded = ({ path }: SitePage) => path.startsWith('/embed/');

describe('the production site', () => {
  it('holds no sample: the word stands in no file, but where the site explains itself', () => {
    const files = filesOf(production).filter((file) => /\.(html|svg|csv|json|xml|js|css)$/.test(file));
    const explains = /^\/about\//;
    const marked = files.filter((file) => !explains.test(file) && readText(production, file).includes('样稿'));
    expect(marked).toEqual([]);
    expect(paths(released.filter((page) => elements(page.root, classed('preview')).length > 0))).toEqual([]);
  });

  it('has no gallery, neither page nor link nor entry in the map of the site', () => {
    expect(filesOf(production).filter((file) => file.includes('/gallery'))).toEqual([]);
    expect(paths(released.filter((page) => page.html.includes('/gallery/')))).toEqual([]);
    expect(readText(production, '/sitemap-0.xml')).not.toContain('gallery');
  });

  it('keeps nothing out of search engines but the page for what is not there and figures alone', () => {
    expect(paths(released.filter((page) => isKeptOut(page) && !isEmbedded(page)))).toEqual(['/404.html']);
    expect(paths(released.filter((page) => isEmbedded(page) && !isKeptOut(page)))).toEqual([]);
    expect(readText(production, '/sitemap-0.xml')).not.toContain('/embed/');
  });

  it('says on every page that nobody answers for it yet, and nowhere that somebody does', () => {
    const footers = released
      .flatMap((page) => elements(page.root, tag(isEmbedded(page) ? 'figcaption' : 'footer')))
      .map((footer) => textOf(footer));
    expect(footers.length).toBe(released.length);
    expect(footers.filter((footer) => !footer.includes('湘青援藏　建设单位待定'))).toEqual([]);
    expect(paths(released.filter(({ html }) => /主办：|主办单位（/.test(html)))).toEqual([]);
    expect(readText(production, '/feed.xml')).toContain('<dc:publisher>湘青援藏（建设单位待定）</dc:publisher>');
  });

  it('answers on the first lines and in the description of its pages whether the plan was carried out', () => {
    const over = '计划管2019、2020两年，已经结束；这里是当时的计划。做到了多少，这里还没有收录，不等于没有做。';
    const asked = /^\/(?:$|progress\/|townships\/.+|projects\/.+|pairings\/.+)/;
    const pages = released.filter(({ path }) => asked.test(path));
    expect(pages.length).toBeGreaterThan(40);
    for (const { path, root } of pages) {
      const said = elements(root, classed('standing')).map((p) => textOf(p));
      const [meta] = elements(root, (e) => e.tagName === 'meta' && attribute(e, 'name') === 'description');
      expect([path, said]).toEqual([path, [over]]);
      expect([path, meta && attribute(meta, 'content')?.endsWith(over)]).toEqual([path, true]);
    }
  });

  it('puts no quotation mark “ inside an open one, in no sentence of a page, a description or a file to take away', () => {
    const twice = /“[^”]{0,400}“/u;
    const blocks = tag(...'p li dt dd td th h1 h2 h3 h4 figcaption summary caption textarea title small'.split(' '));
    const said = ({ root }: SitePage) => [
      ...elements(root, blocks).flatMap((block) =>
        elements(block, (e) => e !== block && blocks(e)).length > 0 ? [] : textOf(block),
      ),
      ...elements(root, () => true).flatMap((e) => e.attrs.map(({ value }) => value)),
    ];
    const pages = released.flatMap((page) =>
      said(page).flatMap((text) => twice.exec(text)?.[0].concat(page.path) ?? []),
    );
    expect(pages).toEqual([]);
    const files = filesOf(production).filter((file) => /\.(?:json|csv|svg)$/u.test(file));
    const lines = files.flatMap((file) =>
      readText(production, file)
        .split(/\n|<|","/u)
        .flatMap((line) => twice.exec(line)?.[0].concat(file) ?? []),
    );
    expect(lines).toEqual([]);
  });

  it('holds no telephone number and no name after 联系人, in no byte of any file', () => {
    const telephone =
      /(?<![\d.])(?:[（(]0\d{2,3}[）)]\s?|0\d{2,3}[-‐‑‒–—―－−]{1,2})[2-9]\d{2,3}-?\d{4}(?!\d)|(?<![\d.\w])1[3-9]\d{9}(?![\d\w])/u;
    const contact = /联\s*系\s*人\s*[：:]/u;
    expect(matchesIn(production.folder, [telephone, contact])).toEqual([]);
  });

  it('files whom the notice names by an office under the document, and nobody of them under 人物', () => {
    const entries = elements(readPage(production, '/search/').root, classed('az')).flatMap((az) =>
      elements(az, tag('li')).map((li) => textOf(li)),
    );
    const officials = entries.filter((entry) => entry.includes('2019年5月印发时'));
    expect(officials.filter((entry) => /领导小组，/.test(entry)).length).toBe(8);
    expect(officials.filter((entry) => /文件，/.test(entry)).length).toBe(1);
    expect(entries.filter((entry) => entry.includes('人物'))).toEqual([]);
  });

  it('counts nowhere what has not been received', () => {
    const claims = /暂无上报|没有收到上报|收到上报|还没有单位|尚未上报|未上报|\b0项|上报0[格项]/;
    expect(released.flatMap(({ path, root }) => claims.exec(textOf(root))?.[0].concat(path) ?? [])).toEqual([]);
    expect(filesOf(production).filter((file) => file.startsWith('/facts/programme-reported'))).toEqual([]);
  });

  it('writes 暂未收录 where nothing was reported, never a zero', () => {
    const rows = elements(
      readPage(production, '/progress/').root,
      (e) => e.tagName === 'tr' && attribute(e, 'data-status') !== null,
    );
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) {
      const reported = elements(row, (e) => attribute(e, 'data-label') === '上报').map((e) => textOf(e));
      expect(reported).toEqual(['暂未收录']);
    }
  });

  it('holds nothing of the records of people', () => {
    expect(filesOf(production).filter((file) => /record|consent|approval/i.test(file))).toEqual([]);
  });
});

describe('the preview with samples', () => {
  it('says on every page that it is one, and keeps every page out of search engines', () => {
    const silent = preview.filter(
      (page) => !elements(page.root, classed('preview')).some((p) => textOf(p).includes('样稿')),
    );
    expect(paths(silent)).toEqual([]);
    expect(paths(preview.filter((page) => !isKeptOut(page)))).toEqual([]);
  });

  it('has every page of production, and the gallery', () => {
    const there = new Set(paths(preview));
    expect(paths(released).filter((path) => !there.has(path))).toEqual([]);
    expect(there.has('/gallery/')).toBe(true);
  });

  it('shows every state of a number, in the data and in words on the page of progress', () => {
    const { records } = readCsv(readText(samples, '/data/progress.csv'));
    // One executor has reported or has not; only a sum of several can have a part of them.
    const { partial, ...ofOne } = STATUS_WORDS;
    expect([...new Set(records.map((r) => r['status']))].sort()).toEqual(Object.keys(ofOne).sort());
    const { sums } = JSON.parse(readText(samples, '/data/progress.json'));
    expect(sums.map((s: { status: string }) => s.status)).toContain('partial');
    const page = readPage(samples, '/progress/').root;
    const cells = elements(page, classed('status')).map((e) => textOf(e));
    for (const words of Object.values(ofOne)) {
      expect([words, cells.some((cell) => cell.startsWith(words))]).toEqual([words, true]);
    }
    const loom = elements(page, classed('loom')).map((e) => textOf(e));
    expect(loom.join()).toMatch(new RegExp(`${partial}：4个单位中\\d个`));
  });

  it('marks every sample: the row in the data, the number in the table, the entry in the history', () => {
    const { records } = readCsv(readText(samples, '/data/progress.csv'));
    const reported = records.filter((r) => r['reported'] !== '');
    expect(reported.length).toBeGreaterThan(20);
    expect(reported.filter((r) => !r['note']?.includes('样稿'))).toEqual([]);
    const page = readPage(samples, '/progress/').root;
    const rows = elements(page, (e) => e.tagName === 'tr' && attribute(e, 'data-status') !== null);
    const withReport = rows.filter((row) => !textOf(row).includes('暂未收录'));
    expect(withReport.length).toBe(reported.length);
    expect(withReport.filter((row) => elements(row, classed('sample')).length === 0)).toEqual([]);
    const history = elements(page, classed('history')).flatMap((list) => elements(list, tag('ol')));
    const entries = history.flatMap((list) => elements(list, tag('li')));
    expect(entries.length).toBeGreaterThanOrEqual(reported.length);
    expect(entries.filter((entry) => elements(entry, classed('sample')).length === 0)).toEqual([]);
  });

  it('keeps a superseded report in the history and says that a later one took its place', () => {
    const old = elements(readPage(samples, '/progress/').root, classed('old')).map((e) => textOf(e));
    expect(old.length).toBeGreaterThan(0);
    for (const entry of old) expect(entry).toContain('已被后报接替');
  });

  it('has no percentage where there is no target or the target is zero', () => {
    const rows = elements(
      readPage(samples, '/progress/').root,
      (e) => e.tagName === 'tr' && attribute(e, 'data-status') !== null,
    );
    const open = rows.filter((row) =>
      ['unquantified', 'unquantified-reported', 'not-listed', 'no-report'].includes(
        attribute(row, 'data-status') ?? '',
      ),
    );
    expect(open.length).toBeGreaterThan(5);
    expect(open.map((row) => textOf(row)).filter((text) => text.includes('%'))).toEqual([]);
  });
});
