import { chineseNumber } from '#domain/plan/chinese-number.ts';
import { narrowed } from '../../text/full-width.ts';
import { matchesIn } from '../../text/glance.ts';
import { numeral } from '../../text/numbers.ts';
import { PROVINCE } from '../../text/provinces.ts';
import { withoutOverlaps } from '../../text/range.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { OwnRule, ProseFinding, Range } from '../prose.ts';
import { type CalendarDate, datesIn, dayNumber, daysInMonth, SMALL, SPACE, TO } from './calendar.ts';

/** A finding before it is put into its block. */
type SpanFinding = Pick<ProseFinding, 'start' | 'end' | 'severity' | 'code' | 'what' | 'expected' | 'mend'>;

/** From one date to another, as a text says it. */
interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Whether it says that the end is in the next year: 12月至次年3月. */
  readonly nextYear: boolean;
}

const BETWEEN = new RegExp(
  `^(?:[（(][^（）()]{1,8}[）)]|(?:起|开始|启程|出发|开幕|启动)[，,]?(?:一直|持续|延续)?|(?:一直|持续|延续|开放|[办开展])|[上下]午|早上|晚上|中午)?(?:\\d{1,2}(?:[:：]\\d{2}|[时点]))?${SPACE}(?<to>${TO})${SPACE}(?<year>(?:[今明去同当本次翌来]|第二)年(?:的)?${SPACE})?$`,
  'u',
);

