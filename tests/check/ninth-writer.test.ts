import { expect, test } from 'vitest';
import { KNOWN_PROGRAMME } from './known-programme.ts';
import plan from './plan-ninth.json' with { type: 'json' };
import kinds from './plan-ninth-kinds.json' with { type: 'json' };
import { countedPlan, read } from './written-stories.ts';

/**
 * Right by the notice, and told all the same: its contact's name and number are withheld on this site, so a story that
 * prints the number is told.
 */
const TOLD_ON_PURPOSE = ['n9-103'];

/**
 * Sentences by a ninth writer who had not seen the rules; whole stories are read. First look: list a 41 of 60 wrong ones
 * found and 3 right ones told, b 37 of 60 and 4. Nobody has read b: of it only how many are missed of each kind and the
 * codes of the right ones that are told were
 * looked at, once, so its figure says whether kinds were mended.
 */
test.each([
  // A fourth (n9-217) was told for a while by a false reading of 一人3000元, which is mended.
  ['a', { missed: 2, told: 0 }],
  ['b', { missed: 7, told: 4 }],
])('on the plan: %s', (list, most) => {
  const own = plan.filter((one) => one.list === list && !TOLD_ON_PURPOSE.includes(one.id));
  const result = countedPlan(`ninth, ${list}`, own);
  expect(result.missed).toBeLessThanOrEqual(most.missed);
  expect(result.told).toBeLessThanOrEqual(most.told);
});

test('further sentences of the kinds that were missed are told, and right ones like them left alone', () => {
  const codes = read([...kinds.wrong, ...kinds.right], KNOWN_PROGRAMME).map((one) => one.codes);
  expect(kinds.wrong.filter((_, at) => codes[at]?.length === 0)).toEqual([]);
  expect(kinds.right.filter((_, at) => (codes[kinds.wrong.length + at]?.length ?? 0) > 0)).toEqual([]);
});
