import { narrowed } from '../../text/full-width.ts';
import type { OwnRule, ProseBlock, ProseFinding, Range } from '../prose.ts';
import { type CalendarDate, datesIn, isDay, weekdayOf } from './calendar.ts';

const DAYS = '日一二三四五六';
const WEEKDAY = '(?<kind>星期|礼拜|周)(?<which>[一二三四五六日天])';
const CLOCK =
  '(?:上午|下午|早上|早晨|晚上|凌晨|清晨|中午|傍晚|晚|早)?(?:\\d{1,2}(?:[:：]\\d{2}|[时点](?:半|整|\\d{1,2}分)?))?';
/** The weekday stands behind the date: （星期三）, 是星期三, ，星期三，. */
const BEHIND = new RegExp(
  `^[ \\u00a0]?${CLOCK}(?<link>[（(][ \\u00a0]?(?:农历[^，,、）)]{2,8}[，,、])?|[，,](?:是|这天是|那天是|当天是|正好是|恰好是|恰逢|正值)?|(?:这天|那天|当天|这一天|那一天)?，?(?:是|正好是|恰好是|正是|恰逢|正值|正逢|刚好是|适逢|为)|[ \\u00a0]{0,2})(?:一个)?${WEEKDAY}`,
  'u',
);
/** It stands before the date: 星期三（2019年5月8日）, 星期三，2019年5月8日. */
const BEFORE = new RegExp(`(?<!每|每个|逢|[至到—–~～-])${WEEKDAY}(?<link>[（(]|，|[ \\u00a0]?)$`, 'u');
/** 周一至周五, 周三、周四, 周三前, 周二班: not one day that the date is. */
const MORE_DAYS = /^(?:[至到—–~～、和或前后次届起]|[ \u00a0]?-|以[前后]|之[前后])/u;
/** What may stand behind 周三 where it is not a person called so. */
const PLAIN =
  /^(?:$|[^\p{Script=Han}]|上午|下午|早上|晚|早|凌晨|清晨|中午|傍晚|夜|的|是|在|，|举行|召开|开|印|出|去|我|他|她)/u;

interface Named extends Range {
  readonly which: number;
  /** 周 with a word behind it: it may be a name. */
  readonly doubtful: boolean;
}

const dayNamed = (word: string | undefined) => (word === '天' ? 0 : DAYS.indexOf(word ?? ''));

function weekdayBehind(text: string, date: CalendarDate): Named | null {
  const match = BEHIND.exec(text.slice(date.end, date.end + 40));
  if (!match) return null;
  const { link = '', kind, which } = match.groups ?? {};
  const end = date.end + match[0].length;
  const rest = text.slice(end, end + 3);
  if (MORE_DAYS.test(rest)) return null;
  // 5月8日，周四将…… may go on to another day: only a weekday that stands alone repeats the date.
  if (/^[，,]$/u.test(link) && !/^(?:$|[，,。；;、）)\s晴阴雨雪多]|上午|下午|晚上|早上|凌晨)/u.test(rest)) return null;
  const doubtful = kind === '周' && !/^[（(]/u.test(link) && !PLAIN.test(rest);
  return { start: date.start, end, which: dayNamed(which), doubtful };
}

function weekdayBefore(text: string, date: CalendarDate): Named | null {
  const from = Math.max(0, date.start - 12);
  const match = BEFORE.exec(text.slice(from, date.start));
  if (!match) return null;
  const rest = text.slice(date.end, date.end + 3);
  const inBrackets = /[（(]/u.test(match.groups?.['link'] ?? '');
  if (inBrackets ? !/^[）)]/u.test(rest) : !/^(?:$|[，,。；）)])/u.test(rest)) return null;
  return { start: from + match.index, end: date.end, which: dayNamed(match.groups?.['which']), doubtful: !inBrackets };
}

function findingOf(block: ProseBlock, index: number, date: CalendarDate, named: Named, storyDate: string) {
  if (date.year === null || date.year < 1900 || !isDay(date)) return null;
  const right = weekdayOf(date.year, date.month, date.day);
  if (right === named.which) return null;
  const certain = date.yearFrom === 'here' || date.yearFrom === 'span' || date.yearFrom === 'sentence';
  // The year of another sentence may be another one: the year of the story is as likely.
  const storyYear = Number(storyDate.slice(0, 4));
  if (date.yearFrom !== 'here' && date.yearFrom !== 'span' && storyYear > 0) {
    const fits = isDay({ ...date, year: storyYear }) && weekdayOf(storyYear, date.month, date.day) === named.which;
    if (fits && date.yearFrom !== 'story') return null;
  }
  if (date.yearFrom === 'story' && block.quoted) return null;
  const found: ProseFinding = {
    ...{ block: index, start: named.start, end: named.end },
    severity: certain && !named.doubtful && !block.quoted ? 'error' : 'warning',
    code: 'wrong-weekday',
    what: '日子和星期几对不上',
    found: `“${block.text.slice(named.start, named.end)}”`,
    expected: `${date.year}年${date.month}月${date.day}日是星期${DAYS[right]}`,
    written: null,
    mend: '查清是日子错了还是星期错了，改对其中一个；拿不准星期几的，不写星期。',
  };
  return found;
}

/** Dates beside which another day of the week stands than the calendar has. */
export const weekdays: OwnRule = () => {
  return ({ blocks, date: storyDate }) =>
    blocks.flatMap((block, index) => {
      const text = narrowed(block.text);
      if (!/(?:星期|礼拜|周)[一二三四五六日天]/u.test(text)) return [];
      return datesIn(text, storyDate).flatMap((date): ProseFinding[] => {
        if (date.day === null) return [];
        const named = weekdayBehind(text, date) ?? weekdayBefore(text, date);
        const found = named && findingOf(block, index, date, named, storyDate);
        return found ? [found] : [];
      });
    });
};
