import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSites, type SiteWithContent } from '../site/built-site.ts';
import { openBrowser, visit } from './browser.ts';

const sites = await builtSites('based', 'samples');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** An address that leads nowhere, a folder deep, without a script: what is said there and where its links lead. */
async function lost(site: SiteWithContent, width = 390) {
  const served = await serveFolder(site);
  const seen = await visit(browser, `${served.url}404.html`, { width, height: 844, javaScript: false });
  const response = await seen.page.goto(`${served.url}townships/nowhere/`);
  const found = await seen.page.evaluate(() => ({
    heading: document.querySelector('main h1')?.textContent?.trim(),
    search: document.querySelector('main form[role="search"]')?.getAttribute('action') ?? '',
    field: document.querySelector<HTMLInputElement>('main form input')?.name,
    links: [...document.querySelectorAll('main a')].map((a) => a.getAttribute('href') ?? ''),
    others: [...document.querySelectorAll('header a, footer a')].map((a) => a.getAttribute('href') ?? ''),
    across: document.documentElement.scrollWidth,
  }));
  const base = new URL(served.url).pathname;
  const dead: string[] = [];
  for (const href of new Set([...found.links, ...found.others, found.search])) {
    if (href.startsWith('/') && (await fetch(new URL(href, served.url))).status !== 200) dead.push(href);
  }
  const within = [...found.links, ...found.others, found.search].filter((href) => !/^(#|mailto:|https?:)/u.test(href));
  await seen.close();
  await served.close();
  return { ...found, status: response?.status(), base, dead, outside: within.filter((href) => !href.startsWith(base)) };
}

const storiesAmong = (links: readonly string[]) => links.filter((href) => /\/stories\/[^/]+\/$/u.test(href));

describe('an address that leads nowhere, without a script', () => {
  it('offers stories, a search and the ways on, each under the sub-path of the site and alive', async () => {
    const found = await lost(sites.based);
    expect(found.base).not.toBe('/');
    expect(found).toMatchObject({ status: 404, heading: '没有这一页', field: 'q', across: 390, dead: [], outside: [] });
    expect(found.search).toBe(`${found.base}search/`);
    expect(storiesAmong(found.links)).toHaveLength(3);
    for (const way of ['', 'stories/', 'pairings/', 'projects/', 'progress/', 'plan/'])
      expect(found.links).toContain(found.base + way);
    // Nobody stands there yet, so nobody is sent there.
    expect(found.links).not.toContain(`${found.base}people/`);
  });

  it('offers people too as soon as there are any', async () => {
    const found = await lost(sites.samples);
    expect(found).toMatchObject({ status: 404, dead: [], outside: [] });
    expect(found.links).toContain('/people/');
    expect(storiesAmong(found.links)).toHaveLength(3);
  });

  it('keeps inside a wide screen and a very narrow one', async () => {
    for (const width of [320, 1280]) expect((await lost(sites.based, width)).across).toBe(width);
  });
});
