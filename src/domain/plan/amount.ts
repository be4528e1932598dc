/** How a target is meant: so many, at least, at most, about so many, from so many to so many. */
export type Bound = 'exact' | 'least' | 'most' | 'about' | 'range';

/** A target as documents set it: 20, 不少于20, 不超过20, 约20, 20—30. */
export interface Amount {
  readonly bound: Bound;
  /** Of a range its lower end. */
  readonly value: number;
  /** The upper end of a range; null elsewhere. */
  readonly to: number | null;
}

export const exactly = (value: number): Amount => ({ bound: 'exact', value, to: null });

const NUMBER = '(\\d+(?:\\.\\d+)?)\\s*(万(?!元)|千|百)?';
/** 人, 名, 批次, 万元, 个学时: what stands behind a number. */
const UNIT = '\\s*[\\p{Script=Han}]{0,4}?';
const DASH = '\\s*(?:—{1,2}|–|-|~|～|至|到)\\s*';
const TIMES: Readonly<Record<string, number>> = { 万: 10_000, 千: 1000, 百: 100 };

const of = (pattern: string) => new RegExp(`^${pattern}$`, 'u');

/** Printed forms, each with what it means; the number, or the two of a range, are captured with their 万. */
const FORMS: readonly (readonly [Bound, RegExp])[] = [
  ['range', of(`${NUMBER}${UNIT}${DASH}${NUMBER}${UNIT}`)],
  ['least', of(`(?:不少于|不低于|不小于|至少|最少|大于等于|≥)\\s*${NUMBER}${UNIT}`)],
  ['least', of(`${NUMBER}${UNIT}(?:及?以上|起)`)],
  ['most', of(`(?:不超过|不多于|不高于|不大于|至多|最多|小于等于|≤)\\s*${NUMBER}${UNIT}`)],
  ['most', of(`${NUMBER}${UNIT}(?:及?以内|及?以下|之内)`)],
  ['about', of(`(?:大约|约为|约|近)\\s*${NUMBER}${UNIT}(?:左右|上下)?`)],
  ['about', of(`${NUMBER}${UNIT}(?:左右|上下)`)],
  ['exact', of(`${NUMBER}${UNIT}`)],
];

/** Full-width digits and marks as the narrow ones. */
const narrow = (text: string) =>
  text.replaceAll(/[０-９．]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).trim();

/** The amount that printed words name; null where they are no single amount: 每班45学时，共90班. */
export function readAmount(words: string): Amount | null {
  const text = narrow(words);
  for (const [bound, pattern] of FORMS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [, first = '', times = '', second, more = ''] = found;
    const value = Number(first) * (TIMES[times] ?? TIMES[second === undefined ? '' : more] ?? 1);
    if (bound !== 'range') return { bound, value, to: null };
    const to = Number(second) * (TIMES[more] ?? 1);
    return to > value ? { bound, value, to } : null;
  }
  return null;
}

/** What sets a target without a number of its own, and is no number with a slip in it: 按需安排, 每班45学时，共90班. */
const SETS = /[每按另若视适据限]|^(?:力争|争取)|年共|[，、；].*\d|\d.*[，、；].*\d/u;

/** Whether words may stand where a target stands: an amount that is no plain number, or words that are none at all. */
export function isTargetWords(words: string): boolean {
  const amount = readAmount(words);
  return amount === null ? SETS.test(words) && !/^[\d,，.]+$/u.test(narrow(words)) : amount.bound !== 'exact';
}

/** The amount in words, without its unit: 20, 不少于20, 不超过20, 约20, 20—30. */
export function amountWords({ bound, value, to }: Amount): string {
  const before = { exact: '', least: '不少于', most: '不超过', about: '约', range: '' }[bound];
  return `${before}${value}${to === null ? '' : `—${to}`}`;
}

/**
 * The sum of amounts, as far as it says the same as they: what is at least each is at least the sum, ranges add at both
 * ends, and exact ones go with any. null where no sum may be made: of what is only about so many, or of at least and at most.
 */
export function sumAmounts(amounts: readonly Amount[]): Amount | null {
  if (amounts.length === 0) return null;
  const [only] = amounts;
  if (only && amounts.length === 1) return only;
  const bounds = new Set(amounts.map(({ bound }) => bound).filter((bound) => bound !== 'exact'));
  const [bound = 'exact', ...others] = bounds;
  if (others.length > 0 || bound === 'about') return null;
  // Sums of decimals are rounded as far as any document writes them.
  const added = (numbers: readonly number[]) => Number(numbers.reduce((a, b) => a + b, 0).toFixed(6));
  const value = added(amounts.map((amount) => amount.value));
  return { bound, value, to: bound === 'range' ? added(amounts.map((amount) => amount.to ?? amount.value)) : null };
}

/** As far from a number that is only about so many that it still is: a tenth of it. */
const ABOUT = 0.1;

/** How a number that was reported stands to an amount, by what the amount means: more is no less than 不少于. */
export function compared({ bound, value, to }: Amount, reported: number): 'below' | 'met' | 'above' {
  const slack = bound === 'about' ? value * ABOUT : 0;
  const least = bound === 'most' ? 0 : value - slack;
  const most = bound === 'least' ? Number.POSITIVE_INFINITY : (to ?? value) + slack;
  if (reported < least) return 'below';
  return reported > most ? 'above' : 'met';
}
