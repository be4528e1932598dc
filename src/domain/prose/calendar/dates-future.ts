import type { ProseBlock, ProseFinding } from '../prose.ts';
import { type CalendarDate, datesIn, narrow } from './calendar.ts';
import { daysInMonth } from './calendar-days.ts';

/** 已于2027年3月, 曾在2027年3月. */
const PAST_BEFORE = /(?:已|已经|曾|曾经|早)(?:于|在|从)[ \u00a0]?$/u;
/** 2027年3月，……印发了. */
const PAST_BEHIND =
  /^[，,]?[^，。；：！？“”《》]{0,20}(?:完成|举行|召开|启动|来到|建成|抵达|结束|开展|获得|当选|印发|成立|举办|走进|收到|寄出|签订|签署|落成|启用|开工)了/u;
/** Plans, conditions, deadlines. */
const TO_COME =
  /将|会在|要在|计划|预计|预期|等到|如果|假如|假设|倘若|若|拟|争取|力争|届时|之前|以前|前完成|为止|截止|到期|有效|期限|目标|规划|打算|希望|设想|未来|想象|那时|不再|就/u;

const pad = (value: number) => String(value).padStart(2, '0');
const dayOf = ({ year, month, day }: CalendarDate) => {
  if (year === null) return '';
  // The first day a date may mean: only what is wholly to come is surely to come.
  return `${year}-${pad(month ?? 1)}-${pad(Math.min(day ?? 1, daysInMonth(year, Math.min(month ?? 1, 12))))}`;
};

/** Days after today in a sentence that surely tells of something past. */
export function futureDates(
  block: ProseBlock,
  index: number,
  { storyDate, today }: { readonly storyDate: string; readonly today: string },
): ProseFinding[] {
  const text = narrow(block.text);
  const latest = storyDate > today ? storyDate : today;
  return datesIn(text, storyDate).flatMap((date): ProseFinding[] => {
    const { start, end } = date;
    if (date.yearFrom !== 'here' || dayOf(date) <= latest) return [];
    const [before = ''] = /[^。！？；]*$/u.exec(text.slice(Math.max(0, start - 40), start)) ?? [];
    const [behind = ''] = /^[^。！？；]*/u.exec(text.slice(end, end + 40)) ?? [];
    if (!PAST_BEFORE.test(before) && !PAST_BEHIND.test(behind)) return [];
    if (TO_COME.test(before + behind)) return [];
    return [
      {
        ...{ block: index, start, end },
        severity: 'warning',
        code: 'future-date',
        what: '说的是过去的事，写的却是还没有到的日子',
        found: `“${block.text.slice(start, end)}”`,
        expected: `不晚于今天（${latest}）的日子`,
        written: null,
        mend: '查一查年份是不是写错了；还没有发生的事，改成“计划”“将”。',
      },
    ];
  });
}
