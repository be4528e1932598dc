import { FACETS, type Facet, type FacetValues } from '../stories/facets.ts';
import type { Chosen, FacetCount, Found } from './found.ts';

type ValuesOf = ReadonlyMap<string, FacetValues>;

/** The pages that have all chosen values. */
export function narrowed(ids: readonly string[], chosen: Chosen, values: ValuesOf): string[] {
  const facets = FACETS.filter((facet) => chosen[facet] !== undefined);
  return ids.filter((id) => facets.every((facet) => hasChosen(facet, chosen, values.get(id))));
}

/** How many of the pages have each value of each facet, with the other chosen facets in force. */
export function facetCounts(ids: readonly string[], chosen: Chosen, values: ValuesOf): Found['facets'] {
  const counts = {} as Record<Facet, FacetCount[]>;
  for (const facet of FACETS) counts[facet] = countsOf(facet, ids, chosen, values);
  return counts;
}

function countsOf(facet: Facet, ids: readonly string[], chosen: Chosen, values: ValuesOf): FacetCount[] {
  const others: Chosen = Object.fromEntries(Object.entries(chosen).filter(([key]) => key !== facet));
  const picked = chosen[facet];
  const counts = new Map<string, number>(picked === undefined ? [] : [[picked, 0]]);
  for (const id of narrowed(ids, others, values)) {
    for (const value of new Set(values.get(id)?.[facet] ?? [])) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function hasChosen(facet: Facet, chosen: Chosen, values: FacetValues | undefined): boolean {
  const picked = chosen[facet];
  return picked === undefined || values?.[facet]?.includes(picked) === true;
}
