import type { Folding } from './folding.ts';
import { ITSELF, letterOf, markOf, signOf, spellingOf } from './signs.ts';

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

/** Thousands are parted by a comma as wide as their digits; a wide one between narrow digits parts a list. */
const THOUSANDS = /(?:[0-9]{1,3}(?:,[0-9]{3})+|[０-９]{1,3}(?:，[０-９]{3})+)(?![0-9０-９])(?:[.．][0-9０-９]+)*/uy;
const DECIMAL = /[0-9０-９]+(?:[.．][0-9０-９]+)*/uy;
const SYLLABLE = /[\u0f40-\u0fbc]+/uy;
const WORD_SIGN = /[\p{L}\p{N}]/u;
const DIGIT = /^[0-9０-９]$/u;
const DIGITS = /^[0-9]+$/u;
const TIBETAN = /^[\u0f40-\u0fbc]/u;
const NO_WIDTH = /^[\s\p{Default_Ignorable_Code_Point}]$/u;
/** Ends a number in the index: Pagefind takes `2` for the beginning of `2019` too. */
export const NUMBER_END = '\ua48c';

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** A number as one word of letters and digits: its point is the letter of that sign, a letter ends it. */
function numberWord(number: string): string {
  return [...number.normalize('NFKC')].map((c) => letterOf(c)?.letter ?? c).join('') + NUMBER_END;
}

/** A character of the great block of Han, which is never a sign, a number or white space. */
function isHan(character: string): boolean {
  return character >= '\u4e00' && character <= '\u9fff';
}

/**
 * The tokens of a text, in its order. What is white space or has no width is none. Letters are composed first: `ù` may be
 * written as one character or as two.
 */
export function tokensOf(written: string, folding: Folding): Token[] {
  const text = written.normalize('NFC');
  const tokens: { base: string; word: string; spaced: boolean }[] = [];
  const push = (base: string, word = base) => tokens.push({ base, word, spaced: false });
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const whole = wholeAt(character, text, at);
    at += (whole ?? character).length;
    if (whole !== null) push(TIBETAN.test(whole) ? whole : numberWord(whole));
    else if (!isHan(character) && NO_WIDTH.test(character)) {
      const last = tokens.at(-1);
      if (last && /\s/u.test(character)) last.spaced = true;
    } else for (const token of tokensOfCharacter(character, folding)) push(token.base, token.word);
  }
  return tokens;
}

/** The whole number or syllable that begins here; null where it is neither. */
function wholeAt(character: string, text: string, at: number): string | null {
  if (isHan(character)) return null;
  if (DIGIT.test(character)) return matchAt(THOUSANDS, text, at) ?? matchAt(DECIMAL, text, at);
  return TIBETAN.test(character) ? matchAt(SYLLABLE, text, at) : null;
}

/** A character is mostly one token; a compatibility form (`㎡`, `⑩`) is as many as what it is written with. */
function tokensOfCharacter(character: string, folding: Folding): { base: string; word: string }[] {
  const plain = folding.simplified.get(character);
  if (plain !== undefined) {
    const spelling = folding.spellings.get(plain)?.indexOf(character) ?? 0;
    return [{ base: plain, word: plain + (spelling > 0 && spelling <= 16 ? markOf(spelling) : '') }];
  }
  if (isHan(character)) return [{ base: character, word: character }];
  const sign = letterOf(character);
  if (sign) return [{ base: sign.letter, word: sign.letter + sign.mark }];
  const normal = character.normalize('NFKC');
  if (normal === character) return [plainToken(character)];
  if (!DIGITS.test(normal)) return tokensOf(normal, folding);
  return [{ base: numberWord(normal), word: numberWord(normal) }];
}

function plainToken(character: string): { base: string; word: string } {
  if (!WORD_SIGN.test(character)) return { base: '', word: character };
  const word = signOf(character, 0) === null ? character : character + markOf(ITSELF);
  return { base: character.toLowerCase(), word };
}

/** A text as the index copy holds it: one word a token, parted by {@link SEPARATOR}. */
export function indexText(text: string, folding: Folding): string {
  return tokensOf(text, folding)
    .map(({ word, spaced }) => (spaced ? `${word} ` : word))
    .join(SEPARATOR);
}

const shownInNumber = (c: string) => (c === NUMBER_END ? '' : (signOf(c, 0) ?? c));

/** A word of the index copy as the page shows it. */
export function shownWord(word: string, { spellings }: Folding): string {
  const bare = word.trimEnd();
  const spelling = spellingOf(bare);
  const letters = spelling > 0 ? bare.slice(0, -1) : bare;
  const space = word.slice(bare.length);
  const [first = ''] = letters;
  const sign = letters === first ? signOf(letters, spelling) : null;
  if (sign !== null) return sign + space;
  if (/^\d/u.test(letters)) return [...letters].map(shownInNumber).join('') + space;
  return (spelling > 0 ? (spellings.get(letters)?.[spelling] ?? letters) : letters) + space;
}

/** A word of the index copy as it is compared. */
export function baseOfWord(word: string): string {
  const bare = word.trimEnd();
  return (spellingOf(bare) > 0 ? bare.slice(0, -1) : bare).toLowerCase();
}
