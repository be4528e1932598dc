import { chineseNumber } from '../../rules/numerals.ts';
import { type CalendarDate, datesIn, TO } from './calendar.ts';
import { dayNumber } from './days.ts';
import { miscounted } from './spans-counted.ts';
import type { SpanFinding } from './spans-ends.ts';
import { lastsLong } from './spans-reversed.ts';

/** What begins, and what ends the same course: 进藏 … 返湘, 入学 … 毕业. */
const BEGINS =
  /^[，,]?[^，,。；！？\d]{0,8}?(?:进藏|赴藏|入藏|入学|入职|入伍|参军|上任|到任|赴任|报到|启程|出发|动身|开工|开幕|开班|开始|启动|动工|来湘|起程)/u;
const ENDS =
  /^[，,]?[^，,。；！？\d]{0,8}?(?:期满|返湘|返藏|返程|返回|回到|毕业|离任|卸任|退伍|退役|归来|完工|竣工|闭幕|结班|结业|结束|离开|离藏|收官)/u;
/** Another one begins or ends, or the story goes back in time. */
const ANOTHER = /另|其他|别人|上一|前一|第一批|首批|此前|之前|原来|早在|更早|曾|而|却|比|哥|姐|弟|妹|父|母|同学|同事/u;

const STARTS_SPAN = new RegExp(`^${TO}`, 'u');

/** Whether one date lies before the other; where its year is not written, only if the turn of a year cannot be meant. */
function endsBefore(from: CalendarDate, to: CalendarDate): boolean {
  const written = from.yearFrom === 'here' && to.yearFrom === 'here';
  if (!written && (from.year !== to.year || from.day === null || to.day === null)) return false;
  const [a, b] = [(from.year ?? 0) * 12 + (from.month ?? 1), (to.year ?? 0) * 12 + (to.month ?? 12)];
  if (a === b) return from.day !== null && to.day !== null && from.day > to.day;
  return a > b && (written || lastsLong({ from, to }));
}

const word = (text: string, { start, end }: CalendarDate) => text.slice(start, end).trim();

/** 他2021年8月进藏，2020年7月期满: the end of a course before its beginning, in one sentence. */
function endedBefore(text: string, dates: readonly CalendarDate[]): SpanFinding[] {
  return dates.flatMap((to, i): SpanFinding[] => {
    const from = dates[i - 1];
    if (!from || to.start - from.end > 30) return [];
    const between = text.slice(from.end, to.start);
    if (/[。！？；\n]/u.test(between) || ANOTHER.test(between) || !BEGINS.test(between)) return [];
    const behind = text.slice(to.end, to.end + 14);
    const end = ENDS.exec(behind);
    if (!end || STARTS_SPAN.test(behind)) return [];
    const told = miscounted(text, { from, to: { ...to, end: to.end + end[0].length }, nextYear: false });
    if (!endsBefore(from, to)) return told ? [told] : [];
    return [
      {
        ...{ start: from.start, end: to.end, severity: 'error', code: 'reversed-span' },
        what: '结束比开始还早',
        expected: `先早后晚：“${word(text, to)}”早于“${word(text, from)}”`,
        mend: '对着原始材料查清哪一个日子写错了，改对它。',
      },
    ];
  });
}

const AFTER =
  /(?<value>\d{1,3}|[一二两三四五六七八九十百]{1,4})(?<unit>天|个?星期|个?礼拜|周|个月|年)(?:之|以)?后(?:的|，|是|，?也就是|，?即)?$/u;

/** How many of a unit lie between two dates; null where they are not exact enough. */
function between(from: CalendarDate, to: CalendarDate, unit: string): { least: number; most: number } | null {
  const year = from.year ?? to.year ?? 2019;
  const toYear = to.year ?? year;
  if (unit === '年') {
    if (from.year === null || to.year === null) return null;
    return { least: to.year - from.year, most: to.year - from.year };
  }
  if (from.month === null || to.month === null) return null;
  const months = (toYear - year) * 12 + to.month - from.month;
  if (unit === '个月') return { least: months - 1, most: months + 1 };
  if (from.day === null || to.day === null) return null;
  const days = dayNumber(toYear, to.month, to.day) - dayNumber(year, from.month, from.day);
  return unit === '天' ? { least: days, most: days + 1 } : { least: Math.floor(days / 7), most: Math.ceil(days / 7) };
}

/** 3月5日出发，三天后的3月12日抵达: the second date is not so long after the first. */
function notSoLong(text: string, dates: readonly CalendarDate[]): SpanFinding[] {
  return dates.flatMap((to, i): SpanFinding[] => {
    const from = dates[i - 1];
    if (!from || to.start - from.end > 40) return [];
    const gap = text.slice(from.end, to.start);
    const match = AFTER.exec(gap);
    if (!match || /[。！？；\n]/u.test(gap) || /约|近|多$/u.test(gap.slice(0, match.index).slice(-1))) return [];
    const { value: digits = '', unit: written = '' } = match.groups ?? {};
    const unit = /星期|礼拜|周/u.test(written) ? '周' : written;
    const value = /\d/.test(digits) ? Number(digits) : (chineseNumber(digits) ?? 0);
    const right = between(from, to, unit);
    if (right === null || right.most < 0 || (right.least <= value && value <= right.most)) return [];
    return [
      {
        ...{ start: from.start, end: to.end, severity: 'error', code: 'wrong-duration' },
        what: '前后两个日子和写的间隔对不上',
        expected: `相隔${unit === '年' || unit === '天' ? right.least : `${right.least}到${right.most}`}${unit}`,
        mend: '数一数从前一个日子到后一个日子有多久，把日子或者间隔改对。',
      },
    ];
  });
}

/** Courses of events whose dates cannot follow one another as they are told. */
export function wrongCourses(text: string, storyDate: string): SpanFinding[] {
  const dates = datesIn(text, storyDate);
  return dates.length < 2 ? [] : [...endedBefore(text, dates), ...notSoLong(text, dates)];
}
