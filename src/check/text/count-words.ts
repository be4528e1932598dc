import { chineseNumber } from '#domain/plan/chinese-number.ts';
import { matchesIn } from './glance.ts';
import type { Range } from './range.ts';

/** A small whole number in a text that can be compared exactly: no rank, no estimate, no part of something longer. */
export interface CountWord extends Range {
  readonly value: number;
}

/** A number as a regular expression without groups, for patterns in which numbers stand. */
export const NUMBER_WORD = '(?:\\d{1,3}|[一二两三四五六七八九十百]{1,5})';
/** What stands between a number and the thing counted. */
export const MEASURE = '(?:个|座|项|类|家|大类|大|条|种|块|行|所|处|支|份)';

const NUMBERS =
  /(?<![\d.,A-Za-z#〔[-])\d{1,3}(?![\d.%％A-Za-z〕\]-]|,\d)|(?<![零〇一二两三四五六七八九十百千万\d])[一二两三四五六七八九十百]{1,5}(?![零〇千万亿\d])/gu;
const VAGUE_BEFORE =
  /(?:约|近|大概|超过|至少|不到|不足|不止|最多|最少|上|逾|差不多|几|数|第|前|后|(?<!牵)头|末|首|每|各|另|另外|其余|其他|余下|剩下|剩余|又|再|同|任|某|仅有|分别|分别有)$/u;
const VAGUE_AFTER = /^(?:余|多|来|几|分之|点|[—–~～-]|至|到|比|成)/u;
/** 三四个, 两三所: an estimate, not 34. */
const NEIGHBOURS = /[一二两三四五六七八九]{2}/u;

/** All exact counts from 2 on in a text that has been narrowed. */
export function countWords(text: string): CountWord[] {
  return matchesIn(text, NUMBERS).flatMap(({ 0: word, index }) => {
    const [before, after] = [text.slice(Math.max(0, index - 4), index), text.slice(index + word.length)];
    if (VAGUE_BEFORE.test(before) || VAGUE_AFTER.test(after.slice(0, 3)) || NEIGHBOURS.test(word)) return [];
    const value = /\d/.test(word) ? Number(word) : chineseNumber(word);
    return value === null || value < 2 ? [] : [{ start: index, end: index + word.length, value }];
  });
}

/** Whether a number was put in by the site itself. */
export const isProved = (block: { readonly proved: readonly Range[] }, { start, end }: Range) =>
  block.proved.some((range) => range.start < end && start < range.end);
