import { chineseNumber } from '#domain/plan/chinese-number.ts';
import { isMoney } from '#domain/plan/quantity.ts';
import { matchesIn } from '../../text/glance.ts';
import { numeral } from '../../text/numbers.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { OwnRule, ProseBlock, ProseFinding } from '../prose.ts';
import {
  type Amount,
  amountsIn,
  areAlike,
  findingOf,
  isSame,
  type Miscalculation,
  narrowSigns,
  spelled,
  sumOf,
} from './amounts.ts';
import { growthIn } from './growth.ts';
import { inTables } from './tables.ts';

/** 一个10万元, 每人5000元: what one costs, right before the sum. */
const RATE = /(?<each>[一每乘×])(?<measure>[个人名位所间处套]|(?<=[乘×]))[^，。；、\d]{0,8}$/u;
const COST_TOTAL =
  /(?:就是|一共|总共|合计|总计|共计|加起来|合起来|加在一起|共(?!青|同|产|享|识)|总额)[^，。；\d]{0,6}$/u;
/** Something else is in the total, or it is of more than one time. */
const MORE_COSTS =
  /另|还有|此外|其他|其余|连同|不含|包括|约|近|其中|等(?!于|级|额)|至少|超过|累计|已|实际|剩|去年|今年|每年|[两三四五六七八九十]年|[四两三二]市|每市|正文|附件|备注/u;
/** Whether a sum of money is what one of something costs. */
const isRate = (text: string, { start, unit }: Amount) =>
  unit === '元' && RATE.test(text.slice(Math.max(0, start - 12), start));

const persons = (measure: string) => (/^[名位]$/u.test(measure) ? '人' : measure);

/** 4个、一个10万元，加上16个、一个5万元，总共120万元: several counts with what one of each costs, and their sum. */
function costsTogether(text: string, amounts: readonly Amount[]): Miscalculation[] {
  const money = amounts.filter((a) => a.unit === '元');
  const total = money.at(-1);
  const rates = money.slice(0, -1);
  if (!total || rates.length === 0 || MORE_COSTS.test(text) || amounts.some((a) => a.approximate)) return [];
  if (!COST_TOTAL.test(text.slice(Math.max(0, total.start - 14), total.start))) return [];
  let from = 0;
  const parts: { readonly count: Amount; readonly rate: Amount }[] = [];
  for (const rate of rates) {
    const { each, measure = '' } = RATE.exec(text.slice(Math.max(0, rate.start - 12), rate.start))?.groups ?? {};
    // 一个 in 一个10万元 is read as an amount of its own.
    const one = each === '一' ? rate.start - 12 : rate.start;
    const counts = amounts.filter(
      (a) =>
        a.start >= from &&
        a.end <= rate.start &&
        (measure === '' ? a.end >= rate.start - 3 : a.unit === persons(measure)) &&
        !(a.value === 1 && a.start >= one),
    );
    const [count] = counts;
    if (!count || counts.length > 1) return [];
    parts.push({ count, rate });
    from = rate.end;
  }
  const [first] = parts;
  const sum = parts.reduce((all, { count, rate }) => all + count.value * rate.value, 0);
  if (!first || isSame(sum, total.value)) return [];
  const words = parts.map(({ count, rate }) => `${count.value}×${spelled(rate.value, '元')}`).join('+');
  return [
    {
      ...{ start: first.count.start, end: total.end, severity: 'error', code: 'wrong-product' },
      what: '数量乘每份的钱，与合计不一致',
      expected: `${words}，合计${spelled(sum, '元')}`,
    },
  ];
}

const OPERAND =
  '(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?[ ]?(?:万|亿)?[ ]?(?:元|个月|批次|人次|平方米|公里|[人名位个所间处件本册封天次米年座场户家])?)';
