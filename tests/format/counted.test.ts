import { expect, test } from 'vitest';
import type { Journey } from '#domain/places/journey.ts';
import { placeWordsOf } from '#domain/programme/place-words.ts';
import { oneGiver, threadRule } from '#format/counted.ts';

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

test('one giver is told by its own kind, a city as a 市 where not all who give are cities', () => {
  const city = { id: 'a', level: 'city' as const, name: '样例市' };
  const office = { id: 'b', level: 'office' as const, name: '样例援建办' };
  const [first] = [pair(1)];
  const words = (...givers: Journey['city'][]) =>
    placeWordsOf(
      undefined,
      givers.map((giver) => ({ ...first, city: giver })),
    );
  expect(oneGiver(city, words(city))).toBe('一座城');
  expect([city, office].map((giver) => oneGiver(giver, words(city, office)))).toEqual(['一个市', '一个机关']);
  expect(oneGiver(first.city, words(first.city))).toBe('一所学校');
});
