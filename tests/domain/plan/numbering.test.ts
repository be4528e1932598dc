import { describe, expect, test } from 'vitest';
import { citationOf, printedNumbering, sameNumber, statedNumbering } from '#domain/plan/numbering.ts';

describe('the number a paragraph begins with', () => {
  test.each([
    ['一、组织', '一'],
    ['十二、附则', '十二'],
    ['（三）来往', '（三）'],
    ['(三)来往', '（三）'],
    ['1．捐书', '1'],
    ['1.捐书', '1'],
    ['1、捐书', '1'],
    ['（2）捐书', '（2）'],
    ['2）捐书', '2）'],
    ['③捐书', '③'],
    ['第三条 甲方派人', '第三条'],
    ['第三条　甲方派人', '第三条'],
    ['第十二条甲方派人', '第十二条'],
    ['第 3 条 甲方派人', '第3条'],
    ['第二章　事项', '第二章'],
    ['第一节 来往', '第一节'],
    ['第一部分　总体要求', '第一部分'],
    ['一是常来往', '一是'],
    ['1.2.3 来往', '1.2.3'],
    ['1.2 来往', '1.2'],
    ['2.1来往', '2.1'],
    ['甲、来往', '甲'],
    ['A．来往', 'A'],
    ['Ⅱ、来往', 'Ⅱ'],
  ])('of “%s” is %s', (text, printed) => {
    expect(printedNumbering(text)?.printed).toBe(printed);
  });

  test.each([
    '为把结对做实',
    '1.5万元用于添置器材',
    '2021年计划',
    '3.2公里长的路',
    '一是否可行',
    '第三条和第四条另行约定',
  ])('is none in “%s”', (text) => {
    expect(printedNumbering(text)).toBeNull();
  });
});

describe('a number written by itself', () => {
  test.each([
    ['三', '三、'],
    ['2', '2．'],
    ['(一)', '（一）'],
    ['第三条', '第三条'],
  ])('%s is the one printed as %s', (bare, printed) => {
    expect(sameNumber(bare, printed)).toBe(true);
  });

  test('in no known form is cited as it stands', () => {
    expect(statedNumbering('附则')).toEqual({ printed: '附则', form: 'own' });
  });
});

describe('a citation', () => {
  test.each([
    [['四', '（一）', '1'], '四（一）1'],
    [['五', '1'], '五、1'],
    [['第三条', '（二）'], '第三条（二）'],
    [['第二章', '第一节'], '第二章第一节'],
    [['二', '①'], '二①'],
    [['第三条', '一是'], '第三条，一是'],
    [['附则', '1'], '附则，1'],
  ])('of %j is %s', (numbers, words) => {
    expect(citationOf(numbers)).toBe(words);
  });
});
