import { firstDay, sinceOf } from '#domain/stories/profile.ts';
import { saidDate } from './date.ts';

/** 2019—2020年, 2020年3—7月, 2020年3月1日—4月2日: what both ends share is said once. */
function range(from: string, to: string): string {
  if (from === to) return saidDate(from);
  const [[year, month, day], [lastYear, lastMonth, lastDay]] = [from, to].map((date) =>
    date.split('-').map(Number),
  ) as [number[], number[]];
  if (from.length !== to.length || (from.length > 4 && year !== lastYear)) return `${saidDate(from)}—${saidDate(to)}`;
  if (from.length === 4) return `${year}—${lastYear}年`;
  if (from.length === 7) return `${year}年${month}—${lastMonth}月`;
  return month === lastMonth
    ? `${year}年${month}月${day}—${lastDay}日`
    : `${saidDate(from)}—${lastMonth}月${lastDay}日`;
}

/**
 * Since when somebody is where they are, in words that say no more than is known: 2019年8月起, never 至今; what lay ahead when
 * the story was written is a plan: 2026年8月起，计划到2027年7月.
 * @param asOf the day the story is dated
 */
export function sinceWords(written: string, asOf: string): string {
  const since = sinceOf(written.trim());
  if (since === null) return '';
  if (since.length !== undefined) return since.length;
  const { from, to } = since;
  const isAhead = (date: string) => firstDay(date) > asOf;
  if (to === null) return `${isAhead(from) ? '计划' : ''}${saidDate(from)}起`;
  if (!isAhead(to)) return range(from, to);
  return isAhead(from) ? `计划${range(from, to)}` : `${saidDate(from)}起，计划到${saidDate(to)}`;
}
