import { expect, it } from 'vitest';
import { startsOf } from '#client/search/places.ts';

it.each<[string, number, readonly number[], number, readonly number[]]>([
  ['one word stands at all its positions', 4, [4, 16, 18], 1, [4, 16, 18]],
  ['a phrase stands where all its words follow each other', 4, [4, 5, 16, 30, 31, 40], 2, [4, 30]],
  ['repeated without a gap, no place is missing', 16, [16, 17, 18, 19], 2, [16, 17, 18]],
  ['nothing counts before the place that is certain', 10, [2, 3, 10, 11], 2, [10]],
  ['the certain place is told even where no positions are', 7, [], 3, [7]],
])('%s', (_, first, positions, words, starts) => {
  expect(startsOf(first, positions, words)).toEqual(starts);
});
