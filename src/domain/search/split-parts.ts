import type { Folding } from './folding.ts';
import { letterOf, signOf } from './signs.ts';
import { shownWord, type Token } from './tokens.ts';

/** One of the things a page has to hold: a phrase. */
export interface Part {
  /** As it was typed, for a reader and for being read as pinyin. */
  readonly text: string;
  /** As it is compared, for looking up names and words much like it: simplified, half width, lower case. */
  readonly plain: string;
  /** What is compared; never empty strings, at least one that is no sign. */
  readonly tokens: readonly string[];
  /** Stood in quotes: it is never read as pinyin. */
  readonly literal: boolean;
}

const letter = (sign: string) => letterOf(sign)?.letter ?? sign;
const SEPARATORS = new Set([letter('，'), letter('、')]);
const PAIRS = new Map(
  ['“”', '「」', '『』', '‘’', '""', "''"].map(([open = '', close = '']) => [letter(open), letter(close)]),
);
const STRAIGHT = letter('"');
const APOSTROPHE = letter("'");
/** What ends a Tibetan syllable: at the end of a part it is as good as missing. */
const SYLLABLE_ENDS = new Set([letter('་'), letter('།')]);
const LATIN = /^\p{Script=Latin}$/u;

/**
 * The parts of a query: white space, `，` and `、` part them, and so does what cannot be searched. A pair of quotes around
 * a part keeps it together; quotes inside one belong to the phrase, as they stand in the page. Straight quotes are typed,
 * not printed: they never belong to a phrase.
 */
export function splitParts(tokens: readonly Token[], folding: Folding): Part[] {
  const parts: Part[] = [];
  let open: Token[] = [];
  const close = (literal = false) => {
    const part = partOf(open, literal, folding);
    if (part) parts.push(part);
    open = [];
  };
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token) break;
    const end = open.length === 0 ? closingOf(tokens, i) : -1;
    if (end > i) {
      for (const quoted of tokens.slice(i + 1, end)) {
        if (quoted.base === '') close(true);
        else open.push(quoted);
      }
      close(true);
      i = end;
    } else if (SEPARATORS.has(token.base) || token.base === '') close();
    else if (isTypedQuote(tokens, i)) {
      close();
      if (closingOf(tokens, i) > i) i -= 1;
    } else {
      open.push(token);
      if (token.spaced) close();
    }
  }
  close();
  return parts;
}

function partOf(typed: readonly Token[], literal: boolean, folding: Folding): Part | null {
  const tokens = withoutTail(typed, SYLLABLE_ENDS);
  if (tokens.every(({ base }) => signOf(base, 0) !== null)) return null;
  const shown = (read: (token: Token) => string) =>
    tokens.map((token) => shownWord(read(token) + (token.spaced ? ' ' : ''), folding)).join('');
  const [text, plain] = [shown(({ word }) => word), shown(({ base }) => base)];
  return { text: text.trim(), plain: plain.trim(), tokens: tokens.map(({ base }) => base), literal };
}

/** Where the quote that opens at i is closed, if the pair stands around a whole part; -1 where it does not. */
function closingOf(tokens: readonly Token[], i: number): number {
  const opens = tokens[i]?.base ?? '';
  const closes = PAIRS.get(opens);
  if (closes === undefined) return -1;
  let depth = 0;
  for (let at = i + 1; at < tokens.length; at += 1) {
    const base = tokens[at]?.base;
    if (base === closes && depth === 0) return closes === STRAIGHT || endsPart(tokens, at) ? at : -1;
    if (base === closes) depth -= 1;
    else if (base === opens) depth += 1;
  }
  return -1;
}

function endsPart(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next === undefined || tokens[at]?.spaced === true || SEPARATORS.has(next.base) || next.base === '';
}

/** A straight quote that is no apostrophe between two letters. */
function isTypedQuote(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.base === STRAIGHT) return true;
  if (token?.base !== APOSTROPHE) return false;
  const before = tokens[i - 1];
  const joined = before?.spaced === false && !token.spaced;
  return !(joined && LATIN.test(before.base) && LATIN.test(tokens[i + 1]?.base ?? ''));
}

/** The tokens up to the last one that is none of the letters. */
export function withoutTail(tokens: readonly Token[], letters: ReadonlySet<string>): readonly Token[] {
  let end = tokens.length;
  while (end > 0 && letters.has(tokens[end - 1]?.base ?? '')) end -= 1;
  return tokens.slice(0, end);
}
