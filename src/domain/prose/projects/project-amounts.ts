import { convertMoney, isMoney } from '../../quantity.ts';
import type { Known } from './project-known.ts';

/** Whether two quantities are the same: money is compared in one unit. */
export function equals(value: number, unit: string, known: Known): boolean {
  if (!isMoney(unit) || !isMoney(known.unit)) return value === known.value;
  const [a, b] = [convertMoney({ value, unit }, '元'), convertMoney(known, '元')];
  return Math.abs(a.value - b.value) < 0.005;
}

/** Whether an estimate is far from the right value: 约100人 where 40 are planned. */
export function isFarOff(value: number, unit: string, known: readonly Known[]): boolean {
  const yuan = (v: number, u: string) => (isMoney(u) ? convertMoney({ value: v, unit: u }, '元').value : v);
  return known.every((k) => {
    const right = yuan(k.value, k.unit);
    return Math.abs(yuan(value, unit) - right) > right * 0.3;
  });
}
