import { expect, test } from 'vitest';
import { namesOfPlaces } from '#domain/people/place-names.ts';

test('places are known by every name, also without the word for their kind where more than one character is left', () => {
  const places = [
    { name: '样例县', name_today: '样例区', former_names: ['旧样县'] },
    { name: '绒乡', other_spellings: [{ text: '荣样乡', source: '样例名单' }] },
  ];
  expect([...namesOfPlaces(places)]).toEqual(['样例县', '样例', '样例区', '旧样县', '旧样', '绒乡', '荣样乡', '荣样']);
});
