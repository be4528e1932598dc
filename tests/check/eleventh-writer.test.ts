import { expect, test } from 'vitest';
import { KNOWN_PROGRAMME } from './known-programme.ts';
import plan from './plan-eleventh.json' with { type: 'json' };
import kinds from './plan-eleventh-kinds.json' with { type: 'json' };
import { countedPlan, isOdd, read } from './written-stories.ts';

/**
 * Sentences by an eleventh writer who had not seen the rules; whole stories are read. First look: of those with an odd
 * number 34 of 46 wrong ones found and 1 right one told, of the even ones 30 of 39 and 2. Nobody has read the even ones:
 * of them only how many are missed of each kind was looked at, so their figure says whether kinds were mended. The first
 * four were printed by accident (n11-002 to n11-008); no rule was written after them.
 */
test.each([
  ['that may be read', 1, { missed: 0, told: 0 }],
  ['that are held out', 0, { missed: 9, told: 2 }],
])('on the plan, sentences %s', (list, odd, most) => {
  const own = plan.filter((one) => isOdd(one) === odd);
  const result = countedPlan(`eleventh, ${list}`, own);
  expect(result.missed).toBeLessThanOrEqual(most.missed);
  expect(result.told).toBeLessThanOrEqual(most.told);
});

test('further sentences of the kinds that were missed are told, and right ones like them left alone', () => {
  const codes = read([...kinds.wrong, ...kinds.right], KNOWN_PROGRAMME).map((one) => one.codes);
  expect(kinds.wrong.filter((_, at) => codes[at]?.length === 0)).toEqual([]);
  expect(kinds.right.filter((_, at) => (codes[kinds.wrong.length + at]?.length ?? 0) > 0)).toEqual([]);
});
