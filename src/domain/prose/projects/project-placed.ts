import type { Range } from '../prose.ts';
import type { Executors } from './project-executors.ts';
import type { LineKnown } from './project-known.ts';
import type { Mention } from './project-names.ts';

/** A year in which the annex leaves the cell empty, though a sentence places the line there without a number. */
export interface WrongYear extends Range {
  readonly known: LineKnown;
  readonly year: number;
  readonly who: Executors['who'];
  readonly right: readonly number[];
}

const PLACED = /(?:安排|排|放|列|定|落)在(?<year>(?:19|20)\d{2})年(?=$|[，。；、！）])/gu;

/** 某市的某项目排在2019年, where the annex has it in 2020. `sentence`: with names blotted out. */
export function wrongYears(
  sentence: string,
  mentions: readonly Mention[],
  lines: ReadonlyMap<string, LineKnown>,
  read: (before: string) => Executors,
): WrongYear[] {
  const ids = new Set(mentions.flatMap((m) => m.lines));
  const [known] = [...ids].flatMap((id) => lines.get(id) ?? []);
  if (!known || ids.size > 1) return [];
  return [...sentence.matchAll(PLACED)].flatMap((match): WrongYear[] => {
    const { index } = match;
    const year = Number(match.groups?.['year']);
    const from = Math.max(...['，', '；', '。'].map((mark) => sentence.lastIndexOf(mark, index - 1))) + 1;
    const { who, kind } = read(sentence.slice(from, index));
    if (!known.years.includes(year) || (kind !== 'open' && known.executors.length === 0)) return [];
    const some = who === 'all' ? ['all' as const] : who.map((one) => [one]);
    const empty = some.some((one) => known.inYear(year, one) === null);
    const right = known.years.filter((y) => some.every((one) => known.inYear(y, one) !== null));
    if (!empty || right.length === 0) return [];
    return [{ start: index, end: index + match[0].length, known, year, who, right }];
  });
}
