import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSites } from '../site/built-site.ts';
import { openBrowser, type PageOptions, type Visit, visit } from './browser.ts';

const { samples } = await builtSites('samples');
let browser: Browser;
let served: ServedFolder;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFolder(samples);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** The first screen of WeChat on a phone of ordinary size. */
const WECHAT = { width: 390, height: 664 };
const PORTRAIT = 'stories/sample-portrait-finished/';

/** A story as its readers will see it: a preview says above it what is still open, a published one does not. */
async function open(path: string, options: PageOptions): Promise<Visit> {
  const seen = await visit(browser, served.url + path, options);
  await seen.page.evaluate(() => {
    for (const element of document.querySelectorAll('.release, .sample-note, main > p, header + p')) element.remove();
  });
  return seen;
}

const boxOf = ({ page }: Visit) =>
  page.locator('.profile').evaluate((box) => ({
    bottom: box.getBoundingClientRect().bottom,
    name: box.querySelector('.name dd')?.textContent?.trim(),
    rows: [...box.querySelectorAll('dl > div:not(.name, .said)')].map((row) =>
      [...row.children].map((child) => child.textContent?.trim()),
    ),
    links: [...box.querySelectorAll('a')].map((a) => a.getAttribute('href')),
    words: box.querySelector('.said dd')?.textContent?.trim() ?? null,
  }));

describe('the box of a person', () => {
  it.each([true, false])('stands whole on the first screen of a phone, with scripts %s', async (javaScript) => {
    const seen = await open(PORTRAIT, { ...WECHAT, javaScript });
    const { bottom, ...box } = await boxOf(seen);
    expect(box).toEqual({
      name: '样例辛',
      rows: [
        ['从哪来', '样例县'],
        ['在哪儿', '样例市一所小学'],
        ['多久', '2026年7—10月'],
      ],
      links: [],
      words: '“说十一只鞋，他们脱下鞋就知道有多宽。”',
    });
    expect(bottom).toBeLessThanOrEqual(WECHAT.height);
    expect(await seen.page.locator('aside.box h2').textContent()).toBe('这件事');
    expect(await seen.page.locator('aside.box').textContent()).not.toContain('样例辛');
    await seen.close();
  });

  it('leads to its places, says of what lay ahead that it was a plan, and is not there where nothing is known', async () => {
    const seen = await open('stories/sample-interview-told/', { javaScript: false });
    const box = await boxOf(seen);
    expect(box.links).toEqual(['/townships/yumai/']);
    expect(box.rows.at(-1)).toEqual(['多久', '2025年8月起，计划到2027年7月']);
    await seen.goTo(`${served.url}stories/sample-person-plain/`);
    expect(await seen.page.locator('.profile').count()).toBe(0);
    await seen.close();
  });

  it.each([
    { width: 320, name: '样例扎西次仁旺堆平措多吉卓' },
    { width: 390, name: '阿卜杜热西提·吐尔逊尼亚孜' },
    { width: 768, name: '阿卜杜热西提·吐尔逊尼亚孜' },
    { width: 1280, name: '阿卜杜热西提·吐尔逊尼亚孜' },
  ])('holds a long name and long places at $width pixels, and letters twice as large', async ({ width, name }) => {
    const seen = await open(PORTRAIT, { width, height: 844 });
    const spilt = async () =>
      seen.page.evaluate(() => {
        const right = document.documentElement.clientWidth;
        const spills = [...document.querySelectorAll('.profile, .profile *')].filter(
          (e) => !e.classList.contains('vh') && e.getBoundingClientRect().right > right + 0.5,
        );
        return { spills: spills.length, wide: document.documentElement.scrollWidth - right };
      });
    await seen.page.evaluate((long) => {
      const [first, ...rest] = document.querySelectorAll('.profile dd');
      const own = first?.querySelector('.own-title');
      if (own) own.textContent = long;
      for (const dd of rest.slice(0, 2)) dd.textContent = '一个很长很长的县的一个很长很长的乡，一所很长的小学';
    }, name);
    expect(await spilt()).toEqual({ spills: 0, wide: 0 });
    await seen.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect((await spilt()).spills).toBe(0);
    await seen.close();
  });

  it('stands on paper with the numbers and their sources', async () => {
    const seen = await open(PORTRAIT, { width: 718, media: 'print' });
    expect(await seen.page.locator('.profile .said').isVisible()).toBe(true);
    await seen.close();
  });
});

describe('whoever is introduced elsewhere', () => {
  it('is so in the same words: on the wall of people', async () => {
    const seen = await visit(browser, `${served.url}people/`, { ...WECHAT, javaScript: false });
    const tile = seen.page.locator('.wall li', { has: seen.page.locator('h3', { hasText: '样例辛' }) });
    expect(await tile.locator('.line span').allTextContents()).toEqual(['样例县', '样例市一所小学', '2026年7—10月']);
    expect(await tile.locator('.who').textContent()).toBe('“说十一只鞋，他们脱下鞋就知道有多宽。”');
    await seen.close();
  });

  it('is so in the open thread of the home page, which names no place that the story does not', async () => {
    const seen = await visit(browser, served.url, { ...WECHAT, javaScript: false });
    const slip = seen.page.locator('.opened .slip');
    const hrefs = () => slip.locator('.where a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    const [named, places] = [(await slip.locator('.whose').textContent())?.trim(), await hrefs()];
    const story = await slip.locator('.whose a').getAttribute('href');
    expect(places.length).toBeGreaterThan(0);
    await seen.goTo(new URL(story ?? '', served.url).href);
    const page = seen.page.locator('article.story');
    expect(await page.textContent()).toContain(named);
    const told = await page.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(places.filter((href) => !told.includes(href))).toEqual([]);
    await seen.close();
  });
});
