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

const PLACED =
  /(?:(?:安排|排|放|列|定|落|写|填|记)(?:在|到|进)了?|只(?:安排|排|列|写|填|做)了?(?:一年|一个年度)[，,]?(?:也?就)?是|(?<=[＊])(?:只有|只在|仅在))(?<year>(?:19|20)\d{2})年(?:\d{1,2}月)?(?=$|[，。；、！）]|这一|那一|一[格栏列]|有数|开展|进行|实施)/gu;

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
    if (!known.years.includes(year) || kind === 'one' || (kind !== 'open' && known.executors.length === 0)) return [];
    const some = who === 'all' ? ['all' as const] : who.map((one) => [one]);
    const empty = some.some((one) => known.inYear(year, one) === null);
    const right = known.years.filter((y) => some.every((one) => known.inYear(y, one) !== null));
    if (!empty || right.length === 0) return [];
    return [{ start: index, end: index + match[0].length, known, year, who, right }];
  });
}
