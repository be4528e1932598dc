import { usualForm } from './letter-forms.ts';
import { editDistance } from './nearest.ts';
import type { SearchName, SearchSame } from './search-names.ts';

/** The names that a query in other letters stands for, and the letters it was read by: 拼音, 藏文, 维吾尔文. */
export interface AskedFor {
  readonly texts: readonly string[];
  readonly by: string;
}

/** A word that is offered beside the one that was asked for, with the reason. */
export interface SameWord {
  readonly text: string;
  readonly why: string;
}

/** Nothing longer is a name. */
const LONGEST = 200;
/** How many names are offered as near. */
const NEAR = 3;
/** A key with fewer letters is one edit away from too much. */
const SHORTEST_NEAR = 5;
/** A shorter word may stand in a longer text by chance. */
const SHORTEST_INSIDE = 3;

const TONED = /^(?:[a-z]+[0-5])+[a-z]*$/u;
const TIBETAN = /^[\u0f00-\u0fff]+$/u;
const HAN = /^\p{Script=Han}$/u;

/** Names by what can be typed for them. */
interface Keys {
  /** The whole reading, or a spelling in Latin letters. */
  readonly whole: ReadonlyMap<string, ReadonlySet<string>>;
  /** The first letters of the syllables. */
  readonly initials: ReadonlyMap<string, ReadonlySet<string>>;
  readonly tibetan: ReadonlyMap<string, ReadonlySet<string>>;
  /** By what other scripts are called. */
  readonly scripts: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
}

/** Latin letters as they are compared: lower case, no marks, nothing between the syllables. null where others are in it. */
function latinOf(text: string, umlaut: 'u' | 'v' = 'v'): string | null {
  if (text.length > LONGEST) return null;
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/u(?:\p{M}{0,2}?\u0308|:)/gu, umlaut)
    .replace(/[\p{M}\p{Pd}\s'’‘`´ʼ·]/gu, '');
  return /^[a-z0-9]+$/u.test(plain) && /[a-z]/u.test(plain) ? plain : null;
}

/** A Tibetan name as it is compared: without spaces and without the signs that end it. null where it is none. */
function tibetanOf(text: string): string | null {
  if (text.length > LONGEST) return null;
  const plain = text
    .normalize('NFKD')
    .replace(/[\s\u200b]/gu, '')
    .replace(/[\u0f0b-\u0f14]+$/u, '');
  return TIBETAN.test(plain) ? plain : null;
}

/**
 * A name in any other script as it is compared: letters and figures alone, in one spelling, without what only lengthens a
 * line or chooses a form. null where Chinese or Latin is in it, which is searched as it stands.
 */
function otherOf(text: string): string | null {
  if (text.length > LONGEST) return null;
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]|\u0640/gu, '')
    .replace(/\p{Script=Arabic}/gu, usualForm);
  return plain === '' || /[\p{Script=Han}\p{Script=Latin}]/u.test(plain) ? null : plain;
}

/** What is typed for one reading: ü as v, as u, and as yu after l and n, as passports have it. */
function wholeKeys(sound: string): string[] {
  const joined = sound.replaceAll(' ', '');
  return [joined, joined.replaceAll('v', 'u'), joined.replaceAll(/(?<=[ln])v/gu, 'yu')];
}

function initialsOf(sound: string): string[] {
  const syllables = sound.split(' ');
  return syllables.length < 2 ? [] : [syllables.map((syllable) => syllable.slice(0, 1)).join('')];
}

type Index = Map<string, Set<string>>;

function keysOf(names: readonly SearchName[]): Keys {
  const [whole, initials, tibetan]: [Index, Index, Index] = [new Map(), new Map(), new Map()];
  const scripts = new Map<string, Index>();
  const add = (map: Index, key: string | null, text: string) => {
    if (key !== null) map.set(key, (map.get(key) ?? new Set()).add(text));
  };
  for (const name of names) {
    for (const sound of name.sounds) {
      for (const key of wholeKeys(sound)) add(whole, key, name.text);
      for (const key of initialsOf(sound)) add(initials, key, name.text);
    }
    for (const spelling of name.romanised ?? []) {
      for (const umlaut of ['v', 'u'] as const) add(whole, latinOf(spelling, umlaut), name.text);
    }
    for (const spelling of name.tibetan ?? []) add(tibetan, tibetanOf(spelling), name.text);
    for (const [script, spellings] of Object.entries(name.scripts ?? {})) {
      const index = scripts.get(script) ?? new Map();
      scripts.set(script, index);
      for (const spelling of spellings) add(index, otherOf(spelling), name.text);
    }
  }
  return { whole, initials, tibetan, scripts };
}

