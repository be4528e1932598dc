import { dayNumber } from './days.ts';
import { exactTo, type Span, type SpanFinding } from './spans-ends.ts';

/** Counting back on purpose, or telling of a slip. */
const ON_PURPOSE = /倒推|往前|往回|回看|回溯|上溯|追溯|倒数|倒序|倒着|由近|写成|误写|错写|笔误|改成|应为|更正/u;
/** 2020年到2019年建的队室去: 到 is “go to”. */
const GONE_TO = /^(?:建|成立|开设|设立|落成|启用|印发|来过|去过|住过|的那|时的)/u;

const clauseAround = (text: string, start: number, end: number) => {
  const [before = ''] = /[^。！？；\n]*$/u.exec(text.slice(Math.max(0, start - 30), start)) ?? [];
  const [behind = ''] = /^[^。！？；\n]*/u.exec(text.slice(end, end + 30)) ?? [];
  return before + text.slice(start, end) + behind;
};

/** Days from which on a span over the turn of the year is likelier written backwards. */
const LONG = 240;

/** Whether a span into the next year would be longer than an event lasts; a school year is not. */
export function lastsLong({ from, to }: Pick<Span, 'from' | 'to'>): boolean {
  const [month, end] = [from.month ?? 1, to.month ?? 12];
  if (month >= 8 && month <= 10 && end >= 5 && end <= 7) return false;
  return dayNumber(2020, end, to.day ?? 1) - dayNumber(2019, month, from.day ?? 1) > LONG;
}

/** Whether the end lies before the start, as far as both are known; `doubtful` where a turn of the year may be meant. */
function backwards(span: Span): { doubtful: boolean } | null {
  const { from, to, nextYear } = span;
  const level = exactTo(span);
  if (level === null || nextYear) return null;
  const bothWritten = from.yearFrom === 'here' && to.yearFrom === 'here';
  if (bothWritten && from.year !== to.year) return (from.year ?? 0) > (to.year ?? 0) ? { doubtful: false } : null;
  if (from.month === null || to.month === null || from.year !== to.year) return null;
  if (from.month === to.month) return (from.day ?? 0) > (to.day ?? 0) ? { doubtful: false } : null;
  if (from.month < to.month) return null;
  // Without a year beside it, 12月20日至1月10日 goes into the next year; 10月8日至9月30日 would last almost a year.
  if (from.yearFrom !== 'here') return level === 'day' && lastsLong(span) ? { doubtful: false } : null;
  return { doubtful: to.yearFrom !== 'here' && from.month >= 9 && to.month <= 4 };
}

/** A span whose end lies before its start. */
export function reversed(text: string, span: Span): SpanFinding | null {
  const { from, to } = span;
  const wrong = backwards(span);
  if (wrong === null || ON_PURPOSE.test(clauseAround(text, from.start, to.end))) return null;
  const gone =
    text.slice(from.end, to.start).includes('到') &&
    !/[从自由]$/u.test(text.slice(Math.max(0, from.start - 1), from.start));
  if (gone && GONE_TO.test(text.slice(to.end, to.end + 3))) return null;
  const parts = [from, to].map(({ start, end }) => text.slice(start, end).trim());
  return {
    ...{ start: from.start, end: to.end },
    severity: wrong.doubtful ? 'warning' : 'error',
    code: 'reversed-span',
    what: '起止时间写反了',
    expected: wrong.doubtful
      ? `“至”后面写明年份：${(from.year ?? 0) + 1}年${to.month}月`
      : `先早后晚：“${parts[1]}”在前，“${parts[0]}”在后`,
    mend: '对着原始材料查清起止；跨年的，把后一个年份也写上。',
  };
}
