import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { notWellFormed } from '../charts/kit/well-formed.ts';
import { builtSites } from './built-site.ts';
import {
  attribute,
  classed,
  type Element,
  elements,
  filesOf,
  only,
  pagesOf,
  readPage,
  readText,
  squeezed,
  tag,
  textOf,
} from './pages.ts';
import { readCsv } from './read-csv.ts';

const { production, samples } = await builtSites('production', 'samples');
const nameOf = (file: string) => file.replace(/^\/figures\/|\.\w+$/g, '');
const names = (extension: string) =>
  filesOf(production)
    .filter((file) => file.startsWith('/figures/') && file.endsWith(extension))
    .map(nameOf);
const figures = names('.svg');
const isMap = (name: string) => /^(river-map|thread-map|crossing-strip|pairing-)/.test(name);

interface Shown {
  readonly page: string;
  readonly name: string;
  readonly figure: Element;
}

/** Every figure that stands on a page; its name is the one of the file it offers. */
const shown: readonly Shown[] = [
  ...pagesOf(production),
  ...pagesOf(samples).filter((p) => p.path === '/gallery/'),
].flatMap((page) =>
  elements(page.root, (e) => e.tagName === 'figure' && classed('chart')(e)).map((figure) => {
    const take = elements(figure, classed('take')).flatMap((span) => elements(span, tag('a')));
    return { page: page.path, name: nameOf(attribute(take[0] ?? figure, 'href') ?? ''), figure };
  }),
);
const drawings = shown.flatMap(({ page, name, figure }) =>
  elements(figure, tag('svg')).map((svg) => ({ page, name, svg })),
);
const parts = (of: Element, accept: (e: Element) => boolean) =>
  squeezed(
    elements(of, accept)
      .map((e) => textOf(e))
      .join(''),
  );
const where = ({ page, name }: { page: string; name: string }) => `${name} on ${page}`;

