import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSite } from '../site/built-site.ts';
import { openBrowser, visit } from './browser.ts';

const site = await builtSite('production');

let browser: Browser;
let served: ServedFolder;
const FACT = 'facts/furong-people-2019/';

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFolder(site);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

describe('the citation of a fact', () => {
  it('is copied to the clipboard by its button, which says that it was', async () => {
    const { page, close } = await visit(browser, served.url + FACT);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.origin });
    const fields = page.locator('.cite textarea');
    const buttons = page.locator('.cite button');
    expect(await buttons.count()).toBe(await fields.count());
    for (const i of [0, 1]) {
      await buttons.nth(i).click();
      await page.waitForFunction((at) => document.querySelectorAll('.cite button')[at]?.textContent === '已复制', i);
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(await fields.nth(i).inputValue());
    }
    await close();
  });

  it('is selected and the reader told to copy it where the clipboard is closed to the page', async () => {
    const { page, close } = await visit(browser, served.url + FACT);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.locator('.cite button').first().click();
    await page.waitForFunction(() => document.querySelector('.cite button')?.textContent === '已选中，请复制');
    const selected = await page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('.cite textarea');
      return field?.value.slice(field.selectionStart, field.selectionEnd) === field?.value;
    });
    await close();
    expect(selected).toBe(true);
  });

  it('has no button without script, and its field can still be selected', async () => {
    const { page, close } = await visit(browser, served.url + FACT, { javaScript: false });
    const buttons = await page.locator('main button').count();
    const field = page.locator('#cite-document');
    await field.focus();
    await page.keyboard.press('Control+A');
    const selected = await field.evaluate((e) => {
      const { selectionStart, selectionEnd, value } = e as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });
    const text = await field.inputValue();
    await close();
    expect(buttons).toBe(0);
    expect(selected).toBe(text);
    expect(selected).toContain('[Z]');
  });
});
