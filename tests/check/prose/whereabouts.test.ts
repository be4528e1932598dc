import { describe, expect, test } from 'vitest';
import { whereabouts } from '#check/prose/document/whereabouts.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const read = whereabouts(realKnowledge());
const found = (text: string) => told(read, proseOf(text));

const wrong = [
  '乡镇名单见附件2。',
  '联席会议制度写在第六部分第1条。',
  '结对的乡镇名单列在附件三。',
  '附件1是市级团委的任务表。',
  '省本级的任务表在附件3。',
  '书信交流列在附件2。',
  '附件3列出了芙蓉学子。',
  '方案的第八项是公益助学。',
  '四（三）8写的是公益助学。',
  '挂职锻炼（四（二）5）由组织部牵头。',
  '挂职锻炼属于青少年交流行动。',
  '青年人才行动包括书信交流。',
  '第二部分的标题是指导思想。',
  '第五部分讲的是工作要求。',
  '通知里，西部计划是第四项。',
  '“百团结对帮扶”写在四（四）11。',
  '调研指导制度出自第五部分第1条。',
  '第六部分第1条要求“加强宣传，选树典型”。',
];

const right = [
  '想查书信结对的人数，翻附件2是白费功夫，得看附件3。',
  '乡镇名单见附件1，省本级的任务表见附件2。',
  '联席会议制度写在第五部分第1条，工作要求在第六部分。',
  '附件1是乡镇名单，附件3是市级团委的任务表。',
  '书信交流列在附件3，融情实践列在附件2。',
  '附件2列出了芙蓉学子和绿色助学。',
  '方案的第七项是公益助学，第八项是特殊群体帮扶。',
  '四（三）7写的是公益助学。',
  '挂职锻炼属于青年人才行动。',
  '青年人才行动包括西部计划、“三下乡”、团干培训和挂职锻炼。',
  '第一部分的标题是指导思想。',
  '这一天的第一项是书信交流，第二项是唱歌。',
  '乡镇名单不在附件2，在附件1。',
  '调研报告的第三部分讲的是工作目标。',
  '第六部分第3条要求“加强宣传，选树典型”。',
  '书信交流（四（一）1、附件3）。',
  '市级团委配合省本级，任务见附件2和附件3。',
  '西部计划在附件2里每年一批。',
  '方案第四部分把12个项目分成四个方面。',
  '第三部分写明援藏工作领导小组。',
  '附件3的备注写明心理咨询室每个10万元。',
];

describe('what stands where in the document', () => {
  test.each(wrong)('is told where it is not the document’s: %s', (text) => {
    expect(found(text)[0] ?? '').toMatch(/^error｜document-whereabouts｜/);
  });

  test.each(right)('is left alone where it is, or where something else is meant: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ['乡镇名单见附件2。', '附件1：市级团委援建西藏山南市乡镇情况表'],
    ['联席会议制度写在第六部分第1条。', '“联席会议制度”在第五部分（五、1）'],
    ['方案的第八项是公益助学。', '“公益助学”是第7项，四（三）7'],
    ['挂职锻炼属于青少年交流行动。', '青年人才行动（四（二））'],
    ['书信交流列在附件2。', '“书信交流”列在附件3'],
  ])('is told with the right place: %s', (text, right) => {
    expect(found(text).join()).toContain(right);
  });

  test.each(['第一部分第二部分', '附件2附件3', '书信交流在附件', '第六部分要求加强宣传选树典型'])(
    'a text of nothing but %s is read in time',
    (piece) => {
      expect(() => found(piece.repeat(Math.ceil(60_000 / piece.length)))).not.toThrow();
    },
  );

  test('the whole notice raises nothing', () => {
    expect(told(read, proseOf(...noticeTexts()))).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(told(read, prose)).toEqual([]);
  });
});
