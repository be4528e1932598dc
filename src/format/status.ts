import type { Status } from '#domain/progress.ts';

/** The words for each state of a number; the same everywhere, never replaced by a colour. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  'no-report': '暂无上报',
  zero: '上报0',
  below: '低于计划',
  met: '等于计划',
  above: '高于计划',
  unquantified: '文件未定量',
  'unquantified-reported': '文件未定量，有上报',
  'not-listed': '本年未列',
};

/** The note that stands beside any state where text and annex differ. */
export const DISAGREEMENT = '正文与附件不一致';
/** For a value that no reliable source gives. */
export const UNKNOWN = '待补';
/** On every map. */
export const SCHEMATIC = '示意图';
