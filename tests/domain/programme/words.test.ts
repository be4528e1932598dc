import { describe, expect, test } from 'vitest';
import { wordsSchema } from '#domain/programme/place-words.ts';
import { wordsOf } from '#domain/programme/words.ts';
import { realContent } from '../real-programme.ts';

const content = realContent();
const words = (title: string, labels: readonly string[], called?: string) =>
  wordsOf(
    { ...content.document, title, ...(called ? { called } : {}) },
    labels.flatMap((label) => content.tables.slice(0, 1).map((table) => ({ ...table, label }))),
    undefined,
    [],
  );

describe('what a programme calls its document', () => {
  test.each([
    ['关于印发《样例工作方案》的通知', '通知'],
    ['样例市支援样例区三年规划', '规划'],
    ['样例办与样例地区携手协议', '协议'],
    ['关于深化结对的实施意见', '意见'],
    ['样例十条', '文件'],
  ])('%s is a %s', (title, called) => {
    expect(words(title, []).document.noun).toBe(called);
  });

  test('is what the content says, where it says something', () => {
    expect(words('关于样例的通知', [], '备忘录').document.noun).toBe('备忘录');
  });
});

describe('what a programme calls those who report', () => {
  const reporter = (given: Parameters<typeof wordsOf>[2]) =>
    wordsOf(content.document, content.tables, given, []).reporter;

  test('is 单位, one of them 承担单位, where the content says nothing', () => {
    expect(reporter(undefined)).toMatchObject({ measure: '个', noun: '单位', label: '承担单位' });
  });

  test('is what the content says, with its measure word', () => {
    const word = wordsSchema.parse({ reporter: { noun: '学校', measure: '所' } });
    expect(reporter(word)).toMatchObject({ measure: '所', noun: '学校', label: '学校' });
    expect(reporter(wordsSchema.parse({ reporter: { noun: '填报人' } }))).toMatchObject({ measure: '个' });
  });
});

describe('what a programme calls its annexes', () => {
  test.each([
    [['附件1', '附件2'], '附件', '个'],
    [['表一', '表二'], '表', '张'],
    [['附表1', '附表（2）', '名额清单'], '附表', '张'],
    [['表一', '附表2', '附表3'], '附表', '张'],
    [['名额清单'], '附件', '个'],
    [[], '附件', '个'],
  ])('%j are called %s, counted by %s', (labels, noun, measure) => {
    expect(words('样例通知', labels).annex).toEqual({ noun, measure });
  });
});
