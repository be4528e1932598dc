import { expect, test } from 'vitest';
import { readingMinutes } from '#domain/stories/reading-time.ts';

test('reading time counts characters, four hundred a minute, and is never nothing', () => {
  expect([0, 1, 399, 700, 4000].map(readingMinutes)).toEqual([1, 1, 1, 2, 10]);
});
