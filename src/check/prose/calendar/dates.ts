import type { OwnRule, ProseBlock, ProseFinding } from '../prose.ts';
import { type CalendarDate, datesIn, narrow } from './calendar.ts';
import { futureDates } from './dates-future.ts';
import { impossibleTimes } from './dates-times.ts';
import { daysInMonth } from './days.ts';

/** A sentence about a day that does not exist, or that tells of a slip of the pen. */
const ABOUT_NO_DAY = /没有|不存在|并无|哪有|哪来|不会有|[误错]?写成|写作|误作|误写|错写|笔误|改成|改为|应为|更正/u;
/** Half a sentence: how far such a word reaches. */
const REACH = 16;

const aboutNoDay = (text: string, { start, end }: CalendarDate) => {
  const [before = ''] = /[^。！？；]*$/u.exec(text.slice(Math.max(0, start - REACH), start)) ?? [];
  const [behind = ''] = /^[^。！？；]*/u.exec(text.slice(end, end + REACH)) ?? [];
  return ABOUT_NO_DAY.test(before + behind);
};

interface Judged {
  readonly expected: string;
  readonly doubtful: boolean;
}

/** What is wrong with a date: null where it can be. */
function judged(date: CalendarDate, text: string): Judged | null {
  const { month, day, year, yearFrom } = date;
  if (month === null) return null;
  if (month < 1 || month > 12) {
    const alone = day === null && yearFrom !== 'here';
    if (alone && !isMonthOfPlan(text, date)) return null;
    return { expected: '1月到12月里的一个月', doubtful: alone };
  }
  if (day === null) return null;
  const known = yearFrom === 'here' || yearFrom === 'span' ? year : null;
  const most = daysInMonth(known, month);
  if (day >= 1 && day <= most) return null;
  const name = `${known === null ? '' : `${known}年`}${month}月`;
  const most2 = month === 2 && known === null ? '最多29天' : `只有${most}天`;
  // 二月三十日 in words may be a day of the lunar calendar.
  return {
    expected: `${name}${most2}，最后一天是${month}月${most}日`,
    doubtful: date.inWords && known === null && day <= 30,
  };
}

/** 安排在13月: a month, not the thirteenth month or the age of a child. */
const isMonthOfPlan = (text: string, { start, end, month }: CalendarDate) =>
  month !== null &&
  month > 12 &&
  month < 40 &&
  /(?:^|[于在到至从自是：，。、（(—-]|时间|每年)$/u.test(text.slice(Math.max(0, start - 4), start)) &&
  /月份?$/u.test(text.slice(start, end)) &&
  !/^(?:龄|大|的?(?:婴|娃|宝宝|孩子)|薪|子|饼|球|票)/u.test(text.slice(end, end + 4));

function impossibleDates(block: ProseBlock, index: number, storyDate: string): ProseFinding[] {
  const text = narrow(block.text);
  return datesIn(text, storyDate).flatMap((date): ProseFinding[] => {
    const wrong = judged(date, text);
    if (wrong === null || aboutNoDay(text, date)) return [];
    const words = block.text.slice(date.start, date.end);
    return [
      {
        ...{ block: index, start: date.start, end: date.end },
        severity: block.quoted || wrong.doubtful ? 'warning' : 'error',
        code: 'impossible-date',
        what: '日历上没有这一天',
        found: `“${words}”`,
        expected: wrong.expected,
        written: null,
        mend: '对着原始材料查清是哪一天，改成日历上有的日子；是农历、藏历的，在前面写明。',
      },
    ];
  });
}

/** Days that no calendar has, times that no clock shows, and days to come of which a sentence speaks as past. */
export const dates: OwnRule = ({ today }) => {
  return ({ blocks, date }) =>
    blocks.flatMap((block, index) => {
      if (!/[\d０-９月日号时点年天周]|下(?:个)?(?:星期|礼拜)/u.test(block.text)) return [];
      return [
        ...impossibleDates(block, index, date),
        ...impossibleTimes(block, index),
        ...futureDates(block, index, { storyDate: date, today }),
      ];
    });
};
