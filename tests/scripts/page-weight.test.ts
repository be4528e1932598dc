import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type BenchResult, differenceInWords, lastWeight } from '../../scripts/bench/history.ts';
import { median } from '../../scripts/bench/measure.ts';
import { brotliBytes, inlineFigures, weighPage } from '../../scripts/bench/page-weight.ts';
import { chosenPages } from '../../scripts/bench/site-weights.ts';
import { benchReport, margin } from '../../scripts/bench/table.ts';
import { isMap, isOver, type Weight } from '../../scripts/bench/weight-budgets.ts';

const page = (head: string, body = '') =>
  `<!DOCTYPE html><html lang="zh-CN"><head>${head}</head><body>${body}</body></html>`;
const reading = (files: Record<string, string>) => (address: string) =>
  address in files ? new TextEncoder().encode(files[address]) : undefined;
const none = reading({});

describe('the weight of a page view', () => {
  it('is the page after brotli, its own CSS in it', () => {
    const html = page('<style>p{color:red}</style>', `<p>${'样例市'.repeat(200)}</p>`);
    const weight = weighPage(html, none);
    expect(weight.total).toBe(brotliCompressSync(html).length);
    expect(weight).toMatchObject({ styles: 0, scripts: 0, images: 0, fonts: 0 });
  });

  it('adds style sheets and script files, each once however often it is named', () => {
    const files = { '/a.css': 'p{color:red}', '/a.js': 'console.log(1)' };
    const link = '<link rel="stylesheet" href="/a.css">';
    const script = '<script type="module" src="/a.js"></script>';
    const html = page(link + link + script + script);
    const weight = weighPage(html, reading(files));
    expect(weight.styles).toBe(brotliBytes(files['/a.css']));
    expect(weight.scripts).toBe(brotliBytes(files['/a.js']));
    expect(weight.total).toBe(weight.html + weight.styles + weight.scripts);
  });

  it('follows what a script imports, but not what it may import later', () => {
    const files = { '/js/a.js': 'import{b}from"./b.js";import("./later.js");b()', '/js/b.js': 'export const b=()=>1' };
    const weight = weighPage(page('<script src="/js/a.js"></script>'), reading(files));
    expect(weight.scripts).toBe(brotliBytes(files['/js/a.js']) + brotliBytes(files['/js/b.js']));
  });

  it('names inlined script without counting it twice, and takes no data block for script', () => {
    const code = 'document.title="样例"';
    const weight = weighPage(
      page(`<script type="module">${code}</script><script type="speculationrules">{}</script>`),
      none,
    );
    expect(weight.scripts).toBe(brotliBytes(code));
    expect(weight.total).toBe(weight.html);
  });

  it('keeps pictures and fonts outside the total, at the size they travel', () => {
    const files = { '/f.woff2': 'x'.repeat(500), '/p.jpg': 'y'.repeat(700) };
    const html = page(
      '<link rel="preload" href="/f.woff2" as="font" crossorigin>',
      '<img src="/p.jpg"><img src="/p.jpg"><img src="data:image/gif;base64,R0lGOD">',
    );
    const weight = weighPage(html, reading(files));
    expect([weight.fonts, weight.images, weight.total]).toEqual([500, 700, weight.html]);
  });

  it('does not pass over a file that is missing', () => {
    expect(() => weighPage(page('<script src="/gone.js"></script>'), none)).toThrow(
      '页面要用 /gone.js，网站里没有这个文件。',
    );
  });
});

describe('the drawings of a page', () => {
  const svg =
    '<svg class="figure-svg wide" aria-labelledby="money-wide-t"><title id="money-wide-t">金额</title><path d="M0 0"/></svg>';

  it('are taken out as they stand, and other SVG stays', () => {
    const html = page('', `<p><svg class="icon"><path d="M1 1"/></svg></p><div>${svg}</div>`);
    expect(inlineFigures(html)).toEqual([{ name: 'money-wide', title: '金额', svg }]);
  });

  it('are maps or charts by the name of their figure', () => {
    expect(['thread-map-phone', 'pairing-a-wide'].map(isMap)).toEqual([true, true]);
    expect(['money-wide', 'mapping-wide', 'progress-a-phone'].map(isMap)).toEqual([false, false, false]);
  });
});

