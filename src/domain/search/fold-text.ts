import type { Folding } from './folding.ts';
import { tokensOf } from './tokens.ts';

/** A phrase as it is searched and marked: what is compared of each token. */
export type Phrase = readonly string[];

/** The phrase of a text; empty where nothing of it can be searched. */
export function phraseOf(text: string, folding: Folding): Phrase {
  return tokensOf(text, folding).flatMap(({ base }) => (base === '' ? [] : [base]));
}

/** Two phrases are the same one. */
export function samePhrase(a: Phrase, b: Phrase): boolean {
  return a.length === b.length && a.every((base, i) => base === b[i]);
}

/** A phrase stands in another. */
export function holdsPhrase(long: Phrase, short: Phrase): boolean {
  return long.some((_, at) => standsAt(long, short, at));
}

/** A phrase stands in a list of tokens from a place on. */
export function standsAt(tokens: readonly string[], phrase: Phrase, at: number): boolean {
  return phrase.every((base, i) => tokens[at + i] === base);
}

/** Every phrase once. */
export function distinctPhrases(phrases: readonly Phrase[]): Phrase[] {
  return [...new Map(phrases.map((phrase) => [phrase.join(' '), phrase])).values()];
}
