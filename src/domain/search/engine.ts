import type { FacetValues } from '../stories/facets.ts';

/** Where a page stands among all that are indexed. */
export interface FoundPage {
  /** Its place by date, newest first. */
  readonly place: number;
  /** How many tokens its title has: the first of its words. */
  readonly title: number;
  /** How many tokens the page has. */
  readonly length: number;
}

/** A page of the index with its text. */
export interface IndexedPage {
  /** With the base path, without `#`. */
  readonly url: string;
  /** The words of the index copy, one a position; a block ends with a word `.` or `. ` of its own. */
  readonly words: readonly string[];
  /** From which position on a part of the page has an address; the id is empty where it has none again. */
  readonly anchors: readonly { readonly id: string; readonly at: number }[];
  readonly facets: FacetValues;
}

/** What a search asks of an index; Pagefind stands behind it in the browser, an array in tests. */
export interface Engine {
  /** All pages by id. */
  readonly pages: ReadonlyMap<string, FoundPage>;
  /** The pages that hold these tokens one after the other inside one block: where, the first token of each, ascending. */
  phrase(bases: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>>;
  /** The text of a page; loaded once. */
  page(id: string): Promise<IndexedPage>;
  /** The values of every page, without its text. */
  facets(): Promise<ReadonlyMap<string, FacetValues>>;
}

/** `search/pages.json`, which the indexer writes: what an index does not tell by itself. Lists are in the order of dates, newest first. */
export interface SearchPages {
  readonly titles: readonly number[];
  readonly lengths: readonly number[];
  /** Traditional and simplified characters one after the other, as far as the simplified ones occur: see `foldingOf`. */
  readonly folding: string;
}
