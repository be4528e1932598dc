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
    ['>20', 'over', 20, null],
    ['超过20人', 'over', 20, null],
    ['＜３０', 'under', 30, null],
    ['不到30场', 'under', 30, null],
    ['近百', 'near', 100, null],
    ['接近200人', 'near', 200, null],
    ['20余', 'odd', 20, null],
    ['20多名', 'odd', 20, null],
    ['百余人', 'odd', 100, null],
    ['上百', 'odd', 100, null],
    ['三十余', 'odd', 30, null],
    ['3万余元', 'odd', 30_000, null],
    ['不少于二十人', 'least', 20, null],
    ['四百', 'exact', 400, null],
  ])('%s is %s %d', (words, bound, value, to) => {
    expect(readAmount(words)).toEqual({ bound, value, to });
  });

  test.each([
    ['50%', 'exact', 50],
    ['不低于50％', 'least', 50],
    ['20—30%', 'range', 20],
  ])('%s is a share, %s %d', (words, bound, value) => {
    expect(readAmount(words)).toMatchObject({ bound, value, rate: true });
  });

  test.each(['每班45学时，共90班', '按需安排', '30—20', '-5', '', '暑期', '8月', '7—8月', '2022年', '几十', '若干'])(
    'is none in “%s”',
    (words) => {
      expect(readAmount(words)).toBeNull();
    },
  );
});

describe('words where a number is expected', () => {
  test.each([
    ['不少于20', true],
    ['20—30', true],
    ['每班45学时，共90班', true],
    ['按需安排', true],
    ['力争达到20', true],
    ['三年共150名', true],
    ['20余', true],
    ['近百', true],
    ['>20', true],
    ['50%', true],
    ['暑期', true],
    ['7、8月', true],
    ['几十', true],
    ['若干', true],
    ['400', false],
    ['400人', false],
    ['５０', false],
    ['5,000', false],
    ['四百', false],
    ['同上', false],
    ['无', false],
    ['-5', false],
    ['−5，另行安排', false],
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
    [['20余'], '20余'],
    [['超过20', '5'], '超过25'],
    [['不到20', '不到5'], '不到25'],
    [['50%'], '50'],
  ])('of %j is %s', (all, words) => {
    const sum = sumAmounts(all.map(amount));
    expect(sum && amountWords(sum)).toBe(words);
  });

  test.each([
    [['约40', '约40']],
    [['20余', '5']],
    [['近百', '近百']],
    [['50%', '60%']],
    [['超过20', '不少于5']],
    [['约40', '5']],
    [['不少于20', '不超过30']],
    [['不少于20', '20—30']],
    [[]],
  ])('of %j is not made', (all) => {
    expect(sumAmounts(all.map(amount))).toBeNull();
  });
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
    ['近百', 95, 'met'],
    ['近百', 80, 'below'],
    ['20余', 19, 'below'],
    ['20余', 29, 'met'],
    ['20余', 30, 'above'],
    ['120余', 131, 'above'],
    ['超过20', 20, 'below'],
    ['超过20', 21, 'met'],
    ['不到30', 30, 'above'],
    ['不到30', 0, 'met'],
    ['50%', 49.5, 'below'],
  ])('%s, reported %d: %s', (target, reported, found) => {
    expect(compared(amount(target), reported)).toBe(found);
  });
});
