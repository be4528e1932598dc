import { keptByText } from './kept-by-text.ts';

/** What is known of a part of a pattern. */
interface Part {
  /** All that it matches, where that is a handful of words; null: more, or not told. */
  readonly exact: readonly string[] | null;
  /** Words of which one stands in whatever it matches; null: none are known. */
  readonly needed: readonly string[] | null;
  /** Characters with which a match begins, '' where it may be empty; null: with any. */
  readonly begins: readonly string[] | null;
}

const ANYTHING: Part = { exact: null, needed: null, begins: null };
/** A place between two characters: `^`, `(?!…)`. */
const NOTHING: Part = { exact: [''], needed: null, begins: [''] };
/** More are not multiplied, and no set of characters is taken apart into more. */
const MOST_WORDS = 48;
const DIGITS = [...'0123456789'];

/** How often one of some words is met by chance: fewer and longer ones tell more. */
const chance = (words: readonly string[]): number =>
  words.reduce((sum, { length }) => sum + (length === 0 ? 1e9 : 0.05 ** Math.min(length, 4)), 0);

const better = (one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null =>
  one === null || (other !== null && chance(other) < chance(one)) ? other : one;

/** What some parts match one behind another. */
function inRow(parts: readonly Part[]): Part {
  let needed: readonly string[] | null = null;
  let run: readonly string[] = [''];
  let begins: readonly string[] | null = [''];
  let whole = true;
  const close = () => {
    if (!run.includes('')) needed = better(needed, run);
  };
  for (const part of parts) {
    needed = better(needed, part.needed);
    if (begins?.includes('')) begins = part.begins && [...begins.filter((one) => one !== ''), ...part.begins];
    if (part.exact !== null && part.exact.length * run.length <= MOST_WORDS) {
      const { exact } = part;
      run = run.flatMap((before) => exact.map((word) => before + word));
      continue;
    }
    close();
    whole = false;
    run = part.exact ?? [''];
  }
  close();
  return { exact: whole ? run : null, needed, begins };
}

/** What one of several parts matches. */
function oneOf(parts: readonly Part[]): Part {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  const needed = parts.map((part) => part.needed);
  const begins = parts.map((part) => part.begins);
  return {
    exact: parts.every(({ exact }) => exact) ? [...new Set(parts.flatMap(({ exact }) => exact ?? []))] : null,
    needed: needed.every((words) => words !== null) ? [...new Set(needed.flat())] : null,
    begins: begins.every((some) => some !== null) ? [...new Set(begins.flat())] : null,
  };
}

/** Reads a pattern from left to right. What it does not know it takes for anything. */
class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Alternatives up to the end or a closing bracket. */
  alternatives(): Part {
    const parts: Part[] = [];
    do {
      const row: Part[] = [];
      while (this.#at < this.#source.length && !this.#isNext('|') && !this.#isNext(')')) row.push(this.#repeated());
      parts.push(inRow(row));
    } while (this.#skip('|'));
    return oneOf(parts);
  }

  #isNext(sign: string): boolean {
    return this.#source.startsWith(sign, this.#at);
  }

  #skip(sign: string): boolean {
    if (!this.#isNext(sign)) return false;
    this.#at += sign.length;
    return true;
  }

  /** What a sticky pattern matches here. */
  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match) this.#at += match[0].length;
    return match;
  }

  /** A part and how often it stands there. */
  #repeated(): Part {
    const part = this.#one();
    const times = this.#take(/(?:[*+?]|\{(?<least>\d+)(?:,\d*)?\})\??/uy);
    if (!times) return part;
    const orNone = part.begins && [...part.begins, ''];
    if (times[0].startsWith('?')) return { exact: part.exact && [...part.exact, ''], needed: null, begins: orNone };
    const least = times[0].startsWith('*') ? 0 : Number(times.groups?.['least'] ?? 1);
    return { ...part, exact: null, ...(least === 0 && { needed: null, begins: orNone }) };
  }

  #one(): Part {
    if (this.#isNext('[')) return this.#set();
    if (this.#isNext('(')) return this.#group();
    if (this.#skip('.')) return ANYTHING;
    if (this.#skip('^') || this.#skip('$')) return NOTHING;
    const characters = this.#character();
    return characters === null ? ANYTHING : wordsPart(characters);
  }

  #group(): Part {
    const [opening = ''] = this.#take(/\((?:\?(?:<?[=!]|<[^>]+>|:))?/uy) ?? [];
    const inside = this.alternatives();
    this.#skip(')');
    if (opening.endsWith('!')) return NOTHING;
    return opening.endsWith('=') ? { ...NOTHING, needed: inside.needed } : inside;
  }

  /** `[…]` */
  #set(): Part {
    const [, turned] = this.#take(/\[(\^)?/uy) ?? [];
    let all: string[] | null = [];
    while (this.#at < this.#source.length && !this.#skip(']')) {
      const first = this.#character();
      const isRange = this.#isNext('-') && this.#source.charAt(this.#at + 1) !== ']' && this.#skip('-');
      const characters = isRange ? between(first, this.#character()) : first;
      all = all && characters && [...all, ...characters];
    }
    return all === null || turned !== undefined || all.length > MOST_WORDS ? ANYTHING : wordsPart(all);
  }

  /** The characters that one sign stands for; null: too many, or a place. */
  #character(): readonly string[] | null {
    if (!this.#isNext('\\')) return this.#take(/./suy)?.slice(0, 1) ?? null;
    const code = this.#take(/\\(?:u\{(?<long>[\da-f]+)\}|u(?<short>[\da-f]{4})|x(?<byte>[\da-f]{2}))/iuy)?.groups;
    const hex = code?.['long'] ?? code?.['short'] ?? code?.['byte'];
    if (hex !== undefined) return [String.fromCodePoint(Number.parseInt(hex, 16))];
    const [sign = '', letter = ''] = this.#take(/\\(?:[pP]\{[^}]*\}|k<[^>]*>|\d+|(.))/suy) ?? [];
    if (letter === 'd') return DIGITS;
    if (letter === 'n') return ['\n'];
    return letter === '' || /[a-z]/iu.test(letter) || sign === '' ? null : [letter];
  }
}

const wordsPart = (words: readonly string[]): Part => ({ exact: words, needed: words, begins: words });

function between(first: readonly string[] | null, last: readonly string[] | null): string[] | null {
  const [from = 0, to = 0] = [first?.[0]?.codePointAt(0), last?.[0]?.codePointAt(0)];
  if (!first || !last || to - from >= MOST_WORDS) return null;
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
}

/** Words of which one stands in every text that a pattern matches; null: none can be told. */
export function wordsNeededBy(pattern: RegExp): readonly string[] | null {
  if (pattern.ignoreCase) return null;
  const { exact, needed } = new PatternReader(pattern.source).alternatives();
  return exact && !exact.includes('') ? better(exact, needed) : needed;
}

/** The characters with which whatever a pattern matches begins. Throws where they cannot be read off the pattern. */
export function beginningsOf(pattern: string): readonly string[] {
  const { begins } = new PatternReader(pattern).alternatives();
  if (begins === null || begins.includes('')) throw new Error(`a match may begin anywhere: ${pattern}`);
  return begins;
}

/**
 * The same pattern, tried only at the characters with which a match may begin: of hundreds of alternatives each is tried
 * at every character otherwise.
 */
export function triedAtBeginnings(pattern: RegExp): RegExp {
  const first = beginningsOf(pattern.source)
    .map((one) => RegExp.escape(one))
    .join('');
  return new RegExp(`(?=[${first}])(?:${pattern.source})`, pattern.flags);
}

/** Signs of a text: for each character and for each two that stand together one of so many bits is set. */
const ROOM = 1 << 11;
const ofCharacter = (code: number): number => (code * 0x9e5) & (ROOM - 1);
const ofPair = (first: number, second: number): number => ((first * 31) ^ (second * 0x9e5)) & (ROOM - 1);

/** What stands in a text, in one pass for all that is looked for in it. */
const signsOf = keptByText((text): readonly number[] => {
  const signs: number[] = new Array(ROOM >> 5).fill(0);
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const [single, pair] = [ofCharacter(code), ofPair(before, code)];
    signs[single >> 5] = (signs[single >> 5] ?? 0) | (1 << (single & 31));
    signs[pair >> 5] = (signs[pair >> 5] ?? 0) | (1 << (pair & 31));
    before = code;
  }
  return signs;
});

