import type { CalendarDate } from './calendar.ts';

/** How many days a month has; without a year February may have 29. */
export function daysInMonth(year: number | null, month: number): number {
  return new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}

/** Days since a fixed day: differences count days, the remainder by 7 the day of the week. */
export const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 864e5;

/** 0 for Sunday. */
export const weekdayOf = (year: number, month: number, day: number): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** Whether month and day exist. */
export function isDay(date: CalendarDate): date is CalendarDate & { month: number; day: number } {
  const { year, month, day } = date;
  if (month === null || day === null || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}
