import { expect, test } from 'vitest';
import plan from './plan-tenth.json' with { type: 'json' };
import { countedPlan } from './written-stories.ts';

/**
 * Right, and told all the same: the notice's contact is withheld on this site, so its number is told (n10-052); two rows
 * of a table stand there without the table (n10-124).
 */
const TOLD_ON_PURPOSE = ['n10-052', 'n10-124'];

/**
 * Sentences by a tenth writer who had not seen the rules; whole stories are read. First look: list a 33 of 60 wrong ones
 * found and 5 right ones told, b 38 of 60 and 2. Nobody has read b: of it only how many are missed of each kind and the
 * codes of the right ones that are told were looked at, so its figure says whether kinds were mended.
 */
test.each([
  ['a', { missed: 1, told: 2 }],
  ['b', { missed: 16, told: 2 }],
])('on the plan: %s', (list, most) => {
  const result = countedPlan(plan, list, TOLD_ON_PURPOSE);
  expect(result.missed).toBeLessThanOrEqual(most.missed);
  expect(result.told).toBeLessThanOrEqual(most.told);
});
