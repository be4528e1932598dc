import type { Range } from '../prose.ts';
import type { Around } from './around.ts';
import type { NamedPlace, PlaceIndex } from './index.ts';
import { beginsWord, midWord } from './words.ts';

/** A right stem with an ending that is not its own. */
export interface WrongEnding extends Range {
  readonly names: readonly NamedPlace[];
  readonly severity: 'error' | 'warning';
}

function severityOf(names: readonly NamedPlace[], ending: string): 'error' | 'warning' | null {
  const has = (level: string) => names.some(({ place }) => place.level === level);
  // Beside a city there is often a county of its name that the notice does not list.
  if (has('city')) return null;
  if (has('region')) return ending === '县' ? 'error' : null;
  if (has('township')) return ending === '区' && !has('county') ? null : 'error';
  return ending === '乡' || ending === '镇' ? 'warning' : 'error';
}

/** The name before the ending at `at`, where the stem is right and the ending is not. */
export function wrongEnding(
  { byStem }: PlaceIndex,
  text: string,
  at: number,
  around: (range: Range, name: NamedPlace) => Around,
): WrongEnding | null {
  const ending = text[at] ?? '';
  if (beginsWord(text, at)) return null;
  for (let length = Math.min(12, at); length > 0; length--) {
    const start = at - length;
    const names = byStem.get(text.slice(start, at));
    if (!names || midWord(text, start)) continue;
    if (names.some(({ endings }) => endings.some((e) => e === ending))) return null;
    const severity = severityOf(names, ending);
    if (!severity) return null;
    const range = { start, end: at + 1 };
    // One character before an ending is a word of its own too easily.
    const sure = length > 1 || names.some((name) => around(range, name).attached || around(range, name).beside);
    return sure ? { ...range, names, severity } : null;
  }
  return null;
}
