import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namesInTitles } from '#domain/programme/names-in-titles.ts';
import { readContent } from '#reader/read-content.ts';
import { serveFolder } from '../../scripts/preview/serve-folder.ts';
import { builtSites, SITE_NOW } from '../site/built-site.ts';
import { filesOf } from '../site/pages.ts';
import { openBrowser, type Visit, visit } from './browser.ts';

const sites = await builtSites('samples', 'region');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const WIDTHS = [320, 390, 768, 1280];
/** Of pages that share a template so many are looked at: their titles differ, their lines end by the same rules. */
const OF_A_KIND = 2;

/** The names of a content that are kept whole in titles; terms that are only searched may lie across one. */
function keptNames(dir: string): readonly string[] {
  const { content } = readContent({ dir, samples: true, now: new Date(SITE_NOW) });
  if (!content) throw new Error(`no content in ${dir}`);
  const terms = new Set(content.synonyms.flatMap(({ words }) => words));
  return [...namesInTitles(content)].filter((name) => name.length > 1 && name.length <= 7 && !terms.has(name));
}

/** Lines of every title on the page as they are laid out; columns on a vertical slip. */
const linesOfTitles = (seen: Visit) =>
  seen.page.evaluate(() => {
    const titles = [
      ...document.querySelectorAll('main :is(h1, h2, h3, h4, .lead, .dek, .subtitle, .side, .tally, .whole, .song)'),
    ];
    return titles.flatMap((title) => {
      const upright = getComputedStyle(title).writingMode.startsWith('vertical');
      const lines: string[] = [];
      let last = Number.NaN;
      const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement?.closest('.vh, svg')) continue;
        const range = document.createRange();
        let at = 0;
        for (const character of node.textContent ?? '') {
          range.setStart(node, at);
          at += character.length;
          range.setEnd(node, at);
          const box = [...range.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
          if (!box) continue;
          const [place, size] = upright ? [box.right, box.width] : [box.bottom, box.height];
          if (!(Math.abs(place - last) < size * 0.6)) lines.push('');
          last = place;
          lines.push((lines.pop() ?? '') + character);
        }
      }
      return lines.length > 1 ? [lines] : [];
    });
  });

const FORBIDDEN = /^(?:[，。、；：！？）》”’】」』了们]|的)/u;

function wrongIn(lines: readonly string[], names: readonly string[]): string[] {
  const text = lines.join('');
  const ends = lines.slice(0, -1).map((_, i) => lines.slice(0, i + 1).join('').length);
  const splits = (name: string) =>
    [...text.matchAll(new RegExp(name, 'g'))].some(({ index }) =>
      ends.some((end) => end > index && end < index + name.length),
    );
  return [
    ...lines.slice(1).filter((line) => FORBIDDEN.test(line)),
    ...names.filter((name) => text.includes(name) && splits(name)),
  ];
}

describe.each(['samples', 'region'] as const)('the titles of the site "%s"', (name) => {
  it('end no line inside a name and begin none with a particle or a closing sign, at any width', async () => {
    const names = keptNames(sites[name].content);
    const served = await serveFolder(sites[name]);
    const seen = await visit(browser, served.url);
    const wrong = new Set<string>();
    const pages = filesOf(sites[name]).filter((file) => file.endsWith('.html'));
    const kinds = Map.groupBy(pages, (file) => file.replace(/[^/]+\/index\.html$/, ''));
    for (const file of [...kinds.values()].flatMap((alike) => alike.slice(0, OF_A_KIND))) {
      await seen.goTo(`${served.origin}${file}`);
      for (const width of WIDTHS) {
        await seen.page.setViewportSize({ width, height: 844 });
        for (const lines of await linesOfTitles(seen)) {
          for (const what of wrongIn(lines, names)) wrong.add(`${file} ${width}: ${lines.join('/')} (${what})`);
        }
      }
    }
    await seen.close();
    await served.close();
    expect([...wrong]).toEqual([]);
  });
});
