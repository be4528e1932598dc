import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { readZip } from '../exports/kits/read-zip.ts';
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

describe('a press kit', () => {
  it.each([
    ['media/', 'programme'],
    ['kits/', 'changde-and-longzi'],
    ['stories/changde-and-longzi/', 'changde-and-longzi'],
  ])('is taken from /%s without any script, and is the file of the site', async (path, id) => {
    const { page, close } = await visit(browser, served.url + path, { javaScript: false });
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`a[href$="${id}.zip"]`).click()]);
    expect(download.suggestedFilename()).toBe(`${id}.zip`);
    const bytes = readFileSync(await download.path());
    expect(bytes.equals(readFileSync(join(site.folder, `kits/${id}.zip`)))).toBe(true);
    expect(readZip(bytes)[0]?.name).toBe('说明.txt');
    await close();
  });

  it('says before it is taken how much it is, beside the link, on a phone too', async () => {
    const { page, close } = await visit(browser, `${served.url}kits/`, { javaScript: false });
    await page.setViewportSize({ width: 320, height: 640 });
    const lines = await page.locator('.kits li').allInnerTexts();
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/下载（\d+个文件，约[\d.]+ [kM]B）/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await close();
  });
});
