import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSites } from '../site/built-site.ts';
import { filesOf } from '../site/pages.ts';
import { openBrowser, type Visit, visit } from './browser.ts';

const sites = await builtSites('samples');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Of pages that share a template so many are looked at. */
const OF_A_KIND = 3;

/**
 * What a finger would miss, with its size: under 44 px what stands alone; under 24 px what stands in a
 * table (a drawing has one that says the same) or is a row of the cloth, which the bands of the open thread repeat; in running text, what is lower than its letters. What unfolds is unfolded first.
 */
const missed = (seen: Visit) =>
  seen.page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const textOf = (element: Element | null) => (element?.textContent ?? '').trim();
    const isInText = (element: Element) => {
      if (getComputedStyle(element).display !== 'inline') return false;
      let block = element.parentElement;
      while (block && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
      return block !== null && textOf(block) !== textOf(element);
    };
    const found: string[] = [];
    for (const target of document.querySelectorAll('a[href], button, input, select, summary, textarea')) {
      const { width, height } = target.getBoundingClientRect();
      if (!target.checkVisibility({ visibilityProperty: true }) || width <= 1 || target.closest('.skip, svg, .band'))
        continue;
      const around = ['::before', '::after'].map((part) => getComputedStyle(target, part));
      const parts = around.filter(({ content, position }) => content !== 'none' && position === 'absolute');
      const high = Math.max(height, ...parts.map((style) => Number.parseFloat(style.height) || 0));
      const wide = Math.max(width, ...parts.map((style) => Number.parseFloat(style.width) || 0));
      const least = target.closest('table, .cloth ul') ? 24 : isInText(target) ? 16 : 44;
      if (high < least - 0.5 || wide < 23.5)
        found.push(
          `${textOf(target).slice(0, 16)} ${Math.round(wide)}×${Math.round(high)} in ${target.parentElement?.className || target.parentElement?.tagName}`,
        );
    }
    return [...new Set(found)];
  });

describe('a finger on a phone', () => {
  it('meets every link of every kind of page, every button and every field', async () => {
    const served = await serveFolder(sites.samples);
    const seen = await visit(browser, served.url, { width: 390, height: 844, phone: true });
    const kinds = Map.groupBy(
      filesOf(sites.samples).filter((file) => file.endsWith('.html')),
      (file) => file.replace(/[^/]+\/index\.html$/, ''),
    );
    const wrong: string[] = [];
    for (const file of [...kinds.values()].flatMap((alike) => alike.slice(0, OF_A_KIND))) {
      await seen.goTo(`${served.origin}${file}`);
      wrong.push(...(await missed(seen)).map((what) => `${file} ${what}`));
    }
    await seen.close();
    await served.close();
    expect(wrong).toEqual([]);
  });
});
