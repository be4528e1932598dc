import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSites, type SiteWithContent } from '../site/built-site.ts';
import { openBrowser, visit } from './browser.ts';
import { unreadableText } from './text-boxes.ts';

/** Programmes whose names are long, whose pairings are few or many: see tests/fixtures/shapes; the two smallest others; and the one that is published. */
const sites = await builtSites(
  'one-without-third',
  'four-with-28-long',
  'thirteen-with-60',
  'many-to-many',
  'agreement',
  'schools',
  'production',
);

/** Width and height of what is looked at, px: phones, a tablet upright, a low and a high window; last a sheet of paper. */
const SCREENS = [
  [320, 568],
  [390, 844],
  [768, 1024],
  [1280, 600],
  [1280, 1100],
] as const;
const SHEET = [718, 1000] as const;

/** The home page, all pairings, the document, the method, and of pairings and places below them the first and the last. */
function pagesOf({ folder }: SiteWithContent): string[] {
  const within = (name: string): string[] => {
    const inside = readdirSync(join(folder, name), { withFileTypes: true, encoding: 'utf8' }).filter((f) =>
      f.isDirectory(),
    );
    return [...new Set([inside[0], inside.at(-1)])].flatMap((f) => (f ? `${name}/${f.name}/` : []));
  };
  const thirds = readdirSync(folder).includes('townships') ? within('townships') : [];
  return ['', 'pairings/', 'plan/', 'about/method/', ...within('pairings'), ...thirds];
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(Object.entries(sites))('the programme %s', (_, site) => {
  it('has no text cut off, beside its frame or on another one, on any screen and on paper', async () => {
    const served = await serveFolder(site);
    const { page, goTo, close } = await visit(browser, served.url);
    const found: string[] = [];
    for (const path of pagesOf(site)) {
      await goTo(served.url + path);
      for (const [width, height] of [...SCREENS, SHEET]) {
        const media = width === SHEET[0] ? 'print' : 'screen';
        await page.emulateMedia({ media });
        await page.setViewportSize({ width, height });
        const wrong = await page.evaluate(unreadableText);
        found.push(...wrong.map((what) => `/${path} ${media} ${width} × ${height}: ${what}`));
      }
    }
    await close();
    await served.close();
    expect(found).toEqual([]);
  });
});
