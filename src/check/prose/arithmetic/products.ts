import { chineseNumber } from '../../rules/numerals.ts';
import { type Amount, isSame, type Miscalculation, spelled } from './amounts.ts';

const NUMERAL = '(?:(?<!\\d)\\d{1,3}|[二两三四五六七八九十]{1,3})';
const TOTAL =
  /(?:就是|正好是|刚好是|一共|总共|合计|总计|共计|加起来|合起来|加在一起|共(?!青|同|产|享|识)|总额)[^，。；\d]{0,6}$/u;
/** Something else is in the total, or the numbers are estimates. */
const MORE =
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

const numeralOf = (word: string) => (/\d/.test(word) ? Number(word) : (chineseNumber(word) ?? 0));

/** How often a rate counts: what it may be multiplied by; null where its number is not named. */
function factorsOf(text: string, rate: string): number[] | null {
  const factors: number[] = [];
  for (const { each, many } of RATES) {
    if (!each.test(rate)) continue;
    const found = [...text.matchAll(many)]
      .map((m) => numeralOf(m.groups?.['many'] ?? ''))
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
export function ratesIn(text: string, amounts: readonly Amount[]): Miscalculation[] {
  return amounts.flatMap((total, at): Miscalculation[] => {
    const rate = amounts.slice(0, at).findLast((a) => a.unit === total.unit);
    if (!rate || rate.unit !== total.unit || total.approximate || rate.approximate) return [];
    if (amounts.filter((a) => a.unit === total.unit).length !== 2 || MORE.test(text)) return [];
    const between = text.slice(rate.end, total.start);
    if (!TOTAL.test(between) || between.length > 24) return [];
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

const PERSON_DAYS =
  /(?<many>\d+|[一二两三四五六七八九十百]+)[人名位](?!次)[^，。；\d]{0,10}?[，、]?每[人名位][^，。；\d]{0,8}?(?<days>\d+|[一二两三四五六七八九十百]+)天[^。；\d]{0,16}?(?<total>\d+|[一二两三四五六七八九十百千]+)个?人(?:天(?!天)|日)/gu;

/** 每人10天，一年10人，合计100人天. */
const DAYS_FIRST =
  /(?:每[人名位]\p{Script=Han}{0,6}?|一人)(?<days>\d+|[一二两三四五六七八九十百]+)天[^。；\d]{0,14}?(?<many>\d+|[二两三四五六七八九十百]+)[人名位](?!次|天)[^。；\d]{0,16}?(?<total>\d+|[一二两三四五六七八九十百千]+)个?人(?:天(?!天)|日)/gu;

/** 10人、每人10天，一共100人天; of two years twice as many. */
export function personDaysIn(text: string): Miscalculation[] {
  if (!/人[天日]/u.test(text)) return [];
  return [...text.matchAll(PERSON_DAYS), ...text.matchAll(DAYS_FIRST)].flatMap(
    ({ index, 0: words, groups = {} }): Miscalculation[] => {
      const [many, days, total] = ['many', 'days', 'total'].map((name) => {
        const word = groups[name] ?? '';
        return /\d/.test(word) ? Number(word) : (chineseNumber(word) ?? 0);
      });
      if (!many || !days || !total || /约|近|多|余|其中|另/u.test(words)) return [];
      const years = [...words.matchAll(RATES[0]?.many ?? /$^/gu)].map((m) => numeralOf(m.groups?.['many'] ?? ''));
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
export function costsIn(text: string, amounts: readonly Amount[]): Miscalculation[] {
  const money = amounts.filter((a) => a.unit === '元');
  const rates = money.filter((a) => PER.test(text.slice(Math.max(0, a.start - 20), a.start)));
  const totals = money.filter((a) => !rates.includes(a));
  const [rate] = rates;
  const [total] = totals;
  if (!rate || !total || rates.length > 1 || totals.length > 1 || MORE.test(text)) return [];
  if (total.start < rate.start || rate.approximate || total.approximate) return [];
  if (!TOTAL.test(text.slice(Math.max(0, total.start - 14), total.start))) return [];
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
