import { describe, expect, it } from 'vitest';
import { sinceWords } from '#format/since.ts';

describe('since when, in words', () => {
  it.each([
    ['2019', '2019年起'],
    ['2019-08', '2019年8月起'],
    ['2019-08-05', '2019年8月5日起'],
    ['2019至2020', '2019—2020年'],
    ['2019-03至2019-07', '2019年3—7月'],
    ['2019-08至2020-07', '2019年8月—2020年7月'],
    ['2019-08-15至2019-08-20', '2019年8月15—20日'],
    ['2019-08-15至2019-09-02', '2019年8月15日—9月2日'],
    ['2019至2019', '2019年'],
    ['三个月', '三个月'],
  ])('says no more than is written: %s', (written, words) => {
    expect(sinceWords(written, '2026-10-28')).toBe(words);
    expect(sinceWords(written, '2026-10-28')).not.toContain('今');
  });

  it.each([
    ['2026-08至2027-07', '2026年8月起，计划到2027年7月'],
    ['2026至2027', '2026年起，计划到2027年'],
    ['2026-12', '计划2026年12月起'],
    ['2026-12至2027-07', '计划2026年12月—2027年7月'],
    ['2026-08至2026-10-28', '2026年8月—2026年10月28日'],
  ])('what lay ahead when the story was written is a plan: %s', (written, words) => {
    expect(sinceWords(written, '2026-10-28')).toBe(words);
  });
});
