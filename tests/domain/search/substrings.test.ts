import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { find } from '#domain/search/find.ts';
import { NO_FOLDING } from '#domain/search/folding.ts';
import { parseQuery } from '#domain/search/query.ts';
import { arrayEngine, type PageText } from './array-engine.ts';
import { holdsPlain, plain } from './plain-truth.ts';

const NAMES = { names: [], same: [] };
const PER_PAGE = 4;
const SEPARATING = /[\s，、,"']/u;
const ENDING = /[。！？；：.!?;:]$/u;
const ONLY_SIGNS = /^[^\p{L}\p{N}]+$/u;
const QUOTED = /^[“‘「『].*[”’」』]$/u;

const paragraphs = readFileSync('tests/fixtures/notice.txt', 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '');
const pages: PageText[] = paragraphs.flatMap((title, i) => {
  const blocks = paragraphs.slice(i + 1, i + PER_PAGE).map((text) => ({ text }));
  return i % PER_PAGE === 0 ? [{ url: `/${i}/`, title, blocks }] : [];
});
const texts = pages.map(({ url, title, blocks }) => ({
  url,
  blocks: [title, ...blocks.map(({ text }) => text)].map(plain),
}));
const engine = arrayEngine(pages, NO_FOLDING);

function truthOf(phrase: string): string[] {
  const asked = plain(phrase);
  return texts.filter(({ blocks }) => blocks.some((block) => holdsPlain(block, asked))).map(({ url }) => url);
}

async function foundFor(typed: string): Promise<string[]> {
  const found = await find(parseQuery(typed, NO_FOLDING), { engine, names: NAMES, folding: NO_FOLDING, chosen: {} });
  return found.exact.map(({ id }) => id);
}

/** Every piece of the text that a reader can ask for as one phrase, as it stands. */
function substringsOf(length: number): string[] {
  const all = paragraphs.flatMap((text) => [...text].map((_, at) => [...text].slice(at, at + length).join('')));
  const asked = (text: string) =>
    [...text].length === length &&
    ![SEPARATING, ENDING, ONLY_SIGNS, QUOTED].some((pattern) => pattern.test(text)) &&
    !/^\d+[.．]$/u.test(text);
  return [...new Set(all)].filter(asked);
}

describe('the exact group is plain substring search', () => {
  it.each([1, 2, 3, 4, 9, 17])('for every piece of the notice of %i characters', async (length) => {
    const wrong: string[] = [];
    const pieces = substringsOf(length);
    for (const phrase of pieces) {
      const [found, truth] = [await foundFor(phrase), truthOf(phrase)];
      if (found.toSorted().join(' ') !== truth.toSorted().join(' ')) wrong.push(`${phrase}: ${found} | ${truth}`);
    }
    expect(pieces.length).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
  });

  it('finds nothing for pieces whose characters stand in another order', async () => {
    const turned = substringsOf(4).map((text) => [...text].reverse().join(''));
    const absent = turned.filter((text) => truthOf(text).length === 0 && !ENDING.test(text) && !QUOTED.test(text));
    const found = await Promise.all(absent.map(async (text) => ((await foundFor(text)).length > 0 ? [text] : [])));
    expect(absent.length).toBeGreaterThan(1_000);
    expect(found.flat()).toEqual([]);
  });
});
