import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/lib/serve-folder.ts';
import { openBrowser, visit } from './browser.ts';

let browser: Browser;
let served: ServedFolder;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFolder(inject('sites').production);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Width of an A4 sheet less its margins, in CSS pixels. */
const SHEET = 718;

describe('on paper', () => {
  it.each(['', 'plan/', 'progress/', 'projects/cadre-training/', 'townships/yumai/', 'facts/furong-people-2019/'])(
    'the page /%s shows no menu, no links to skip or download, and fits the sheet',
    async (path) => {
      const { page, close } = await visit(browser, served.url + path, { media: 'print', width: SHEET });
      const shown = await page.evaluate(() => {
        const furniture = [...document.querySelectorAll<HTMLElement>('nav, .skip, .take, button')];
        return furniture.filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80));
      });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      await close();
      expect(shown).toEqual([]);
      expect(over).toBe(0);
    },
  );

  it('the document keeps every paragraph and every cell, in black on white', async () => {
    const { page, close } = await visit(browser, `${served.url}plan/`, {
      ...{ media: 'print', width: SHEET, colourScheme: 'dark' },
    });
    const { lost, count, paper, ink } = await page.evaluate(() => {
      const passages = [...document.querySelectorAll<HTMLElement>('article [id]')];
      const { backgroundColor, color } = getComputedStyle(document.body);
      return {
        count: passages.length,
        lost: passages.filter((e) => !e.checkVisibility({ visibilityProperty: true })).map((e) => e.id),
        paper: backgroundColor,
        ink: color,
      };
    });
    await close();
    expect(count).toBeGreaterThan(150);
    expect(lost).toEqual([]);
    expect(paper).toBe('rgb(255, 255, 255)');
    expect(Math.max(...(ink.match(/\d+/g) ?? ['255']).slice(0, 3).map(Number))).toBeLessThan(80);
  });

  it('the home page keeps its cloth and its map in colour', async () => {
    const { page, close } = await visit(browser, served.url, { media: 'print', width: SHEET });
    const seen = await page.evaluate(() => ({
      exact: getComputedStyle(document.querySelector('.cloth') ?? document.body).printColorAdjust,
      maps: [...document.querySelectorAll('figure svg')].filter((svg) => svg.checkVisibility()).length,
    }));
    await close();
    expect(seen.exact).toBe('exact');
    expect(seen.maps).toBeGreaterThan(0);
  });
});
