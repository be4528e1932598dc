import type { FacetValues } from '../stories/facets.ts';

/** In what groups found pages stand, by their kind. */
export interface Groups {
  /** Kinds that come first: stories and people. */
  readonly first: ReadonlySet<string>;
  /** The kind that stands folded at the end: there are many of it, and each says one number. */
  readonly folded: string;
}

interface Grouped<T> {
  /** In the order in which they are shown; the folded ones last. */
  readonly hits: readonly T[];
  /** How many of them are folded. */
  readonly folded: number;
}

/**
 * Hits by group, in each as they were ranked. A page whose title holds the words, ranked best of all, stays before the
 * others: who types the name of a place wants that place. Where nothing else was found nothing is folded.
 * @param hits the best first
 */
export function inGroups<T extends { readonly id: string; readonly inTitle: boolean }>(
  hits: readonly T[],
  { first, folded }: Groups,
  values: ReadonlyMap<string, FacetValues>,
): Grouped<T> {
  const kindOf = ({ id }: T) => values.get(id)?.kind?.[0] ?? '';
  const last = hits.filter((hit) => kindOf(hit) === folded);
  const others = hits.filter((hit) => kindOf(hit) !== folded);
  if (others.length === 0) return { hits, folded: 0 };
  const named = others[0]?.inTitle ? others.slice(0, 1) : [];
  const rest = others.slice(named.length);
  const isFirst = (hit: T) => first.has(kindOf(hit));
  return {
    hits: [...named, ...rest.filter(isFirst), ...rest.filter((hit) => !isFirst(hit)), ...last],
    folded: last.length,
  };
}
