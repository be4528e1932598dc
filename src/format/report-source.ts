import type { Reported } from '#domain/facts/fact.ts';
import { longDate } from './date.ts';

/** Where a reported number comes from, in words: …，2020年1月5日上报（样稿）. */
export function reportedBy({ by, date, sample }: Reported): string {
  return `${by}，${longDate(date)}上报${sample ? '（样稿）' : ''}`;
}
