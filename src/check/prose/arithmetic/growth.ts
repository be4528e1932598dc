import { matchesIn } from '../../text/glance.ts';
import { type Miscalculation, spelledRound } from './amounts.ts';

/** A number as it is written, with how far it may be off by rounding. */
export interface Written {
  readonly value: number;
  /** Half of its last place: 12.5 may be anything from 12.45 to 12.55. A whole number is exact, and 20万, not 3万. */
  readonly off: number;
}

/** Reads 1,200, 12.5, 3万. */
export function written(digits: string, scale = ''): Written {
  const plain = digits.replaceAll(/[,，]/gu, '');
  const times = scale.startsWith('万') ? 1e4 : scale.startsWith('亿') ? 1e8 : 1;
  const places = plain.includes('.') ? (plain.split('.')[1] ?? '').length : 0;
  const rounded = places > 0 || (times > 1 && plain.length < 2);
  return { value: Number(plain) * times, off: rounded ? 0.5 * 10 ** -places * times : 0 };
}

const percent = (from: number, to: number) => ((to - from) / from) * 100;

/**
 * Whether growth as stated follows from the two numbers: to one of its last place, and as far as they may be rounded.
 * @param stated in per cent, falling below zero
 */
export function growsBy(from: Written, to: Written, stated: Written): boolean {
  if (from.value <= 0) return true;
  const ends = [-1, 1].flatMap((a) => [-1, 1].map((b) => percent(from.value + a * from.off, to.value + b * to.off)));
  const last = stated.off > 0 ? 2 * stated.off : 1;
  return stated.value >= Math.min(...ends) - last - 1e-9 && stated.value <= Math.max(...ends) + last + 1e-9;
}

/** The same for an absolute difference. */
export const differsBy = (from: Written, to: Written, stated: Written): boolean =>
  Math.abs(to.value - from.value - stated.value) <= from.off + to.off + stated.off + 1e-6;

/** What is right, in words: 从100到150，增长50%. */
export function growthSaid(from: Written, to: Written, as: 'percent' | 'difference' | 'either', unit = ''): string {
  const difference = to.value - from.value;
  const rate = `${difference < 0 ? '下降' : '增长'}${spelledRound(Math.abs(percent(from.value, to.value)), 1)}%`;
  const amount = `${difference < 0 ? '减少' : '增加'}${spelledRound(Math.abs(difference), 4)}`;
  const said = as === 'percent' ? rate : as === 'difference' ? amount : `${rate}，或者${amount}`;
  return `从${spelledRound(from.value, 4)}${unit}到${spelledRound(to.value, 4)}${unit}，${said}`;
}

const NUMBER = String.raw`(?<![\d.])\d+(?:,\d{3})*(?:\.\d+)?`;
const UNIT = String.raw`[万亿]?(?:\p{Script=Han}{0,2}?)`;
const UP = '增长|增加|提高|上升|扩大|提升|增至|增|涨|升';
const DOWN = '下降|减少|降低|缩小|减|降';
const APART = String.raw`[^，,。；;：:！？“”‘’\d]`;
/** 从100增长到150，增长30%: what the second verb says may have no subject of its own. */
const FROM_TO = new RegExp(
  `[从由]${APART}{0,8}?(?<from>${NUMBER})(?<unit>%|${UNIT})${APART}{0,6}?(?:${UP}|${DOWN})(?:到|至|为)?了?${APART}{0,4}?(?<to>${NUMBER})(?<unit2>%|${UNIT})[，,]`,
  'gu',
);
/** 2024年100人，2025年150人，增长30%. */
const TWO_YEARS = new RegExp(
  `(?:19|20)\\d\\d年${APART}{0,8}?(?<from>${NUMBER})(?<unit>${UNIT})[，,；](?:19|20)\\d\\d年${APART}{0,8}?(?<to>${NUMBER})(?<unit2>${UNIT})[，,]`,
  'gu',
);
/** 150封，比上年的100封增长30%. */
const THAN = new RegExp(
  `(?<to>${NUMBER})(?<unit2>${UNIT})[，,](?:[比较](?:上年|去年|前一?年|上一年)(?:的|同期的)?|[比较]上年同期的)(?<from>${NUMBER})(?<unit>${UNIT})[，,]?(?=${UP}|${DOWN})`,
  'gu',
);
/** The growth itself, right behind. */
const BY = new RegExp(
  `^(?:同比|比上年|比去年|实际|共|一共|净)?(?<verb>${UP}|${DOWN}|[增涨升降]幅)(?:了|达到?|为|是)?(?<by>${NUMBER})(?<of>%|个百分点|[万亿]?\\p{Script=Han}{0,2})`,
  'u',
);
const NOT_EXACT = /多|余|近|约|超|以上|左右/u;
const FALLS = new RegExp(`^(?:${DOWN})|降幅`, 'u');

/** Growth of a sentence that does not follow from the two numbers before it. */
export function growthIn(text: string): Miscalculation[] {
  return [FROM_TO, TWO_YEARS, THAN].flatMap((pattern) =>
    matchesIn(text, pattern).flatMap((match): Miscalculation[] => {
      const { from = '', to = '', unit: first = '', unit2: second = '' } = match.groups ?? {};
      const [unit, unit2] = first !== '' && second.startsWith(first) ? [second, second] : [first, second];
      const end = match.index + match[0].length;
      const by = BY.exec(text.slice(end, end + 30));
      const { verb = '', by: stated = '', of = '' } = by?.groups ?? {};
      if (!by || (unit !== unit2 && unit !== '') || NOT_EXACT.test(match[0])) return [];
      // Of a year, a month or a day nothing grows.
      if (/^(?:年|月|日|岁|届|期|点|时)/u.test(unit)) return [];
      const [a, b] = [written(from, unit), written(to, unit2)];
      const size = written(stated, /^[万亿]/u.exec(of)?.[0] ?? '');
      const signed = { ...size, value: FALLS.test(verb) ? -size.value : size.value };
      const range = { start: match.index, end: end + by[0].length };
      const tell = (expected: string): Miscalculation[] => [
        { ...range, severity: 'warning', code: 'wrong-growth', what: '增长的数和前后两个数对不上', expected },
      ];
      if (of === '个百分点') {
        if (unit2 !== '%' || differsBy(a, b, signed)) return [];
        const points = spelledRound(Math.abs(b.value - a.value), 4);
        return tell(`从${from}%到${to}%，${b.value < a.value ? '下降' : '提高'}${points}个百分点`);
      }
      const shown = /^[万亿]/u.test(unit2);
      const scale = shown ? (unit2.startsWith('万') ? 1e4 : 1e8) : 1;
      const [c, d] = [a, b].map((n) => ({ value: n.value / scale, off: n.off / scale })) as [Written, Written];
      if (of === '%') {
        const points = unit2 === '%' && differsBy(a, b, signed);
        return growsBy(a, b, signed) || points ? [] : tell(growthSaid(c, d, 'percent', shown ? unit2 : ''));
      }
      if (of !== unit2 || of === '') return [];
      return differsBy(a, b, signed) ? [] : tell(growthSaid(c, d, 'difference', shown ? unit2 : ''));
    }),
  );
}
