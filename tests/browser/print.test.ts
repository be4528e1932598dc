import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSite } from '../site/built-site.ts';
import { openBrowser, type Visit, visit } from './browser.ts';

const site = await builtSite('production');

/** Width of an A4 sheet less its margins, in CSS pixels. */
const SHEET = 718;
let browser: Browser;
let served: ServedFolder;
let sheet: Visit;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFolder(site);
  sheet = await visit(browser, `${served.url}404.html`, { media: 'print', width: SHEET, colourScheme: 'dark' });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

describe('on paper', () => {
  it.each(['', 'plan/', 'progress/', 'projects/cadre-training/', 'townships/yumai/', 'facts/furong-people-2019/'])(
    'the page /%s shows no menu, no links to skip or download, and fits the sheet',
    async (path) => {
      await sheet.goTo(served.url + path);
      const shown = await sheet.page.evaluate(() => {
        const furniture = [...document.querySelectorAll<HTMLElement>('nav, .skip, .take, button')];
        return furniture.filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80));
      });
      const over = await sheet.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(shown).toEqual([]);
      expect(over).toBe(0);
    },
  );

  it('the document keeps every paragraph and every cell, in black on white even where the screen is dark', async () => {
    await sheet.goTo(`${served.url}plan/`);
    const { lost, count, paper, ink } = await sheet.page.evaluate(() => {
      const passages = [...document.querySelectorAll<HTMLElement>('article [id]')];
      const { backgroundColor, color } = getComputedStyle(document.body);
      return {
        count: passages.length,
        lost: passages.filter((e) => !e.checkVisibility({ visibilityProperty: true })).map((e) => e.id),
        paper: backgroundColor,
        ink: color,
      };
    });
    expect(count).toBeGreaterThan(150);
    expect(lost).toEqual([]);
    expect(paper).toBe('rgb(255, 255, 255)');
    expect(Math.max(...(ink.match(/\d+/g) ?? ['255']).slice(0, 3).map(Number))).toBeLessThan(80);
  });

  it('the home page keeps its cloth and its map in colour', async () => {
    await sheet.goTo(served.url);
    const seen = await sheet.page.evaluate(() => ({
      exact: getComputedStyle(document.querySelector('.cloth') ?? document.body).printColorAdjust,
      maps: [...document.querySelectorAll('figure svg')].filter((svg) => svg.checkVisibility()).length,
    }));
    expect(seen.exact).toBe('exact');
    expect(seen.maps).toBeGreaterThan(0);
  });
});
