import { narrowed } from '../../text/full-width.ts';
import { matchesIn, triedAtBeginnings } from '../../text/glance.ts';
import { numeral } from '../../text/numbers.ts';
import type { Range } from '../prose.ts';

/** A date of a text as far as it is written; a missing year is taken from the words before it. */
export interface CalendarDate extends Range {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /**
   * Where its year stands: in the date itself, in the first date of the same span, earlier in the sentence, earlier in
   * the block, or in 今年 and the like, counted from the day of the story.
   */
  readonly yearFrom: 'here' | 'span' | 'sentence' | 'block' | 'story' | null;
  /** What stands between it and the date it continues: 至 in 5日至8日; null where it continues none. */
  readonly joined: string | null;
  /** Whether its numbers are written 五月八日. */
  readonly inWords: boolean;
}

/** One optional space, as Word puts it between digits and characters. */
export const SPACE = '[ \\u00a0]?';
/** What joins the two ends of a span; two dashes are a pause. */
export const TO = '(?:至|到|(?<![—–―─~～-])[—–―─~～-](?![—–―─~～-]))';
/** 1 to 99 in digits or in words. */
export const SMALL = '(?:\\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])';
const YEAR = '(?:(?:1[89]|2[01])\\d\\d|[一二][〇零○OoＯ一二三四五六七八九]{3})';
const ALSO = '(?:、|和|及|与|或)';
const S = SPACE;
const DAYS_BEHIND = `(?=(?:${S}(?:${TO}|${ALSO})${S}${SMALL}){1,3}${S}[日号])`;
const day = (name: string) => `(?<${name}>${SMALL})(?:${S}[日号]|${DAYS_BEHIND})`;
const month = (name: string, dayName: string) =>
  `(?<${name}>${SMALL})(?:${S}月份?(?:${S}${day(dayName)})?|(?=${S}${TO}${S}${SMALL}${S}月))`;
const NOT_BEFORE = '(?<![\\dA-Za-z.〇零○一二三四五六七八九十百千万第])';
const SHORT_YEAR = `\\d\\d(?=${S}年${S}\\d{1,2}${S}月${S}\\d{1,2}${S}[日号])`;
const WITH_YEAR = `(?<year>${YEAR}|${SHORT_YEAR})${S}年(?:${S}的?${S}${month('month', 'day')})?`;
const OPEN_YEAR = `(?<open>${YEAR})(?=${S}${TO}${S}${YEAR}${S}(?:学)?年)`;
const ISO = `(?<![\\d\\-A-Za-z_/.=#])(?<isoYear>(?:19|20)\\d\\d)(?<sep>[-/.])(?<isoMonth>\\d{1,2})\\k<sep>(?<isoDay>\\d{1,2})(?!\\d|\\k<sep>\\d|[A-SU-Za-z_])`;
const DATE = triedAtBeginnings(
  new RegExp(`${ISO}|${NOT_BEFORE}(?:${WITH_YEAR}|${OPEN_YEAR}|${month('loneMonth', 'loneDay')})`, 'gu'),
);
const NEXT_DAY = new RegExp(
  `(?<gap>(?:[（(][^（）()]{1,8}[）)])?${S}(?<join>${TO}|${ALSO})${S})(?<day>${SMALL})(?:${S}[日号](?![内后前以之游龄均间程楼房院线桥文令店厅车])|${DAYS_BEHIND})`,
  'uy',
);
/** Calendars of other reckonings name their days otherwise. */
const OTHER_CALENDAR =
  /(?:农历|阴历|旧历|古历|夏历|藏历|回历|傣历|彝历|伊历|教历|儒略历|俄历|正月|腊月|冬月|闰)[^（）()。；]*$/u;
const OTHER_BEHIND = /^[（(](?:农历|阴历|旧历|古历|夏历|藏历|回历|傣历|彝历)[）)]/u;
/** 光绪元年, 民国三十八年: a year of a reign before the month. */
const REIGN = new RegExp(`(?:元|[一二三四五六七八九十])${S}年${S}$`, 'u');
const RELATIVE = /(?<word>[今去明前后]|本|当|同|次|翌|来|第二|每|历|往|逐|常|连|近)年(?:的|度)?[ \u00a0]?$/u;
const FROM_STORY: Readonly<Record<string, number>> = { 今: 0, 本: 0, 去: -1, 明: 1, 前: -2, 后: 2 };
const FROM_BEFORE: Readonly<Record<string, number>> = { 当: 0, 同: 0, 次: 1, 翌: 1, 来: 1, 第二: 1 };

const yearNumber = (word: string): number => {
  if (/^\d+$/.test(word)) return word.length === 2 ? 2000 + Number(word) : Number(word);
  return Number([...word].map((c) => Math.max(0, '〇一二三四五六七八九'.indexOf(c))).join(''));
};

