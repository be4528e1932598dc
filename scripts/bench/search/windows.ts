import type { Chance } from './chance.ts';
import type { TruePage } from './truth.ts';

/** Pieces of the pages' own text, each of a length or a kind; no piece twice in one list. */
export interface Texts {
  /** Han characters one after the other, wherever they stand: most cross the borders of words. */
  readonly han: (length: number, count: number) => string[];
  /** With signs in them. */
  readonly punctuated: (count: number) => string[];
  /** 15 to 40 characters without a comma. */
  readonly sentences: (count: number) => string[];
  /** Numbers with what they count. */
  readonly numbers: (count: number) => string[];
  /** Latin letters beside Han characters or digits, and whole words; in quotation marks where they have to be taken as they are. */
  readonly letters: (count: number) => string[];
}

const HAN = /^\p{Script=Han}+$/u;
/** What can be typed without being taken for the border between two parts of a query, as long as no sign stands first. */
const PLAIN = /[\p{Script=Han}a-zA-Z\d（）《》“”—·%：；。！？/.+-]+/gu;
const SIGN_INSIDE = /^[\p{Script=Han}\w].*[（）《》“”—·%：；。！？/.+-].*[\p{Script=Han}\w]$/u;
const WORDS_AT_ENDS = /^[\p{Script=Han}\w].*[\p{Script=Han}\w]$/u;
const NUMBER = /\d{1,3}(?:,\d{3})+(?!\d)\p{Script=Han}{0,2}|\d+(?:\.\d+)*(?:\p{Script=Han}{1,2}|%)/gu;
const MIXED = /^(?=.*[a-zA-Z])(?=.*[\p{Script=Han}\d]).+$/u;
const TRIES = 400;

/** Text to sample from: each block once, however many pages repeat it, each of its places as likely as any other. */
export function textsOf(pages: readonly TruePage[], chance: Chance): Texts {
  const blocks = [...new Set(pages.flatMap((page) => page.blocks.map((block) => block.replace(/\s+/gu, ' ').trim())))];
  const runs = blocks.flatMap((block) => block.match(PLAIN) ?? []);
  const whole = drawer(runs, chance);

  const several = (count: number, length: () => number, accept: (text: string) => boolean) => {
    const found = new Set<string>();
    for (let i = 0; i < count * TRIES && found.size < count; i++) {
      const text = whole(length());
      if (text !== null && accept(text)) found.add(text);
    }
    return [...found];
  };
  const some = (texts: Iterable<string>, count: number) => chance.shuffled([...new Set(texts)]).slice(0, count);
  return {
    han: (length, count) =>
      several(
        count,
        () => length,
        (text) => HAN.test(text),
      ),
    punctuated: (count) =>
      several(
        count,
        () => 4 + chance.below(5),
        (text) => SIGN_INSIDE.test(text),
      ),
    sentences: (count) =>
      several(
        count,
        () => 15 + chance.below(26),
        (text) => WORDS_AT_ENDS.test(text),
      ),
    numbers: (count) =>
      some(
        blocks.flatMap((block) => block.match(NUMBER) ?? []),
        count,
      ),
    letters: (count) => {
      const words = runs.flatMap((run) => run.match(/(?<![a-zA-Z\d])[a-zA-Z]{3,}(?![a-zA-Z\d])/gu) ?? []);
      const mixed = several(
        Math.ceil(count / 2),
        () => 2 + chance.below(5),
        (text) => MIXED.test(text),
      );
      // Without a Han character it might be read as the sound of a name.
      const literal = (text: string) => (/\p{Script=Han}/u.test(text) ? text : `“${text}”`);
      return [...mixed, ...some(words, count - mixed.length)].map(literal);
    },
  };
}

/** Draws windows of a length; a run of text is as likely as it has places for one. */
function drawer(runs: readonly string[], chance: Chance): (length: number) => string | null {
  const characters = runs.map((run) => [...run]);
  const places = new Map<number, { readonly ends: readonly number[]; readonly runs: readonly string[][] }>();
  const placesFor = (length: number) => {
    const known = places.get(length);
    if (known) return known;
    const long = characters.filter((run) => run.length >= length);
    let end = 0;
    const ends = long.map((run) => (end += run.length - length + 1));
    const made = { ends, runs: long };
    places.set(length, made);
    return made;
  };
  return (length) => {
    const { ends, runs: long } = placesFor(length);
    const at = chance.below(ends.at(-1) ?? 0);
    const index = firstAbove(ends, at);
    const run = long[index];
    if (!run) return null;
    const from = at - (ends[index - 1] ?? 0);
    return run.slice(from, from + length).join('');
  };
}

function firstAbove(ends: readonly number[], at: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
