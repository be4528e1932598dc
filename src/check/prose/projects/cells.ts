import type { Range } from '../prose.ts';
import type { Executors } from './executors.ts';
import type { Known, LineKnown } from './known.ts';

/** A cell of an annex that is said to be empty, though a number stands in it. */
export interface NotEmpty extends Range {
  readonly year: number;
  readonly right: readonly Known[];
}

const EMPTY =
  /(?<year>(?:19|20)\d{2})年?(?:的)?(?:(?:[这那]?一?|的|那个)?(?:格|栏|列|格子|单元格)(?:里|中)?(?:却|也|则|都|还)?(?:是)?(?:空着|空的|空白|留空|留白|空缺|没有?填|没有?写|未填|什么也没有|空)|(?:没有?|未|不)(?:填数|填写|写数|列数|填))(?!的)/gu;
const DENIED = /不是|并非|而非|误|错|实际|如果|假如|上报/u;

/** 某项目2019年一格空着, where the annex has a number there. `sentence`: with names blotted out. */
export function wronglyEmpty(sentence: string, known: LineKnown, read: (before: string) => Executors): NotEmpty[] {
  if (known.line.row === undefined || DENIED.test(sentence)) return [];
  return [...sentence.matchAll(EMPTY)].flatMap((match): NotEmpty[] => {
    const year = Number(match.groups?.['year']);
    if (!known.years.includes(year)) return [];
    const { kind, who } = read(sentence.slice(sentence.lastIndexOf('；', match.index) + 1, match.index));
    // Of cities that share the line out and are not named, any may be meant; of several named, all are.
    if (kind === 'one' || (kind !== 'open' && known.executors.length === 0)) return [];
    const one = known.executors.length === 0 ? ['all' as const] : null;
    const some = one ?? (who === 'all' ? known.executors : who).map((id) => [id]);
    const cells = some.map((id) => known.inYear(year, id)).filter((k) => k !== null);
    const wrong = kind === 'open' || kind === 'together' ? cells.length === some.length : cells.length > 0;
    return wrong && cells.length > 0
      ? [{ start: match.index, end: match.index + match[0].length, year, right: cells }]
      : [];
  });
}
