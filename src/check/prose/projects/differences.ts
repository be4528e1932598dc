import type { NumberReader } from '../../text/numbers.ts';
import type { Range } from '../prose.ts';
import { equals } from './amounts.ts';
import type { LineKnown } from './known.ts';

/** Two years of a line that are set against each other, where the difference is another one. */
export interface WrongDifference extends Range {
  readonly expected: string;
  readonly written: string;
}

const YEAR =
  /(?<year>(?:19|20)\d{2})年|(?<first>头一年|第一年|前一年|上一年|上年|首年)|(?<second>第二年|次年|翌年|后一年|隔年)/gu;
const CHANGE =
  /(?<than>比)?[^，。；比]{0,10}?(?<how>多|少|增加|减少|增|减|降|涨)(?:了|出)(?=[\d一二三四五六七八九十百千])|比[^，。；]{0,10}(?<how2>多|少|增加|减少|增|减)(?=[\d一二三四五六七八九十百千])/gu;

/** 两年差了6人. */
const APART =
  /(?:两年|两个年度|前后)(?:里|间)?(?:的数|的人数|的钱|的金额|人数|金额)?(?:之间)?(?:相差|差了?|差额(?:是|为)?)(?=[\d一二三四五六七八九十百])/gu;

/** 2020年比2019年少15人, 从第一年到第二年少了25万元. `text`: the sentence with names blotted out. */
export function wrongDifferences(text: string, known: LineKnown, read: NumberReader): WrongDifference[] {
  const year = (groups: Readonly<Record<string, string | undefined>>) =>
    groups['year'] ? Number(groups['year']) : known.years[groups['first'] ? 0 : 1];
  const [first, second] = known.years.map((y) => known.inYear(y, 'all'));
  const apart = [...text.matchAll(APART)].flatMap(({ index, 0: words }): WrongDifference[] => {
    const end = index + words.length;
    const number = read(text.slice(end, end + 12))[0];
    if (!first || !second || !number || number.start > 1 || number.approximate || known.years.length !== 2) return [];
    const right = Math.abs(first.value - second.value);
    if (equals(number.value, number.unit, { value: right, unit: known.line.unit }) || /[＃市城]/u.test(text)) return [];
    return [
      {
        ...{ start: index, end: end + number.end + number.unit.length },
        expected: `${first.words}，${second.words}，相差${right}${known.line.unit}`,
        written: `${first.written}；${second.written}`,
      },
    ];
  });
  const changed = [...text.matchAll(CHANGE)].flatMap(({ index, 0: words, groups = {} }): WrongDifference[] => {
    const end = index + words.length;
    const from = Math.max(text.lastIndexOf('；', index), text.lastIndexOf('。', index)) + 1;
    const named = [...text.slice(from, end).matchAll(YEAR)];
    const [a, b] = named.slice(-2).map((m) => year(m.groups ?? {}));
    const number = read(text.slice(end, end + 12))[0];
    if (a === undefined || b === undefined || a === b || !number || number.start > 1 || number.approximate) return [];
    const [one, other] = [known.inYear(a, 'all'), known.inYear(b, 'all')];
    if (!one || !other || /[＃市城]/u.test(text.slice(from, end))) return [];
    // 甲年比乙年多 looks from the first, 从甲年到乙年 from the second.
    const last = named.at(-1);
    const than = text.slice(from, from + (last?.index ?? 0)).includes('比');
    const more = /多|增|涨/u.test(groups['how'] ?? groups['how2'] ?? '') ? 1 : -1;
    const right = (one.value - other.value) * more * (than ? 1 : -1);
    if (equals(number.value, number.unit, { value: right, unit: known.line.unit })) return [];
    if (number.unit !== known.line.unit && !/^[人名位个批]$|元$/u.test(number.unit)) return [];
    return [
      {
        ...{ start: index, end: end + number.end + number.unit.length },
        expected: `${one.words}，${other.words}，相差${Math.abs(right)}${known.line.unit}`,
        written: `${one.written}；${other.written}`,
      },
    ];
  });
  return [...apart, ...changed];
}
