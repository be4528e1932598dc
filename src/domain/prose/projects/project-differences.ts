import type { NumberReader } from '../numbers.ts';
import type { Range } from '../prose.ts';
import { equals } from './project-amounts.ts';
import type { LineKnown } from './project-known.ts';

/** Two years of a line that are set against each other, where the difference is another one. */
export interface WrongDifference extends Range {
  readonly expected: string;
  readonly written: string;
}

const LATER = '(?:(?<later>(?:19|20)\\d{2})年|第二年|次年|翌年|后一年)';
const EARLIER = '(?:(?<earlier>(?:19|20)\\d{2})年|头一年|第一年|前一年|上一年|上年)';
const THAN = new RegExp(
  `${LATER}[^，。；\\d]{0,10}?[，]?比${EARLIER}的?(?:[^，。；\\d]{0,4}?)(?<how>多|少|增加|减少|增|减)(?:了|出)?`,
  'gu',
);

/** 2020年比2019年少15人. `text`: the sentence with names blotted out. */
export function wrongDifferences(text: string, known: LineKnown, read: NumberReader): WrongDifference[] {
  const [first, last] = [known.years[0], known.years.at(-1)];
  return [...text.matchAll(THAN)].flatMap(({ index, 0: words, groups = {} }): WrongDifference[] => {
    const [a, b] = [Number(groups['later'] ?? last), Number(groups['earlier'] ?? first)];
    const [after, before] = [known.inYear(a, 'all'), known.inYear(b, 'all')];
    const end = index + words.length;
    const number = read(text.slice(end, end + 12))[0];
    if (!after || !before || !number || number.start > 1 || number.approximate) return [];
    const right = (after.value - before.value) * (/多|增/u.test(groups['how'] ?? '') ? 1 : -1);
    if (equals(number.value, number.unit, { value: right, unit: known.line.unit })) return [];
    if (number.unit !== known.line.unit && !/^[人名位]$|元$/u.test(number.unit)) return [];
    return [
      {
        ...{ start: index, end: end + number.end + number.unit.length },
        expected: `${before.words}，${after.words}，相差${Math.abs(right)}${known.line.unit}`,
        written: `${before.written}；${after.written}`,
      },
    ];
  });
}
