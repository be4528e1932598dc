import type { Chosen } from '#domain/search/found.ts';
import { FACETS, type Facet } from '#domain/stories/facets.ts';

/** What is asked: all of it stands in the address. */
export interface SearchState {
  /** As it was typed, trimmed. */
  readonly q: string;
  readonly chosen: Chosen;
  /** How many hits are shown. */
  readonly size: number | 'all';
}

/** How many hits are shown at first, and how many more each time. */
export const STEP = 10;

/** Nothing is asked. */
export const NOTHING: SearchState = { q: '', chosen: {}, size: STEP };

/** What the address asks; what it holds beside is not heeded. */
export function stateOf(search: string): SearchState {
  const values = new URLSearchParams(search);
  const chosen = FACETS.flatMap((facet) => {
    const value = values.get(facet)?.trim();
    return value ? [[facet, value] as const] : [];
  });
  return { q: values.get('q')?.trim() ?? '', chosen: Object.fromEntries(chosen), size: sizeOf(values.get('size')) };
}

function sizeOf(text: string | null): SearchState['size'] {
  if (text === 'all') return 'all';
  return text !== null && /^[1-9]\d{0,4}$/u.test(text) ? Number(text) : STEP;
}

/** The address of a state, from its `?` on; empty where nothing is asked. */
export function addressOf({ q, chosen, size }: SearchState): string {
  const values = new URLSearchParams();
  if (q !== '') values.set('q', q);
  for (const facet of FACETS) {
    const value = chosen[facet];
    if (value !== undefined) values.set(facet, value);
  }
  if (size !== STEP) values.set('size', String(size));
  const text = values.toString();
  return text === '' ? '' : `?${text}`;
}

/** The state with another value of a facet, or with none; it shows the first hits again. */
export function choose(state: SearchState, facet: Facet, value: string | null): SearchState {
  const others = Object.entries(state.chosen).filter(([key]) => key !== facet);
  const chosen = Object.fromEntries(value === null ? others : [...others, [facet, value]]);
  return { q: state.q, chosen, size: state.size === 'all' ? 'all' : STEP };
}

/**
 * The state after typing. What was chosen holds while a query grows or shrinks; another query begins anew, with what the
 * page was opened with before anything was asked.
 */
export function typed(from: SearchState, q: string, basis: SearchState): SearchState {
  return grows(from.q, q) ? { ...basis, chosen: from.chosen, q } : { ...basis, q };
}

/** How the address changes in the history: a query that grows letter by letter is one step, not ten. */
export function stepBetween(from: SearchState, to: SearchState): 'none' | 'replace' | 'push' {
  if (addressOf(from) === addressOf(to)) return 'none';
  const sameRest = addressOf({ ...from, q: '' }) === addressOf({ ...to, q: '' });
  return sameRest && grows(from.q, to.q) ? 'replace' : 'push';
}

function grows(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
}
