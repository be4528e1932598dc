import { chineseNumber } from './chinese-number.ts';

/**
 * How a target is meant: so many, at least (不少于), more than (超过), at most (不超过), less than (不到), about so many (约),
 * a little less (近), a little more (20余), from so many to so many.
 */
export type Bound = 'exact' | 'least' | 'over' | 'most' | 'under' | 'about' | 'near' | 'odd' | 'range';

/** A target as documents set it: 20, 不少于20, 不超过20, 约20, 20余, 20—30, 50%. */
export interface Amount {
  readonly bound: Bound;
  /** Of a range its lower end. */
  readonly value: number;
  /** The upper end of a range; null elsewhere. */
  readonly to: number | null;
  /** A share in per cent: it is added to nothing. */
  readonly rate?: true;
}

export const exactly = (value: number): Amount => ({ bound: 'exact', value, to: null });

/** What is only about so many: nothing is so many away from it, and no sum is made of it. */
const ROUGH: ReadonlySet<Bound> = new Set(['about', 'near', 'odd']);
export const isRough = ({ bound }: Pick<Amount, 'bound'>): boolean => ROUGH.has(bound);

/** Whether more than planned keeps to the plan: 不少于20, 超过20. */
export const isFloor = ({ bound }: Pick<Amount, 'bound'>): boolean => bound === 'least' || bound === 'over';
/** Whether less than planned, and nothing at all too, keeps to the plan: 不超过20, 不到20. */
export const isCeiling = ({ bound }: Pick<Amount, 'bound'>): boolean => bound === 'most' || bound === 'under';

/** Whether a unit is that of shares. */
export const isRateUnit = (unit: string): boolean => /[%％]|百分比|百分数/u.test(unit);

const NUMBER = '(\\d+(?:\\.\\d+)?)\\s*(万(?!元)|千|百)?';
/** 人, 名, 批次, 万元, 个学时, %: what stands behind a number; a day or a month is no unit of what is planned. */
const UNIT = '\\s*(?:[%％]|(?!(?:月份?|年度?|[日号])(?!\\p{Script=Han}))[\\p{Script=Han}]{0,4}?)';
const DASH = '\\s*(?:—{1,2}|–|-|~|～|至|到)\\s*';
const TIMES: Readonly<Record<string, number>> = { 万: 10_000, 千: 1000, 百: 100 };

const of = (pattern: string) => new RegExp(`^${pattern}$`, 'u');

/** Printed forms, each with what it means; the number, or the two of a range, are captured with their 万. */
const FORMS: readonly (readonly [Bound, RegExp])[] = [
  ['range', of(`${NUMBER}${UNIT}${DASH}${NUMBER}${UNIT}`)],
  ['least', of(`(?:不少于|不低于|不小于|不下于?|至少|最少|大于等于|≥|>=)\\s*${NUMBER}${UNIT}`)],
  ['least', of(`${NUMBER}${UNIT}(?:及?以上|起)`)],
  ['most', of(`(?:不超过|不多于|不高于|不大于|至多|最多|小于等于|≤|<=)\\s*${NUMBER}${UNIT}`)],
  ['most', of(`${NUMBER}${UNIT}(?:及?以内|及?以下|之内)`)],
  ['over', of(`(?:超过|超出|多于|高于|大于|不止|[>＞])\\s*${NUMBER}${UNIT}`)],
  ['under', of(`(?:不到|不足|少于|低于|小于|[<＜])\\s*${NUMBER}${UNIT}`)],
  ['near', of(`(?:接近|将近|近)\\s*${NUMBER}${UNIT}`)],
  ['about', of(`(?:大约|大概|约为|约)\\s*${NUMBER}${UNIT}(?:左右|上下)?`)],
  ['about', of(`${NUMBER}${UNIT}(?:左右|上下)`)],
  ['odd', of(`上?${NUMBER}[余多]${UNIT}`)],
  ['odd', of(`上${NUMBER}${UNIT}`)],
  ['exact', of(`${NUMBER}${UNIT}`)],
];

/** Full-width digits, signs and marks as the narrow ones. */
const narrow = (text: string) =>
  text.replaceAll(/[０-９．]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).trim();

const NUMERAL = /[零〇一二三四五六七八九十百千万两]+/gu;
/** Chinese numerals as digits, where no digit stands: 近百 as 近100, 不少于二十人 as 不少于20人. */
const inDigits = (text: string) =>
  /\d|[几数若每分之]/u.test(text) ? text : text.replaceAll(NUMERAL, (word) => String(chineseNumber(word) ?? word));

