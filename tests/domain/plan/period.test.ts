import { describe, expect, test } from 'vitest';
import { isPartOf, partWords, periodOf, periodPattern } from '#domain/plan/period.ts';

describe('a period', () => {
  test.each([
    ['2022', 2022, 1, 12, ''],
    ['2022-h1', 2022, 1, 6, '上半年'],
    ['2022-h2', 2022, 7, 12, '下半年'],
    ['2022-q1', 2022, 1, 3, '第一季度'],
    ['2022-q4', 2022, 10, 12, '第四季度'],
    ['2022-m7', 2022, 7, 7, '7月'],
    ['2022-m7-8', 2022, 7, 8, '7—8月'],
    ['whole', null, 1, 12, ''],
  ])('%s is its months of its year', (key, year, from, to, words) => {
    const period = periodOf(key);
    expect(period).toEqual({ key, year, from, to });
    expect(partWords(period)).toBe(words);
  });

  test.each(['2022-h3', '2022-q0', '2022-m13', '22', 'all', '2022-8'])('%s is none', (key) => {
    expect(periodPattern.test(key)).toBe(false);
  });

  test('holds others of its time', () => {
    const within = (part: string, whole: string) => isPartOf(periodOf(part), periodOf(whole));
    expect([within('2022-h1', '2022'), within('2022-m7-8', '2022-h2'), within('2022', 'whole')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([within('2022', '2022'), within('2022-h1', '2023'), within('2022-h1', '2022-q1')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
