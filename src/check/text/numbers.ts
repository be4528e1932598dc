import { chineseNumber } from '#domain/plan/chinese-number.ts';
import { narrowed } from './full-width.ts';
import { matchesIn } from './glance.ts';
import { keptByText } from './kept-by-text.ts';
import { oncePer } from './once-per.ts';
import type { Range } from './range.ts';

/** A number as written, 8, 12.5, 十二 or 三十一; 0 where it is none. */
export const numeral = (word: string): number => (/\d/.test(word) ? Number(word) : (chineseNumber(word) ?? 0));

/** Full-width digits and the point among them. */
const WIDE = /[０-９．]/gu;

/** Every number that a Chinese text holds, in figures or in words; 5万 is both 5 and 50000. */
export function valuesIn(text: string): number[] {
  const half = narrowed(text, WIDE);
  const figures = [...half.matchAll(/(\d+(?:[,，]\d{3})+|\d+)(\.\d+)?(万|亿)?/g)].flatMap(
    ([, whole = '', part = '', size]) => {
      const value = Number(whole.replaceAll(/[,，]/g, '') + part);
      return size ? [value, value * (size === '万' ? 10_000 : 100_000_000)] : [value];
    },
  );
  const words = [...half.matchAll(/[零〇一二两三四五六七八九十百千万]+/g)].flatMap(([word]) => {
    const value = chineseNumber(word);
    return value === null ? [] : [value];
  });
  return [...figures, ...words];
}

/**
 * What a sentence says of a number besides its value: 超过 (`over`) and 至少 (`least`), 不足 (`under`) and 至多 (`most`),
 * 近 (`near`: a little less), 多 and 余 behind it (`odd`: a little more), 约 (`about`).
 */
export type Bound = 'over' | 'least' | 'under' | 'most' | 'near' | 'odd' | 'about';

/** A number in a sentence with what is counted. */
export interface NumberWord extends Range {
  readonly value: number;
  /** As written: 人, 万元, 个; empty where none of the known units follows. */
  readonly unit: string;
  /** 约, 近, 多, 余, 左右, 以上 beside it: it cannot be compared exactly. */
  readonly approximate: boolean;
  /** How it may be compared all the same; null where it is exact. */
  readonly bound: Bound | null;
  /** 第 before it, or 前三名, 10名之后: a rank, not a quantity. */
  readonly ordinal: boolean;
  /** It is an end of 20—30人: the lower one is `least`, the upper `most`. */
  readonly ofRange?: true;
}

/** Reads the numbers of a text, in order. */
export type NumberReader = (text: string) => readonly NumberWord[];

/** Units that follow numbers in any programme. */
const UNITS =
  '万元|亿元|人次|批次|场次|课时|学时|人民币|个月|小时|分钟|平方米|平方公里|公里|千米|海拔|周年|公斤|乡镇|城市|人|名|位|座|个|所|间|项|件|元|天|日|年|月|周|批|期|场|次|篇|封|套|米|县|市|镇|乡|支|部|组|对|类|条|岁|家|户|处|节|课|本|册|台|班|吨|％|%|倍'.split(
    '|',
  );

const NUMBER =
  /(?<digits>(?<![\d.A-Za-z])\d+(?:[,，]\d{3}(?!\d))*(?:\.\d+)?)(?<scale>[万亿](?!元))?|(?<half>(?<![零〇一二两三四五六七八九十百千个年月天时大小多上下前后过近])半)(?=个?[年月天]|个?小时)|(?<chinese>[零〇一二两三四五六七八九十百千]+(?:万(?!元)[零一二两三四五六七八九十百千]*)?)/gu;

