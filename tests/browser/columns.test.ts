import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSite } from '../site/built-site.ts';
import { openBrowser, visit } from './browser.ts';

/** What stands in columns: names in a script of columns (traditional Mongolian), and the numbers of the slip. */

const site = await builtSite('agreement');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** How each Mongolian name of a page is set, by where it stands; whether it is higher than wide, and inside the page. */
async function names(path: string, width: number) {
  const served = await serveFolder(site);
  const seen = await visit(browser, `${served.origin}${path}`, { width });
  // What is folded has no font yet.
  await seen.page.evaluate(async () => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    await document.fonts.ready;
  });
  const found = await seen.page.evaluate(() =>
    [...document.querySelectorAll('main [lang]')]
      .filter((name) => /^\p{Script=Mongolian}/u.test(name.textContent?.trim() ?? ''))
      .map((name) => {
        const { width: wide, height, left, right } = name.getBoundingClientRect();
        return {
          where: name.closest('.tibetan, .lab, .groups, .register, .prose')?.classList[0],
          alone: name.matches('.tibetan *, .lab *, .groups *, .bo'),
          mode: getComputedStyle(name).writingMode,
          upright: height > wide,
          inside: left >= 0 && right <= document.documentElement.clientWidth,
          font: document.fonts.check('16px "Heading Bo"', name.textContent ?? ''),
        };
      }),
  );
  await seen.close();
  await served.close();
  return found;
}

describe.each([320, 390, 1280])('at a width of %i px a Mongolian name', (width) => {
  it.each([
    ['/townships/shiyan/', 'tibetan'],
    ['/townships/shiyan/', 'register'],
    ['/pairings/yangli-ji/', 'lab'],
    ['/pairings/yangli-wu/', 'register'],
    ['/pairings/', 'groups'],
  ])('that stands alone on %s (%s) is a column, read from left to right', async (path, where) => {
    const own = (await names(path, width)).filter((name) => name.alone && name.where === where);
    expect(own.length).toBeGreaterThan(0);
    for (const name of own)
      expect(name).toMatchObject({ mode: 'vertical-lr', upright: true, inside: true, font: true });
  });

  it('lies in the line of a sentence, and of an entry that begins with another name', async () => {
    const line = (await names('/stories/signs/', width)).filter(({ where }) => where === 'prose');
    const entry = (await names('/townships/shiyan/', width)).filter(({ alone }) => !alone);
    expect([line.length, entry.length]).toEqual([1, 1]);
    for (const name of [...line, ...entry]) expect(name).toMatchObject({ mode: 'horizontal-tb', upright: false });
  });
});

describe.each([390, 768, 1280])('the numbers on the slip, at a width of %i px', (width) => {
  it('end below each other, and what each counts is one line, also where one is bound by words', async () => {
    const served = await serveFolder(site);
    const seen = await visit(browser, served.url, { width });
    const rows = await seen.page.locator('.flow dl > div').evaluateAll((all) =>
      all.map((row) => {
        const [label, number] = [row.querySelector('dt'), row.querySelector('dd')];
        if (!label || !number) throw new Error('a row without its number');
        const lines = label.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(label).fontSize);
        return { words: number.textContent, end: Math.round(number.getBoundingClientRect().right), lines };
      }),
    );
    await seen.close();
    await served.close();
    expect(rows.some(({ words }) => words?.startsWith('不少于'))).toBe(true);
    expect(new Set(rows.map(({ end }) => end)).size).toBe(1);
    expect(rows.filter(({ lines }) => lines > 1.9)).toEqual([]);
  });
});
