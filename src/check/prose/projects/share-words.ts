import { chineseNumber } from '../../rules/numerals.ts';
import type { Range } from '../prose.ts';

/** A share as it is said, with what it may be. */
export interface Share extends Range {
  readonly least: number;
  readonly most: number;
}

const N = '(?:\\d{1,3}(?:\\.\\d+)?|[一二两三四五六七八九十百]{1,4})';
const SHARE = new RegExp(
  `(?<lead>不到|不足|未到|少于|低于|超过|超|多于|过了?|逾|将近|接近|近|约|大约|差不多)?(?:(?<most>大半|多半|大多数|多数)|(?<few>小半|少半|一小半)|(?<half>一半|半数|(?<!倍)半)(?=以上|$|[，。；、！）了的多]|(?:都|是)?(?:安排|放|排|落|用|花|列|投|集中)?(?:在|于|到))|(?<tens>[一二两三四五六七八九])成(?:(?<five>半)|(?<ones>[一二三四五六七八九])(?![个名人位成年月万]))?(?!立|为|员|长|功|果|就|绩|都|[熟本人])|(?<whole>${N})分之(?<part>${N})|(?<percent>\\d{1,3}(?:\\.\\d+)?)[%％])(?<behind>以上|以下|多|强|左右)?`,
  'gu',
);
const AHEAD = /(不到|不足|未到|超过|多于|将近|接近|近|约)[^，。；]{0,12}的$/u;
const numeralOf = (word: string) => (/\d/.test(word) ? Number(word) : (chineseNumber(word) ?? 0));

function exactOf(groups: Readonly<Record<string, string | undefined>>): { value: number; slack: number } | null {
  const { half, tens, five, ones, whole, part, percent } = groups;
  if (half) return { value: 0.5, slack: 0.02 };
  if (tens && ones) return { value: numeralOf(tens) / 10 + numeralOf(ones) / 100, slack: 0.011 };
  if (tens) return { value: numeralOf(tens) / 10 + (five ? 0.05 : 0), slack: 0.05 };
  if (percent) return { value: Number(percent) / 100, slack: 0.011 };
  if (whole === undefined || part === undefined || numeralOf(whole) === 0) return null;
  return { value: numeralOf(part) / numeralOf(whole), slack: 0.02 };
}

/** The shares of a text: 一半, 四成, 五分之一, 百分之三十, 30%, 大半, with 不到, 超过, 近, 约 and 以上 beside them. */
export function sharesIn(text: string): Share[] {
  return [...text.matchAll(SHARE)].flatMap((match): Share[] => {
    const groups = match.groups ?? {};
    const { behind = '', most, few } = groups;
    // 不到全部乡镇的三成: the word stands before what it is a share of.
    const lead = groups['lead'] ?? AHEAD.exec(text.slice(Math.max(0, match.index - 16), match.index))?.[1] ?? '';
    const range = { start: match.index, end: match.index + match[0].length };
    if (most) return [{ ...range, least: 0.5, most: 1 }];
    if (few) return [{ ...range, least: 0, most: 0.5 }];
    const exact = exactOf(groups);
    if (!exact || exact.value > 1) return [];
    const { value, slack } = exact;
    if (/不到|不足|未到|少于|低于/u.test(lead) || behind === '以下') return [{ ...range, least: 0, most: value }];
    if (/超|多于|过|逾/u.test(lead) || /以上|多|强/u.test(behind)) return [{ ...range, least: value, most: 1 }];
    if (/近/u.test(lead)) return [{ ...range, least: value - 0.1, most: value }];
    const wide = lead !== '' || behind !== '' ? Math.max(0.06, slack) : slack;
    return [{ ...range, least: value - wide, most: value + wide }];
  });
}

/** How a later value is to an earlier one: `least` and `most` times it. */
export interface Growth extends Range {
  readonly least: number;
  readonly most: number;
}

const TIMES = [
  [/翻(?:了)?(?:一番|番(?!茄)|倍|一倍)|(?:增加|增长|多|扩大|提高|上升)(?:了|出)?(?:整整)?一倍/gu, 2],
  [/翻(?:了)?两番/gu, 4],
  [/(?:是|为|达到?)(?:前一年|上一年|上年|头一年|第一年)的(?:两|二|2)倍/gu, 2],
  [/(?:增加|扩大|增长)到(?:原来的)?(?:两|二|2)倍/gu, 2],
  [/(?:减少|下降|降低|缩减|压缩|少)(?:了)?(?:整整)?(?:一半|五成)|减半|腰斩/gu, 0.5],
] as const;
const TREND: readonly (readonly [RegExp, number, number])[] = [
  [/(?:逐年|年年|一年比一年)(?:都|在)?(?:增加|增长|递增|上升|提高|增多|多)/gu, 1.0001, Number.POSITIVE_INFINITY],
  [/(?:逐年|年年|一年比一年)(?:都|在)?(?:减少|递减|下降|降低|缩减|少)/gu, 0, 0.9999],
  [/(?:两年|各年|每年)(?:的数|的人数|的资金|的金额)?(?:都|完全)?(?:持平|一样多|一样|相同|没有变化|不变)/gu, 1, 1],
];

/** 比2019年少了三分之一: what is left, or what is more. */
const CHANGED = /(?<less>减少|少|下降|降低|降|缩减|压缩)(?:了)?$|(?<more>增加|增长|多|提高|上升)(?:了)?$/u;
const changesIn = (text: string): Growth[] =>
  sharesIn(text).flatMap(({ start, end, least, most }): Growth[] => {
    const { less, more } = CHANGED.exec(text.slice(Math.max(0, start - 4), start))?.groups ?? {};
    if (less) return [{ start, end, least: 1 - most, most: 1 - least }];
    return more ? [{ start, end, least: 1 + least, most: 1 + most }] : [];
  });

/** What a text says of how a value goes on from year to year: 翻一番, 减半, 逐年增加, 两年一样多. */
export function growthsIn(text: string): Growth[] {
  return [
    ...changesIn(text),
    ...TIMES.flatMap(([words, times]) =>
      [...text.matchAll(words)].map(({ index, 0: word }) => ({
        ...{ start: index, end: index + word.length },
        ...{ least: times * 0.96, most: times * 1.04 },
      })),
    ),
    ...TREND.flatMap(([words, least, most]) =>
      [...text.matchAll(words)].map(({ index, 0: word }) => ({ start: index, end: index + word.length, least, most })),
    ),
  ];
}
