import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSite } from '../site/built-site.ts';
import { openBrowser } from './browser.ts';

/** The search of a programme whose places have names in many languages, as its page promises it. */

const site = await builtSite('agreement');
let browser: Browser;
let served: ServedFolder;
let page: Page;
beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), serveFolder(site)]);
  page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

describe('a place is found', () => {
  it.each([
    ['in pinyin', 'shiyan', '/townships/shiyan/', '按拼音：石燕'],
    ['by its initials', 'syjd', '/townships/shiyan/', '按拼音：石燕街道'],
    ['in Uyghur', 'پەگپەگ', '/townships/heqiao/', '按维吾尔文：荷桥'],
    ['in Uyghur, without the word for its kind', 'بەپتەپ', '/pairings/yangli-wu/', '按维吾尔文：样北'],
    ['in Kazakh', 'غۇپغۇپ', '/pairings/yangli-wu/', '按哈萨克文：样南'],
    ['in Mongolian', 'ᠠᠪᠠᠪ', '/townships/shiyan/', '按蒙古文：石燕'],
    ['in English', 'bepbep sample', '/pairings/yangli-wu/', '样北'],
  ])('%s (%s)', async (_, typed, href, said) => {
    await page.goto(`${served.url}search/?q=${encodeURIComponent(typed)}`);
    await page.waitForSelector('main[data-state="done"]');
    const hits = await page
      .locator('[data-group="exact"] a[data-hit]')
      .evaluateAll((all) => all.map((hit) => new URL((hit as HTMLAnchorElement).href).pathname));
    expect(hits).toContain(href);
    expect(await page.locator('#said').textContent()).toContain(said);
  });
});
