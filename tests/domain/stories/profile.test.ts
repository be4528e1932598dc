import { describe, expect, it } from 'vitest';
import { isPlaceId, profileSchema, sinceOf, wordsOfProfile } from '#domain/stories/profile.ts';

describe('since when somebody is where they are', () => {
  it.each([
    ['2019', { from: '2019', to: null }],
    ['2019-08', { from: '2019-08', to: null }],
    ['2019-08-15', { from: '2019-08-15', to: null }],
    ['2019至2020', { from: '2019', to: '2020' }],
    ['2019-08 — 2020-07', { from: '2019-08', to: '2020-07' }],
    ['2019-08到2019', { from: '2019-08', to: '2019' }],
    ['三个月', { length: '三个月' }],
    ['约90天', { length: '约90天' }],
    ['两个学期', { length: '两个学期' }],
    ['一年半', { length: '一年半' }],
  ])('is read as far as it is known: %s', (written, since) => {
    expect(sinceOf(written)).toEqual(since);
  });

  it.each(['2019年8月', '2019-8', '2019-13', '2019-02-30', '2020-07至2019-08', '2019-08至今', '去年', '很久', ''])(
    'is not read where no calendar has it, or it is written in another way: %s',
    (written) => {
      expect(sinceOf(written)).toBeNull();
    },
  );

  it('may be a bare year, which is a number in YAML', () => {
    expect(profileSchema.parse({ since: 2019 })).toEqual({ since: '2019' });
  });
});

describe('a profile', () => {
  it('may be known in part', () => {
    expect(profileSchema.safeParse({}).success).toBe(true);
    expect(profileSchema.safeParse({ words: '字'.repeat(40) }).success).toBe(true);
    expect(profileSchema.safeParse({ words: '字'.repeat(41) }).success).toBe(false);
    expect(profileSchema.safeParse({ from: '' }).success).toBe(false);
  });

  it('names somebody in its words only: the id of a place is none', () => {
    expect([isPlaceId('yumai'), isPlaceId('玉麦乡')]).toEqual([true, false]);
    expect(wordsOfProfile({ from: 'yumai', at: '样例小学', since: '2019', words: '好' })).toEqual([
      { key: 'at', text: '样例小学' },
      { key: 'words', text: '好' },
    ]);
  });
});