/** The last text that was looked at: it is mostly looked at again at once. */
let last = { text: '', signs: signsOf('') };

function signsAtOnce(text: string): readonly number[] {
  if (last.text !== text) last = { text, signs: signsOf(text) };
  return last.signs;
}

/** The bits that are set wherever a word stands. */
function bitsOf(word: string): number[] {
  if (word.length === 1) return [ofCharacter(word.charCodeAt(0))];
  return Array.from({ length: word.length - 1 }, (_, at) => ofPair(word.charCodeAt(at), word.charCodeAt(at + 1)));
}

/**
 * Tells of most texts at a glance that none of some words or patterns stands in them. What a pattern needs is read off
 * the pattern itself. Sometimes it says that one may where none does, never the other way round.
 */
export class Glance {
  /** Of each word its bits, one behind another, each word closed by -1; null: they may stand anywhere. */
  readonly #bits: Int32Array | null;

  constructor(...looked: readonly (string | RegExp)[]) {
    const words = looked.map((one) => (typeof one === 'string' ? [one] : wordsNeededBy(one)));
    const all = words.every((own) => own !== null) ? [...new Set(words.flat())] : null;
    this.#bits = all && Int32Array.from(all.flatMap((word) => [...bitsOf(word), -1]));
  }

  /** Whether one of them may stand in a text. */
  mayBeIn(text: string): boolean {
    const bits = this.#bits;
    if (bits === null) return true;
    const signs = signsAtOnce(text);
    for (let at = 0; at < bits.length; at++) {
      let bit = bits[at] ?? -1;
      while (bit >= 0 && ((signs[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0) bit = bits[++at] ?? -1;
      if (bit < 0) return true;
      while (bit >= 0) bit = bits[++at] ?? -1;
    }
    return false;
  }
}

const glances = new WeakMap<RegExp, Glance>();

/** Whether a pattern may match somewhere in a text; false: it does not. */
export function mayMatch(pattern: RegExp, text: string): boolean {
  let glance = glances.get(pattern);
  if (glance === undefined) {
    glance = new Glance(pattern);
    glances.set(pattern, glance);
  }
  return glance.mayBeIn(text);
}

/** All that a pattern matches in a text, in order; most texts are told at a glance to hold none. */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  if (!mayMatch(pattern, text)) return found;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}
