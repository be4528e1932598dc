import type { ProseBlock, ProseFinding } from '../prose.ts';
import { narrow } from './calendar.ts';

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
export function impossibleTimes(block: ProseBlock, index: number): ProseFinding[] {
  const text = narrow(block.text);
  return [...text.matchAll(TIME)].flatMap(({ index: start, 0: word, groups = {} }): ProseFinding[] => {
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
