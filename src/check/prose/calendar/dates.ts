import { narrowed } from '../../text/full-width.ts';
import { matchesIn } from '../../text/glance.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { OwnRule, ProseBlock, ProseFinding, Range } from '../prose.ts';
import { type CalendarDate, datesIn, daysInMonth } from './calendar.ts';

const TIME =
  /(?<![\d:：.])(?<hour>\d{1,2})(?:[:：](?<minute>\d{2})(?![\d:：])|[ \u00a0]?(?<unit>[时点])(?:(?<spoken>\d{1,2})分(?![钟之数值贝辨公布享成]))?)/gu;
/** Before a time of the day. */
const TIME_BEFORE =
  /(?:上午|下午|早上|早晨|晚上|晚间|凌晨|清晨|中午|午后|傍晚|深夜|夜里|[日号早晚]|每天|当天|当日|次日|时间(?:是|为|：|:)?|准时|[于从至到起]|[—–~～-]|[周期][一二三四五六日天])[ \u00a0]?$/u;
const HALF_DAY =
  /(?:上午|下午|早上|早晨|晚上|晚间|凌晨|清晨|中午|午后|傍晚|深夜|夜里|[日号]|每天|当天|当日|次日)[ \u00a0]?$/u;
const TIME_BEHIND =
  /^[ \u00a0]?(?:出发|开[始会课门放]|起床|集合|左右|许|整|到达|抵达|放学|上课|下课|上[午学班]|下班|熄灯|吃|准时|起|发车|启程|散会|结束)/u;
/** Points of a match, parts of a mixture, the scale of a map, verses of a book. */
const NOT_A_TIME =
  /比分|比例|比赛|[:：\d]比|之比|配比|得分|打分|评分|战胜|击败|领先|落后|[获取]胜|输给|大胜|惜败|总分|稀释|兑水|缩尺|放大|缩小|福音|诗篇|经文|章节|第[一二三四五六七八九十\d]+[章节]|历时|用时|耗时|成绩|全程|时长|进度条|视频/u;
/** The sentence around a place, as far as it matters. */
const sentenceAt = (text: string, at: number) => {
  const [before = ''] = /[^。\n]*$/u.exec(text.slice(Math.max(0, at - 60), at)) ?? [];
  const [behind = ''] = /^[^。\n]*/u.exec(text.slice(at, at + 60)) ?? [];
  return before + behind;
};

function wrongTime(groups: Readonly<Record<string, string | undefined>>, before: string, behind: string): boolean {
  const hour = Number(groups['hour']);
  const unit = groups['unit'];
  if (unit !== undefined) {
    const spoken = groups['spoken'];
    const minute = spoken === undefined ? 0 : Number(spoken);
    if (!HALF_DAY.test(before)) return false;
    return hour > 24 ? unit === '时' || hour < 30 : minute > 59 || (hour === 24 && minute > 0);
  }
  const minute = Number(groups['minute']);
  if (hour < 24 && minute < 60) return false;
  if (hour === 24 && minute === 0) return false;
  if (hour > 39) return false;
  const labelled =
    groups['hour']?.startsWith('0') === true || (/^\s*$/u.test(before) && /^\s*\p{Script=Han}/u.test(behind));
  return labelled || TIME_BEFORE.test(before) || TIME_BEHIND.test(behind);
}

/** Times that no clock shows: 24:30, 8:75, 上午25时. Scores and ratios are none. */
function impossibleTimes(block: ProseBlock, index: number): ProseFinding[] {
  const text = narrowed(block.text);
  return matchesIn(text, TIME).flatMap(({ index: start, 0: word, groups = {} }): ProseFinding[] => {
    const end = start + word.length;
    const before = text.slice(Math.max(0, start - 8), start);
    if (!wrongTime(groups, before, text.slice(end, end + 8))) return [];
    if (NOT_A_TIME.test(sentenceAt(text, start))) return [];
    const hour = Number(groups['hour']);
    return [
      {
        ...{ block: index, start, end },
        severity: block.quoted ? 'warning' : 'error',
        code: 'impossible-time',
        what: '钟表上没有这个时刻',
        found: `“${block.text.slice(start, end)}”`,
        expected: hour > 23 ? '0时到23时里的一个钟点，半夜写24:00或0:00' : '00分到59分',
        written: null,
        mend: '对着原始材料查清是几点几分；过了半夜的，写第二天的0点多。',
      },
    ];
  });
}

