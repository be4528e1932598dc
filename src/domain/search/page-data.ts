import type { FacetValues } from '../stories/facets.ts';

/**
 * What a page tells the search index of itself, as the value of `data-search` on its main part:
 * `kind=解读&city=…&year=2019&date=2026-08-19`, in the words a reader sees. The date is what ties are ordered by.
 */
export function pageData(facets: FacetValues, date?: string): string {
  const pairs = Object.entries(facets).flatMap(([key, values]) => values.map((value) => `${key}=${value}`));
  return [...pairs, ...(date === undefined ? [] : [`date=${date.slice(0, 10)}`])].join('&');
}
