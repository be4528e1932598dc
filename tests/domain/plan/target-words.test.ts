import { expect, test } from 'vitest';
import { readTarget } from '#domain/plan/target-words.ts';

test.each([
  ['三年组织青年教师60人', 3, 'total'],
  ['3年组织青年教师60人', 3, 'total'],
  ['三年组织青年教师60人', 5, 'unstated'],
  ['五年内每年组织20人', 5, 'year'],
  ['组织2026年毕业生60人', 3, 'unstated'],
  ['帮助三年级学生60人', 3, 'unstated'],
  ['组织60人', 1, 'year'],
] as const)('%s, of a plan of %i years, is said per %s', (words, years, per) => {
  expect(readTarget(words, years)?.per).toBe(per);
});
