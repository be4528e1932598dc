import { isTargetWords, readAmount } from './amount.ts';
import { chineseNumber } from './chinese-number.ts';

/** What the words of a clause set for a line. */
export interface WordedTarget {
  /** A number; or the words where they are none: 不少于6场, 每班45学时，共90班. */
  readonly quantity: number | string;
  /** As content writes it: for each year, for all of them, or the words do not say. */
  readonly per: 'year' | 'total' | 'unstated';
  /** What is counted, as it stands behind the number; null where the words do not show it. */
  readonly unit: string | null;
}

const NUMBER = '\\d+(?:\\.\\d+)?\\s*(?:万(?!元)|千|百)?';
const BEFORE = '(?:不少于|不低于|不小于|至少|最少|≥|不超过|不多于|不高于|不大于|至多|最多|≤|大约|约为|约|近)?';
const BEHIND = '(?:及?以上|起|左右|上下|及?以内|及?以下|之内)?';
const UNIT = '\\s*((?:万|亿)?元|\\p{Script=Han}{0,4}?)';
const AMOUNT = new RegExp(
  `${BEFORE}\\s*${NUMBER}(?:${UNIT}\\s*[—–~～至到-]+\\s*${NUMBER})?${UNIT}${BEHIND}(?!\\p{Script=Han})`,
  'u',
);

/** Years and spans of time: no number of what is planned. */
const TIMES = /\d{4}\s*年?\s*[—–~～至到-]+\s*\d{4}\s*年|\d+\s*(?:学年|年|月份?|日|学期|季度)/gu;
/** So many for each of something that is no year: 每班45学时. */
const FOR_EACH = /每(?!一?(?:学年|年|个?年度))\p{Script=Han}{0,4}\s*\d/u;

const narrow = (text: string) =>
  text.replaceAll(/[０-９．]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** Chinese numerals as digits, where no other number stands there: 一百五十名; the years of 三年共 are left. */
const inDigits = (text: string) =>
  /\d/.test(text)
    ? text
    : text.replaceAll(
        /[零〇一二三四五六七八九十百千两]+(?!\s*(?:学年|年|个?月|日|学期|季度|是|[一二三四五六七八九十百千]))/gu,
        (numeral) => String(chineseNumber(numeral) ?? numeral),
      );

/** How many years a number is for, by its own words: 三年组织60人; null where they do not say. */
function spanOf(words: string): number | null {
  const [, years] = /(?<![第每\d])([一二两三四五六七八九十]{1,3}|\d{1,2})年(?![级制度])/u.exec(words) ?? [];
  return years === undefined ? null : /\d/.test(years) ? Number(years) : chineseNumber(years);
}

function perOf(words: string, years: number): WordedTarget['per'] {
  if (/共|合计|总计|累计|总数/u.test(words)) return 'total';
  if (/每一?学?年|全年|年均|各年|逐年|每个?年度/u.test(words)) return 'year';
  if (years === 1) return 'year';
  return spanOf(words) === years ? 'total' : 'unstated';
}

/**
 * Reads a target from words of the document: 全年同上40课时 is 40 课时 a year. null where they set nothing that can be
 * shown: neither a number nor words that stand for one.
 * @param years how many years the plan is for; of one year's plan every number is that of the year
 */
export function readTarget(words: string, years: number): WordedTarget | null {
  const bare = inDigits(narrow(words).replaceAll(TIMES, '年'));
  const per = perOf(words, years);
  const found = AMOUNT.exec(bare);
  const several = (bare.match(new RegExp(NUMBER, 'gu')) ?? []).length > (found?.[1] === undefined ? 1 : 2);
  if (found && !several && !FOR_EACH.test(bare)) {
    const amount = readAmount(found[0]);
    const unit = found[2]?.replace(/^(?:个)(?=.)/u, '') || null;
    if (amount) return { quantity: amount.bound === 'exact' ? amount.value : found[0].trim(), per, unit };
  }
  return isTargetWords(words) ? { quantity: words, per, unit: null } : null;
}
