import { isHan } from '../../text/character-set.ts';
import { keptByText } from '../../text/kept-by-text.ts';
import { opensAfterWord, wordBoundsOf } from '../../text/names/reading.ts';
import { stemOf } from '../../text/place-names.ts';
import type { Range } from '../../text/range.ts';

/** Finds any of some words, those first that stand first in the list; quick, since few characters begin one. */
export function anyOf(words: readonly string[]): RegExp {
  const first = [...new Set(words.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0)))]
    .map((word) => RegExp.escape(word))
    .join('');
  return new RegExp(`(?=[${first}])(?:${words.map((word) => RegExp.escape(word)).join('|')})`, 'gu');
}

/** The sentence speaks of how a name is or was written: then a wrong one may stand beside the right one. */
const MENTIONED =
  /误写|误作|误为|误称|误传|错写|写错|写成|写作|打成|错成|又作|也作|又称|也称|旧译|译作|译为|音译|错别字|别字|错字|异写|不是|并非|而非|≠/u;

const OLD =
  '(?<![高草中平还荒雪])原(?![来因则本料野始文件谅理])|旧称|旧名|曾|前身|撤地|撤县|撤乡|改称|更名|改名|改为|改成|改设|建市|设市|设镇|建镇|升格';
/** The sentence speaks of a change of names. */
export const CHANGED = new RegExp(OLD.replace('|曾', ''), 'u');
/** The sentence speaks of the past or of a change. */
export const OF_OLD = new RegExp(
  `${OLD}|当时|当年|时任|时称|过去|从前|以前|之前|历史上|史称|年代|世纪|行署|专署|行政公署`,
  'u',
);

/** A character before an ending that makes an ordinary word of both: 家乡, 各县, 四镇, 上市. */
const WORD_BEFORE: Readonly<Record<string, string>> = {
  乡: '家下故回返还老同他异城水侨山离思怀归入出本各全该每这那哪此原当外僻穷睡梦醉四一二三两五六七八九十百几多数个的',
  镇: '小城乡古重集村市坐冰全本各该每这那哪此名大新老雄藩边四一二三两五六七八九十百几多数个的',
  县: '州各本全该援市两几区郡省邻外每这那哪此受助知贫困口一二三四五六七八九十百多数个的大小乡',
  市: '城上超都门夜股全各该本集开县省州地两几援每这那哪此应入罢闹菜楼房车花鱼早晚黑一二三四五六七八九十百多数个的大小海街闭收退',
};
/** A character behind an ending that makes an ordinary word of both: 乡镇, 镇守, 市场. */
const WORD_BEHIND: Readonly<Record<string, string>> = {
  乡: '镇村亲间土音情愁野友下民邻贤绅思风俗愿',
  镇: '守静定压痛住',
  县: '级域城里内外乡委',
  市: '场民值价面集区级政井容里',
  区: '域位间块别分级县委内里',
};

/** Whether an ending at this place of a text is part of an ordinary word and ends no name. */
export function endsWord(text: string, at: number): boolean {
  const ending = text[at] ?? '';
  const before = text[at - 1] ?? '';
  return before !== '' && (WORD_BEFORE[ending] ?? '').includes(before);
}
/** Whether an ending at this place begins an ordinary word. */
export function beginsWord(text: string, at: number): boolean {
  const next = text[at + 1] ?? '';
  return next !== '' && (WORD_BEHIND[text[at] ?? ''] ?? '').includes(next);
}

/** In 5月8日 what counts days belongs to the number before it. */
const OF_A_DATE = /[\d０-９一二三四五六七八九十]$/u;
const DATED = '年月日号时';

/** Whether the first two of three characters make a word: read alone, and so of all texts only once. */
const joinsFirst = keptByText((three) => !wordBoundsOf(three).isBound(1), 20_000);

/** Whether what begins at this place is the tail of an ordinary word, as 日 of 节日 is: no name begins there. */
export function midWord(text: string, start: number): boolean {
  if (DATED.includes(text.charAt(start)) && OF_A_DATE.test(text.charAt(start - 1))) return true;
  if (!isHan(text, start - 1) || opensAfterWord(text, start)) return false;
  // The whole sentence is cut into words only where the characters may make one at all.
  return joinsFirst(text.slice(start - 1, start + 2)) && !wordBoundsOf(text).isBound(start);
}

/** Whether what stands there is an ordinary word as a whole, or its end lies in one. */
export function isOrdinary(text: string, { start, end }: Range): boolean {
  const bounds = wordBoundsOf(text);
  return !bounds.isBound(end) || bounds.wordEnd(start) === end;
}

const JOINT = /^(?:、|和|与|及|以及)$/u;
/** Between two names of a list. */
export const isJoint = (between: string) => JOINT.test(between);

export const HAN = /^\p{Script=Han}+$/u;

/** Whether the right name stands near a wrong one in a sentence about how it is written. `expected`: names in “”. */
export function mentioned(sentence: string, near: string, expected: string): boolean {
  if (!MENTIONED.test(sentence)) return false;
  return [...expected.matchAll(/“([^”]+)”/gu)].some(([, name = '']) => near.includes(stemOf(name)));
}
