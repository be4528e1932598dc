import { allPairs } from '#check/text/folding-table.ts';
import { type Folding, foldingOf } from '#domain/search/folding.ts';
import { indexText, SEPARATOR } from '#domain/search/tokens.ts';
import { FACETS } from '#domain/stories/facets.ts';
import type { PageCopy } from './page-copy.ts';

/** A page as Pagefind reads it, but for its place among all, which is known last. */
export interface IndexCopy {
  /** `2026-08-19`; empty: the page has no date. */
  readonly date: string;
  /** What the head holds before the page's place, and the body. */
  readonly filters: string;
  readonly body: string;
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

/** What Pagefind would not keep as a word: it takes U+0085 and the space that carries an accent for white space. */
const BLANK = /^[\s\u0085]*$/u;

/**
 * The copy of a page that goes to Pagefind. An id stands on an empty element of its own, because Pagefind stores the text
 * of what has an id a second time.
 */
export function indexCopy(page: PageCopy, folding: Folding = ALL): IndexCopy {
  const title = wordsOf(page.title, folding);
  let [html, length, anchor] = ['', title.length + 1, ''];
  for (const block of page.blocks) {
    const words = wordsOf(block.text, folding);
    if (words.length === 0) continue;
    const mark = block.anchor === anchor ? '' : `<i id="${escaped(block.anchor || NO_ANCHOR)}"></i>`;
    html += `<p>${mark}${blockText(words)}</p>`;
    length += words.length + 1;
    anchor = block.anchor;
  }
  // Pagefind tells a phrase's first place by weight before it goes by order: all words weigh the same, so that it is the title.
  const heading = `<h1 data-pagefind-weight="1"><span data-pagefind-meta="title">${escaped(title.join(SEPARATOR))}</span>${END}</h1>`;
  return {
    date: page.date,
    filters: filtersOf(page),
    body: heading + html,
    title: title.length,
    length,
    characters: [...new Set([page.title, ...page.blocks.map((block) => block.text)].join(''))].join(''),
  };
}

/** The copy as a page of HTML; `order` is its place among all. */
export function indexHtml({ filters, body }: IndexCopy, order: number): string {
  const start = '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">';
  const place = `<meta data-pagefind-sort="order[content]" content="${order}">`;
  return `${start}${filters}${place}</head><body><main data-pagefind-body>${body}</main></body></html>`;
}

/** The end of a block is a word. Pagefind sets a full stop only after a letter; with one there, nowhere. */
const END = `${SEPARATOR}.`;

function blockText(words: readonly string[]): string {
  return escaped(words.join(SEPARATOR)) + END;
}

function wordsOf(text: string, folding: Folding): string[] {
  const words = indexText(text.toWellFormed(), folding)
    .split(SEPARATOR)
    .filter((word) => !BLANK.test(word));
  const last = words.pop();
  return last === undefined ? [] : [...words, last.trimEnd()];
}

function filtersOf({ facets }: PageCopy): string {
  return FACETS.flatMap((facet) =>
    (facets[facet] ?? []).map((value) => `<meta data-pagefind-filter="${facet}[content]" content="${escaped(value)}">`),
  ).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
