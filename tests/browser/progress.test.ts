import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSites } from '../site/built-site.ts';
import { openBrowser, type Visit, visit } from './browser.ts';

const sites = await builtSites('production', 'samples');
let browser: Browser;
let served: { readonly production: ServedFolder; readonly samples: ServedFolder };
let phone: Visit;
let sampled: Visit;

beforeAll(async () => {
  browser = await openBrowser();
  served = { production: await serveFolder(sites.production), samples: await serveFolder(sites.samples) };
  phone = await visit(browser, `${served.production.url}404.html`, { width: 390, javaScript: false });
  sampled = await visit(browser, `${served.samples.url}progress/`, { width: 390, javaScript: false });
});
afterAll(async () => {
  await browser?.close();
  await served?.production.close();
  await served?.samples.close();
});

describe('the page of progress on a phone', () => {
  it('is read in four screens: 3,500 px and no more', async () => {
    await phone.goTo(`${served.production.url}progress/`);
    const height = await phone.page.locator('body').evaluate((body) => body.scrollHeight);
    expect(height).toBeLessThan(3500);
  });

  it('has one state of a number a row: its drawing beside its name, whole', async () => {
    await phone.goTo(`${served.production.url}progress/`);
    const rows = await phone.page.locator('.states li').evaluateAll((items) =>
      items.map((item) => {
        const box = (selector: string) => (item.querySelector(selector) as Element).getBoundingClientRect();
        const marks = [...item.querySelectorAll('svg rect, svg path, svg line')].map((mark) =>
          Math.ceil(mark.getBoundingClientRect().right),
        );
        return { beside: box('div').right <= box('h3').left, whole: marks.every((x) => x <= box('div').right + 1) };
      }),
    );
    expect(rows).toHaveLength(10);
    expect(rows.filter(({ beside, whole }) => !beside || !whole)).toEqual([]);
  });

  it('shows a line that several carry out as a strip: who above, years below, planned hollow, reported solid', async () => {
    const strip = sampled.page.locator('.strip', { hasText: '书信交流' });
    expect(await strip.locator('thead th').allTextContents()).toEqual(['长沙', '株洲', '岳阳', '常德']);
    expect(await strip.locator('tbody th').allTextContents()).toEqual(['2019年', '2020年']);
    const figures = ['50/50', '57/50', '0/50', '46/50', '32/50', '50', '50', '50'];
    expect(await strip.locator('tbody td b').allTextContents()).toEqual(figures);
    const marks = await strip.locator('td a').evaluateAll((cells) => cells.map((cell) => cell.className));
    expect(marks).toEqual(['box f10', 'box f10 over', 'box nought', 'box f9', 'box f6', 'box', 'box', 'box']);
    expect(await strip.getByRole('link', { name: '57/50　计划50，上报57' }).count()).toBe(1);
  });
});

describe('the page of a project', () => {
  it('opens with its verb and its months; stories stand before the tables, the clause is folded and read without a script', async () => {
    await phone.goTo(`${served.production.url}projects/pen-pals/`);
    const top = (selector: string) =>
      phone.page
        .locator(selector)
        .first()
        .evaluate((e) => e.getBoundingClientRect().top);
    expect(await phone.page.locator('.deed').textContent()).toBe('写信');
    const order = await Promise.all(['.deed', '.loom', '.strip', '.shelf', '.big', '.clause'].map(top));
    expect(order.slice(0, 5)).toEqual(order.slice(0, 5).toSorted((a, b) => a - b));
    const clause = phone.page.locator('.clause');
    expect(await clause.isVisible()).toBe(false);
    await phone.page.getByText('原文：四（一）1').click();
    expect(await clause.isVisible()).toBe(true);
  });

  it('has all of it on paper, the folded parts too', async () => {
    const paper = await visit(browser, `${served.production.url}projects/pen-pals/`, { media: 'print', width: 718 });
    const seen = await paper.page
      .locator('.clause, .task tbody tr')
      .evaluateAll((parts) => parts.map((part) => part.checkVisibility({ contentVisibilityAuto: true })));
    await paper.close();
    expect(seen).toHaveLength(9);
    expect(seen).not.toContain(false);
  });
});