describe('the figures to take away', () => {
  it('are the river map, the thread map, a map a pairing, the crossing strip, 13 task lines, overview, money, matrix', () => {
    const lines = figures.filter((name) => name.startsWith('progress-'));
    const pairings = figures.filter((name) => name.startsWith('pairing-'));
    expect([lines.length, pairings.length]).toEqual([13, 4]);
    expect(figures.filter((name) => !lines.includes(name) && !pairings.includes(name))).toEqual([
      ...['crossing-strip', 'department-matrix', 'money', 'overview', 'river-map', 'thread-map'],
    ]);
    expect(names('.csv')).toEqual(figures);
  });

  it('are all listed on the page of figures', () => {
    const list = textOf(readPage(production, '/figures/').root);
    expect(list).toContain('图与数据');
    const links = elements(readPage(production, '/figures/').root, tag('a')).map((a) => attribute(a, 'href'));
    for (const name of figures) {
      expect(links).toContain(`/figures/${name}.svg`);
      expect(links).toContain(`/figures/${name}.csv`);
    }
  });

  it.each(figures)('as an SVG is whole by itself: %s', (name) => {
    const svg = readText(production, `/figures/${name}.svg`);
    expect(notWellFormed(svg)).toBeNull();
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 [\d.]+ [\d.]+" width="[\d.]+" height="[\d.]+"/,
    );
    expect(svg).toMatch(/<title\b[^>]*>[^<]+<\/title>/);
    expect(svg).toMatch(/<desc\b[^>]*>[^<]+<\/desc>/);
    const text = squeezed(svg.replace(/<(title|desc)\b.*?<\/\1>/gs, '').replace(/<[^>]*>/g, ''));
    expect(text).toContain('来源：');
    expect(text).toContain('湘青援藏');
    expect(text.includes('示意图')).toBe(isMap(name));
    expect(svg).not.toMatch(
      /var\(|NaN|undefined|Infinity| style=| class=|<style|<script|<foreignObject|<use|clipPath|Gradient/,
    );
    expect(svg.match(/<a\b(?![^>]* href="https:\/\/)/g)).toBeNull();
    const ids = Array.from(svg.matchAll(/ id="([^"]*)"/g), (m) => m[1]);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it.each(figures)('as a CSV have a header and at least one row: %s', (name) => {
    const { columns, records } = readCsv(readText(production, `/figures/${name}.csv`));
    expect(columns.filter((column) => !/^[a-z][a-z0-9_]*$/.test(column))).toEqual([]);
    expect(new Set(columns).size).toBe(columns.length);
    expect(records.length).toBeGreaterThan(0);
  });
});

describe('the gallery of the preview', () => {
  it('shows every figure that can be taken away, each once', () => {
    const gallery = shown.filter(({ page }) => page === '/gallery/').map(({ name }) => name);
    expect([...gallery].sort()).toEqual([...figures].sort());
  });
});

describe('a figure on a page', () => {
  it('is one of those that can be taken away, and each of them stands on some page of production', () => {
    expect(shown.filter(({ name }) => !figures.includes(name)).map(where)).toEqual([]);
    const pages = new Set(shown.filter(({ page }) => page !== '/gallery/').map(({ name }) => name));
    expect(figures.filter((name) => !pages.has(name))).toEqual([]);
  });

  it('is named by its title, says what it shows in a sentence, and names its source', () => {
    for (const { figure, ...at } of shown) {
      const title = elements(figure, (e) => attribute(e, 'id') === attribute(figure, 'aria-labelledby'))[0];
      expect([where(at), title?.tagName]).toEqual([where(at), expect.stringMatching(/^h[23]$/)]);
      expect([where(at), parts(figure, classed('say'))]).toEqual([where(at), expect.stringMatching(/。$/)]);
      expect([where(at), parts(figure, classed('src'))]).toEqual([where(at), expect.stringMatching(/来源：.{2,}/)]);
    }
  });

  it('has its rows as a table with headers, the same as in its CSV', () => {
    for (const { figure, ...at } of shown.filter(({ page }) => page !== '/gallery/')) {
      const details = elements(figure, tag('details')).filter((d) => parts(d, tag('summary')) === '表格');
      expect([where(at), details.length]).toEqual([where(at), 1]);
      const table = elements(details[0]!, tag('table'))[0]!;
      const { columns, records } = readCsv(readText(production, `/figures/${at.name}.csv`));
      const heads = elements(table, tag('th'));
      expect([where(at), heads.map((th) => attribute(th, 'scope'))]).toEqual([where(at), columns.map(() => 'col')]);
      const rows = elements(table, tag('tr')).slice(1);
      const cells = rows.map((row) => elements(row, tag('td')).map((td) => textOf(td).replace(/^—$/, '')));
      expect([where(at), cells]).toEqual([where(at), records.map((r) => Object.values(r))]);
    }
  });

  it('offers SVG, PNG and CSV of the same name', () => {
    for (const { figure, ...at } of shown) {
      const row = only(figure, classed('take'), 'take');
      const files = elements(row, (e) => e.tagName === 'a' && attribute(e, 'download') !== null);
      expect(files.map((a) => attribute(a, 'href'))).toEqual(
        ['svg', 'png', 'csv'].map((kind) => `/figures/${at.name}.${kind}`),
      );
      // In a story one link leads to where it is copied.
      expect(textOf(row)).toMatch(/嵌入.*引用/s);
    }
  });

  it('draws with a title and a description that a screen reader hears, or stands as a table with a caption', () => {
    for (const { figure, ...at } of shown) {
      const svgs = elements(figure, tag('svg'));
      if (svgs.length === 0) {
        const caption = elements(figure, classed('loom')).flatMap((table) => elements(table, tag('caption')));
        expect([where(at), caption.length]).toEqual([where(at), 1]);
      }
      for (const svg of svgs) {
        const own = (name: string) => svg.childNodes.filter((n) => n.nodeName === name && squeezed(textOf(n)));
        expect([where(at), own('title').length, own('desc').length]).toEqual([where(at), 1, 1]);
        const ids = [...own('title'), ...own('desc')].map((e) => attribute(e as Element, 'id') ?? '');
        const named = `${attribute(svg, 'aria-labelledby') ?? ''} ${attribute(svg, 'aria-describedby') ?? ''}`.split(
          /\s+/,
        );
        expect([where(at), ids.filter((id) => !named.includes(id))]).toEqual([where(at), []]);
      }
    }
  });

  it('says 示意图 inside the drawing where it is a map, in every form', () => {
    const maps = drawings.filter(({ name }) => isMap(name));
    expect(maps.length).toBeGreaterThan(10);
    const silent = maps.filter(({ svg }) => !parts(svg, tag('text')).includes('示意图'));
    expect(silent.map(where)).toEqual([]);
  });

  it('draws the maps in a wide and in a phone form, but in a story, which shows one', () => {
    for (const { figure, ...at } of shown.filter(({ name, page }) => isMap(name) && !page.startsWith('/stories/'))) {
      const forms = ['form-wide', 'form-phone'].map((form) => elements(figure, classed(form)).length);
      expect([where(at), forms]).toEqual([where(at), [1, 1]]);
    }
  });

  it('gives every link in the drawing a name and a place to go', () => {
    const links = drawings.flatMap(({ svg, ...at }) => elements(svg, tag('a')).map((a) => ({ at: where(at), a })));
    expect(links.length).toBeGreaterThan(200);
    const named = (a: Element) => squeezed(attribute(a, 'aria-label') ?? '') || parts(a, tag('text', 'title'));
    expect(links.filter(({ a }) => !named(a) || !attribute(a, 'href')).map(({ at }) => at)).toEqual([]);
  });

  it('draws all 28 threads of the river map and the thread map as links to the townships', () => {
    for (const { name, svg, page } of drawings.filter((d) => ['river-map', 'thread-map'].includes(d.name))) {
      const threads = elements(svg, (e) => e.tagName === 'a' && classed('thread')(e)).map(
        (a) => attribute(a, 'href') ?? '',
      );
      expect([name, page, new Set(threads.filter((to) => to.startsWith('/townships/'))).size]).toEqual([
        name,
        page,
        28,
      ]);
    }
  });
});

describe('the page that frames a figure elsewhere', () => {
  /** Bytes on the way, as the nginx of README packs them. */
  const LIMIT = 12_000;

  it.each(figures)('%s is light', (name) => {
    expect(gzipSync(readText(production, `/embed/${name}/index.html`), { level: 5 }).length).toBeLessThan(LIMIT);
  });
});
