import { KB } from '../weight-budgets.ts';
import type { SearchBytes } from './browser-measures.ts';
import type { IndexingCost } from './indexing-cost.ts';
import type { QueryKind } from './queries.ts';
import type { Score } from './score.ts';

/** How much a search may transfer: medians, bytes. */
export const SEARCH_BUDGETS = { cold: 300 * KB, repeated: 10 * KB } as const;

/** What the bench says of search. */
export interface SearchResult {
  /** How many pages were searched. */
  readonly pages: number;
  /** So many pages were indexed, in our way and in Pagefind's own. */
  readonly indexing: { readonly pages: number; readonly ours: IndexingCost; readonly stock: IndexingCost };
  /** null: there was no browser. */
  readonly browser: {
    readonly scores: readonly { readonly kind: QueryKind; readonly score: Score }[];
    readonly all: Score;
    /** Phrases that no page holds, for which something was found all the same. */
    readonly absentFound: number;
    readonly bytes: SearchBytes;
  } | null;
}

/** Whether search finds too little or too much, or transfers more than it may. */
export function searchFails({ browser }: SearchResult): boolean {
  if (!browser) return false;
  const { allCold, again } = browser.bytes;
  return browser.all.wrong > 0 || allCold.median > SEARCH_BUDGETS.cold || again.median > SEARCH_BUDGETS.repeated;
}
