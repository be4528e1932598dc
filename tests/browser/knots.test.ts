import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSites } from '../site/built-site.ts';
import { openBrowser, visit } from './browser.ts';

const sites = await builtSites('samples', 'schools');
let browser: Browser;
let samples: ServedFolder;
let untold: ServedFolder;
beforeAll(async () => {
  browser = await openBrowser();
  [samples, untold] = await Promise.all([serveFolder(sites.samples), serveFolder(sites.schools)]);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([samples, untold].map((served) => served?.close()));
});

const PAGES = ['', 'pairings/', 'pairings/changde/'];
const knotsIn = (page: Page) => page.locator('figure.chart svg a.knot:visible');
/** The one list of stories of a page that has a map: its own where it has one, else that of the knots. */
const listIn = (page: Page) => page.locator('.on-threads, .shelf');

describe.each(PAGES)('the map of /%s', (path) => {
  it.each([390, 1280])(
    'has knots that are links called as their stories are, at %i px, without script',
    async (width) => {
      const { page, close } = await visit(browser, samples.url + path, { width, javaScript: false });
      for (const fold of await page.locator('.fold.map > summary:visible').all()) await fold.click();
      const changde = page.getByRole('link', { name: /^(常德和隆子的两年|常德→隆子，\d+篇故事)$/ });
      const named = await changde.evaluateAll((links) => links.filter((link) => link.matches('svg *')).length);
      const wrong = await knotsIn(page).evaluateAll((knots) =>
        knots
          .filter((knot) => {
            const numeral = knot.querySelector('text')?.textContent;
            const name = knot.querySelector('title')?.textContent ?? '';
            const href = knot.getAttribute('href') ?? '';
            return numeral
              ? !name.endsWith(`，${numeral}篇故事`) || !/^\/(townships\/[^/]+|stories\/by\/city\/[^/]+)\/$/.test(href)
              : !/^\/stories\/[^/]+\/$/.test(href) || name === '';
          })
          .map((knot) => knot.outerHTML),
      );
      const [knots, lists, lines] = [
        await knotsIn(page).count(),
        await listIn(page).count(),
        await listIn(page).locator('li').count(),
      ];
      const text = (await listIn(page).textContent())?.trim();
      await close();
      expect(named).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
      expect(knots).toBeGreaterThan(3);
      expect(lists).toBe(1);
      expect(lines).toBeGreaterThan(0);
      expect(lines).toBeLessThanOrEqual(6);
      expect(text).toContain('常德和隆子的两年');
      expect(text).toContain('常德→隆子');
    },
  );

  it('is followed by one list of stories, which tells none twice', async () => {
    const { page, close } = await visit(browser, samples.url + path, { javaScript: false });
    const addresses = await page
      .locator('main a:not(svg a, .pane a)')
      .evaluateAll((links) => links.flatMap((a) => a.getAttribute('href')?.match(/^\/stories\/[^/]+\/$/)?.[0] ?? []));
    await close();
    expect(addresses.length).toBeGreaterThan(1);
    expect(addresses).toEqual([...new Set(addresses)]);
  });

  it('shows with the keyboard which knot is reached', async () => {
    const { page, close } = await visit(browser, samples.url + path);
    const map = page.locator('figure.chart').filter({ has: page.locator('a.knot') });
    const before = map.first().locator('svg a:not(.knot):visible').last();
    await before.focus();
    await page.keyboard.press('Tab');
    const reached = await page.evaluate(() => {
      const at = document.activeElement;
      const look = at && getComputedStyle(at);
      return {
        knot: at?.matches('a.knot'),
        outline: look?.outlineStyle,
        wide: Number.parseFloat(look?.outlineWidth ?? ''),
      };
    });
    await close();
    expect(reached).toMatchObject({ knot: true, outline: 'solid' });
    expect(reached.wide).toBeGreaterThanOrEqual(2);
  });
});

describe('a single story', () => {
  it('is reached from its knot', async () => {
    const { page, close } = await visit(browser, `${samples.url}pairings/`);
    const single = await knotsIn(page).evaluateAll((knots) =>
      knots.flatMap((knot) => (knot.querySelector('text') ? [] : (knot.getAttribute('href') ?? []))),
    );
    const href = single[0] ?? '';
    const heading = page.locator('h1');
    await page.locator(`svg a.knot[href="${href}"]:visible`).first().click();
    await page.waitForURL(`**${href}`);
    const there = await heading.textContent();
    await close();
    expect(there?.trim()).toBeTruthy();
  });
});

describe('a programme without stories', () => {
  it.each(['', 'pairings/'])('has maps on /%s, and no knot, no list and no word of them', async (path) => {
    const { page, close } = await visit(browser, untold.url + path);
    const [maps, text] = [
      await page.locator('figure.chart svg').count(),
      (await page.locator('main').textContent()) ?? '',
    ];
    const tied = await page.locator('svg a.knot, .on-threads, .shelf').count();
    await close();
    expect(maps).toBeGreaterThan(0);
    expect(tied).toBe(0);
    expect(text).not.toMatch(/线上的故事|圆点是结/);
  });
});
