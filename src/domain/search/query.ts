import type { Folding } from './folding.ts';
import { letterOf } from './signs.ts';
import { type Part, splitParts, withoutTail } from './split-parts.ts';
import { tokensOf } from './tokens.ts';

export type { Part } from './split-parts.ts';

/** What a reader typed, understood. */
export type Query =
  | { readonly kind: 'empty' }
  | { readonly kind: 'signs' }
  | { readonly kind: 'long'; readonly length: number }
  | {
      readonly kind: 'parts';
      readonly parts: readonly Part[];
      /** All that was typed, trimmed. */
      readonly whole: string;
      /** How many tokens it has with the signs that part it or end it: a title that long may be meant as a whole. */
      readonly tokens: number;
    };

/** The longest query that is searched, in characters. */
export const LONGEST_QUERY = 100;

/** What a reader ends a sentence with; it may be missing in the page. */
const ENDS = new Set([...'。！？；：.!?;:'].map((sign) => letterOf(sign)?.letter ?? sign));

/** A query as it was typed, in its parts. All of them are required. */
export function parseQuery(typed: string, folding: Folding): Query {
  const whole = typed.trim();
  const length = [...whole].length;
  if (length > LONGEST_QUERY) return { kind: 'long', length };
  const tokens = tokensOf(whole, folding);
  if (tokens.length === 0) return { kind: 'empty' };
  const parts = splitParts(withoutTail(tokens, ENDS), folding).filter(onlyOnce);
  return parts.length === 0 ? { kind: 'signs' } : { kind: 'parts', parts, whole, tokens: tokens.length };
}

function onlyOnce(part: Part, i: number, parts: readonly Part[]): boolean {
  const same = (other: Part) => other.literal === part.literal && other.tokens.join(' ') === part.tokens.join(' ');
  return parts.findIndex(same) === i;
}
