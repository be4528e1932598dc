import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSites } from '../site/built-site.ts';
import { openBrowser, type Visit, visit } from './browser.ts';
import { PAGE_KINDS } from './page-kinds.ts';

const sites = await builtSites('production', 'based', 'samples');
let browser: Browser;
const served: Record<string, ServedFolder> = {};

beforeAll(async () => {
  browser = await openBrowser();
  for (const name of ['production', 'based', 'samples'] as const) served[name] = await serveFolder(sites[name]);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(Object.values(served).map((site) => site.close()));
});

const address = (site: string, path: string) => `${served[site]?.url}${path}`;
/** Every kind of page is read in production; without a script a third of them, elsewhere only what differs, and the gallery. */
const READERS = [
  { site: 'production', javaScript: true, kinds: PAGE_KINDS },
  { site: 'production', javaScript: false, kinds: PAGE_KINDS.filter((_, i) => i % 3 === 0) },
  { site: 'based', javaScript: true, kinds: ['', 'stories/how-far-a-letter/', 'townships/yumai/', 'plan/', 'search/'] },
  { site: 'samples', javaScript: true, kinds: ['progress/', 'gallery/'] },
];

describe.each(READERS)('a reader of the site "$site" (script on: $javaScript)', ({ site, javaScript, kinds }) => {
  let seen: Visit;
  beforeAll(async () => {
    seen = await visit(browser, address(site, '404.html'), { javaScript });
  });
  afterAll(() => seen?.close());

  it.each(kinds)('gets /%s whole: no error, no failed request, none to another origin', async (path) => {
    await seen.goTo(address(site, path));
    const { consoleErrors, failedRequests, foreignRequests } = seen;
    expect({ consoleErrors, failedRequests, foreignRequests }).toEqual({
      ...{ consoleErrors: [], failedRequests: [], foreignRequests: [] },
    });
    expect(await seen.page.locator('main h1').count()).toBe(1);
  });
});

describe('the pages on a screen', () => {
  let seen: Visit;
  beforeAll(async () => {
    seen = await visit(browser, address('samples', '404.html'));
  });
  afterAll(() => seen?.close());

  /** What reaches over the right edge and cannot be scrolled on its own; null where the page fits. */
  const overflow = () =>
    seen.page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= room) return null;
      const over = [...document.querySelectorAll('main *, header *, footer *')].filter(
        (e) => e.getBoundingClientRect().right > room + 1 && !e.closest('.scroll'),
      );
      return over.slice(0, 3).map((e) => `${e.tagName}.${e.getAttribute('class')}`);
    });

  it.each(PAGE_KINDS)('are never wider than it, at 320 to 1280 pixels: /%s', async (path) => {
    await seen.goTo(address('samples', path));
    const wide: unknown[] = [];
    for (const width of [320, 390, 768, 1280]) {
      await seen.page.setViewportSize({ width, height: 800 });
      const found = await overflow();
      if (found) wide.push({ width, found });
    }
    expect(wide).toEqual([]);
  });

  it.each(['', 'progress/', 'townships/yumai/', 'plan/'])(
    'are no wider than it when a reader makes letters twice as large: /%s',
    async (path) => {
      await seen.page.setViewportSize({ width: 768, height: 800 });
      await seen.goTo(address('samples', path));
      const [plain, large] = await seen.page.evaluate(() => {
        const size = () =>
          Number.parseFloat(getComputedStyle(document.querySelector('main p') ?? document.body).fontSize);
        const before = size();
        document.documentElement.style.fontSize = '200%';
        return [before, size()] as const;
      });
      expect(large).toBeGreaterThan(plain * 1.5);
      expect(await overflow()).toBeNull();
    },
  );
});

describe('while the page loads', () => {
  it.each(['', 'stories/how-far-a-letter/', 'townships/yumai/', 'projects/cadre-training/', 'plan/'])(
    'the heading font comes late to /%s and nothing moves',
    async (path) => {
      const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
      const page = await context.newPage();
      let release = () => {};
      const painted = new Promise<void>((done) => {
        release = done;
      });
      await context.route('**/fonts/**', async (route) => {
        await painted;
        await route.continue();
      });
      await page.goto(address('production', path), { waitUntil: 'domcontentloaded' });
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      release();
      await page.waitForLoadState('load');
      const seen = await page.evaluate(async () => {
        await document.fonts.ready;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const family = getComputedStyle(document.querySelector('h1') ?? document.body).fontFamily.split(',')[0] ?? '';
        const loaded = [...document.fonts]
          .filter((f) => f.status === 'loaded')
          .map((f) => f.family.replaceAll('"', ''));
        const shift = await new Promise<number>((done) => {
          let sum = 0;
          const add = (entries: PerformanceEntryList) => {
            for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
          };
          const observer = new PerformanceObserver((list) => add(list.getEntries()));
          observer.observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              add(observer.takeRecords());
              done(sum);
            }),
          );
        });
        return { family: family.replaceAll('"', ''), loaded, shift };
      });
      await context.close();
      expect(seen.loaded).toContain(seen.family);
      expect(seen.shift).toBeLessThan(0.02);
    },
  );
});
