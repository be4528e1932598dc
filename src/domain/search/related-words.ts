import { inQuotes } from '../plan/quotation.ts';
import { holdsPhrase, type Phrase, phraseOf, samePhrase } from './fold-text.ts';
import type { Where } from './occurrences.ts';
import type { Offer, RelatedTo } from './related-to.ts';
import { wordsOf } from './segments.ts';

interface Word {
  readonly text: string;
  readonly phrase: Phrase;
}
interface FoundWord extends Word {
  readonly where: Where;
}

/** Every word costs pieces of the index. */
const MOST_WORDS = 6;
/** As many reasons as a reader takes in at a glance. */
const MOST_REASONS = 3;
/** From so many pages on, a word on more than half of them says nothing. */
const MANY_PAGES = 20;

/** Pages that hold some of the words of the query: the more and the longer they are, the earlier. */
export async function wordOffers({ needles, engine, folding, occurrences }: RelatedTo): Promise<Offer[]> {
  const asked = needles.flatMap(({ texts }) => texts);
  const words = wordsToFind(asked, folding, needles.length === 1);
  const found = await Promise.all(words.map(async (word) => ({ ...word, where: await occurrences(word.phrase) })));
  const telling = tellingWords(found, engine.pages.size);
  const ids = new Set(telling.flatMap(({ where }) => [...where.keys()]));
  const place = (id: string) => engine.pages.get(id)?.place ?? 0;
  return [...ids]
    .map((id) => ({ id, held: heldIn(id, telling) }))
    .sort((a, b) => lengthOf(b.held) - lengthOf(a.held) || a.held.length - b.held.length || place(a.id) - place(b.id))
    .map(({ id, held }) => offerOf(id, held, engine.pages.get(id)?.title ?? 0));
}

/** The longest words, in the order of the query; the query itself is none, it was looked for. */
function wordsToFind(asked: readonly string[], folding: RelatedTo['folding'], alone: boolean): Word[] {
  const texts = [...new Set(asked.flatMap((text) => (alone ? wordsOf(text) : [text, ...wordsOf(text)])))];
  const known = alone ? asked.map((text) => phraseOf(text, folding)) : [];
  const words = texts
    .map((text) => ({ text, phrase: phraseOf(text, folding) }))
    .filter(({ phrase }) => phrase.length > 0 && !known.some((other) => samePhrase(other, phrase)));
  const longest = [...words].sort((a, b) => b.phrase.length - a.phrase.length).slice(0, MOST_WORDS);
  return words.filter((word) => longest.includes(word));
}

function tellingWords(words: readonly FoundWord[], pages: number): readonly FoundWord[] {
  const telling = words.filter(({ where }) => pages < MANY_PAGES || where.size * 2 <= pages);
  return telling.some(({ where }) => where.size > 0) ? telling : words;
}

/** The words a page holds, without those that only stand in a longer one of them. */
function heldIn(id: string, words: readonly FoundWord[]): FoundWord[] {
  const held = words.filter(({ where }) => where.has(id));
  return held.filter((word) => !held.some((other) => other !== word && holdsPhrase(other.phrase, word.phrase)));
}

function lengthOf(words: readonly Word[]): number {
  return words.reduce((sum, { phrase }) => sum + phrase.length, 0);
}

function offerOf(id: string, held: readonly FoundWord[], title: number): Offer {
  const at = [...new Set(held.flatMap(({ where }) => where.get(id) ?? []))].sort((a, b) => a - b);
  const why = `含${held
    .slice(0, MOST_REASONS)
    .map(({ text }) => inQuotes(text))
    .join('')}`;
  const inTitle = held.every(({ where }) => (where.get(id)?.[0] ?? title) < title);
  return { id, inTitle, at, why, phrases: held.map(({ phrase }) => phrase) };
}
