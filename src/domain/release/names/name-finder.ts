import { CharacterRow } from './character-row.ts';
import { characterFolding, type FoldCharacter } from './fold-character.ts';
import type { NameSpelling } from './spelling.ts';
import { GAP, type TextForm, type VisibleText } from './text-as-read.ts';
import { visibleText } from './visible-text.ts';
import { WordIndex } from './word-index.ts';

/** A name where it stands in a text; offsets of the source, as `slice` counts. */
export interface FoundName {
  /** As it was asked for. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A name that was found in a text as it is read. */
export interface Match {
  readonly name: string;
  /** Characters of the visible text: from the first to the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** Finds names in texts. */
export interface NameFinder {
  /** Every place of every name, in the order of the text; those of one place the longest first. */
  readonly find: (text: string, form: TextForm) => FoundName[];
  /** The same in a text that was read already. */
  readonly matches: (text: VisibleText) => Match[];
  /** The same as `find` in a text that was read already. */
  readonly findIn: (text: VisibleText) => FoundName[];
  readonly read: (text: string, form: TextForm) => VisibleText;
}

/** One way in which a name may be written. */
interface Pattern {
  readonly name: string;
  readonly codes: readonly number[];
  readonly latin: boolean;
  /** Whether the words have to begin with capitals and to be parted. */
  readonly capitals: boolean;
  /** Before which of its codes spaces and hyphens may stand; of Latin spellings only. */
  readonly breaks: ReadonlySet<number>;
  /** Before which of its codes the name itself has a dot. */
  readonly dots: ReadonlySet<number>;
}

/** What `find` reads is gone when it has answered: one row serves all of it. */
const ROW = new CharacterRow();

const LATIN_LETTER = /^[a-z]$/u;
const isLatin = (code: number | undefined) => code !== undefined && LATIN_LETTER.test(String.fromCodePoint(code));

/** A name as codes, with the places where something stands between them. */
function patternOf(name: string, written: string, capitals: boolean, fold: FoldCharacter): Pattern {
  const codes: number[] = [];
  const [breaks, dots] = [new Set<number>(), new Set<number>()];
  for (const character of written) {
    const folded = fold(character.codePointAt(0) ?? 0);
    if (folded.kind === 'unit') codes.push(...folded.codes);
    else if (folded.kind !== 'none') breaks.add(codes.length);
    if (folded.kind === 'dot') dots.add(codes.length);
  }
  return { name, codes, latin: codes.every(isLatin), capitals, breaks, dots };
}

/** All ways in which a name may be written; none for what is too short to be told from a word. */
function patternsOf(name: string, { spelling, fold }: { spelling: NameSpelling; fold: FoldCharacter }): Pattern[] {
  const own = patternOf(name, name, false, fold);
  if (own.codes.length < (own.latin ? 3 : 2)) return [];
  const others = spelling.latin(name).map(({ words, capitals }) => patternOf(name, words, capitals, fold));
  return [own, ...others];
}

const known = new WeakMap<NameSpelling, Map<string, readonly Pattern[]>>();

function knownPatterns(name: string, spelling: NameSpelling): readonly Pattern[] {
  const all = known.get(spelling) ?? new Map<string, readonly Pattern[]>();
  known.set(spelling, all);
  const patterns = all.get(name) ?? patternsOf(name, { spelling, fold: characterFolding(spelling) });
  all.set(name, patterns);
  return patterns;
}

/** Whether a gap inside a name leaves it a name. */
function joins(gap: number, { latin, codes, breaks, dots }: Pattern, at: number): boolean {
  if (gap === 0) return true;
  const tight = (gap & GAP.space) === 0;
  // `Li. Ming` are two sentences; `Tenzin-Dolma` and `chen’an` are one name.
  if (latin) return breaks.has(at) && (gap === GAP.space || tight);
  if ((gap & GAP.apostrophe) !== 0) return false;
  if ((gap & GAP.hyphen) !== 0 && (!tight || codes.length < 3)) return false;
  return (gap & GAP.dot) === 0 || tight || codes.length > 2 || dots.has(at);
}

const isCapital = (text: string, at: number) => /^\p{Lu}$/u.test(text.slice(at, at + 1).normalize('NFKC'));

/** Whether what stands in a text is the name and not a part of other words. */
function isName({ source, codes, starts, gaps }: VisibleText, pattern: Pattern, from: number, to: number): boolean {
  const { codes: own, capitals, breaks } = pattern;
  // Inside a longer word it is none.
  if (isLatin(own[0]) && gaps[from] === 0 && isLatin(codes[from - 1])) return false;
  if (isLatin(own.at(-1)) && gaps[to] === 0 && isLatin(codes[to])) return false;
  for (let i = 1; i < own.length; i++) if (!joins(gaps[from + i] ?? 0, pattern, i)) return false;
  if (!capitals) return true;
  return [0, ...breaks].every((at) => isCapital(source, starts[from + at] ?? 0) && (at === 0 || gaps[from + at] !== 0));
}

/**
 * Prepares to find names as people read them: however they are spaced, marked, linked or coded, in traditional or
 * simplified characters, wide or narrow, with and without the dots of Tibetan names, in the Latin spellings that the
 * table knows. Names of one character are words and are not found. The work grows with the text, not with the names.
 */
export function nameFinder(names: Iterable<string>, spelling: NameSpelling): NameFinder {
  const patterns = [...new Set(names)].flatMap((name) => knownPatterns(name, spelling));
  const same = [...Map.groupBy(patterns, ({ codes }) => codes.join(' ')).values()];
  const index = new WordIndex(same.map(([first]) => first?.codes ?? []));
  const fold = characterFolding(spelling);

  const read = (text: string, form: TextForm) => visibleText(text, form, fold);
  const matches = (text: VisibleText): Match[] => {
    const found: Match[] = [];
    index.scan(text.codes, (word, to) => {
      for (const pattern of same[word] ?? []) {
        const from = to - pattern.codes.length;
        if (isName(text, pattern, from, to)) found.push({ name: pattern.name, from, to });
      }
    });
    return found.toSorted((a, b) => a.from - b.from || b.to - a.to);
  };
  const findIn = (text: VisibleText): FoundName[] =>
    matches(text)
      .map(({ name, from, to }) => ({ name, start: text.starts[from] ?? 0, end: text.ends[to - 1] ?? 0 }))
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
  // Where nobody is looked for nothing has to be read.
  const find = (source: string, form: TextForm): FoundName[] =>
    patterns.length === 0 ? [] : findIn(visibleText(source, form, fold, ROW));
  return { find, findIn, matches, read };
}

const keys = new WeakMap<NameSpelling, Map<string, string>>();

/** A name as it is compared with others: two that are read the same are the same. */
export function nameKey(name: string, spelling: NameSpelling): string {
  const all = keys.get(spelling) ?? new Map<string, string>();
  keys.set(spelling, all);
  const { codes } = all.has(name) ? { codes: [] } : patternOf(name, name, false, characterFolding(spelling));
  const key = all.get(name) ?? String.fromCodePoint(...codes);
  all.set(name, key);
  return key;
}
