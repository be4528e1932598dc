import { chineseNumber } from '../consistency/numerals.ts';
import type { Range } from './prose.ts';

/** A number in a sentence with what is counted. */
export interface NumberWord extends Range {
  readonly value: number;
  /** As written: 人, 万元, 个; empty where none of the known units follows. */
  readonly unit: string;
  /** 约, 近, 多, 余, 左右, 以上 beside it: it cannot be compared exactly. */
  readonly approximate: boolean;
  /** 第 before it: a rank, not a quantity. */
  readonly ordinal: boolean;
}

/** Units that follow numbers, the longer ones first. */
const UNITS =
  '万元|亿元|人次|批次|人民币|个月|小时|分钟|平方米|平方公里|公里|千米|海拔|周年|公斤|乡镇|城市|人|名|位|座|个|所|间|项|件|元|天|日|年|月|周|批|期|场|次|篇|封|套|米|县|市|镇|乡|支|部|组|对|类|条|岁|家|户|处|节|课|本|册|台|班|吨|％|%|倍';

const NUMBER =
  /(?<digits>(?<![\d.A-Za-z])\d+(?:[,，]\d{3})*(?:\.\d+)?)(?<scale>[万亿](?!元))?|(?<chinese>[零〇一二两三四五六七八九十百千]+(?:万(?!元)[零一二两三四五六七八九十百千]*)?)/gu;
const UNIT = new RegExp(`^(?:余|多|来)?(${UNITS})`);

/**
 * All numbers of a text, in digits and in Chinese numerals, with their units. A Chinese numeral counts only where a unit
 * follows it: 一样, 三思 and 万一 are words. Full-width digits are read too.
 */
export function numbersIn(text: string): NumberWord[] {
  const narrow = text.replaceAll(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  return [...narrow.matchAll(NUMBER)].flatMap((match): NumberWord[] => {
    const { digits, scale, chinese } = match.groups ?? {};
    const end = match.index + match[0].length;
    const [, unit = ''] = UNIT.exec(narrow.slice(end, end + 6)) ?? [];
    if (chinese !== undefined && unit === '') return [];
    const value = digits
      ? Number(digits.replaceAll(/[,，]/g, '')) * (scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1)
      : chineseNumber(chinese ?? '');
    if (value === null) return [];
    const before = narrow.slice(Math.max(0, match.index - 3), match.index);
    const approximate =
      /(约|近|大约|超过|至少|不到|上|逾)$/.test(before) ||
      /^(余|多|来)/.test(narrow.slice(end)) ||
      /^[^，。；、]{0,4}(左右|上下|以上|以下|多|余)/.test(narrow.slice(end + unit.length, end + unit.length + 6));
    return [{ start: match.index, end, value, unit, approximate, ordinal: before.endsWith('第') }];
  });
}
