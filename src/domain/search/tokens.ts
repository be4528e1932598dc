import type { Folding } from './folding.ts';
import { letterOf, markOf, signOf, spellingOf } from './signs.ts';

/** What parts words in the index copy: it is removed from what Pagefind shows, never from what it compares. */
export const SEPARATOR = '\u200b';

/**
 * One unit of search: a Han character, a letter, a whole number (`1.2` is one, so that `2亿` is not in `1.2亿`), a sign,
 * or what cannot be searched but keeps its neighbours apart.
 */
export interface Token {
  /** What is compared: simplified, lower case, half width, one spelling a sign. Empty where it cannot be searched. */
  readonly base: string;
  /** What stands in the index copy: the base with a mark that tells how the page spells it. */
  readonly word: string;
  /** Whether white space follows in the page. */
  readonly spaced: boolean;
}

const THOUSANDS = /^[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])/u;
const DECIMAL = /^[0-9０-９]+(?:[.．][0-9０-９]+)*/u;
const WORD_SIGN = /[\p{L}\p{N}]/u;
const TIBETAN = /^[\u0f40-\u0fbc]+/u;

function half(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function numberAt(text: string): string | null {
  return THOUSANDS.exec(text)?.[0] ?? DECIMAL.exec(text)?.[0] ?? null;
}

/** A number as one word of letters and digits: its point is the letter of that sign. */
function numberWord(number: string): string {
  return [...half(number)].map((c) => letterOf(c)?.letter ?? c).join('');
}

/** The tokens of a text, in its order. What is white space or has no width is none. */
export function tokensOf(text: string, folding: Folding): Token[] {
  const tokens: { base: string; word: string; spaced: boolean }[] = [];
  const push = (base: string, word = base) => tokens.push({ base, word, spaced: false });
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const rest = text.slice(at, at + 64);
    const whole = numberAt(rest) ?? TIBETAN.exec(rest)?.[0] ?? character;
    at += whole.length;
    if (/^[\s\u200b-\u200d\u2060\ufeff\u00ad]$/u.test(character)) {
      const last = tokens.at(-1);
      if (last && /\s/u.test(character)) last.spaced = true;
    } else if (whole !== character || /^\d$/u.test(half(character))) push(numberOrSyllable(whole));
    else for (const token of tokensOfCharacter(character, folding)) push(token.base, token.word);
  }
  return tokens;
}

function numberOrSyllable(whole: string): string {
  return TIBETAN.test(whole) ? whole : numberWord(whole);
}

/** A character is mostly one token; a compatibility form (`㎡`) is as many as it is written with. */
function tokensOfCharacter(character: string, { simplified, spellings }: Folding): { base: string; word: string }[] {
  const sign = letterOf(character);
  if (sign) return [{ base: sign.letter, word: sign.letter + sign.mark }];
  const plain = simplified.get(character);
  if (plain !== undefined) {
    const spelling = spellings.get(plain)?.indexOf(character) ?? 0;
    return [{ base: plain, word: plain + (spelling > 0 && spelling <= 16 ? markOf(spelling) : '') }];
  }
  const normal = character.normalize('NFKC');
  if (normal !== character && normal.length > 0) {
    return [...normal].flatMap((c) =>
      c === character ? [plainToken(c)] : tokensOfCharacter(c, { simplified, spellings }),
    );
  }
  return [plainToken(character)];
}

function plainToken(character: string): { base: string; word: string } {
  return WORD_SIGN.test(character) ? { base: character.toLowerCase(), word: character } : { base: '', word: character };
}

/** A text as the index copy holds it: one word a token, parted by {@link SEPARATOR}. */
export function indexText(text: string, folding: Folding): string {
  return tokensOf(text, folding)
    .map(({ word, spaced }) => (spaced ? `${word} ` : word))
    .join(SEPARATOR);
}

/** A word of the index copy as the page shows it. */
export function shownWord(word: string, { spellings }: Folding): string {
  const bare = word.trimEnd();
  const spelling = spellingOf(bare);
  const letters = spelling > 0 ? bare.slice(0, -1) : bare;
  const space = word.slice(bare.length);
  const [first = ''] = letters;
  const sign = letters === first ? signOf(letters, spelling) : null;
  if (sign !== null) return sign + space;
  if (/^\d/u.test(letters)) return [...letters].map((c) => signOf(c, 0) ?? c).join('') + space;
  return (spelling > 0 ? (spellings.get(letters)?.[spelling] ?? letters) : letters) + space;
}

/** A word of the index copy as it is compared. */
export function baseOfWord(word: string): string {
  const bare = word.trimEnd();
  return (spellingOf(bare) > 0 ? bare.slice(0, -1) : bare).toLowerCase();
}
