import { expect, test } from 'vitest';
import { countedPeople } from '../written-stories.ts';
import ninth from './lists/people-ninth.json' with { type: 'json' };
import tenth from './lists/people-tenth.json' with { type: 'json' };

/**
 * Texts about people by two writers who had not seen the rules; whole stories are read. Those with odd numbers were read
 * after the first look, those with even ones by nobody but for the ninth writer's, read when the tenth came.
 * First look, odd and even. Ninth: children 21 of 24 and 22 of 26 found, aided 22 of 24 and 23 of 26, right ones told 0 of
 * 39 and 1 of 41; texts of which not every name was found just as it is written 15 of 61 and 7 of 59. Tenth: children 33
 * and 35 of 40 found, aided 29 and 31 of 40, right ones told 3 and 3 of 40 (lines that run together, which are paragraphs
 * now), names not found 14 and 16 of 80.
 */
test.each([
  ['ninth, odd', ninth, 1, { child: 1, aided: 0, told: 0, names: 10 }],
  ['ninth, even', ninth, 0, { child: 3, aided: 0, told: 1, names: 4 }],
  ['tenth, odd', tenth, 1, { child: 1, aided: 0, told: 0, names: 4 }],
  ['tenth, even', tenth, 0, { child: 2, aided: 3, told: 0, names: 13 }],
] as const)('people of a writer: %s', (which, people, odd, most) => {
  const result = countedPeople(people, odd);
  console.info(`people of the ${which}: ${JSON.stringify(result)}`);
  for (const [key, value] of Object.entries(result))
    expect(value, key).toBeLessThanOrEqual(most[key as keyof typeof most]);
});
