import { allPairs } from '#check/text/folding-table.ts';
import { type Folding, foldingOf } from '#domain/search/folding.ts';
import { SEPARATOR, tokensOf } from '#domain/search/tokens.ts';
import type { FacetValues } from '#domain/stories/facets.ts';
import type { PageCopy } from './page-copy.ts';

/** A page as the index holds it. */
export interface IndexCopy {
  /** `2026-08-19`; empty: the page has no date. */
  readonly date: string;
  readonly facets: FacetValues;
  /** The words of the title and of all blocks, one a position, parted by {@link SEPARATOR}; the end of a block is one. */
  readonly content: string;
  /** From which position on a part of the page has an address. */
  readonly anchors: readonly { readonly id: string; readonly at: number }[];
  /** How many words the title has: the first positions of the page. */
  readonly title: number;
  /** How many positions the page has, the ends of blocks among them. */
  readonly length: number;
  /** Every character of it once: the search page folds no others. */
  readonly characters: string;
}

const ALL = foldingOf(allPairs());

/** The id of what stands under no id again: no page has an element of that name. */
export const NO_ANCHOR = '-';

/** The end of a block is a word of its own: a phrase never goes across it. A full stop in the text is another word. */
export const END = '.';

/** What is no word: the ends of lines of other computers, and the space that carries an accent. */
const BLANK = /^[\s\u0085]*$/u;

/** The copy of a page that goes into the index. */
export function indexCopy(page: PageCopy, folding: Folding = ALL): IndexCopy {
  const title = wordsOf(page.title, folding);
  const words = [...title, END];
  const anchors: { id: string; at: number }[] = [];
  let anchor = '';
  for (const block of page.blocks) {
    const own = wordsOf(block.text, folding);
    if (own.length === 0) continue;
    words[words.length - 1] = `${END} `;
    if (block.anchor !== anchor) anchors.push({ id: block.anchor || NO_ANCHOR, at: words.length });
    for (const word of own) words.push(word);
    words.push(END);
    anchor = block.anchor;
  }
  return {
    date: page.date,
    facets: page.facets,
    content: words.join(SEPARATOR),
    anchors,
    title: title.length,
    length: words.length,
    characters: [...new Set([page.title, ...page.blocks.map((block) => block.text)].join(''))].join(''),
  };
}

function wordsOf(text: string, folding: Folding): string[] {
  const words: string[] = [];
  for (const { base, word, spaced } of tokensOf(text.toWellFormed(), folding)) {
    if (base === '' && BLANK.test(word)) continue;
    words.push(spaced ? `${word} ` : word);
  }
  const last = words.pop();
  return last === undefined ? [] : [...words, last.trimEnd()];
}
