import type { Status } from '#domain/programme/progress.ts';

/** The words for each state of a number; the same everywhere, never replaced by a colour. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  'no-report': '暂未收录',
  zero: '上报0',
  partial: '部分上报',
  below: '低于计划',
  met: '等于计划',
  above: '高于计划',
  unquantified: '文件未定量',
  'unquantified-reported': '文件未定量，有上报',
  'not-listed': '本年未列',
};

/** Some executors have reported, others not: 部分上报：4个单位中1个. A sum so far, never short of the plan. */
export function partialWords(answered: number, concerned: number): string {
  return `${STATUS_WORDS.partial}：${concerned}个单位中${answered}个`;
}

/** Beside a sum that still lacks some executors, where there is no plan to hold it against: （4个单位中1个）. */
export function answeredWords(answered: number, concerned: number): string {
  return answered < concerned ? `（${concerned}个单位中${answered}个）` : '';
}

/** The note that stands beside any state where text and annex differ. */
export const DISAGREEMENT = '正文与附件不一致';
/** For a value that no reliable source gives. */
export const UNKNOWN = '待补';
/** For what a source gives and the authority that decides has not confirmed. */
export const UNVERIFIED = '待核';
/** On every map. */
export const SCHEMATIC = '示意图';
