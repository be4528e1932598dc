import { isMoney } from '#domain/plan/quantity.ts';
import type { Miscalculation } from './amounts.ts';

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
export function formulasIn(text: string): Miscalculation[] {
  if (!/=|等于/u.test(text)) return [];
  return [...text.matchAll(FORMULA), ...text.matchAll(REVERSED)].flatMap((match): Miscalculation[] => {
    const { left = '', right = '' } = match.groups ?? {};
    const [start, end] = [match.index, match.index + match[0].length];
    // A part of something longer: brackets, a decimal, a percentage, a chain of signs.
    if (
      /[\d.,+×*÷/／=(（A-Za-z_−–-][ ]?$/u.test(text.slice(0, start)) ||
      /(?:加|减|乘|除以)$/u.test(text.slice(0, start))
    )
      return [];
    if (/^[ ]?[\d.%+×*÷/／=)A-Za-z_−–:：-]|^[ ]?(?:加|减|乘|除|多|余|左右)/u.test(text.slice(end))) return [];
    const parts = [...left.matchAll(PART)];
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
