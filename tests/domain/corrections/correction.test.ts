import { describe, expect, it } from 'vitest';
import { correctionsOf, correctionsSchema } from '#domain/corrections/correction.ts';
import { storyCorrections } from '#domain/corrections/story-corrections.ts';

const entry = (date: string, more: object = {}) => ({
  date,
  fact: 'trees',
  was: 40,
  now: 45,
  why: '抄错了。',
  ...more,
});

describe('corrections.yaml', () => {
  it('may hold nothing yet', () => {
    expect(correctionsSchema.parse(null)).toEqual([]);
    expect(correctionsSchema.parse([])).toEqual([]);
  });

  it('holds numbers and words, with or without a unit, and takes no key it does not know', () => {
    expect(correctionsSchema.safeParse([entry('2026-01-01', { was: '40棵', now: '45棵' })]).success).toBe(true);
    expect(correctionsSchema.safeParse([entry('2026-01-01', { story: 'a' })]).success).toBe(false);
    expect(correctionsSchema.safeParse([entry('2026-02-30')]).success).toBe(false);
  });
});

describe('corrections', () => {
  it('are those that have come by the day, newest first; of one day the one on top', () => {
    const written = [
      entry('2026-03-02', { was: 45, now: 46 }),
      entry('2026-03-02'),
      entry('2026-03-01'),
      entry('2026-04-01'),
    ];
    const all = correctionsOf(correctionsSchema.parse(written), '2026-03-31');
    expect(all.map(({ date, now }) => [date, now])).toEqual([
      ['2026-03-02', '46'],
      ['2026-03-02', '45'],
      ['2026-03-01', '45'],
    ]);
  });

  it('keep their anchors when a newer one of the same day comes on top', () => {
    const older = correctionsSchema.parse([entry('2026-03-02')]);
    const both = correctionsSchema.parse([entry('2026-03-02', { was: 45, now: 46 }), entry('2026-03-02')]);
    expect(correctionsOf(older, '2026-12-01').map(({ id }) => id)).toEqual(['2026-03-02-trees']);
    expect(correctionsOf(both, '2026-12-01').map(({ id }) => id)).toEqual(['2026-03-02-trees-2', '2026-03-02-trees']);
  });

  it('of a story are those of its front matter, with anchors that stay', () => {
    const put = (date: string, text: string) => ({ date, text });
    const corrections = [put('2026-03-02', '二'), put('2026-03-02', '一'), put('2026-03-01', '零')];
    expect(storyCorrections({ id: 'a', corrections }).map(({ id }) => id)).toEqual([
      'story-a-2026-03-02-2',
      'story-a-2026-03-02',
      'story-a-2026-03-01',
    ]);
    expect(storyCorrections({ id: 'a' })).toEqual([]);
  });
});
