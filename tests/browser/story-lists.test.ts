import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSites } from '../site/built-site.ts';
import { openBrowser, type Visit, visit } from './browser.ts';

const sites = await builtSites('production', 'samples', 'region');
let browser: Browser;
let served: Record<keyof typeof sites, ServedFolder>;
let visits: Record<keyof typeof sites, Visit>;
let seen: Visit;
beforeAll(async () => {
  browser = await openBrowser();
  const [production, samples, region] = await Promise.all([
    serveFolder(sites.production),
    serveFolder(sites.samples),
    serveFolder(sites.region),
  ]);
  served = { production, samples, region };
  const open = (name: keyof typeof sites) => visit(browser, served[name].url, { javaScript: false });
  visits = { production: await open('production'), samples: await open('samples'), region: await open('region') };
});
afterAll(async () => {
  await browser?.close();
  for (const one of Object.values(served ?? {})) await one.close();
});

const boxes = (selector: string) =>
  seen.page.locator(selector).evaluateAll((all) =>
    all.map((element) => {
      const { left, right, width, height } = element.getBoundingClientRect();
      return { left, right, width, height };
    }),
  );
const at = async (name: keyof typeof sites, path: string, width: number) => {
  seen = visits[name];
  await seen.page.setViewportSize({ width, height: 844 });
  await seen.goTo(served[name].url + path);
};

describe('a list of stories', () => {
  it('of twenty-four is less than 4,500 pixels long on a phone', async () => {
    await at('samples', 'stories/', 390);
    expect((await boxes('.shelf > li')).length).toBe(24);
    expect(await seen.page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4500);
  });

  it('opens with its first photo from edge to edge, 16 to 9; others are 3 to 2, and what has none is a low row', async () => {
    await at('samples', 'stories/', 390);
    const [lead] = await boxes('.shelf .lede img');
    expect([lead?.left, lead?.right]).toEqual([0, 390]);
    expect((lead?.width ?? 0) / (lead?.height ?? 1)).toBeCloseTo(16 / 9, 1);
    const photos = await boxes('.shelf .shot img');
    expect(photos.length).toBeGreaterThan(0);
    for (const { width, height } of photos) expect(width / height).toBeCloseTo(3 / 2, 1);
    const rows = (await boxes('.shelf .line')).map(({ height }) => height);
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(63.5);
    expect(rows.filter((height) => height < 66).length).toBeGreaterThan(rows.length / 3);
  });

  it('is never wider than the screen', async () => {
    for (const width of [320, 390, 768, 1280, 1920]) {
      await at('samples', 'stories/', width);
      const wide = await seen.page.evaluate(() => document.documentElement.scrollWidth);
      expect([width, wide]).toEqual([width, width]);
    }
  });
});

describe('the wall of people', () => {
  it('has upright tiles, 4 to 5, each with the name below', async () => {
    for (const width of [390, 1280]) {
      await at('samples', 'people/', width);
      const tiles = await boxes('.wall .cov');
      expect(tiles.length).toBeGreaterThan(3);
      for (const tile of tiles) expect(tile.width / tile.height).toBeCloseTo(4 / 5, 1);
      const below = await seen.page.locator('.wall > li').evaluateAll((all) =>
        all.map((li) => {
          const bottom = (name: string) => li.querySelector(name)?.getBoundingClientRect();
          return (bottom('h3')?.top ?? 0) >= (bottom('.cov')?.bottom ?? 0);
        }),
      );
      expect(below).not.toContain(false);
    }
  });

  it('hangs one cloth where nobody stands yet', async () => {
    await at('region', 'people/', 390);
    expect((await boxes('.cov')).length).toBe(1);
    expect(await seen.page.locator('h1').textContent()).toBe('第一个名字，等你来写');
  });
});

describe('a number in a portrait', () => {
  const PORTRAIT = 'stories/sample-portrait-finished/';
  const shown = () =>
    seen.page
      .locator('.portrait .prose .num > .at:not(.ne)')
      .first()
      .evaluate((mark) => mark.getBoundingClientRect().width > 5);

  it('has dots under it and tells its source to whoever points at it or comes to it by key', async () => {
    await at('samples', PORTRAIT, 1280);
    const number = seen.page.locator('.portrait .prose .num > a:first-child').first();
    expect(await number.evaluate((a) => getComputedStyle(a).textDecorationStyle)).toBe('dotted');
    expect(await shown()).toBe(false);
    await number.hover();
    expect(await shown()).toBe(true);
    await seen.page.mouse.move(0, 0);
    expect(await shown()).toBe(false);
    await number.focus();
    expect(await shown()).toBe(true);
  });

  it('has its source beside it on paper, and in any other story on the screen', async () => {
    await at('samples', PORTRAIT, 718);
    await seen.page.emulateMedia({ media: 'print' });
    expect(await shown()).toBe(true);
    await seen.page.emulateMedia({ media: 'screen' });
    await at('production', 'stories/how-far-a-letter/', 390);
    const [mark] = await boxes('.prose .num > .at');
    expect(mark?.width).toBeGreaterThan(5);
  });
});

describe('what is said of how a map was drawn', () => {
  it('folds away; that it is a sketch does not', async () => {
    await at('production', 'pairings/', 390);
    const figure = seen.page.locator('figure.chart', { hasText: '示意图' }).first();
    expect(await figure.locator('svg:visible text', { hasText: '示意图' }).count()).toBeGreaterThan(0);
    const method = figure.locator('details', { hasText: '怎样画的' }).locator('p').first();
    expect(await method.isVisible()).toBe(false);
    await figure.getByText('怎样画的').click();
    expect(await method.isVisible()).toBe(true);
  });
});