const known = new WeakMap<readonly SearchName[], Keys>();

/** The keys of a list, made once: it is asked at every stroke of the keyboard. */
function keysFor(names: readonly SearchName[]): Keys {
  const keys = known.get(names) ?? keysOf(names);
  known.set(names, keys);
  return keys;
}

/** The same in the scripts that are neither; two languages may share one. */
function inOtherScript(text: string, { scripts }: Keys): AskedFor | null {
  const other = otherOf(text);
  if (other === null) return null;
  const found = [...scripts].flatMap(([by, index]) => [{ by, texts: [...(index.get(other) ?? [])] }]);
  return found.find(({ texts }) => texts.length > 0) ?? null;
}

/**
 * The names a text in Latin letters or in another script than Chinese stands for, where it is the whole of one: pinyin with or without
 * tones and spaces, initials, another spelling. null for everything else, which is searched as it stands.
 */
export function askedFor(text: string, names: readonly SearchName[]): AskedFor | null {
  const keys = keysFor(names);
  const latin = latinOf(text);
  if (latin !== null) {
    const texts = new Set([...(keys.whole.get(latin) ?? []), ...(keys.initials.get(latin) ?? [])]);
    if (texts.size === 0 && TONED.test(latin)) {
      for (const name of keys.whole.get(latin.replaceAll(/[0-5]/gu, '')) ?? []) texts.add(name);
    }
    return texts.size > 0 ? { texts: [...texts], by: '拼音' } : null;
  }
  const tibetan = tibetanOf(text);
  const texts = tibetan === null ? undefined : keys.tibetan.get(tibetan);
  return texts ? { texts: [...texts], by: '藏文' } : inOtherScript(text, keys);
}

/** Whether two words of one length differ in one Han character and in nothing else. */
function oneCharacterOff(a: string, b: string): boolean {
  const [s, t] = [[...a], [...b]];
  if (s.length !== t.length || s.length < 2) return false;
  const off = s.flatMap((character, i) => (character === t[i] ? [] : [[character, t[i] ?? '']]));
  return off.length === 1 && off.flat().every((character) => HAN.test(character));
}

function nearInLatin(latin: string, names: readonly SearchName[]): string[] {
  if (latin.length < SHORTEST_NEAR - 1) return [];
  return [...keysFor(names).whole]
    .filter(([key]) => key.length >= SHORTEST_NEAR && Math.abs(key.length - latin.length) <= 1)
    .filter(([key]) => editDistance(key, latin) === 1)
    .flatMap(([, texts]) => [...texts]);
}

/** Names that were perhaps meant: one Han character apart, or one letter. None where the text holds a name already. */
export function namesNear(text: string, names: readonly SearchName[]): readonly string[] {
  const asked = text.trim();
  if (asked.length < 2 || asked.length > LONGEST) return [];
  if (names.some((name) => asked.includes(name.text)) || askedFor(asked, names) !== null) return [];
  const latin = latinOf(asked);
  const near =
    latin === null
      ? names.map((name) => name.text).filter((name) => oneCharacterOff(name, asked))
      : nearInLatin(latin, names);
  return [...new Set(near)].slice(0, NEAR);
}

/**
 * Other words for a text, or for a longer word inside it. A word that holds the text itself finds nothing that the text
 * did not find, so it is left out; a shorter word for the whole of it finds more.
 */
export function sameAs(text: string, same: readonly SearchSame[]): readonly SameWord[] {
  const asked = text.trim().toLowerCase();
  const plain = ({ text: word }: SameWord) => word.toLowerCase();
  const isWhole = (word: SameWord) => plain(word) === asked;
  const stands = (word: SameWord) =>
    isWhole(word) || ([...word.text].length >= SHORTEST_INSIDE && asked.includes(plain(word)));
  const offered = new Map<string, SameWord>();
  // What means the whole of it is nearer than what means a part.
  const whole = same.filter(({ texts }) => texts.some(isWhole));
  for (const { texts } of new Set([...whole, ...same])) {
    if (!texts.some(stands)) continue;
    const ofWhole = texts.some(isWhole);
    for (const word of texts) {
      const isThere = plain(word).includes(asked) || (!ofWhole && stands(word));
      if (!isThere && !offered.has(word.text)) offered.set(word.text, word);
    }
  }
  return [...offered.values()];
}