/** Words before a number that bound it, the longer ones first. */
const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [/(?:不超过|不多于|不高于|不大于|至多|最多|顶多)(?:有|要|得|需|是|为|达)?$/u, 'most'],
  [/(?:至少|最少|不少于|不低于|不小于|不下)(?:有|要|得|需|是|为|达)?$/u, 'least'],
  [/(?:超过|超出|多于|高于|大于|突破|不止|逾|超)了?$/u, 'over'],
  [/(?:不足|不到|不满|未满|少于|低于|小于)了?$/u, 'under'],
  [/(?:接近|将近|快到|近)$/u, 'near'],
  [/(?:大约|大概|约|(?<!加)上|差不多)$/u, 'about'],
];
const BEHIND: readonly (readonly [RegExp, Bound])[] = [
  [/^[^，。；、]{0,4}以上/u, 'least'],
  [/^[^，。；、]{0,4}以[下内]/u, 'most'],
  [/^[^，。；、]{0,4}(?:左右|上下)/u, 'about'],
];
/** 400多人, 三十来个; 400人多. */
const ODD = /^(?:余|多|来)/u;
const ODD_BEHIND = /^[^，。；、]{0,4}(?:多|余)/u;
/** 45个学时, 3个小时, 90个班 (3个班子 is none): what is counted stands behind the 个. */
const OWN_COUNT = /^(?:余|多|来)?个(?=课时|学时|小时|人次|场次|班次|批次|班(?![子级主长干组集]))/u;
/** 3个半小时 is one number of a unit of its own, not 3个. */
const AND_HALF = /^个半(?:小时|钟头|月|世纪)/u;
const RANK_BEFORE = /(?:第|(?:^|[^目以之提])前|倒数)$/u;
const RANK_BEHIND = /^[名位](?:之[前后外内]|以[前后外内]|开外)/u;
const RANKED = /^[名位强]$/u;

function boundOf(before: string, after: string, unit: string): Bound | null {
  const behind = after.slice(unit.length, unit.length + 6);
  if (ODD.test(after)) return 'odd';
  return (
    BEFORE.find(([word]) => word.test(before))?.[1] ??
    BEHIND.find(([word]) => word.test(behind))?.[1] ??
    (ODD_BEHIND.test(behind) ? 'odd' : null)
  );
}

/**
 * A reader that knows some units besides the usual ones: of 12课时 the unit is 课时 where a programme counts in 课时.
 * A Chinese numeral counts only where a unit follows it: 一样, 三思 and 万一 are words. Full-width digits are read too.
 */
function numberReader(own: readonly string[]): NumberReader {
  const units = [...new Set([...own, ...UNITS])].toSorted((a, b) => b.length - a.length);
  const unitBehind = new RegExp(`^(?:余|多|来)?(${units.map((unit) => RegExp.escape(unit)).join('|')})`, 'u');
  const longest = Math.max(...units.map((unit) => unit.length)) + 1;
  return keptByText((text) => {
    const narrow = narrowed(text);
    return matchesIn(narrow, NUMBER).flatMap((match): NumberWord[] => {
      const { digits, scale, chinese, half } = match.groups ?? {};
      const written = match.index + match[0].length;
      const after = narrow.slice(written, written + longest + 6);
      const [andHalf] = AND_HALF.exec(after) ?? [];
      const [before = ''] = OWN_COUNT.exec(after) ?? [];
      // The unit stands behind the 多 of 20多个.
      const end = written + (before.length || (ODD.test(after) ? 1 : 0));
      const [, unit = ''] = andHalf === undefined ? (unitBehind.exec(after.slice(before.length)) ?? []) : ['', andHalf];
      // 一次给六千: an amount, though its unit is not said.
      const isAmount =
        /^[一二两三四五六七八九十]{1,3}[千万]$/u.test(chinese ?? '') && /^(?:$|[，。；、！）块])/u.test(after);
      if (chinese !== undefined && unit === '' && !isAmount) return [];
      const value = half
        ? 0.5
        : digits
          ? Number(digits.replaceAll(/[,，]/g, '')) * (scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1)
          : chineseNumber(chinese ?? '');
      if (value === null) return [];
      const more = andHalf === undefined ? 0 : 0.5;
      const lead = narrow.slice(Math.max(0, match.index - 5), match.index);
      const bound = boundOf(lead, after, unit);
      const ordinal = lead.endsWith('第') || (RANKED.test(unit) && RANK_BEFORE.test(lead)) || RANK_BEHIND.test(after);
      return [{ start: match.index, end, value: value + more, unit, approximate: bound !== null, bound, ordinal }];
    });
  });
}

/** All numbers of a text, in digits and in Chinese numerals, with the usual units. */
export const numbersIn = numberReader([]);

/** The same with the units in which a programme counts. */
export const programmeNumbers = oncePer(
  ({ lines, projects }): NumberReader =>
    numberReader([
      ...[...lines.values()].flatMap(({ unit, unit_cost }) => [unit, ...(unit_cost ? [unit_cost.per] : [])]),
      ...projects.flatMap(({ statements = [] }) => statements.map(({ unit }) => unit)),
    ]),
);