/** 已于2027年3月, 曾在2027年3月, 截至2027年3月. */
const PAST_BEFORE = /(?:(?:已|已经|曾|曾经|早)(?:于|在|从)|截[至止])[ \u00a0]?$/u;
/** Words with 了 in which it says nothing of what is over. */
const NO_PAST =
  /(?:为|除|罢|算|对|极|受不|少不|免不|忘不|大不|离不|用不|明|末|知)了|了(?:解(?!决|放|除|开)|不起|结(?!业|束|对|果|婚|合)|却|然|如|无|望)|不了|[0-9一二两三四五六七八九十百千万半][^，。]{0,2}了$/u;
/** How far a verb stands behind its date, in the same clause; a time of day and one pause may stand between. */
const CLAUSE =
  /^(?:[（(][^（）()]{1,10}[）)])?(?:[上中下]午|早[上晨]|晚上|清晨|傍晚|凌晨|[上中下]旬|年?[初末底]|[春夏秋冬][天季日]?|[暑寒]假)?(?:里|间|时)?(?<pause>[，,])?(?<words>[^，,。；;：:！!？?“”‘’《》（）()\n]{0,28})/u;
const DONE = /(?:早已|已经|已(?!婚|故|知|有的|经常))/u;
/** 完成了, 走完了: an event with 了. */
const EVENT =
  /(?:完成|举行|召开|启动|来到|建成|抵达|结束|开展|获得|当选|印发|成立|举办|走进|收到|寄出|签订|签署|落成|启用|开工|开幕|闭幕|毕业|出版|发布|返回|回到|到达|送到|交付|通车|竣工|通过|授予|评为|选派|发放|捐赠)了/u;
/** Plans, conditions, deadlines, what is right of a day to come. */
const TO_COME =
  /将|(?<=^|[他她它们我你都也还定才就，])会|要|计划|预计|预期|等|如果|假如|假设|倘若|若|一旦|拟|争取|力争|届时|之前|以前|前|为止|截止|到期|有效|期限|目标|规划|打算|希望|设想|未来|想象|那时|不再|就|该|应|可|能|必|须|需|准备|定[于在]|约定|安排|推迟|延期|改[到在]|快|即|待|才|想|不远|不到|不足|临近|在望|小说|电影|科幻|梦|写[着道]|没|未|别|每/u;
/** What belongs to the day, and may be there before it: 2027年5月的名额, 2027年招生. */
const BELONGS = /^(?:的|度|版|届|级|期|班|场|款|后|以后|之后|前|底前|初前|见|不远|临近|在即|在望)/u;
const ENDS_SPAN = /(?:(?<!截)至|到|离|距|距离|—|－|-|~|～|和|与|、)[ \u00a0]?$/u;
/** A day told of from the day of the story. */
const LATER = /(?<![^，。；：！？、）\n])(?:[明后]年|下个?月|下(?:个)?(?:星期|礼拜)|下周|[明后][天日])(?!的)/gu;
/** A question states nothing. */
const ASKED = /[？?]/u;

/** What speaks of to come: 将于, 将在 before it; 将举行 behind it. */
const COMING_BEFORE = /(?:即?将[于在])[ \u00a0]?$/u;
const COMING_BEHIND =
  /^[，,]?[^，,。；;：:！!？?“”‘’《》（）()\n的]{0,14}(?:即将|将)(?:于|在)?(?:举行|举办|召开|启动(?!资)|开展|启用|开幕|开班|开工|开学|出发|启程|前往|赴|揭牌|投用)/u;
/** Told by someone at another time, or a plan of then. */
const TOLD_THEN =
  /当时|原定|原本|本来|曾|提出|要求|规定|写|说|称|计划|方案|通知|文件|附件|预计|宣布|报道|决定|打算|安排|没想到|不知|从|自|以来|公告|消息|公布|得知|获悉|表示|希望|承诺/u;

const pad = (value: number) => String(value).padStart(2, '0');
/** The first day that a date may mean, and the last one; empty without a year. */
function daysOf({ year, month, day }: CalendarDate): { first: string; last: string } {
  if (year === null) return { first: '', last: '' };
  const inYear = (m: number | null, other: number) => Math.min(Math.max(m ?? other, 1), 12);
  const date = (m: number, d: number) => `${year}-${pad(m)}-${pad(Math.min(d, daysInMonth(year, m)))}`;
  return { first: date(inYear(month, 1), day ?? 1), last: date(inYear(month, 12), day ?? 31) };
}

/** Between which marks words are somebody else's, or a title. */
const QUOTED = /“[^“”]{0,400}”|《[^《》]{0,200}》/gu;

