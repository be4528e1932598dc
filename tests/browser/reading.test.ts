import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/lib/serve-folder.ts';
import { openBrowser, visit } from './browser.ts';
import { PAGE_KINDS } from './page-kinds.ts';

const sites = inject('sites');
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
/** Production is read whole, with and without script; the others only where they differ: the base, the samples' own pages. */
const kindsOf = (site: string) => (site === 'samples' ? ['progress/', 'gallery/'] : PAGE_KINDS);
const scripts = (site: string) => (site === 'production' ? [true, false] : [true]);

describe.each(['production', 'based', 'samples'])('a reader of the site "%s"', (site) => {
  it.each(kindsOf(site))('gets /%s whole: no error, no failed request, none to another origin', async (path) => {
    for (const javaScript of scripts(site)) {
      const seen = await visit(browser, address(site, path), { javaScript });
      const { consoleErrors, failedRequests, foreignRequests } = seen;
      const heading = await seen.page.locator('main h1').count();
      await seen.close();
      expect({ javaScript, consoleErrors, failedRequests, foreignRequests, heading }).toEqual({
        ...{ javaScript, consoleErrors: [], failedRequests: [], foreignRequests: [], heading: 1 },
      });
    }
  });
});

describe('on a screen of 320 to 1280 pixels', () => {
  it.each(PAGE_KINDS)('the page /%s is never wider than the screen', async (path) => {
    const { page, close } = await visit(browser, address('samples', path), { phone: false });
    const wide: unknown[] = [];
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const found = await page.evaluate(() => {
        const room = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= room) return null;
        const over = [...document.querySelectorAll('main *, header *, footer *')].filter(
          (e) => e.getBoundingClientRect().right > room + 1 && !e.closest('.scroll'),
        );
        return over.slice(0, 3).map((e) => `${e.tagName}.${e.getAttribute('class')}`);
      });
      if (found) wide.push({ width, found });
    }
    await close();
    expect(wide).toEqual([]);
  });
});

describe('a reader with large text', () => {
  it.each(['', 'progress/', 'townships/yumai/'])(
    'finds /%s no wider than a phone when letters are twice as large',
    async (path) => {
      const { page, close } = await visit(browser, address('production', path), { width: 640, scale: 2 });
      // Twice the text on 640 px is what a browser shows at 200 % on a screen of that size: half the room.
      await page.setViewportSize({ width: 320, height: 400 });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      await close();
      expect(over).toBe(0);
    },
  );
});

describe('while the page loads', () => {
  it.each(['', 'townships/yumai/', 'projects/cadre-training/', 'plan/'])(
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
