/** `2019-05-08` → 2019年5月8日, without a leading zero. The input is a checked ISO date. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** `2019-05-08` → 2019年5月: when a document came out, as is said beside what may have changed since. */
export function yearAndMonth(iso: string): string {
  const [year, month] = iso.slice(0, 7).split('-').map(Number);
  return `${year}年${month}月`;
}

/** A day, month or year as a source gives it: `2018-05` → 2018年5月, `2018` → 2018年; what is rough (约…) stands as it is. */
export function saidDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (!/^\d{4}(?:-|$)/.test(date)) return date;
  return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
}

/** Beside names and posts of officials, which a document has as of its day. */
export function postsAsOf(date: string, issued: string): string {
  return `姓名、职务是${yearAndMonth(date)}${issued}时的情况。`;
}

/** Years as a span: [2019, 2020] → 2019—2020年; a single one → 2019年; with gaps → 2019、2021年. */
export function yearSpan(years: readonly number[]): string {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (first === last) return `${first}年`;
  const whole = last - first + 1 === new Set(years).size;
  return whole ? `${first}—${last}年` : `${[...years].join('、')}年`;
}

/** The calendar day in China of an ISO time: `2026-11-24T16:00:00Z` → `2026-11-25`. */
export function dayInChina(iso: string): string {
  return new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** A moment in Chinese time, as staff say it: 2026年12月1日08:00; at midnight the day alone. */
export function minuteInChina(instant: Date): string {
  const local = new Date(instant.getTime() + 8 * 3_600_000).toISOString();
  const clock = local.slice(11, 16);
  return `${longDate(local)}${clock === '00:00' ? '' : clock}`;
}