/** 6月10日报到，7月9日离开: what begins on the first day and ends on the last. */
const BEGINS = new RegExp(
  String.raw`^(?:[上下]午|早上|晚上)?[^，。；！？\d]{0,4}?(?:报到|开始|启程|出发|开班|开营|开课|抵达|到岗|入住|开幕|进场|[到来进]${PROVINCE})[，,](?:到|至)?$`,
  'u',
);
const ENDS_ON =
  /^(?:[上下]午|早上|晚上)?[^，。；！？\d]{0,4}?(?:结束|返回|返程|离\p{Script=Han}{1,3}|结业|闭幕|闭营|撤离|回\p{Script=Han}{1,3})(?=[，,（(。；]|$)/u;

/** Spans told by what begins and what ends; `to` reaches to the end of what is told. */
function toldSpans(text: string, storyDate: string): Span[] {
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
function spansIn(text: string, storyDate: string): Span[] {
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
const exactTo = ({ from, to }: Span): 'day' | 'month' | 'year' | null => {
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
function lengthOf(span: Span, yearUnknown: number): Ends | null {
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
function lastsLong({ from, to }: Pick<Span, 'from' | 'to'>): boolean {
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
function reversed(text: string, span: Span): SpanFinding | null {
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

/** What is counted, and how much a text says. */
interface Count {
  readonly value: number;
  readonly unit: '天' | '周' | '个月' | '年';
  readonly start: number;
  readonly end: number;
  /** 共, 为期, 历时: the number claims to be the whole length. */
  readonly whole: boolean;
  /** Other words stand between: only a number that is too big is wrong. */
  readonly loose: boolean;
  /** Both ends are said to be counted. */
  readonly bothEnds?: boolean;
}

const WHOLE = /共|为期|历时|整整|长达|前后|足足|正好|刚好|恰好|的$|这$/u;
const NUMBER = '(?<value>\\d{1,4}|[零一二两三四五六七八九十百]{1,6})';
const UNIT =
  '[ \\u00a0]?(?:(?<day>天|日(?=[，。；）)、]|$))|(?<month>个月)|(?<week>个?星期|个?礼拜|周(?![年末边围岁到刊报一二三四五六日天]))|(?<year>周?年(?!级|度|代|初|底|末|一[度次届]|内?每|[一二三四五六七八九十\\d]{1,2}月)))(?!多|半|余|来?左右|上下|以[上下前后内]|[前后]|之[前后内]|大|假期)';
const FILL =
  '(?:[，,、（(：:\\s]|的|这|那|含首尾|首尾|头尾|一共|总共|共计|共有|共|前后|历时|为期|持续|整整|一连|连续|时间|长达|历经|来回|往返|跨度|跨越|是|为|有|用了|花了|过了|度过了?|之间|期间|间|时长|期限|以来|正好|刚好|恰好|足足|满)';
const BEHIND = new RegExp(`^(?<fill>${FILL}{0,8})${NUMBER}${UNIT}`, 'u');
/** 8月3日至12日在某地，前后15天: behind a pause what is said to be the whole length. */
const PAUSED =
  /^[^，,。；：！？（）“”\d零一二两三四五六七八九十百每各]{1,10}[，,](?<fill>(?:含首尾|首尾|头尾|前后|一共|总共|共计|共|历时|为期|整整|足足|算上来回|连头带尾|总计|合计)+(?:用了?|是|要|花了?)?)/u;
/** Other words between span and number. */
const LOOSE = new RegExp(
  `^(?<fill>[，,]?[^，,。；：！？（）“”\\d零一二两三四五六七八九十百]{1,16})${NUMBER}${UNIT}`,
  'u',
);
/** （含首尾两天）, 首尾都算: first and last day are both counted. */
const BOTH_ENDS =
  /^[，,、（(]?(?:(?:含|包含|包括|连同?|算上)(?:首尾|头尾|两头|头一天和最后一天)(?:两[天日])?|(?:首尾|头尾|两头)(?:两[天日])?(?:都|均|也)?(?:算上?|在内|计入|包括在内))(?:在内)?[）)，,、]?/u;
const OTHER_THINGS =
  /[每各均第隔还再另补支队组批轮家户]|累计|合计|提前|推迟|距|倒计时|其中|最后|前|后|近|约|超过|不到|至少|几|数|余/u;
/** 队员们服务了整整15天: it is the length, whoever stands before it. */
const LENGTH = /(?:整整|历时|为期|长达|足足|前后)[^，。]{0,3}$/u;
const EACH_ONE = /[每各均]|累计|合计|其中/u;
const BEFORE = new RegExp(
  `(?<fill>共计|一共|总共|共|为期|历时|整整|长达|前后)?(?<!第|每|近|约|[\\d零一二两三四五六七八九十百几数])${NUMBER}${UNIT}(?<link>的[^，。；（()）\\d]{0,14})?(?<mark>[（(]|[，：:](?:即|从|自|由|时间[为是])|[：:])$`,
  'u',
);
/** 挂职30天，6月1日报到…: how long a course is, told before it. */
const AHEAD = new RegExp(
  `(?<fill>为期|历时)?(?<=(?:挂职|培训|集训|学习|锻炼|服务|实践|研学|支教|为期|历时))${NUMBER}${UNIT}[，,]$`,
  'u',
);
/** Each one's time within the span, not its length. */
const EACH = /[每各人均][^，。；]{0,6}$/u;

function countOf(match: RegExpExecArray, at: number, loose: boolean): Count | null {
  const { value = '', fill = '', day, month, week } = match.groups ?? {};
  const number = /\d/.test(value) ? Number(value) : chineseNumber(value);
  if (number === null || number === 0) return null;
  if (day?.startsWith('日') && !/共|为期|历时/u.test(fill)) return null;
  const unit = day ? '天' : month ? '个月' : week ? '周' : '年';
  return { value: number, unit, start: at, end: at + match[0].length, whole: WHOLE.test(fill), loose };
}

/** What a text says about the length of a span, and whether both ends are in it. */
function countBeside(text: string, { from, to }: Span): Count | null {
  const ahead = BOTH_ENDS.exec(text.slice(to.end, to.end + 16))?.[0] ?? '';
  const count = countNear(text, { from, to: { ...to, end: to.end + ahead.length }, nextYear: false });
  if (count === null) return null;
  const behind = text.slice(count.end, count.end + 16);
  return ahead !== '' || BOTH_ENDS.test(behind) ? { ...count, whole: true, loose: false, bothEnds: true } : count;
}

/** What a text says about the length of a span, behind it or before it. */
function countNear(text: string, { from, to }: Span): Count | null {
  const rest = text.slice(to.end, to.end + 40);
  const behind = BEHIND.exec(rest);
  if (behind) return countOf(behind, to.end, false);
  const from40 = Math.max(0, from.start - 40);
  const lead = text.slice(from40, from.start);
  const before = BEFORE.exec(lead);
  if (before) {
    if (EACH.test(lead.slice(0, before.index))) return null;
    const { mark = '', fill } = before.groups ?? {};
    // 待了三年：2019年8月到2020年8月.
    const told = /了$/u.test(lead.slice(0, before.index));
    if (fill === undefined && !told && !/[（(]/u.test(mark)) return null;
    return countOf(before, from40 + before.index, false);
  }
  const ahead = AHEAD.exec(lead);
  const course = ahead && countOf(ahead, from40 + ahead.index, false);
  if (course) return { ...course, whole: true };
  const paused = PAUSED.exec(rest)?.[0];
  const whole = paused === undefined ? null : BEHIND.exec(rest.slice(paused.length));
  if (paused !== undefined && whole && !/^[，,（(]/u.test(whole[0])) {
    const count = countOf(whole, to.end + paused.length, false);
    return count && { ...count, whole: true };
  }
  const loose = LOOSE.exec(rest);
  const words = loose?.groups?.['fill'] ?? '';
  if (!loose || (LENGTH.test(words) ? EACH_ONE : OTHER_THINGS).test(words)) return null;
  return countOf(loose, to.end, true);
}

/** The least and the most that a span can be said to last; null where it cannot be said. */
function limits(span: Span, unit: Count['unit']): { least: number; most: number } | null {
  const level = exactTo(span);
  // Whether a leap day lies between is unknown without a year.
  const [a, b] = [lengthOf(span, 2019), lengthOf(span, 2020)];
  if (level === null || !a || !b) return null;
  const days = { least: Math.min(a.days, b.days), most: Math.max(a.days, b.days) + 1 };
  if (unit === '天') return level === 'day' ? days : { least: 0, most: days.most };
  if (unit === '周') return { least: level === 'day' ? Math.floor(days.least / 7) : 0, most: Math.ceil(days.most / 7) };
  if (unit === '个月') {
    if (level === 'month') return { least: a.months, most: a.months + 1 };
    const least = level === 'day' ? Math.floor(days.least / 31) : 0;
    return { least, most: level === 'day' ? a.months + 1 : (a.years + 1) * 12 };
  }
  if (level === 'year') return { least: a.years, most: a.years + 1 };
  return { least: Math.floor(a.months / 12), most: Math.ceil((a.months + 1) / 12) };
}

/** A span whose length is said wrongly. */
function miscounted(text: string, span: Span): SpanFinding | null {
  const count = countBeside(text, span);
  if (count === null) return null;
  const within = limits(span, count.unit);
  if (within === null) return null;
  const { most } = within;
  // Only a leap day that may lie between is left open.
  const sure = count.bothEnds === true && count.unit === '天' && (span.from.year ?? span.to.year) !== null;
  const least = sure ? most : within.least;
  if (count.value <= most && (count.value >= least || !count.whole || count.loose)) return null;
  const all = `${most}${count.unit}`;
  const other =
    least === most || least === 0
      ? ''
      : `，不算头一${count.unit === '个月' ? '个月' : count.unit}是${least}${count.unit}`;
  return {
    start: Math.min(span.from.start, count.start),
    end: Math.max(span.to.end, count.end),
    severity: count.loose && !count.whole ? 'warning' : 'error',
    code: 'wrong-duration',
    what: '起止时间和写的长短对不上',
    expected:
      least === most - 1 || least === most || least === 0
        ? `${all}（两头都算）${other}`
        : `${least}到${most}${count.unit}`,
    mend: '数一数从头到尾有多长，把起止或者长短改对；不是从头做到尾的，说清楚实际做了几天。',
  };
}

/** What begins, and what ends the same course: 到岗 … 返程, 入学 … 毕业. */
const COURSE_BEGINS = new RegExp(
  String.raw`^[，,]?[^，,。；！？\d]{0,8}?(?:[进赴入来]${PROVINCE}|入学|入职|入伍|参军|上任|到任|到岗|赴任|报到|入住|开营|启程|出发|动身|开工|开幕|开班|开始|启动|动工|起程|来(?=[，,]))`,
  'u',
);
const COURSE_ENDS = new RegExp(
  String.raw`^[，,]?[^，,。；！？\d]{0,8}?(?:期满|[返离]${PROVINCE}|离岗|离队|闭营|撤离|返程|返回|回到|毕业|离任|卸任|退伍|退役|归来|完工|竣工|闭幕|结班|结业|结束|离开|收官|走(?=[，,。]))`,
  'u',
);
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

/** 他2021年8月入伍，2020年7月期满: the end of a course before its beginning, in one sentence. */
function endedBefore(text: string, dates: readonly CalendarDate[]): SpanFinding[] {
  return dates.flatMap((to, i): SpanFinding[] => {
    const from = dates[i - 1];
    if (!from || to.start - from.end > 30) return [];
    const between = text.slice(from.end, to.start);
    if (/[。！？；\n]/u.test(between) || ANOTHER.test(between) || !COURSE_BEGINS.test(between)) return [];
    const behind = text.slice(to.end, to.end + 14);
    const end = COURSE_ENDS.exec(behind);
    if (!end || STARTS_SPAN.test(behind)) return [];
    const same = /同年(?:的)?$/u.test(between) && from.month !== null && to.month !== null && to.month < from.month;
    const told = miscounted(text, { from, to: { ...to, end: to.end + end[0].length }, nextYear: false });
    if (!same && !endsBefore(from, to)) return told ? [told] : [];
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

/** A stay, told by the day it begins and the day it ends, with its length anywhere in the sentence. */
const STAY_BEGINS =
  /^[^，。；\d]{0,6}?(?:[到来去进入赴][^，。；\d]{0,4}|抵达|报到|开[工营班课始幕]|启程|出发|动身|上山|印发|下发|起)[^，。；\d]{0,6}[，,](?:一直|直)?[到至]?$/u;
const STAY_ENDS =
  /^[^，。；\d]{0,10}?(?:离开|结束|收队|收官|收尾|到期|闭营|闭幕|结业|返程|返回|回来|回到|撤|期满|走(?=[，。]|人)|下山|离\p{Script=Han}{1,2})/u;
const STAY_LONG =
  /(?:前后|一共|总共|共|整整|为期|历时|足足|[住待干做学]了?(?:上|满|够|足)?|满|每人(?:在\p{Script=Han}{1,4})?(?:服务|锻炼|学习|挂职)|(?:规定|要求)的|正好|刚好|管了)$/u;
const NOT_ALL = /其中|路上|休|另|每天|第|最后|头[一两三几]|再|提前|推迟|隔|没|不|缺|差|中途|第二批|两批|各|分别|先/u;
const LENGTH_OF_STAY =
  /(?<![\d第每几近约一二两三四五六七八九十])(?<value>\d{1,2}|[一二两三四五六七八九十]{1,3})(?<unit>天|个月)(?![后前内里]|以|之|左右|多|来)/gu;
/** 十天的服务一天也没少: behind the days of a stay what it was, all of it. */
const WHOLE_COURSE = /^的(?:服务|行程|活动|实践|培训|锻炼|学习|交流|支教|研学|夏令营|课程)/u;
/** 一天也没少: no length, but that the length is kept. */
const KEPT = /一天(?:都|也)?[没不](?:有)?(?:少|落|缺|耽误)/gu;

/** 8月12日到，8月21日离开，前后住了十五天: the one length told in a sentence with the two days of a stay. */
function wrongStays(text: string, storyDate: string): SpanFinding[] {
  if (!/天|个月/u.test(text)) return [];
  return sentencesIn(text).flatMap(({ start, text: written }): SpanFinding[] => {
    const sentence = written.replaceAll(KEPT, (words) => '○'.repeat(words.length));
    const [length, ...others] = matchesIn(sentence, LENGTH_OF_STAY);
    const unit = length?.groups?.['unit'] === '个月' ? '个月' : '天';
    const exact = (date: CalendarDate) => (unit === '天' ? date.day !== null : date.month !== null);
    const [from, to, ...more] = datesIn(sentence, storyDate).filter(exact);
    if (!from || !to || !length || more.length > 0 || others.length > 0 || NOT_ALL.test(sentence)) return [];
    const between = sentence.slice(from.end, to.start);
    const joined = new RegExp(`^${TO}$`, 'u').test(to.joined ?? between.trim());
    const isStay = joined || (STAY_BEGINS.test(between) && STAY_ENDS.test(sentence.slice(to.end)));
    const lead = sentence.slice(0, length.index);
    // 7月1日至31日，每人服务10天: each of them some of the days.
    const course = /[，,]$/u.test(lead) && WHOLE_COURSE.test(sentence.slice(length.index + length[0].length));
    if (!isStay || !(course || STAY_LONG.test(lead)) || (joined && EACH.test(lead))) return [];
    const value = numeral((length.groups?.['value'] ?? '').replace('两', '二'));
    const within = limits({ from, to, nextYear: false }, unit);
    // A course may leave out the days of the way; months are whole ones or begun ones.
    const least = within === null || course ? 0 : unit === '天' ? within.least : within.least - 1;
    if (within === null || (least <= value && value <= within.most)) return [];
    const [first, last] = [Math.min(from.start, length.index), Math.max(to.end, length.index + length[0].length)];
    return [
      {
        ...{ start: start + first, end: start + last, severity: 'warning', code: 'wrong-duration' },
        what: '起止时间和写的长短对不上',
        expected: `${within.most}${unit}（两头都算）`,
        mend: '数一数从头到尾有多长，把起止或者长短改对；不是从头做到尾的，说清楚实际做了几天。',
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
    const value = numeral(digits);
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
function wrongCourses(text: string, storyDate: string): SpanFinding[] {
  const dates = datesIn(text, storyDate);
  return dates.length < 2 ? [] : [...endedBefore(text, dates), ...notSoLong(text, dates)];
}

const PERIOD = '上午|下午|早上|早晨|晚上|中午|凌晨|清晨|傍晚|早|晚';
const time = (n: number) =>
  `(?<period${n}>${PERIOD})?${SPACE}(?:(?<hour${n}>\\d{1,2})[:：](?<minute${n}>\\d{2})|(?<clock${n}>${SMALL})[点时](?:(?<half${n}>半)|整|(?<spoken${n}>\\d{1,2})分?)?)`;
const BEGIN = new RegExp(
  `(?<![\\d.〇零一二三四五六七八九十]|\\d[:：])${time(1)}${SPACE}(?:一直|持续|[开办忙])?${TO}${SPACE}${time(2)}`,
  'gu',
);
const COUNT =
  /^(?:[，,（(：:\s]|的|这|一共|总共|共计|共|历时|为期|持续|整整|连续|时间|长达|是|为|用了|花了){0,6}(?:(?<value>\d{1,3}(?:\.\d)?|[一二两三四五六七八九十]{1,3})(?<half>个半)?个?|(?<onlyHalf>半)个?)(?<unit>小时|钟头|分钟)(?!多|左右|上下|以[上下内]|余|\d|[前后])/u;

type Groups = Readonly<Record<string, string | undefined>>;

/** Minutes since midnight. */
function minutesOf(groups: Groups, n: 1 | 2): number {
  const hour = numeral(groups[`hour${n}`] ?? groups[`clock${n}`] ?? '0');
  const minute = groups[`half${n}`] ? 30 : Number(groups[`minute${n}`] ?? groups[`spoken${n}`] ?? 0);
  const later = /下午|晚|傍晚/u.test(groups[`period${n}`] ?? '') && hour < 12 ? 12 : 0;
  return (hour + later) * 60 + minute;
}

/** How long it may be from one time to the other: past midnight, or on a clock of twelve hours. */
function lengths(groups: Groups): number[] {
  const length = minutesOf(groups, 2) - minutesOf(groups, 1);
  return length > 0 ? [length] : [length + 720, length + 1440].filter((one) => one > 0);
}

const inWords = (minutes: number) => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${hours > 0 ? `${hours}小时` : ''}${rest > 0 || hours === 0 ? `${rest}分钟` : ''}`;
};

/** 8:30至9:30两个小时: more hours than there are; fewer may have had a break. */
function miscountedTimes(text: string): SpanFinding[] {
  return matchesIn(text, BEGIN).flatMap(({ index, 0: word, groups = {} }): SpanFinding[] => {
    const end = index + word.length;
    const count = COUNT.exec(text.slice(end, end + 30));
    if (!count) return [];
    const { value = '', half, onlyHalf, unit } = count.groups ?? {};
    const number = onlyHalf ? 0.5 : numeral(value) + (half ? 0.5 : 0);
    const said = unit === '分钟' ? number : number * 60;
    const longest = Math.max(...lengths(groups));
    if (said - longest < (unit === '分钟' ? 6 : 30)) return [];
    return [
      {
        ...{ start: index, end: end + count[0].length },
        severity: 'error',
        code: 'wrong-duration',
        what: '起止时间和写的长短对不上',
        expected: inWords(longest),
        mend: '数一数从几点到几点有多长，把起止或者长短改对。',
      },
    ];
  });
}

/** 9:00开课，8:30结束: what begins and what ends in one sentence. */
const TOLD = new RegExp(
  `(?<![\\d:：.〇零一二三四五六七八九十])${time(1)}[^，。；！？\\d]{0,8}?(?:开课|开始|开班|开会|开幕|开营|出发|启程|上课|集合|报到|签到|入场)[^。；！？\\d]{0,10}?${time(2)}[^，。；！？\\d]{0,6}?(?:结束|散会|下课|闭幕|散场|解散|离场|返回|收工)`,
  'gu',
);
const ANOTHER_DAY = /次日|第二天|翌日|隔天|隔日|通宵|整夜|跨夜|凌晨|夜里|半夜|明天/u;
const MORNING = /上午|早上|早晨|清晨/u;

/** Times that run backwards: 上午10:30—9:00. What may go past noon or past midnight is left alone. */
function reversedTimes(text: string): SpanFinding[] {
  return [...matchesIn(text, BEGIN), ...matchesIn(text, TOLD)].flatMap(
    ({ index, 0: word, groups = {} }): SpanFinding[] => {
      const end = index + word.length;
      const [from, to] = [minutesOf(groups, 1), minutesOf(groups, 2)];
      const [first, second] = [groups['period1'], groups['period2']];
      const clause = /[^，。；！？\n]*$/u.exec(text.slice(Math.max(0, index - 30), index))?.[0] ?? '';
      if (from <= to || ANOTHER_DAY.test(clause + word + text.slice(end, end + 6))) return [];
      // Without a word for the second time 10:30至2:00 goes past noon; in the morning it does not.
      const morning = MORNING.test(second ?? first ?? clause);
      const sameHalf = second !== undefined && first !== undefined ? second === first : morning;
      if (!sameHalf && !(from - to > 0 && from >= 13 * 60 && to >= 8 * 60 && second === undefined)) return [];
      // 上午9:00至1:00 is meant past noon.
      if (second === undefined && to < 6 * 60) return [];
      return [
        {
          ...{ start: index, end, severity: 'error' },
          ...{ code: 'reversed-span', what: '起止时间写反了' },
          expected: '先早后晚',
          mend: '对着原始材料查清几点开始、几点结束；过了半夜的，写明次日。',
        },
      ];
    },
  );
}

const YEAR = '(?<year>(?:19|20)\\d\\d)年';
const BIRTHS = [
  // 1990年3月生, 1961年出生的老裁缝, 1988年出生在某地.
  new RegExp(
    `${YEAR}(?:\\d{1,2}月(?:份|\\d{1,2}[日号])?)?(?:[^，。；、\\d]{0,12}?(?:出生|生人|降生)|生(?=$|[，。；、）)的于在]))`,
    'gu',
  ),
  new RegExp(`(?:出生|生)(?:于|在)[^，。；\\d]{0,8}${YEAR}`, 'gu'),
  // 我是1999年的: somebody says it of himself.
  new RegExp(`(?<=(?:^|[，。；“])(?:[我他她]|样例\\p{Script=Han})是)${YEAR}的(?=[，。；”]|$)`, 'gu'),
  /(?:出生年月|出生日期|生日)[^\d，。；]{0,3}(?<year>(?:19|20)\d\d)[年.\-/]/gu,
];
const YEARS = new RegExp(YEAR, 'gu');
const AGE =
  /(?<loose>刚过|年过|已过|过了|年近|将近|接近|近|快|不到|未满|不满|约|大约|大概)?(?<age>\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:周岁|岁)(?!以|生日|到|至|[—–-])(?<more>多|半|出头|左右|上下)?/gu;
/** Somebody else's age, ages in general, and a time that is not the year named. */
const OTHERS =
  /父|母|爸|妈|爷|奶|哥|姐|弟|妹|儿子|女儿|丈夫|妻子|爱人|老伴|同伴|平均|以上|以下|比[他她我]|年龄差|虚岁|队伍|成员们|他们|她们|两人|二人|三人|人均|岁那年|岁时|岁起|岁开始|岁就|从\d{1,2}岁|后来|之前|以后|以前/u;
/** 31岁 of today. */
const NOW = /今年|现年|如今|眼下|现在/u;

interface Age extends Range {
  readonly least: number;
  readonly most: number;
}

function ageOf(match: RegExpExecArray): Age {
  const { age: word = '', loose = '', more = '' } = match.groups ?? {};
  const said = numeral(word);
  const range = { start: match.index, end: match.index + match[0].length };
  const round = said % 10 === 0 && said > 0;
  if (/过/u.test(loose)) return { ...range, least: said, most: said + (loose === '刚过' ? 2 : 10) };
  if (/[近快到满]|接近/u.test(loose)) return { ...range, least: said - 4, most: said };
  if (/多|出头/u.test(more)) return { ...range, least: said, most: said + (round ? 9 : 1) };
  if (loose !== '' || /左右|上下/u.test(more)) return { ...range, least: said - 3, most: said + 3 };
  return { ...range, least: said, most: said };
}

/** The years in which the age may be said, besides the year of birth, the likeliest first; none where it is not clear. */
function yearsOfAge(text: string, birth: RegExpExecArray, age: Age, storyYear: number): number[] {
  const inBirth = (at: number) => at >= birth.index && at < birth.index + birth[0].length;
  const others = matchesIn(text, YEARS).filter(({ index }) => !inBirth(index));
  const [only, ...more] = new Set(others.map(({ groups }) => Number(groups?.['year'])));
  if (more.length > 0) return [];
  const today = NOW.test(text) && storyYear > 0 ? [storyYear] : [];
  if (only !== undefined) return [only, ...today];
  if (today.length > 0 || !(storyYear > 0)) return today;
  // 1990年3月生，31岁: of the day on which it is written.
  const plain = /^[，、（(]*(?:今年|现年|如今|现在)?(?:已经?|刚刚?|才|正好|是|年仅)?$/u;
  const ahead = text.slice(birth.index + birth[0].length, age.start);
  return plain.test(ahead) ? [storyYear] : [];
}

const MONTH_OF = /(?<year>(?:19|20)\d\d)年(?<month>\d{1,2})月/gu;
/**
 * 1985年8月生，2019年5月已满35周岁: how many full years there can be at the most, where the text says that they are full;
 * null where it does not. With both months written it is exact.
 */
function fullYears(text: string, birth: RegExpExecArray, age: Age): number | null {
  const said = text.slice(Math.max(0, age.start - 2), age.end);
  if (!/满|周岁/u.test(said) || /[未不]满|虚/u.test(said)) return null;
  const born = Number(birth.groups?.['year']);
  const dated = matchesIn(text, MONTH_OF).map(({ groups }) => ({
    year: Number(groups?.['year']),
    month: Number(groups?.['month']),
  }));
  const years = matchesIn(text, YEARS)
    .map(({ groups }) => Number(groups?.['year']))
    .filter((year) => year !== born);
  const [now] = years;
  if (now === undefined) return null;
  const from = dated.find(({ year }) => year === born);
  const to = dated.find(({ year }) => year === now);
  return now - born - (from && to && to.month < from.month ? 1 : 0);
}

function wrongIn(text: string, storyDate: string): (Range & { readonly expected: string }) | null {
  const births = BIRTHS.flatMap((birth) => matchesIn(text, birth));
  const ages = matchesIn(text, AGE);
  const [birth, match] = [births[0], ages[0]];
  const born = Number(birth?.groups?.['year']);
  if (!birth || !match || births.some((b) => Number(b.groups?.['year']) !== born) || ages.length > 1) return null;
  if (OTHERS.test(text) || (text.match(/岁/gu) ?? []).length > 1) return null;
  const age = ageOf(match);
  const years = yearsOfAge(text, birth, age, Number(storyDate.slice(0, 4)));
  const [now = 0] = years;
  const full = now - born;
  // Before the birthday one year less, by the traditional count one year more.
  const most = fullYears(text, birth, age);
  const fits = (year: number) =>
    age.least <= (year === now && most !== null ? most : year - born + 1) && age.most >= year - born - 1;
  if (years.length === 0 || full < 0 || years.some(fits)) return null;
  return {
    start: Math.min(birth.index, age.start),
    end: Math.max(birth.index + birth[0].length, age.end),
    expected:
      most === null || most > full || most < 0
        ? `${now}年是${Math.max(0, full - 1)}岁或${full}岁`
        : `${now}年是${most}岁`,
  };
}

/** Ages that do not fit the year of birth; told only where one person and one age are spoken of. */
function wrongAges(text: string, storyDate: string): SpanFinding[] {
  if (!text.includes('岁') || !/生|年的/u.test(text)) return [];
  const sentences = sentencesIn(text);
  return sentences.flatMap(({ start, text: own }, i): SpanFinding[] => {
    const next = sentences[i + 1];
    // 他1990年生。今年31岁。
    const goesOn =
      next &&
      !own.includes('岁') &&
      /^(?:今年|现年|[他她]|时年|(?:\d{1,2}|[一二三四五六七八九十]{2,3})岁的)/u.test(next.text);
    const read = goesOn ? text.slice(start, next.end) : own;
    const wrong = read.length > 300 ? null : wrongIn(read, storyDate);
    if (!wrong) return [];
    return [
      {
        ...{ start: start + wrong.start, end: start + wrong.end, expected: wrong.expected },
        severity: 'warning',
        code: 'wrong-age',
        what: '年龄和出生年份对不上',
        mend: '问清出生年份和年龄，把错的一个改对；写周岁，不写虚岁。',
      },
    ];
  });
}

/** Spans of time that run backwards or are longer or shorter than it is said, and ages that do not fit the birth. */
export const spans: OwnRule = () => {
  return ({ blocks, date }) =>
    blocks.flatMap((block, index) => {
      const text = narrowed(block.text);
      if (!/[年月日号点时:：-]/u.test(text)) return [];
      const all = spansIn(text, date);
      const wrong = [
        ...all.flatMap((span) => reversed(text, span) ?? miscounted(text, span) ?? []),
        ...wrongCourses(text, date),
        ...toldSpans(text, date).flatMap((span) => miscounted(text, span) ?? []),
        ...wrongStays(text, date),
        ...miscountedTimes(text),
        ...reversedTimes(text),
        ...wrongAges(text, date),
      ];
      // One span may be read in two ways, by its dates and by what begins and ends on them: it is told once.
      const told = [...Map.groupBy(wrong, ({ code }) => code).values()].flatMap(withoutOverlaps);
      return told.map(({ start, end, severity, ...words }): ProseFinding => {
        const found = `“${block.text.slice(start, end)}”`;
        return {
          block: index,
          start,
          end,
          found,
          written: null,
          ...words,
          severity: block.quoted ? 'warning' : severity,
        };
      });
    });
};