const SIGN = '[ ]?(?:[+×xX*÷/／−–-]|加上?|减去?|乘以?|除以)[ ]?';
const EQUAL = '[ ]?(?:=|等于)[ ]?';
const FORMULA = new RegExp(
  `(?<![\\d.,])(?<left>${OPERAND}(?:${SIGN}${OPERAND}){1,12})${EQUAL}(?<right>${OPERAND})`,
  'gu',
);
const REVERSED = new RegExp(
  `(?<![\\d.,])(?<right>${OPERAND})[ ]?=[ ]?(?<left>${OPERAND}(?:${SIGN}${OPERAND}){1,12})`,
  'gu',
);
const PART = new RegExp(`(?<sign>${SIGN})?(?<operand>${OPERAND})`, 'gu');

interface Operand {
  readonly value: number;
  readonly unit: string;
  readonly decimals: number;
}

type Sign = '+' | '-' | '*' | '/';
const signOf = (word: string): Sign => {
  const sign = word.trim();
  if (/^[+加]/u.test(sign)) return '+';
  if (/^[−–\-减]/u.test(sign)) return '-';
  return /^[÷/／除]/u.test(sign) ? '/' : '*';
};

/** 40万元 is an amount of 万元, 2万人 is 20000人. */
function operandOf(text: string): Operand {
  const [, digits = '', scale = '', word = ''] = /^([\d,.]+)[ ]?([万亿]?)[ ]?(.*)$/u.exec(text.trim()) ?? [];
  const unit = word === '名' || word === '位' ? '人' : word;
  const value = Number(digits.replaceAll(',', ''));
  const decimals = digits.split('.')[1]?.length ?? 0;
  if (scale === '') return { value, unit, decimals };
  if (unit === '元') return { value, unit: `${scale}元`, decimals };
  return { value: value * (scale === '万' ? 1e4 : 1e8), unit, decimals: 0 };
}

const inYuan = ({ value, unit }: Operand) => value * (unit === '万元' ? 1e4 : unit === '亿元' ? 1e8 : 1);

/** × and ÷ before + and −. */
function evaluate(values: readonly number[], signs: readonly Sign[]): number {
  const terms = [values[0] ?? 0];
  signs.forEach((sign, i) => {
    const value = values[i + 1] ?? 0;
    const last = terms.length - 1;
    if (sign === '*') terms[last] = (terms[last] ?? 0) * value;
    else if (sign === '/') terms[last] = (terms[last] ?? 0) / value;
    else terms.push(sign === '-' ? -value : value);
  });
  return terms.reduce((a, b) => a + b, 0);
}

/** Of what a formula says the right result, where it says another; units may be left out anywhere. */
function rightResult(left: readonly Operand[], signs: readonly Sign[], right: Operand): string | null {
  const all = [...left, right];
  const linear = signs.every((s) => s === '+' || s === '-');
  const units = new Set(all.flatMap((o) => (o.unit === '' ? [] : [isMoney(o.unit) ? '元' : o.unit])));
  if (linear && units.size > 1) return null;
  if (!linear && signs.some((s) => s === '+' || s === '-') && units.size > 1) return null;
  const results = [
    evaluate(
      left.map((o) => o.value),
      signs,
    ),
    evaluate(left.map(inYuan), signs),
  ];
  const slack = signs.includes('/') ? 0.5 * 10 ** -right.decimals + 1e-9 : 1e-6;
  const stated = [right.value, inYuan(right)];
  if (results.some((r) => !Number.isFinite(r))) return null;
  if (results.some((r) => stated.some((s) => Math.abs(r - s) <= slack))) return null;
  // In 万元 the rounding is of 万元.
  const [plain = 0, yuan = 0] = results;
  if (signs.includes('/') && Math.abs(yuan / 1e4 - right.value) <= slack) return null;
  const scale = right.unit === '万元' ? 1e4 : right.unit === '亿元' ? 1e8 : 1;
  const value =
    scale > 1 && left.some((o) => isMoney(o.unit))
      ? yuan / scale
      : scale > 1
        ? plain
        : isMoney(right.unit)
          ? yuan
          : plain;
  return `${Math.round(value * 1e4) / 1e4}${right.unit}`;
}

