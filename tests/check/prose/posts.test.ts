import { describe, expect, test } from 'vitest';
import { postsOfPeople } from '#check/prose/document/posts.ts';
import { explainers, noticeTexts } from './counts-texts.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const read = postsOfPeople(realKnowledge());
const found = (text: string) => told(read, proseOf(text));

const wrong = [
  '谢君毅，副组长，2019年任团省委书记。',
  '兼职的副书记有三位：仇怡、梁威、谭霞。',
  '领导小组有副组长五名。',
  '援藏工作领导小组组长是李志超。',
  '团省委副书记汤立斌任组长。',
  '2019年5月成立的援藏工作领导小组，组长是团省委副书记李志超。',
  '领导小组副组长谭霞时任团省委副书记（挂职）。',
  '方案明确，领导小组办公室主任由钟娜兼任。',
  '在2019年的名单上，曾红军是团省委副书记、党组成员。',
  '组长汤立斌（团省委副书记）主持部署。',
  '副组长有李志超、钟娜、谢君毅、仇怡、梁威、谭霞、李卫锋七人。',
  '（名单）组长：汤立斌；副组长：李志超、钟娜、谢君毅均为团省委副书记（兼职）。',
  '团省委书记李志超在会上说。',
  '梁威，团省委副书记、党组成员。',
  '李卫锋任援藏工作领导小组副组长。',
  '仇怡是兼职的副书记，名单里写着“仇怡　团省委副书记（兼职）”。',
  '由谢君毅兼任办公室主任。',
  '领导小组组长由钟娜担任。',
  '党组书记李志超签发。',
];

const right = [
  '谢君毅，副组长，2019年任团省委副书记、党组成员。',
  '兼职的副书记有三位：梁威、谭霞、曾红军。',
  '领导小组有组长1名、副组长7名。',
  '援藏工作领导小组组长是汤立斌。',
  '团省委书记、党组书记汤立斌任组长，副组长有七位。',
  '2019年5月成立的援藏工作领导小组，组长是团省委书记汤立斌，李志超任副组长。',
  '领导小组副组长谭霞时任团省委副书记（兼职），仇怡才是挂职。',
  '方案明确，领导小组办公室设在统战部，由李卫锋兼任主任。',
  '在2019年的名单上，谢君毅是团省委副书记、党组成员，曾红军是团省委副书记（兼职）。',
  '方案所列组长汤立斌，印发时的职务是团省委书记、党组书记。',
  '副组长有李志超、钟娜、谢君毅、仇怡、梁威、谭霞、曾红军七人，李卫锋不在副组长之列。',
  '（名单）组长：汤立斌；副组长：李志超、钟娜、谢君毅均为团省委副书记、党组成员。',
  '2023年，李志超任另一个省的团委书记。',
  '办公室主任由李卫锋兼任，他不是副组长。',
  '李志超、钟娜、谢君毅是党组成员，仇怡挂职，梁威、谭霞、曾红军兼职。',
  '副组长是李志超、钟娜、谢君毅、仇怡、梁威、谭霞和曾红军，组长是汤立斌。',
  '汤立斌和副组长李志超都在名单上。',
  '组长汤立斌、副组长李志超、办公室主任李卫锋。',
  '团省委副书记、党组成员李志超，团省委副书记（挂职）仇怡。',
  '副书记里，李志超、钟娜、谢君毅列为党组成员。',
  '名单里有组长汤立斌，还有各市委书记。',
];

describe('the post of somebody of the roster', () => {
  test.each(wrong)('is told where it is not the document’s: %s', (text) => {
    expect(found(text)[0] ?? '').toMatch(/^error｜official-post｜/);
  });

  test.each(right)('is left alone where it is, or where something else is meant: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ['领导小组副组长谭霞时任团省委副书记（挂职）。', '谭霞：副组长，团省委副书记（兼职）'],
    ['组长由钟娜担任。', '组长是汤立斌'],
    ['办公室主任由钟娜兼任。', '办公室主任是李卫锋'],
  ])('is told with the right one: %s', (text, right) => {
    expect(found(text).join()).toContain(right);
  });

  test('the whole notice raises nothing', () => {
    expect(told(read, proseOf(...noticeTexts()))).toEqual([]);
  });

  test.each(explainers())('the words of “%s” raise nothing', (_title, prose) => {
    expect(told(read, prose)).toEqual([]);
  });
});
