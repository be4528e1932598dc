import { chineseNumber } from '../../rules/numerals.ts';
import { exactTo, lengthOf, type Span, type SpanFinding } from './spans-ends.ts';

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
  '(?:[，,、（(：:\\s]|的|这|那|含首尾|首尾|头尾|一共|总共|共计|共有|共|前后|历时|为期|持续|整整|一连|连续|时间|长达|历经|跨度|跨越|是|为|有|用了|花了|过了|度过了?|之间|期间|间|时长|期限|以来|正好|刚好|恰好|足足|满)';
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
  `(?<fill>共计|一共|总共|共|为期|历时|整整|长达|前后)?(?<!第|每|近|约|[\\d零一二两三四五六七八九十百几数])${NUMBER}${UNIT}(?<link>的[^，。；（()）\\d]{0,14})?(?<mark>[（(]|[，：:](?:即|从|自|由|时间[为是]))$`,
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
    if (fill === undefined && !/[（(]/u.test(mark)) return null;
    return countOf(before, from40 + before.index, false);
  }
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
export function miscounted(text: string, span: Span): SpanFinding | null {
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
