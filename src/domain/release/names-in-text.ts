/** What may stand between the characters of a name without a reader seeing it: marks, spaces, a line's end. */
const BETWEEN = '[\\s\\u3000\\u200b*_~]{0,4}';

const escaped = (character: string) => character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** A name as it may stand in Markdown: whole, spaced out (仇　怡), or with marks inside (**李**样例). */
function pattern(name: string): RegExp {
  const characters = [...name.replaceAll(/\s/g, '')];
  return new RegExp(characters.map(escaped).join(BETWEEN), 'gu');
}

const patterns = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  const known = patterns.get(name) ?? pattern(name);
  patterns.set(name, known);
  return known;
}

/** Whether a name stands somewhere in a text. Names of one character are words. */
export function hasName(text: string, name: string): boolean {
  const characters = [...name.replaceAll(/\s/g, '')];
  if (characters.length < 2 || !text.includes(characters[0] ?? '')) return false;
  return text.search(patternOf(name)) >= 0;
}

/** The text with a name replaced everywhere; lines stay where they are. */
export function withoutName(text: string, name: string, instead: string): string {
  return text.replaceAll(patternOf(name), (found) => instead + '\n'.repeat(found.split('\n').length - 1));
}
