import { beginningsOf } from './glance.ts';

/**
 * Words for one thing, by kinds: a line a wording, so that whoever misses a word adds it to a line. A line is made of
 * parts with spaces between, one behind another, so that each word of a part is followed by a word of the next:
 *
 * - `病倒|住院` one of some words; each may hold what a pattern holds (`[断截]了?`), and brackets group;
 * - `{kin}` a word of a vocabulary;
 * - `…6` up to so many characters of the same clause;
 * - `!人|院` what may not follow there; `毛|通!` what may not stand before.
 */
export type Wordings = Readonly<Record<string, string>>;

/** Words that stand in many lines under one name, each a row of alternatives; a vocabulary may use those above it. */
export type Vocabulary = Readonly<Record<string, string>>;

/** A part is taken apart at these, but not inside brackets. */
function alternativesOf(part: string): string[] {
  const found = [''];
  let depth = 0;
  for (let at = 0; at < part.length; at++) {
    const sign = part.charAt(at);
    if (sign === '(' || sign === '[') depth++;
    if (sign === ')' || sign === ']') depth--;
    if (sign === '|' && depth === 0) found.push('');
    else found[found.length - 1] += sign;
  }
  return found;
}

const GAP = /^…(\d+)$/u;
/** `(…)` groups only: nothing is taken out. */
const grouped = (pattern: string): string => pattern.replaceAll(/\((?!\?)/gu, '(?:');

/** The pattern of a part. */
function patternOf(part: string): string {
  const gap = GAP.exec(part);
  if (gap) return `[^，。；！？\\n]{0,${gap[1]}}`;
  if (part.startsWith('!')) return `(?!${grouped(part.slice(1))})`;
  if (part.endsWith('!')) return `(?<!${grouped(part.slice(0, -1))})`;
  return alternativesOf(part).length > 1 ? `(?:${grouped(part)})` : grouped(part);
}

/** The patterns of a line, one for each word that it may begin with: none is tried where another begins. */
function patternsOf(line: string, vocabulary: Vocabulary): string[] {
  const filled = (part: string): string =>
    part.replaceAll(/\{([a-z]+)\}/gu, (_, name: string) => {
      const words = vocabulary[name];
      if (words === undefined) throw new Error(`no vocabulary is called ${name}`);
      return `(${filled(words.trim().replaceAll(/\s+/gu, '|'))})`;
    });
  const parts = line.trim().split(/\s+/u).map(filled);
  const opening = parts.findIndex((part) => !/!$|^!/u.test(part));
  const before = parts.slice(0, opening).map(patternOf).join('');
  const behind = parts
    .slice(opening + 1)
    .map(patternOf)
    .join('');
  return wordsOf(parts[opening] ?? '').map((word) => before + patternOf(word) + behind);
}

/** Whether a word is one group from its first to its last character. */
function isGroup(word: string): boolean {
  let depth = 0;
  for (let at = 0; at < word.length; at++) {
    if (word.charAt(at) === '(') depth++;
    if (word.charAt(at) === ')') depth--;
    if (depth === 0 && at < word.length - 1) return false;
  }
  return word.startsWith('(') && !word.startsWith('(?');
}

/** The words of which a part is one: a vocabulary that is a part by itself is taken apart too. */
const wordsOf = (part: string): string[] =>
  alternativesOf(part).flatMap((word) => (isGroup(word) ? wordsOf(word.slice(1, -1)) : [word]));

/** Whether one of some wordings stands in a text: a character that begins none costs a look into a table. */
export function wordingsIn(wordings: Wordings, vocabulary: Vocabulary): (text: string) => boolean {
  const byFirst = new Map<string, Set<string>>();
  for (const line of Object.values(wordings).flatMap((lines) => lines.split('\n'))) {
    for (const pattern of line.trim() === '' ? [] : patternsOf(line, vocabulary)) {
      for (const first of beginningsOf(pattern)) byFirst.set(first, (byFirst.get(first) ?? new Set()).add(pattern));
    }
  }
  const at = new Map([...byFirst].map(([first, own]) => [first.charCodeAt(0), new RegExp([...own].join('|'), 'uy')]));
  const begins = new Uint8Array(1 << 16);
  for (const code of at.keys()) begins[code] = 1;
  return (text) => {
    for (let from = 0; from < text.length; from++) {
      const code = text.charCodeAt(from);
      if (begins[code] === 0) continue;
      const pattern = at.get(code);
      if (pattern === undefined) continue;
      pattern.lastIndex = from;
      if (pattern.test(text)) return true;
    }
    return false;
  };
}