/** The year named last, and whether its sentence still goes on. */
interface Named {
  readonly value: number;
  readonly sameSentence: boolean;
}

function dateOf(match: RegExpExecArray, text: string, last: Named | null, storyDate: string): CalendarDate {
  const g = match.groups ?? {};
  const [start, end] = [match.index, match.index + match[0].length];
  const yearWord = g['year'] ?? g['open'] ?? g['isoYear'];
  const monthWord = g['month'] ?? g['loneMonth'] ?? g['isoMonth'];
  const dayWord = g['day'] ?? g['loneDay'] ?? g['isoDay'];
  const read = (word: string | undefined) => (word === undefined ? null : numeral(word));
  const inWords = monthWord !== undefined && !/\d/.test(monthWord);
  const date = { start, end, month: read(monthWord), day: read(dayWord), joined: null, inWords };
  if (yearWord !== undefined) return { ...date, year: yearNumber(yearWord), yearFrom: 'here' };
  const word = RELATIVE.exec(text.slice(Math.max(0, start - 5), start))?.groups?.['word'];
  const counted = word === undefined ? undefined : FROM_STORY[word];
  const storyYear = Number(storyDate.slice(0, 4));
  if (counted !== undefined && storyYear > 0) return { ...date, year: storyYear + counted, yearFrom: 'story' };
  const added = word === undefined ? 0 : FROM_BEFORE[word];
  if (added === undefined || last === null) return { ...date, year: null, yearFrom: null };
  return { ...date, year: last.value + added, yearFrom: last.sameSentence ? 'sentence' : 'block' };
}

/** Dates of another calendar: 农历四月三十日, 光绪元年二月三十日. */
function isForeign(text: string, { start, end, yearFrom, inWords }: CalendarDate): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (OTHER_CALENDAR.test(before) || OTHER_BEHIND.test(text.slice(end, end + 6))) return true;
  return yearFrom !== 'here' && inWords && REIGN.test(before);
}

/** The further days of 5日、6日 and 5日至8日. */
function furtherDays(text: string, first: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = [];
  NEXT_DAY.lastIndex = first.end;
  for (let match = NEXT_DAY.exec(text); match; match = NEXT_DAY.exec(text)) {
    const { gap = '', join = '', day = '' } = match.groups ?? {};
    const start = match.index + gap.length;
    const yearFrom = first.yearFrom === 'here' ? 'span' : first.yearFrom;
    const end = match.index + match[0].length;
    days.push({ ...first, start, end, day: numeral(day), joined: join, yearFrom });
  }
  return days;
}

const BETWEEN_ENDS = new RegExp(`^${S}(?:${TO}|、)${S}$`, 'u');

const elsewhere = ({ value }: Named): Named => ({ value, sameSentence: false });
const SENTENCE_END = /[。！？!?\n]/u;
/** Titles without their years: 《2019年的方案》 names no year for what follows. */
const untitled = (text: string) => text.replaceAll(/《[^《》]{1,200}》/gu, (title) => '□'.repeat(title.length));

/** Without these no date is written. */
const MAY_DATE = /[年月]|\d[-/.]\d/;

/** All dates of a text, in order: 2019年5月8日, 5月8日, 2019年5月, 2019年, 2019-05-08 and the ends of spans. */
export function datesIn(original: string, storyDate: string): CalendarDate[] {
  const text = narrowed(original);
  if (!MAY_DATE.test(text)) return [];
  const outside = untitled(text);
  const dates: CalendarDate[] = [];
  let last: Named | null = null;
  let read = 0;
  for (const match of matchesIn(text, DATE)) {
    if (last?.sameSentence && SENTENCE_END.test(text.slice(read, match.index))) last = elsewhere(last);
    read = match.index;
    const previous = dates.at(-1);
    const between = previous ? text.slice(previous.end, Math.min(match.index, previous.end + 8)) : '';
    const continued = previous !== undefined && BETWEEN_ENDS.test(between) && match.index - previous.end < 8;
    let date = dateOf(match, text, last, storyDate);
    if (isForeign(text, date)) continue;
    if (continued && date.yearFrom === 'sentence' && previous.year === date.year) date = { ...date, yearFrom: 'span' };
    if (date.yearFrom === 'here' && date.year !== null && outside[date.start] !== '□') {
      // After 2019—2020年 nobody knows which of the two a month belongs to.
      const several = continued && date.month === null && previous.year !== date.year;
      last = several ? null : { value: date.year, sameSentence: true };
    }
    dates.push(date);
    if (date.day !== null) dates.push(...furtherDays(text, date));
  }
  return dates;
}

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
