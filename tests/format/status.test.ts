import { expect, it } from 'vitest';
import { statuses } from '#domain/programme/progress.ts';
import { DISAGREEMENT, partialWords, SCHEMATIC, STATUS_WORDS, UNKNOWN } from '#format/status.ts';

it('every state of a number has the words the design gives it, each its own', () => {
  expect(STATUS_WORDS).toEqual({
    'no-report': '暂未收录',
    zero: '上报0',
    partial: '部分上报',
    below: '低于计划',
    met: '等于计划',
    above: '高于计划',
    unquantified: '文件未定量',
    'unquantified-reported': '文件未定量，有上报',
    'not-listed': '本年未列',
  });
  expect(Object.keys(STATUS_WORDS).sort()).toEqual([...statuses].sort());
});

it('a sum so far says of how many executors', () => {
  expect(partialWords(1, 2)).toBe('部分上报：2个单位中1个');
});

it('what stands beside a state, a missing value and a map is fixed', () => {
  expect([DISAGREEMENT, UNKNOWN, SCHEMATIC]).toEqual(['正文与附件不一致', '待补', '示意图']);
});
