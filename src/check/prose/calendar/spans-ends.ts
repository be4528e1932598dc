import type { ProseFinding } from '../prose.ts';
import { type CalendarDate, datesIn, SPACE, TO } from './calendar.ts';
import { dayNumber, daysInMonth } from './days.ts';

/** A finding before it is put into its block. */
export type SpanFinding = Pick<ProseFinding, 'start' | 'end' | 'severity' | 'code' | 'what' | 'expected' | 'mend'>;

/** From one date to another, as a text says it. */
export interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Whether it says that the end is in the next year: 12月至次年3月. */
  readonly nextYear: boolean;
}

const BETWEEN = new RegExp(
  `^(?:[（(][^（）()]{1,8}[）)]|(?:起|开始|启程|出发|开幕|启动)[，,]?(?:一直|持续|延续)?|[上下]午|早上|晚上|中午)?(?:\\d{1,2}(?:[:：]\\d{2}|[时点]))?${SPACE}(?<to>${TO})${SPACE}(?<year>(?:[今明去同当本次翌来]|第二)年(?:的)?${SPACE})?$`,
  'u',
);

/** 6月10日报到，7月9日离湘: what begins on the first day and ends on the last. */
const BEGINS =
  /^(?:[上下]午|早上|晚上)?[^，。；！？\d]{0,4}?(?:报到|开始|启程|出发|开班|开营|开课|抵达|到岗|入住|开幕|进场|到湘|来湘|进藏)[，,](?:到|至)?$/u;
const ENDS_ON =
  /^(?:[上下]午|早上|晚上)?[^，。；！？\d]{0,4}?(?:结束|返回|返程|离\p{Script=Han}{1,3}|结业|闭幕|闭营|撤离|回\p{Script=Han}{1,3})(?=[，,（(])/u;

/** Spans told by what begins and what ends; `to` reaches to the end of what is told. */
export function toldSpans(text: string, storyDate: string): Span[] {
  const dates = datesIn(text, storyDate);
  return dates.flatMap((to, i): Span[] => {
    const from = dates[i - 1];
    if (!from || from.day === null || to.day === null || to.start - from.end > 20) return [];
    const ends = ENDS_ON.exec(text.slice(to.end, to.end + 12));
    if (!ends || !BEGINS.test(text.slice(from.end, to.start))) return [];
    return [{ from, to: { ...to, end: to.end + ends[0].length }, nextYear: false }];
  });
}

/** All spans of a text whose two ends are dates. */
export function spansIn(text: string, storyDate: string): Span[] {
  const dates = datesIn(text, storyDate);
  return dates.flatMap((to, i): Span[] => {
    const from = dates[i - 1];
    if (!from || from.joined !== null) return [];
    if (to.joined !== null) return new RegExp(`^${TO}$`, 'u').test(to.joined) ? [{ from, to, nextYear: false }] : [];
    const match = BETWEEN.exec(text.slice(from.end, to.start));
    if (!match || to.start - from.end > 20) return [];
    return [{ from, to, nextYear: /[次翌来明]|第二/u.test(match.groups?.['year'] ?? '') }];
  });
}

/** What both ends are exact to. */
export const exactTo = ({ from, to }: Span): 'day' | 'month' | 'year' | null => {
  if (from.day !== null && to.day !== null) return 'day';
  if (from.month !== null && to.month !== null) return from.day === null && to.day === null ? 'month' : null;
  return from.month === null && to.month === null && from.year !== null && to.year !== null ? 'year' : null;
};

interface Ends {
  readonly years: number;
  readonly months: number;
  /** Days between first and last day, without and with the last one. */
  readonly days: number;
}

/** The length of a span; null where the years are not known and the end lies before the start. */
export function lengthOf(span: Span, yearUnknown: number): Ends | null {
  const { from, to, nextYear } = span;
  const fromYear = from.year ?? yearUnknown;
  const toYear = nextYear && to.year === null ? fromYear + 1 : (to.year ?? fromYear);
  const [fromMonth, toMonth] = [from.month ?? 1, to.month ?? 12];
  if (fromMonth > 12 || toMonth > 12) return null;
  const lastDay = to.day ?? daysInMonth(toYear, toMonth);
  const days = dayNumber(toYear, toMonth, lastDay) - dayNumber(fromYear, fromMonth, from.day ?? 1);
  const years = toYear - fromYear;
  return days < 0 ? null : { years, months: years * 12 + toMonth - fromMonth, days };
}