describe('the pages that are weighed', () => {
  const pages = ['/', '/towns/', '/towns/a/', '/towns/b/', '/townsfolk/z/'];
  const size = (path: string) => ({ '/towns/': 9, '/towns/a/': 1, '/towns/b/': 5, '/townsfolk/z/': 99 })[path] ?? 0;

  it('are the first and the largest of a kind, found from what the site holds', () => {
    expect(chosenPages(pages, 'towns', true, size).map(({ page }) => page)).toEqual(['/towns/a/', '/towns/b/']);
    expect(chosenPages(pages.slice(0, 3), 'towns', true, size).map(({ page }) => page)).toEqual(['/towns/a/']);
  });

  it('are the page of the folder itself where there is one only, and none where the site has none', () => {
    expect(chosenPages(pages, 'towns', false, size)).toEqual([{ page: '/towns/', which: '' }]);
    expect(chosenPages(pages, '', false, size)).toEqual([{ page: '/', which: '' }]);
    expect(chosenPages(pages, 'rivers', true, size)).toEqual([]);
  });
});

const weight = (bytes: number, more: Partial<Weight> = {}): Weight => ({
  group: '页面',
  name: '首页',
  path: '/',
  bytes,
  budget: 30_000,
  ...more,
});
const result = (weights: Weight[], seconds = 10): BenchResult => ({
  at: '2026-01-02T03:04:05.000Z',
  content: '/c',
  build: { runs: 2, seconds, memory: 800e6, pages: 12 },
  weights,
});

describe('a budget', () => {
  it('is kept up to its last byte, and says in words what is left or too much', () => {
    expect([weight(30_000), weight(30_001), weight(99_999, { budget: null })].map(isOver)).toEqual([
      false,
      true,
      false,
    ]);
    expect(margin(weight(18_300))).toBe('余 11.7 kB');
    expect(margin(weight(32_000))).toBe('超出 2.0 kB');
    expect(margin(weight(30_001))).toBe('超出 1 B');
    expect(margin(weight(5, { budget: null }))).toBe('—');
  });

  it('that is exceeded stands in the table and again in the last line', () => {
    const report = benchReport(result([weight(32_000), weight(100, { name: '进展', budget: null })]), null);
    expect(report).toContain('首页  32.0 kB  30.0 kB  超出 2.0 kB  /');
    expect(report.split('\n').at(-1)).toBe(
      '超出预算的有1项：首页（超出 2.0 kB）。还没有以前的记录，下次运行会和这次比。',
    );
  });
});

describe('a comparison with the last run', () => {
  const bytes = (amount: number) => `${amount} B`;

  it('is said in words', () => {
    expect(differenceInWords(120, 100, bytes)).toBe('比上次多20 B');
    expect(differenceInWords(80, 100, bytes)).toBe('比上次少20 B');
    expect(differenceInWords(100, 100, bytes)).toBe('和上次一样');
    expect(differenceInWords(100, undefined, bytes)).toBe('上次没有');
  });

  it('calls a difference that would read as nothing the same', () => {
    expect(differenceInWords(10.04, 10, (value) => `${value.toFixed(1)}秒`)).toBe('和上次一样');
  });

  it('finds the same thing of the same group, also when another page is now the first of its kind', () => {
    const last = result([weight(1, { group: '图' }), weight(2, { path: '/elsewhere/' })]);
    expect(lastWeight(weight(3), last)).toBe(2);
    expect(lastWeight(weight(3, { name: '项目' }), last)).toBeUndefined();
  });

  it('stands beside every size, and beside time and memory', () => {
    const report = benchReport(result([weight(18_000)], 12.5), result([weight(17_000)], 10));
    expect(report).toContain('用时　12.5秒，比上次多2.5秒');
    expect(report).toContain('内存　最多占800 MB，和上次一样');
    expect(report).toContain('余 12.0 kB  比上次多1.0 kB  /');
  });

  it('rests on the middle of several runs', () => {
    expect([median([3, 1, 2]), median([1, 4]), median([7])]).toEqual([2, 2.5, 7]);
  });
});
