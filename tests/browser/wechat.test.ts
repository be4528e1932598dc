import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type WechatPage, wechatPage } from '#exports/wechat/page.ts';
import { openBrowser } from './browser.ts';

/** A page as an editor opens it: from disk, with a picture beside it. */
const COPIED =
  '<section style="font-size:17px;color:#16181b"><h2 style="margin:2em 0 .8em">甲的信</h2><p style="margin:0 0 1em">他说“好”<sup style="font-size:13px">[1]</sup>，3 &lt; 4。</p><p style="margin:0">〔此处放图01：01-a.png〕</p></section>';
const told: WechatPage = {
  title: '样例的一封信',
  fields: [
    { name: '标题', text: '样例的一封信', most: 32, whole: null, note: '' },
    { name: '作者', text: '', most: 16, whole: null, note: '稿件没有写作者，后台可以不填' },
    { name: '摘要', text: '一句“样例”的摘要。', most: 128, whole: null, note: '' },
    { name: '原文地址', text: 'https://example.com/stories/a/', most: 1024, whole: null, note: '' },
  ],
  pictures: [
    { kind: 'photo', name: 'a.png', number: 1, alt: '样例', caption: '样例的图', under: '甲的信', file: '01-a.png' },
  ],
  shown: COPIED.replace('</section>', '<img style="width:100%" src="pictures/01-a.png" alt="样例"></section>'),
  copied: COPIED,
  until: '2027年1月1日',
};

const dir = mkdtempSync(join(tmpdir(), 'wechat-page-'));
writeFileSync(join(dir, 'wechat.html'), wechatPage(told));
const address = pathToFileURL(join(dir, 'wechat.html')).href;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(dir, { recursive: true });
});

/** Opens the page; with `refused` the browser lets no page write to the clipboard by itself. */
async function opened(refused = false) {
  const context = await browser.newContext({ viewport: { width: 390, height: 700 }, locale: 'zh-CN' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const seen = { errors: [] as string[], asked: [] as string[] };
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && seen.errors.push(message.text()));
  page.on('request', (request) => seen.asked.push(request.url()));
  if (refused)
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
  await page.goto(address);
  return { page, context, seen };
}

/** What somebody gets who pastes: the rich text, and the plain one. */
async function pasted(page: Page) {
  await page.evaluate(() => {
    const target = document.createElement('div');
    target.id = 'target';
    target.contentEditable = 'true';
    document.body.append(target);
    target.addEventListener('paste', (event) => {
      event.preventDefault();
      target.dataset['html'] = event.clipboardData?.getData('text/html') ?? '';
      target.dataset['text'] = event.clipboardData?.getData('text/plain') ?? '';
    });
    target.focus();
  });
  await page.keyboard.press('ControlOrMeta+V');
  const read = await page.evaluate(() => {
    const target = document.getElementById('target');
    const both = [target?.dataset['html'] ?? '', target?.dataset['text'] ?? ''];
    target?.remove();
    return both;
  });
  return { html: read[0] ?? '', text: read[1] ?? '' };
}

describe('the page of an article, opened from disk', () => {
  it.each([
    ['as browsers of today copy', false],
    ['where a page may not write to the clipboard, by selecting', true],
  ])('copies the article as rich text, without pictures, and says so: %s', async (_, refused) => {
    const { page, context, seen } = await opened(refused);
    await page.getByRole('button', { name: '复制正文' }).click();
    await page.getByText('已复制正文').waitFor();
    const { html, text } = await pasted(page);
    const inside = html.replace(/^[\s\S]*?(<section)/, '$1').replace(/(<\/section>)[\s\S]*$/, '$1');
    expect(inside).toContain('<h2 style="');
    expect(inside).toContain('〔此处放图01：01-a.png〕');
    expect(inside).not.toContain('<img');
    expect(text.split('\n')).toEqual(['甲的信', '他说“好”[1]，3 < 4。', '〔此处放图01：01-a.png〕']);
    expect(seen.errors.filter((words) => !words.includes('ERR_FILE_NOT_FOUND'))).toEqual([]);
    expect(seen.asked.filter((one) => !one.startsWith('file:'))).toEqual([]);
    await context.close();
  });

  it('copies what is typed beside the text, each by itself; what is empty has no button', async () => {
    const { page, context } = await opened();
    const copies = async (name: string) => {
      await page.getByRole('button', { name: `复制${name}`, exact: true }).click();
      await page.getByText(`已复制${name}`).waitFor();
      return (await pasted(page)).text;
    };
    expect(await copies('标题')).toBe('样例的一封信');
    expect(await copies('摘要')).toBe('一句“样例”的摘要。');
    expect(await copies('原文地址')).toBe('https://example.com/stories/a/');
    expect(await page.getByRole('button', { name: '复制作者' }).count()).toBe(0);
    await context.close();
  });

  it('shows the picture in its place, where it goes, and does not scroll sideways on a phone', async () => {
    const { page, context } = await opened();
    expect(await page.locator('main img').getAttribute('src')).toBe('pictures/01-a.png');
    expect(await page.locator('header li').textContent()).toContain('位置：“甲的信”下面');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await context.close();
  });
});
