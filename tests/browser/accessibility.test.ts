import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedFolder, serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSite } from '../site/built-site.ts';
import { openBrowser, type Visit, visit } from './browser.ts';
import { PAGE_KINDS } from './page-kinds.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ALL = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } as const;
/** In dark only what colours can change, once: nothing else of the page is different, and no width has colours of its own. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;
const LOOKS = [
  { width: 390, colorScheme: 'light', rules: ALL },
  { width: 1280, colorScheme: 'light', rules: ALL },
  { width: 1280, colorScheme: 'dark', rules: COLOURS },
] as const;

const site = await builtSite('samples');
let browser: Browser;
let served: ServedFolder;
let seen: Visit;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFolder(site);
  seen = await visit(browser, `${served.url}404.html`);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** What production has none of: every component at once, a photo, a reprint, a table, a story that is gone, the gallery. */
const SAMPLES = [
  ...['components', 'long'].map((name) => `stories/sample-explainer-${name}/`),
  ...['person-photo', 'news-reprint', 'practice-branches'].map((name) => `stories/sample-${name}/`),
  ...['withdrawn', 'expired-picture'].map((name) => `stories/sample-rule-${name}/`),
  'gallery/',
];

/** With samples, so that reports, histories and marks are there too; the page kinds are the same. */
describe('axe finds no violation of WCAG 2.2 AA, light and dark, on phone and desk', () => {
  it.each([...PAGE_KINDS, ...SAMPLES])('on /%s', async (path) => {
    const { page } = seen;
    await seen.goTo(served.url + path);
    // The debugger's own door: no script tag, so the page's policy stays as it is.
    await page.evaluate(axe);
    const found: unknown[] = [];
    for (const { width, colorScheme, rules } of LOOKS) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const { violations } = (await page.evaluate(
        `axe.run({ runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`,
      )) as AxeResults;
      for (const { id, nodes } of violations) {
        const shown = nodes
          .slice(0, 2)
          .map((n) => `${n.html.slice(0, 160)} — ${n.any[0]?.message ?? n.failureSummary}`);
        found.push({ width, colorScheme, id, times: nodes.length, shown });
      }
    }
    expect(found).toEqual([]);
  });
});
