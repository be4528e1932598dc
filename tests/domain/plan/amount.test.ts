import { describe, expect, test } from 'vitest';
import { type Amount, amountWords, compared, isTargetWords, readAmount, sumAmounts } from '#domain/plan/amount.ts';

const amount = (words: string): Amount => {
  const read = readAmount(words);
  if (!read) throw new Error(words);
  return read;
};

describe('the amount that printed words name', () => {
  test.each([
    ['不少于20', 'least', 20, null],
    ['不低于20名', 'least', 20, null],
    ['20名以上', 'least', 20, null],
    ['≥20', 'least', 20, null],
    ['不超过30', 'most', 30, null],
    ['30场以内', 'most', 30, null],
    ['至多３０', 'most', 30, null],
    ['约40', 'about', 40, null],
    ['40人左右', 'about', 40, null],
    ['20—30', 'range', 20, 30],
    ['20至30名', 'range', 20, 30],
    ['20-30', 'range', 20, 30],
    ['1—2万', 'range', 10_000, 20_000],
    ['不少于1.5万', 'least', 15_000, null],
    ['不超过1.5万元', 'most', 1.5, null],
    ['7.5', 'exact', 7.5, null],
    ['0', 'exact', 0, null],
  ])('%s is %s %d', (words, bound, value, to) => {
    expect(readAmount(words)).toEqual({ bound, value, to });
  });

  test.each(['每班45学时，共90班', '按需安排', '四百', '30—20', '-5', ''])('is none in “%s”', (words) => {
    expect(readAmount(words)).toBeNull();
  });
});

describe('words where a number is expected', () => {
  test.each([
    ['不少于20', true],
    ['20—30', true],
    ['每班45学时，共90班', true],
    ['按需安排', true],
    ['力争达到20', true],
    ['三年共150名', true],
    ['20余', false],
    ['400', false],
    ['400人', false],
    ['５０', false],
    ['5,000', false],
    ['四百', false],
    ['-5', false],
  ])('%s: %s', (words, allowed) => {
    expect(isTargetWords(words)).toBe(allowed);
  });
});

describe('a sum', () => {
  test.each([
    [['20', '30'], '50'],
    [['不少于20', '不少于30'], '不少于50'],
    [['不少于20', '5'], '不少于25'],
    [['不超过20', '不超过30'], '不超过50'],
    [['20—30', '5—10'], '25—40'],
    [['20—30', '5'], '25—35'],
    [['0.1', '0.2'], '0.3'],
    [['约40'], '约40'],
  ])('of %j is %s', (all, words) => {
    const sum = sumAmounts(all.map(amount));
    expect(sum && amountWords(sum)).toBe(words);
  });

  test.each([[['约40', '约40']], [['约40', '5']], [['不少于20', '不超过30']], [['不少于20', '20—30']], [[]]])(
    'of %j is not made',
    (all) => {
      expect(sumAmounts(all.map(amount))).toBeNull();
    },
  );
});

describe('a report against its target', () => {
  test.each([
    ['20', 20, 'met'],
    ['20', 21, 'above'],
    ['不少于20', 19, 'below'],
    ['不少于20', 20, 'met'],
    ['不少于20', 250, 'met'],
    ['不超过20', 0, 'met'],
    ['不超过20', 21, 'above'],
    ['20—30', 19, 'below'],
    ['20—30', 25, 'met'],
    ['20—30', 31, 'above'],
    ['约100', 90, 'met'],
    ['约100', 89, 'below'],
    ['约100', 111, 'above'],
  ])('%s, reported %d: %s', (target, reported, found) => {
    expect(compared(amount(target), reported)).toBe(found);
  });
});
