import { expect, test } from 'vitest';
import { levelOfName } from '#domain/places/level-of-name.ts';

test.each([
  ['样例省青年联络处', 'office'],
  ['样例市驻样例办事处', 'office'],
  ['样例街道办事处', 'township'],
  ['学校处', 'department'],
  ['样例一中', 'school'],
  ['样例前方指挥部', 'command'],
  ['样例之家', null],
] as const)('%s is of the kind %s', (name, level) => {
  expect(levelOfName(name)).toBe(level);
});
