import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSite } from '../site/built-site.ts';
import { openBrowser, visit } from './browser.ts';

const site = await builtSite('production');

let browser: Browser;
let served: ServedFolder;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFolder(site);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    const box = at?.getBoundingClientRect();
    const seen = box !== undefined && box.bottom > 0 && box.top < innerHeight && box.width > 0;
    return {
      class: at?.getAttribute('class') ?? '',
      href: at?.getAttribute('href') ?? '',
      text: at?.textContent,
      seen,
    };
  });

describe('with the keyboard alone', () => {
  it.each(['', 'plan/', '404.html'])(
    'the first step on /%s is a link to the text, and it leads there',
    async (path) => {
      const { page, close } = await visit(browser, served.url + path);
      await page.keyboard.press('Tab');
      const first = await focused(page);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const inMain = await page.evaluate(() => document.activeElement?.closest('main') !== null);
      await close();
      expect(first).toMatchObject({ href: '#main', text: '跳到正文', seen: true });
      expect(inMain).toBe(true);
    },
  );

  it.each([390, 1280])(
    'every thread of the river map can be reached at %i px, and the one reached looks different',
    async (width) => {
      const { page, close } = await visit(browser, served.url, { width });
      const threads = page.locator('figure.chart svg a.thread:visible');
      const all = new Set(await threads.evaluateAll((list) => list.map((a) => a.getAttribute('href'))));
      // Step through the map from just before it: every stop must be one that Tab itself makes.
      await threads.first().evaluate((a) => {
        const before = document.createElement('button');
        a.closest('figure')?.prepend(before);
        before.focus();
      });
      const reached = new Set<string>();
      for (let step = 0; step < 120 && reached.size < 28; step++) {
        await page.keyboard.press('Tab');
        const at = await focused(page);
        if (/\bthread\b/.test(at.class) && at.href.startsWith('/townships/')) reached.add(at.href);
      }
      expect([...all].filter((href) => href?.startsWith('/townships/')).length).toBe(28);
      expect(reached.size).toBe(28);

      const looks = () =>
        page.evaluate(() => {
          const at = document.activeElement?.matches('a.thread')
            ? document.activeElement
            : document.querySelector('[data-last]');
          at?.setAttribute('data-last', '');
          const style = (selector: string, name: string) => {
            const part = at?.querySelector(selector);
            return part ? getComputedStyle(part).getPropertyValue(name) : '';
          };
          return [
            style('.strand', 'stroke-width'),
            style('.label', 'font-weight'),
            style('.label', 'text-decoration-line'),
          ];
        });
      const withFocus = await looks();
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      const without = await looks();
      await close();
      expect(withFocus).not.toEqual(without);
      expect(withFocus[0]).toBe('4px');
      expect(withFocus[2]).toBe('underline');
    },
  );

  it('shows where the focus is on every link of the home page', async () => {
    const { page, close } = await visit(browser, served.url, { width: 390 });
    const hidden: unknown[] = [];
    const steps = await page.locator('a[href]:visible, summary:visible, [tabindex="0"]:visible').count();
    for (let step = 0; step < steps; step++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const { activeElement: at } = document;
        if (!at || at === document.body) return null;
        const part = at.querySelector('.strand, .label, rect, .swatch') ?? at;
        const look = (e: Element) => {
          const s = getComputedStyle(e);
          return [
            s.outlineStyle,
            s.outlineWidth,
            s.boxShadow,
            s.strokeWidth,
            s.stroke,
            s.fontWeight,
            s.textDecorationLine,
            s.backgroundColor,
          ].join();
        };
        const focus = look(at) + look(part);
        (at as HTMLElement).blur();
        const plain = look(at) + look(part);
        (at as HTMLElement).focus();
        return focus === plain ? at.outerHTML.slice(0, 120) : null;
      });
      if (at) hidden.push(at);
    }
    await close();
    expect(hidden).toEqual([]);
  });
});
