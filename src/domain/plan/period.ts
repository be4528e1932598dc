import { z } from 'zod';

/** A stretch of time that a column of an annex stands for. */
export interface Period {
  /** As content writes it: 2022, 2022-h1, 2022-q3, 2022-m7-8, whole. */
  readonly key: string;
  /** null: the whole time of the plan. */
  readonly year: number | null;
  /** Its months within the year, 1–12, both included. */
  readonly from: number;
  readonly to: number;
}

/** All years of the plan together. */
export const WHOLE = 'whole';

/** How periods are written: a year, a half, a quarter, a month or months of it, or all of them together. */
export const periodPattern = /^(?:\d{4}(?:-(?:h[12]|q[1-4]|m(?:[1-9]|1[0-2])(?:-(?:[1-9]|1[0-2]))?))?|whole)$/;

/** The months of the part of a year. */
function monthsOfPart(part: string): { from: number; to: number } {
  const [kind = '', first = '1', last = first] = [part[0], ...part.slice(1).split('-')];
  const [from, to] = [Number(first), Number(last)];
  const length = { h: 6, q: 3, m: 1 }[kind] ?? 12;
  return { from: (from - 1) * length + 1, to: kind === 'm' ? to : from * length };
}

/** The period that a key names. */
export function periodOf(key: string): Period {
  if (key === WHOLE) return { key, year: null, from: 1, to: 12 };
  const [year = '', ...rest] = key.split('-');
  const part = rest.join('-');
  return { key, year: Number(year), ...(part === '' ? { from: 1, to: 12 } : monthsOfPart(part)) };
}

/** A period as content writes it, its months in the order of the year. */
export const periodKey = z
  .string()
  .regex(periodPattern)
  .refine((key) => periodOf(key).from <= periodOf(key).to, { params: { told: 'months-in-order' } });

/** Of a row or a column: it is of a year, or of a `period`, and not of both. */
export const yearOrPeriod = { path: ['year'], params: { told: 'year-or-period' } };

/** What a column of an annex stands for. */
export const keyOfColumn = ({ year, period }: { year?: number | undefined; period?: string | undefined }): string =>
  period ?? String(year);

/** A part of a year in words: 上半年, 第三季度, 7—8月; of a whole year, and of all of them, none. */
export function partWords({ key, from, to }: Period): string {
  if (/-h/.test(key)) return from === 1 ? '上半年' : '下半年';
  if (/-q/.test(key)) return `第${'一二三四'[(to / 3 - 1) as 0]}季度`;
  if (/-m/.test(key)) return from === to ? `${from}月` : `${from}—${to}月`;
  return '';
}

/** Whether one period lies within another one, and is not the same. */
export const isPartOf = (part: Period, whole: Period): boolean =>
  part.key !== whole.key &&
  (whole.year === null || (part.year === whole.year && part.from >= whole.from && part.to <= whole.to));
