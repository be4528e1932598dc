import { chineseNumber } from '../../rules/numerals.ts';
import { type Amount, isSame, type Miscalculation, spelled, sumOf } from './amounts.ts';

const OVERLAP = /既|又|同时|兼|不满|以上|以下|至少|超过|约|近|分别|各|每|比|增|减|去年|另|还有|等(?!于|级|额)/u;
const labelOf = (text: string, amount: Amount, from: number) =>
  `${
    text
      .slice(from, amount.start)
      .split(/[，、；：（]/u)
      .at(-1) ?? ''
  }${/^[^，。；、）：（(]{0,3}/u.exec(text.slice(amount.end))?.[0] ?? ''}`;
const MALE = /男/u;
const FEMALE = /女/u;

/** A whole and two parts that together are always the whole: boys and girls, women and men. */
export function halvesIn(text: string, amounts: readonly Amount[]): Miscalculation[] {
  return amounts.flatMap((whole, at): Miscalculation[] => {
    const [a, b] = [amounts[at + 1], amounts[at + 2]];
    if (!a || !b || ![a, b].every((p) => p.unit === whole.unit && !p.approximate) || whole.approximate) return [];
    const words = text.slice(whole.end, b.end);
    if (/[；。]/u.test(words) || words.length > 36 || OVERLAP.test(words)) return [];
    if (a.start - whole.end > 10 || b.start - a.end > 8 || !/^[^，：（(]{0,6}[，：（(]/u.test(words)) return [];
    const [one, two] = [labelOf(text, a, whole.end), labelOf(text, b, a.end)];
    const halves = (MALE.test(one) && FEMALE.test(two)) || (FEMALE.test(one) && MALE.test(two));
    const next = amounts[at + 3];
    if (!halves || MALE.test(labelOf(text, whole, 0)) || FEMALE.test(labelOf(text, whole, 0))) return [];
    if (next && next.unit === whole.unit && !/[；。]/u.test(text.slice(b.end, next.start))) return [];
    if (isSame(a.value + b.value, whole.value)) return [];
    return [
      {
        ...{ start: whole.start, end: b.end, severity: 'error', code: 'wrong-parts' },
        what: '两部分加起来，与总数不一致',
        expected: `${a.value}+${b.value}，合计${spelled(a.value + b.value, whole.unit)}，不是${spelled(whole.value, whole.unit)}`,
      },
    ];
  });
}

/** What is shared out is in one part only. */
const DISJOINT = /^(?:元|课时|学时|小时|分钟|天|册|本|封|套|场|节|课)$/u;

/** 其中…: a part that is more than the whole; parts by year that together are more. */
export function tooManyParts(text: string, amounts: readonly Amount[]): Miscalculation[] {
  return [...text.matchAll(/其中/gu)].flatMap(({ index }): Miscalculation[] => {
    const whole = amounts.filter((a) => a.end <= index).at(-1);
    const rest = text.slice(index);
    const stop = rest.search(/[；。]/u);
    const until = stop < 0 ? text.length : index + stop;
    const parts = amounts.filter((a) => a.start > index && a.end <= until && a.unit === whole?.unit);
    const [first] = parts;
    const words = text.slice(whole?.end ?? 0, parts.at(-1)?.end ?? 0);
    if (!whole || !first || whole.approximate || parts.some((p) => p.approximate) || OVERLAP.test(words)) return [];
    if (
      /[；。]/u.test(text.slice(whole.end, index)) ||
      index - whole.end > 10 ||
      /共|合计|总计/u.test(text.slice(index, parts.at(-1)?.start))
    )
      return [];
    const year = (p: Amount, i: number) =>
      /(?:19|20)\d{2}(?=年[^，、；\d]{0,4}$)/u.exec(text.slice(parts[i - 1]?.end ?? index, p.start))?.[0];
    const years = parts.map(year);
    const byYear = parts.length > 1 && years.every((y) => y !== undefined) && new Set(years).size === parts.length;
    // Persons may be counted twice (党员20人、女生25人), hours and money are not.
    const apart = byYear || (parts.length > 1 && DISJOINT.test(whole.unit));
    const wrong = apart ? sumOf(parts) > whole.value : parts.length === 1 && first.value > whole.value;
    if (!wrong) return [];
    const last = parts.at(-1) ?? first;
    return [
      {
        ...{ start: whole.start, end: last.end, severity: 'error', code: 'wrong-parts' },
        what: '“其中”的数比总数还大',
        expected: `其中的数加起来不超过${spelled(whole.value, whole.unit)}，这里是${spelled(sumOf(parts), whole.unit)}`,
      },
    ];
  });
}

const SHARE =
  /^[^，。；\d]{0,10}[，,（(]?(?:约?占|占比)(?<of>[^，。；\d百%]{0,8})(?:(?<digits>\d{1,3}(?:\.\d+)?)[%％]|百分之(?<words>[一二三四五六七八九十]{1,3}))/u;

/** 20人中有5人，占30%: doubtful, since the share may be of something else. */
export function sharesIn(text: string, amounts: readonly Amount[]): Miscalculation[] {
  return amounts.flatMap((part, at): Miscalculation[] => {
    const whole = amounts[at - 1];
    const match = SHARE.exec(text.slice(part.end, part.end + 40));
    if (!whole || !match || whole.unit !== part.unit || whole.approximate || part.approximate) return [];
    const between = text.slice(whole.end, part.start);
    if (!/^[^，。；]{0,4}[中里]|其中/u.test(between) || between.length > 16 || /约|近/u.test(match[0])) return [];
    const { digits, words, of = '' } = match.groups ?? {};
    if (!/^(?:了|全部|总数|总人数|全班|全体|比|比例|的|到|有|其中|到了|总数的|总人数的|全部的|比为|比例为)*$/u.test(of))
      return [];
    const stated = digits === undefined ? (chineseNumber(words ?? '') ?? 0) : Number(digits);
    const right = (part.value / whole.value) * 100;
    const exact = digits?.includes('.') ? 0.11 : 1;
    if (whole.value < part.value || Math.abs(right - stated) <= exact) return [];
    return [
      {
        ...{ start: whole.start, end: part.end + match[0].length, severity: 'warning', code: 'wrong-share' },
        what: '百分数与人数、总数对不上',
        expected: `${part.value}÷${whole.value}，占${Math.round(right * 10) / 10}%`,
      },
    ];
  });
}