/** The amount that printed words name; null where they are no single amount: 每班45学时，共90班. */
export function readAmount(words: string): Amount | null {
  const text = inDigits(narrow(words));
  for (const [bound, pattern] of FORMS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [, first = '', times = '', second, more = ''] = found;
    const value = Number(first) * (TIMES[times] ?? TIMES[second === undefined ? '' : more] ?? 1);
    const rate = /[%％]/u.test(text) ? ({ rate: true } as const) : {};
    if (bound !== 'range') return { bound, value, to: null, ...rate };
    const to = Number(second) * (TIMES[more] ?? 1);
    return to > value ? { bound, value, to, ...rate } : null;
  }
  return null;
}

/** What sets a target without a number of its own, and is no number with a slip in it: 按需安排, 每班45学时，共90班. */
const SETS =
  /[每按另若视适据限]|^(?:力争|争取)|年共|[，、；].*\d|\d.*[，、；].*\d|[几数][十百千万个]|[十百千万]分之|待定/u;
/** A time alone says when, and leaves how many open: 暑期, 7—8月, 全年. */
const TIME =
  /^(?:(?:\d{4}年?)?(?:暑[期假]|寒假|全年|常年|长期|[上下]半年|第?[一二三四1-4]季度|\d{1,2}(?:月?[—–~～至到、-]\d{1,2})?月份?|[春夏秋冬]季)|持续(?:开展|推进)?)$/u;

/** Whether words may stand where a target stands: an amount that is no plain number, or words that are none at all. */
export function isTargetWords(words: string): boolean {
  const text = narrow(words);
  const amount = readAmount(words);
  if (amount !== null) return amount.bound !== 'exact' || amount.rate === true;
  return (SETS.test(words) || TIME.test(text)) && !/^[\d,，.]+$/u.test(text) && !isNegative(words);
}

/** Less than nothing: no document plans that. */
export const isNegative = (words: string): boolean => /^\s*[-−－负]\s*[\d０-９]/u.test(words);

const WRITTEN: Readonly<Record<Bound, (value: number) => string>> = {
  exact: String,
  range: String,
  least: (value) => `不少于${value}`,
  over: (value) => `超过${value}`,
  most: (value) => `不超过${value}`,
  under: (value) => `不到${value}`,
  about: (value) => `约${value}`,
  near: (value) => `近${value}`,
  odd: (value) => `${value}余`,
};

/** The amount in words, without its unit: 20, 不少于20, 不超过20, 约20, 20余, 20—30. */
export const amountWords = ({ bound, value, to }: Amount): string =>
  `${WRITTEN[bound](value)}${to === null ? '' : `—${to}`}`;

/**
 * The sum of amounts, as far as it says the same as they: what is at least each is at least the sum, ranges add at both
 * ends, and exact ones go with any. null where no sum may be made: of what is only about so many, of at least and at most,
 * of shares.
 */
export function sumAmounts(amounts: readonly Amount[]): Amount | null {
  if (amounts.length === 0) return null;
  const [only] = amounts;
  if (only && amounts.length === 1) return only;
  const bounds = new Set(amounts.map(({ bound }) => bound).filter((bound) => bound !== 'exact'));
  const [bound = 'exact', ...others] = bounds;
  if (others.length > 0 || isRough({ bound }) || amounts.some(({ rate }) => rate)) return null;
  // Sums of decimals are rounded as far as any document writes them.
  const added = (numbers: readonly number[]) => Number(numbers.reduce((a, b) => a + b, 0).toFixed(6));
  const value = added(amounts.map((amount) => amount.value));
  return { bound, value, to: bound === 'range' ? added(amounts.map((amount) => amount.to ?? amount.value)) : null };
}

/** As far from a number that is only about so many that it still is: a tenth of it. */
const ABOUT = 0.1;
/** What a number may grow by and still be written so: 20余 is less than 30, 300多 less than 400, 120多 less than 130. */
export function oddStep(value: number): number {
  let size = 1;
  while (value >= size * 10 && value % (size * 10) === 0) size *= 10;
  return size;
}

/** How a number that was reported stands to an amount, by what the amount means: more is no less than 不少于. */
export function compared({ bound, value, to }: Amount, reported: number): 'below' | 'met' | 'above' {
  if (bound === 'over') return reported > value ? 'met' : 'below';
  if (bound === 'under') return reported < value ? 'met' : 'above';
  if (bound === 'odd' && reported >= value + oddStep(value)) return 'above';
  const slack = bound === 'about' || bound === 'near' ? value * ABOUT : 0;
  const least = bound === 'most' ? 0 : value - slack;
  const most = bound === 'least' || bound === 'odd' ? Number.POSITIVE_INFINITY : (to ?? value) + slack;
  if (reported < least) return 'below';
  return reported > most ? 'above' : 'met';
}
