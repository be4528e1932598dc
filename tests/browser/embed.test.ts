import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSite } from '../site/built-site.ts';
import { openBrowser, visit } from './browser.ts';

const site = await builtSite('production');

let browser: Browser;
let served: ServedFolder;
/** A page of somebody else, on another origin, with what a reader copied. */
let elsewhere: Server;
let body = '';
beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFolder(site);
  elsewhere = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(
      `<!doctype html><meta name="viewport" content="width=device-width"><style>body{margin:0}</style>${body}`,
    );
  }).listen(0, '127.0.0.1');
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  elsewhere?.close();
});

/** The code that a figure offers, with the address of the site where it is served now. */
async function codeOf(name: string): Promise<string> {
  const { page, close } = await visit(browser, `${served.url}figures/`, { javaScript: false });
  const code = await page.locator(`#${name}-embed`).inputValue();
  await close();
  const address = /src="(https:\/\/[^"]*?\/)embed\//.exec(code)?.[1] ?? '';
  return code.replaceAll(address, served.url);
}

interface Embedded {
  readonly page: Page;
  readonly frame: Frame;
  readonly errors: readonly string[];
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

async function embedded(
  code: string,
  options: { width: number; javaScript: boolean; dark?: boolean },
): Promise<Embedded> {
  body = `<p>别人的一篇文章。</p>${code}<p>文章的下一段。</p>`;
  const context = await browser.newContext({
    viewport: { width: options.width, height: 800 },
    javaScriptEnabled: options.javaScript,
    colorScheme: options.dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  const frame = page.frames()[1];
  if (!frame) throw new Error('no frame');
  await frame.waitForLoadState();
  return { page, frame, errors: errors.filter((one) => !one.includes('favicon')), asked, close: () => context.close() };
}

const heights = async ({ page, frame }: Embedded) => ({
  frame: await page.evaluate(() => document.querySelector('iframe')?.clientHeight ?? 0),
  inside: await frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height)),
});

describe('a figure in a frame on a page of another origin', () => {
  it.each([320, 1200])('is as high as what is in it, at %i px, and asks nobody but the site', async (width) => {
    const view = await embedded(await codeOf('river-map'), { width, javaScript: true });
    await view.page.waitForFunction(() => {
      const frame = document.querySelector('iframe');
      return frame !== null && frame.height !== frame.dataset['first'] && Number(frame.height) > 300;
    });
    await expect.poll(async () => (await heights(view)).frame - (await heights(view)).inside).toBe(0);
    expect(await view.frame.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const drawn = await view.frame.evaluate(() =>
      [...document.querySelectorAll('svg')]
        .filter((svg) => svg.getBoundingClientRect().height > 100)
        .map((svg) => svg.closest('div')?.className),
    );
    expect(drawn).toEqual([width === 320 ? 'form-phone' : 'form-wide']);
    expect(view.errors).toEqual([]);
    const origins = new Set(view.asked.map((url) => new URL(url).origin));
    expect([...origins].filter((origin) => origin !== served.origin)).toHaveLength(1);
    await view.close();
  });

  it.each([320, 1200])(
    'shows title, drawing, source and the way to the site without a script, at %i px',
    async (width) => {
      const view = await embedded(await codeOf('progress-furong'), { width, javaScript: false });
      const { frame, page } = view;
      expect(await frame.locator('h1').textContent()).toContain('芙蓉学子');
      expect(await frame.locator('svg').filter({ visible: true }).count()).toBe(1);
      expect(await frame.locator('figcaption').textContent()).toMatch(/来源：.*数据截至2019年5月8日/);
      expect(await frame.locator('figcaption a').getAttribute('href')).toMatch(/figures\/#progress-furong$/);
      // The height that the code says is room enough for it.
      const room = await page.evaluate(() => document.querySelector('iframe')?.clientHeight ?? 0);
      const last = await frame.locator('figcaption').boundingBox();
      const top = await page.evaluate(() => document.querySelector('iframe')?.getBoundingClientRect().top ?? 0);
      expect((last?.y ?? 0) + (last?.height ?? 0) - top).toBeLessThanOrEqual(room);
      await view.close();
    },
  );

  it('stays light where the reader has dark screens: nobody knows what it stands on', async () => {
    const view = await embedded(await codeOf('money'), { width: 640, javaScript: true, dark: true });
    expect(await view.frame.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(253, 252, 249)');
    await view.close();
  });

  it('does not do what the page around it says', async () => {
    const view = await embedded(await codeOf('money'), { width: 640, javaScript: true });
    const before = await view.frame.content();
    await view.page.evaluate(() => {
      document.querySelector('iframe')?.contentWindow?.postMessage({ figureHeight: 5, html: '<b>x</b>' }, '*');
    });
    await view.page.waitForTimeout(100);
    expect(await view.frame.content()).toBe(before);
    await view.close();
  });

  it('is a picture with its sentence and source for those who see no frames', async () => {
    const code = await codeOf('river-map');
    const inside = /<iframe[^>]*>([\s\S]*?)<\/iframe>/.exec(code)?.[1] ?? '';
    expect(inside).toMatch(/^<img src="[^"]*\/figures\/river-map\.png" alt="从湘江到雅鲁藏布江"/);
    expect(inside).toContain('来源：');
    const { page, close } = await visit(browser, served.url, { javaScript: false });
    const answer = await page.request.get(/src="([^"]*)"/.exec(inside)?.[1] ?? '');
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png']);
    await close();
  });

  it('is kept out of search engines, and says where its own page is', async () => {
    const { page, close } = await visit(browser, `${served.url}embed/money/`);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(/\/figures\/$/);
    await close();
  });
});
