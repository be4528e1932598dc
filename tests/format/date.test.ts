import { describe, expect, it } from 'vitest';
import { dayInChina, longDate, yearAndMonth, yearSpan } from '#format/date.ts';

describe('a date', () => {
  it('is written out without leading zeros, whatever the time zone of the machine', () => {
    expect(longDate('2019-05-08')).toBe('2019年5月8日');
    expect(yearAndMonth('2019-05-08')).toBe('2019年5月');
    expect(longDate('2020-12-31T23:59:59Z')).toBe('2020年12月31日');
  });

  it('of an instant is the day it is in China', () => {
    expect(dayInChina('2026-11-24T15:59:59Z')).toBe('2026-11-24');
    expect(dayInChina('2026-11-24T16:00:00Z')).toBe('2026-11-25');
    expect(dayInChina('2026-12-31T20:00:00-05:00')).toBe('2027-01-01');
  });
});

describe('years', () => {
  it('are a span where they follow each other, a list where some are missing, and one alone is itself', () => {
    expect(yearSpan([2019, 2020])).toBe('2019—2020年');
    expect(yearSpan([2021, 2019, 2020])).toBe('2019—2021年');
    expect(yearSpan([2019, 2021])).toBe('2019、2021年');
    expect(yearSpan([2019])).toBe('2019年');
  });
});
