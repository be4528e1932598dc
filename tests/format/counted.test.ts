import { expect, test } from 'vitest';
import type { Journey } from '#domain/places/journey.ts';
import { placeWordsOf } from '#domain/programme/place-words.ts';
import { threadRule } from '#format/counted.ts';

/** A school that helps a school, without a third level. */
const pair = (n: number): Journey => {
  const school = (id: string) => ({ id, level: 'school' as const, name: `样例${id}小学` });
  const [city, county] = [school(`a${n}`), school(`b${n}`)];
  const ends = { city, county, threads: [{ place: county, stripe: n }] };
  return { id: `${city.id}-${county.id}`, hue: n, ...ends, source: 'c-1', distance: null, climb: null };
};

test('where pairings end at the receiver, several of them are counted, and one thread is that of each', () => {
  const one = [pair(1)];
  const two = [pair(1), pair(2)];
  expect(threadRule(one, placeWordsOf(undefined, one))).toBe('一组结对，一根线');
  expect(threadRule(two, placeWordsOf(undefined, two))).toBe('两组结对，每组一根线');
  expect(threadRule(two, placeWordsOf(undefined, two), '')).toBe('一组结对一根线');
});