/** Formulas with = whose sides differ: 50+25=80. */
function formulasIn(text: string): Miscalculation[] {
  if (!/=|等于/u.test(text)) return [];
  return [...matchesIn(text, FORMULA), ...matchesIn(text, REVERSED)].flatMap((match): Miscalculation[] => {
    const { left = '', right = '' } = match.groups ?? {};
    const [start, end] = [match.index, match.index + match[0].length];
    // A part of something longer: brackets, a decimal, a percentage, a chain of signs.
    if (
      /[\d.,+×*÷/／=(（A-Za-z_−–-][ ]?$/u.test(text.slice(0, start)) ||
      /(?:加|减|乘|除以)$/u.test(text.slice(0, start))
    )
      return [];
    if (/^[ ]?[\d.%+×*÷/／=)A-Za-z_−–:：-]|^[ ]?(?:加|减|乘|除|多|余|左右)/u.test(text.slice(end))) return [];
    const parts = matchesIn(left, PART);
    const operands = parts.map((p) => operandOf(p.groups?.['operand'] ?? ''));
    const signs = parts.slice(1).map((p) => signOf(p.groups?.['sign'] ?? '+'));
    // 1+1=3 is a manner of speaking.
    if (operands.every((o) => o.value === 1) || operands.length !== signs.length + 1) return [];
    const expected = rightResult(operands, signs, operandOf(right));
    if (expected === null) return [];
    return [
      {
        ...{ start, end, severity: 'error', code: 'wrong-calculation' },
        what: '算式两边不相等',
        expected: `${left.trim()}=${expected}`,
      },
    ];
  });
}

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
function halvesIn(text: string, amounts: readonly Amount[]): Miscalculation[] {
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
function tooManyParts(text: string, amounts: readonly Amount[]): Miscalculation[] {
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
function sharesIn(text: string, amounts: readonly Amount[]): Miscalculation[] {
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

const NUMERAL = '(?:(?<!\\d)\\d{1,3}|[二两三四五六七八九十]{1,3})';
const PRODUCT_TOTAL =
  /(?:就是|正好是|刚好是|一共|总共|合计|总计|共计|加起来|合起来|加在一起|共(?!青|同|产|享|识)|总额)[^，。；\d]{0,6}$/u;
/** Something else is in the total, or the numbers are estimates. */
const MORE_FACTORS =
  /另|还有|此外|其他|其余|连同|加上|不含|包括|比|约|近|其中|等(?!于|级|额)|至少|超过|累计|奖|管理费|去年|今年|剩|已|实际/u;
/** What is multiplied stands in one place, the total in another: neither is the other's product. */
const OTHER_SOURCE = /正文|附件|附表|任务表|备注/u;
/** Rates of time and place, with what there must be as many of. */
const RATES: readonly { each: RegExp; many: RegExp }[] = [
  { each: /每年|年均|每个年度/u, many: new RegExp(`(?<many>${NUMERAL})(?:个年度|年(?!级|前|后|来|\\d))`, 'gu') },
  {
    each: /每(?:座|个)?(?:城市|市|县|城)|(?:市|城市|县)各/u,
    many: new RegExp(`(?<many>${NUMERAL})(?:座|个)?(?:城市|市(?!级)|县|市级团委)`, 'gu'),
  },
  {
    each: /每(?:所)?(?:学校|校|小学|中学)|学校各/u,
    many: new RegExp(`(?<many>${NUMERAL})(?:所)(?:学校|小学|中学)?`, 'gu'),
  },
  { each: /每(?:个)?班/u, many: new RegExp(`(?<many>${NUMERAL})个班`, 'gu') },
  { each: /每批/u, many: new RegExp(`(?<many>${NUMERAL})批`, 'gu') },
  { each: /每组|每个小组/u, many: new RegExp(`(?<many>${NUMERAL})个?小?组`, 'gu') },
  { each: /每(?:天|日)/u, many: new RegExp(`(?<many>${NUMERAL})天`, 'gu') },
  { each: /每(?:个)?(?:周|星期)/u, many: new RegExp(`(?<many>${NUMERAL})(?:周|个星期)`, 'gu') },
  { each: /每(?:个)?月/u, many: new RegExp(`(?<many>${NUMERAL})个月`, 'gu') },
  { each: /每期/u, many: new RegExp(`(?<many>${NUMERAL})期`, 'gu') },
  { each: /每场/u, many: new RegExp(`(?<many>${NUMERAL})场`, 'gu') },
  { each: /每次/u, many: new RegExp(`(?<many>${NUMERAL})次`, 'gu') },
];

/** How often a rate counts: what it may be multiplied by; null where its number is not named. */
function factorsOf(text: string, rate: string): number[] | null {
  const factors: number[] = [];
  for (const { each, many } of RATES) {
    if (!each.test(rate)) continue;
    const found = matchesIn(text, many)
      .map((m) => numeral(m.groups?.['many'] ?? ''))
      .filter((v) => v > 1 && v < 1900);
    if (new Set(found).size !== 1) return null;
    factors.push(found[0] ?? 1);
  }
  return factors;
}

/** A number once, and times any of the factors together. */
function products(base: number, factors: readonly number[]): number[] {
  let all = [base];
  for (const factor of factors) all = all.concat(all.map((v) => v * factor));
  return all;
}

/** 每年50人，两年共90人: one rate, one total of its unit. */
function ratesIn(text: string, amounts: readonly Amount[]): Miscalculation[] {
  return amounts.flatMap((total, at): Miscalculation[] => {
    const rate = amounts.slice(0, at).findLast((a) => a.unit === total.unit);
    if (!rate || rate.unit !== total.unit || total.approximate || rate.approximate) return [];
    if (amounts.filter((a) => a.unit === total.unit).length !== 2 || MORE_FACTORS.test(text)) return [];
    const between = text.slice(rate.end, total.start);
    if (!PRODUCT_TOTAL.test(between) || between.length > 24) return [];
    const before =
      text
        .slice(0, rate.start)
        .split(/[，；]/u)
        .at(-1) ?? '';
    // 每年8个、每个5万元: so many times so much, which is told by the costs.
    const ahead = PER.exec(text.slice(Math.max(0, rate.start - 20), rate.start))?.groups?.['measure'];
    if (ahead !== undefined && amounts.some((a) => a !== rate && a.end <= rate.start && sameMeasure(ahead, a.unit)))
      return [];
    if (OTHER_SOURCE.test(between)) return [];
    const factors = factorsOf(text, before);
    if (factors === null || factors.length === 0) return [];
    // 每市每年50人，四个市两年共…: all that is named beside the total is multiplied.
    const whole = RATES.every(({ each, many }) => !each.test(before) || between.search(many) >= 0);
    const all = products(rate.value, factors);
    const fits = whole ? all.slice(-1) : all;
    if (fits.some((v) => isSame(v, total.value))) return [];
    const right = fits.at(-1) ?? rate.value;
    return [
      {
        ...{ start: rate.start, end: total.end, severity: 'error', code: 'wrong-product' },
        what: '每份的数乘起来，与合计不一致',
        expected: `${[spelled(rate.value, ''), ...factors].join('×')}，合计${spelled(right, total.unit)}`,
      },
    ];
  });
}

const PER = /每(?<measure>人|名|位|个|所|间|处|册|本|套|件|场|次)[^，。；\d]{0,14}$/u;
const sameMeasure = (measure: string, unit: string) =>
  measure === unit || (/^[人名位]$/u.test(measure) && unit === '人') || (measure === '个' && /^[所间处]$/u.test(unit));

/** What a number of persons, so many days each, is counted in: 人天, 人日, 个服务日. */
const DAYS_OF_PERSONS = String.raw`(?:个?人(?:天(?!天)|日)|个\p{Script=Han}{2}[天日](?=$|[，。；！）]))`;

const PERSON_DAYS = new RegExp(
  String.raw`(?<many>\d+|[一二两三四五六七八九十百]+)[人名位](?!次)[^，。；\d]{0,10}?[，、]?每[人名位][^，。；\d]{0,8}?(?<days>\d+|[一二两三四五六七八九十百]+)天[^。；\d]{0,16}?(?<total>\d+|[一二两三四五六七八九十百千]+)` +
    DAYS_OF_PERSONS,
  'gu',
);

/** 每人10天，一年10人，合计100人天. */
const DAYS_FIRST = new RegExp(
  String.raw`(?:每[人名位]\p{Script=Han}{0,6}?|一人)(?<days>\d+|[一二两三四五六七八九十百]+)天[^。；\d]{0,14}?(?<many>\d+|[二两三四五六七八九十百]+)[人名位](?!次|天)[^。；\d]{0,16}?(?<total>\d+|[一二两三四五六七八九十百千]+)` +
    DAYS_OF_PERSONS,
  'gu',
);

/** 10人、每人10天，一共100人天, 100个服务日; of two years twice as many. */
function personDaysIn(text: string): Miscalculation[] {
  if (!/人[天日]|个\p{Script=Han}{2}[天日]/u.test(text)) return [];
  return [...matchesIn(text, PERSON_DAYS), ...matchesIn(text, DAYS_FIRST)].flatMap(
    ({ index, 0: words, groups = {} }): Miscalculation[] => {
      const [many, days, total] = ['many', 'days', 'total'].map((name) => {
        const word = groups[name] ?? '';
        return numeral(word);
      });
      if (!many || !days || !total || /约|近|多|余|其中|另/u.test(words)) return [];
      const years = [...words.matchAll(RATES[0]?.many ?? /$^/gu)].map((m) => numeral(m.groups?.['many'] ?? ''));
      const fits = products(many * days, years);
      if (fits.includes(total)) return [];
      return [
        {
          ...{ start: index, end: index + words.length, severity: 'error', code: 'wrong-product' },
          what: '人数乘天数，与合计不一致',
          expected: `${many}×${days}，${many * days}人天`,
        },
      ];
    },
  );
}

/** 80人、每人5000元，合计45万元: how many, what for each, and the sum of money. */
function costsIn(text: string, amounts: readonly Amount[]): Miscalculation[] {
  const money = amounts.filter((a) => a.unit === '元');
  const rates = money.filter((a) => PER.test(text.slice(Math.max(0, a.start - 20), a.start)));
  const totals = money.filter((a) => !rates.includes(a));
  const [rate] = rates;
  const [total] = totals;
  if (!rate || !total || rates.length > 1 || totals.length > 1 || MORE_FACTORS.test(text)) return [];
  if (total.start < rate.start || rate.approximate || total.approximate) return [];
  if (!PRODUCT_TOTAL.test(text.slice(Math.max(0, total.start - 14), total.start))) return [];
  const measure = PER.exec(text.slice(Math.max(0, rate.start - 20), rate.start))?.groups?.['measure'] ?? '';
  const counts = amounts.filter((a) => sameMeasure(measure, a.unit) && a.start < total.start);
  const [first] = counts;
  if (!first || counts.some((c) => c.approximate)) return [];
  const many = [...counts.map((c) => c.value), counts.reduce((sum, c) => sum + c.value, 0)];
  const times = [1, ...(factorsOf(text, text.slice(0, total.start)) ?? [])];
  const fits = many.flatMap((n) => products(n * rate.value, times));
  if (fits.some((v) => isSame(v, total.value))) return [];
  const plain = counts.length === 1 && times.length <= 2;
  if (!plain) return [];
  const right = first.value * rate.value * (times[1] ?? 1);
  return [
    {
      start: Math.min(first.start, rate.start),
      ...{ end: total.end, severity: 'error', code: 'wrong-product' },
      what: '数量乘每份的钱，与合计不一致',
      expected: `${[first.value, spelled(rate.value, '元'), ...times.slice(1)].join('×')}，合计${spelled(right, '元')}`,
    },
  ];
}

/** What stands right before a total. */
const SUM_TOTAL =
  /(?<many>(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个)?(?:年度|年|批|市|县|项|座城市|城市|所学校|学校|次|期|场|组|班|类|部分|行|处|方|地|队|家|人|天|县市)?)?(?:，)?(?:一共|总共|合计|总计|共计|加起来|合起来|合在一起|加在一起|相加|共(?!青|同|产|享|识))(?:有|是|为|计|需要?|达|选派|资助|建设|安排|组织|派出|投入|得)?[:：]?$/u;
const ADDED = /^[^，。；]{0,6}(?:加上?|和|、|，|及|与|以及|；)/u;
/** The parts are not all that is counted, or the numbers are no parts. */
const MORE_PARTS =
  /等(?!于|级|额)|连同|加上去年|另|还有|此外|其他|其余|比|又|几|增加|减少|增至|降|多[了出]|少了|去年|上年|往年|历年|累计|全[省校班国县市]|平均|各|每|约|近|余|不含|除|包括|至少|超过|剩|前[^，]{0,3}批|后[^，]{0,3}批|重复|兼|既|第/u;

/** 两项补助按标准: all of them together. */
const OF_ALL =
  /^(?:这)?[两二三四五2-5](?:项|行|笔|类|部分|个项目)(?:补助|资金|经费|的钱|钱)?|按(?:这个|这一|备注的?|方案的?)?标准|(?:把)?(?:两|三|四)(?:项|行|个)(?:相)?$|(?:补助|资金|经费|的钱)$/gu;
const countOf = (word: string | undefined) => {
  const digits = /^(?:\d{1,2}|[一二两三四五六七八九十]{1,3})/u.exec(word ?? '')?.[0];
  if (!digits) return null;
  return /\d/.test(digits) ? Number(digits) : chineseNumber(digits);
};

/** Numbers of one unit before a total of that unit, in one sentence. */
function sumsIn(text: string, amounts: readonly Amount[]): Miscalculation[] {
  return amounts.flatMap((total, at): Miscalculation[] => {
    const behind = amounts.slice(0, at).findLast((a) => a.unit === total.unit)?.end ?? 0;
    const match = SUM_TOTAL.exec(text.slice(Math.max(behind, total.start - 16), total.start));
    if (!match || total.approximate) return [];
    const parts = partsBefore(text, amounts.slice(0, at), total);
    const [first, second] = parts;
    const last = parts.at(-1);
    // 一人5000元 is what one costs, no part.
    if (parts.some((p) => isRate(text, p))) return [];
    if (!first || !second || !last || parts.some((p) => parts.some((q) => !areAlike(p, q)) || !areAlike(p, total)))
      return [];
    const words = text.slice(first.start, total.end);
    const lead = text.slice(text.lastIndexOf('；', first.start) + 1, first.start);
    const said = text.slice(last.end, total.start);
    if (MORE_PARTS.test(withoutThis(words)) || MORE_PARTS.test(lead) || parts.some((p) => p.approximate)) return [];
    const many = countOf(match.groups?.['many']);
    if (many !== null && many !== parts.length) return [];
    const sum = sumOf(parts);
    // A total that was named first and its parts behind it.
    const partsOfFirst = parts.length > 2 && isSame(sum - first.value, first.value);
    if (isSame(sum, total.value) || partsOfFirst || isSame(first.value, total.value)) return [];
    // What is said between the last part and the total: 12人参加、9人观摩，共20人.
    const between = said.slice(0, said.length - match[0].length).replaceAll(/[，、,：:（(\s]/gu, '');
    if (
      between.replace(OF_ALL, '').length > 4 ||
      parts.some((p, i) => i > 0 && p.start - (parts[i - 1]?.end ?? 0) > 22)
    )
      return [];
    return [
      {
        ...{ start: first.start, end: total.end, code: 'wrong-sum' },
        severity: between === '' ? 'error' : 'warning',
        what: '各部分加起来，与合计不一致',
        expected: `${parts.map((p) => spelled(p.value, '')).join('+')}，合计${spelled(sum, total.unit)}`,
      },
    ];
  });
}

const withoutThis = (words: string) => words.replaceAll(/(?:各|每)(?=地|方面|位|界)/gu, '');

/** 80人40万元, 16个队室80万元: how many, and with no pause what it costs. */
const isCountOf = (text: string, count: Amount, money: Amount) =>
  money.unit === '元' && count.end <= money.start && /^[^，。；、]{0,8}$/u.test(text.slice(count.end, money.start));

/** The numbers of the total's unit right before it, none left out: back to another total, the sentence's beginning or ；. */
function partsBefore(text: string, before: readonly Amount[], total: Amount): Amount[] {
  const parts: Amount[] = [];
  for (const amount of before.toReversed()) {
    const next = parts[0] ?? total;
    const between = text.slice(amount.end, next.start);
    if (/[；。]/u.test(between)) break;
    if (amount.unit !== total.unit) {
      // 80人40万元，60人18万元: how many stands right before how much; any other number makes it unplain.
      if (parts.length > 0 && !isCountOf(text, amount, next)) return [];
      continue;
    }
    if (parts.length > 0 && !ADDED.test(between)) return [];
    if (SUM_TOTAL.test(text.slice(Math.max(0, amount.start - 16), amount.start))) break;
    parts.unshift(amount);
  }
  return parts;
}

/** Words without which a sentence calculates nothing. */
const CALCULATES =
  /[=＝%％]|等于|百分之|就是|共|合计|总计|加起来|合起来|合在一起|加在一起|相加|人[天日]|个\p{Script=Han}{2}[天日]|总额|其中|男|[增减降]|提高|上升/u;
/** Nothing is stated: a question, a supposition, a mistake that is told. */
const NO_STATEMENT = /[？?][”’」』）)]*\s*$|如果|假如|假设|要是|误|算错|写错|不等于|并不是|≠/u;

function inSentence(text: string) {
  const amounts = amountsIn(text);
  const rest = amounts.length < 2 || amounts.length > 60 ? [] : amounts;
  return [
    ...formulasIn(text),
    ...sumsIn(text, rest),
    ...ratesIn(text, rest),
    ...costsIn(text, rest),
    ...costsTogether(text, rest),
    ...personDaysIn(text),
    ...halvesIn(text, rest),
    ...tooManyParts(text, rest),
    ...sharesIn(text, rest),
    ...growthIn(text),
  ];
}

function inBlock(source: ProseBlock, block: number): ProseFinding[] {
  if (!CALCULATES.test(source.text)) return [];
  const text = narrowSigns(source.text);
  return sentencesIn(text).flatMap(({ start, text: sentence }) => {
    if (sentence.length > 1000 || !CALCULATES.test(sentence) || NO_STATEMENT.test(sentence)) return [];
    const told: ProseFinding[] = [];
    for (const wrong of inSentence(sentence)) {
      const found = findingOf(source, block, start, wrong);
      // One mistake is told once, by the reading that is surest.
      if (found && !told.some((f) => f.start < found.end && found.start < f.end)) told.push(found);
    }
    return told;
  });
}

/** Sums, products and shares that do not add up, inside one sentence or in a table. */
export const arithmetic: OwnRule = () => {
  return ({ blocks }) => [...blocks.flatMap(inBlock), ...inTables(blocks)];
};