/** Whether what stands behind a date tells of something over. `general`: any 了 says so, else only what surely does. */
function tellsPast(behind: string, general: boolean, bare: boolean): boolean {
  const clause = CLAUSE.exec(behind);
  const { words = '', pause } = clause?.groups ?? {};
  const paused = pause !== undefined;
  if (!paused && BELONGS.test(words)) return false;
  const done = DONE.exec(words);
  const event = EVENT.exec(words) ?? (general ? /\p{Script=Han}了/u.exec(words) : null);
  const first = done ?? event;
  if (!first || (!done && NO_PAST.test(words))) return false;
  const between = words.slice(0, first.index);
  if (!paused && between.includes('的')) return false;
  // 2027年招生已经开始: of a year alone nobody knows whether it is when, or which.
  if (!paused && bare && done && between !== '') return false;
  return !TO_COME.test(words) && !/^，?(?:才|再|就|方)/u.test(behind.slice(clause?.[0].length ?? 0));
}

/** A day in its sentence. */
interface Told extends Range {
  readonly before: string;
  readonly behind: string;
}

function inSentence(text: string, { start, end }: Range): Told | null {
  const sentence = sentencesIn(text).find((s) => s.start <= start && end <= s.end);
  if (!sentence) return null;
  const before = text.slice(Math.max(sentence.start, start - 60), start);
  return { start, end, before, behind: text.slice(end, Math.min(sentence.end, end + 60)) };
}

function finding(block: ProseBlock, index: number, { start, end }: Range, latest: string): ProseFinding {
  return {
    ...{ block: index, start, end },
    severity: 'warning',
    code: 'future-date',
    what: '说的是过去的事，写的却是还没有到的日子',
    found: `“${block.text.slice(start, end)}”`,
    expected: `不晚于今天（${latest}）的日子`,
    written: null,
    mend: '查一查日子是不是写错了；还没有发生的事，改成“计划”“将”。',
  };
}

/** 明年, 下个月, 明天 of which a sentence tells as over. */
function wordsForLater(block: ProseBlock, index: number, text: string, latest: string): ProseFinding[] {
  if (block.quoted) return [];
  return matchesIn(text, LATER).flatMap((match): ProseFinding[] => {
    const range = { start: match.index, end: match.index + match[0].length };
    const told = inSentence(text, range);
    if (!told || ASKED.test(told.behind) || TO_COME.test(told.before)) return [];
    return tellsPast(told.behind, false, false) ? [finding(block, index, range, latest)] : [];
  });
}

/** Days of a sentence that surely tells of something past, and are to come; and the other way round. */
function futureDates(
  block: ProseBlock,
  index: number,
  { storyDate, today }: { readonly storyDate: string; readonly today: string },
): ProseFinding[] {
  const outside = narrowed(block.text).replaceAll(QUOTED, (words) => '□'.repeat(words.length));
  const latest = storyDate > today ? storyDate : today;
  const dated = datesIn(outside, storyDate).flatMap((date): ProseFinding[] => {
    if (date.year === null || date.yearFrom === 'block' || (date.yearFrom === 'story' && block.quoted)) return [];
    const days = daysOf(date);
    const [later, gone] = [days.first > latest, days.last < storyDate];
    const told = later || gone ? inSentence(outside, date) : null;
    if (!told || ASKED.test(told.behind)) return [];
    if (later) {
      const since = /^(?:以来|起|开始)/u.exec(told.behind)?.[0].length ?? 0;
      const end = BETWEEN_SPAN.exec(told.behind)?.[0].length ?? since;
      const past =
        PAST_BEFORE.test(told.before) ||
        (!ENDS_SPAN.test(told.before) && tellsPast(told.behind.slice(end), true, date.month === null));
      return past && !TO_COME.test(told.before) ? [finding(block, index, date, latest)] : [];
    }
    const coming = COMING_BEFORE.test(told.before) || COMING_BEHIND.test(told.behind);
    if (!coming || block.quoted || TOLD_THEN.test(told.before + told.behind)) return [];
    return [
      {
        ...finding(block, index, date, latest),
        code: 'past-date',
        what: '说的是将来的事，写的却是已经过去的日子',
        expected: `不早于这一篇的日期（${storyDate}）的日子`,
        mend: '查一查日子是不是写错了；已经发生的事，去掉“将”；是当时的计划，写明“当时计划”。',
      },
    ];
  });
  return [...dated, ...wordsForLater(block, index, outside, latest)];
}

/** 2027年1月至5月: the verb stands behind the whole span. */
const BETWEEN_SPAN = /^[ \u00a0]?(?:至|到|—|－|-|~|～)[ \u00a0]?\d{1,4}(?:年|月|日)(?:\d{1,2}月)?(?:\d{1,2}日)?/u;

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
  const text = narrowed(block.text);
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
