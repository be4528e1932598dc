import { describe, expect, it } from 'vitest';
import { chineseCount, chineseNumeral, number, percent, quantity } from '#format/number.ts';

describe('a number in digits', () => {
  it('has no thousands separator and a real minus sign', () => {
    expect([number(0), number(5000), number(1234567), number(-3), number(0.5)]).toEqual([
      ...['0', '5000', '1234567', '−3', '0.5'],
    ]);
  });

  it('stands before its unit without a space, with 约 where it is approximate', () => {
    expect(quantity(40, '人')).toBe('40人');
    expect(quantity(0, '个')).toBe('0个');
    expect(quantity(2470, '公里', true)).toBe('约2470公里');
    expect(quantity('2019年5月8日', '')).toBe('2019年5月8日');
  });
});

describe('a number in Chinese numerals', () => {
  it.each([
    [0, '零'],
    [4, '四'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [28, '二十八'],
    [100, '一百'],
    [101, '一百零一'],
    [108, '一百零八'],
    [110, '一百一十'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [9999, '九千九百九十九'],
  ])('%i is read %s', (value, words) => {
    expect(chineseNumeral(value)).toBe(words);
  });

  it('stays in digits where it is too large, negative or no whole number', () => {
    expect([chineseNumeral(10000), chineseNumeral(-1), chineseNumeral(2.5)]).toEqual(['10000', '−1', '2.5']);
  });

  it('says 两, not 二, before a measure word, but only for 2 itself', () => {
    expect([chineseCount(2), chineseCount(1), chineseCount(12), chineseCount(20)]).toEqual([
      ...['两', '一', '十二', '二十'],
    ]);
  });
});

describe('a share', () => {
  it('is a whole percent', () => {
    expect([percent(0), percent(0.764), percent(0.766), percent(1), percent(1.14)]).toEqual([
      ...['0%', '76%', '77%', '100%', '114%'],
    ]);
  });
});
