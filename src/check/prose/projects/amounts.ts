import { convertMoney, isMoney } from '#domain/plan/quantity.ts';
import type { Bound, NumberWord } from '../../text/numbers.ts';
import type { Known } from './known.ts';

const yuan = (value: number, unit: string) => (isMoney(unit) ? convertMoney({ value, unit }, '元').value : value);

/** Whether two quantities are the same: money is compared in one unit. */
export function equals(value: number, unit: string, known: Pick<Known, 'value' | 'unit'>): boolean {
  if (!isMoney(unit) || !isMoney(known.unit)) return value === known.value;
  return Math.abs(yuan(value, unit) - yuan(known.value, known.unit)) < 0.005;
}

/** Whether an estimate is far from the right value: 约100人 where 40 are planned. */
export function isFarOff(value: number, unit: string, known: readonly Known[]): boolean {
  return known.every((k) => {
    const right = yuan(k.value, k.unit);
    return Math.abs(yuan(value, unit) - right) > right * 0.3;
  });
}

/** How far a value may lie below a number that it is 近, and what 多 behind it may add: 400多 is less than 500. */
const NEAR = 0.85;
const step = (value: number) => 10 ** Math.floor(Math.log10(Math.max(1, value)));

const HOLDS: Readonly<Record<Bound, (right: number, said: number) => boolean>> = {
  over: (right, said) => right > said,
  least: (right, said) => right >= said,
  under: (right, said) => right < said,
  most: (right, said) => right <= said,
  near: (right, said) => right < said && right >= said * NEAR,
  odd: (right, said) => right > said && right < said + step(said),
  about: (right, said) => Math.abs(right - said) <= right * 0.3,
};

/** Whether a value is what is said of it: 超过300 of 400 holds, 超过400 does not. */
export function holds({ value, bound }: NumberWord, unit: string, known: Pick<Known, 'value' | 'unit'>): boolean {
  if (bound === null) return equals(value, unit, known);
  return HOLDS[bound](yuan(known.value, known.unit), yuan(value, unit));
}
