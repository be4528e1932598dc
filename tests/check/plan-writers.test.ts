import { describe, expect, test } from 'vitest';
import { KNOWN_PROGRAMME } from './known-programme.ts';
import eleventh from './plan-eleventh.json' with { type: 'json' };
import eleventhKinds from './plan-eleventh-kinds.json' with { type: 'json' };
import ninth from './plan-ninth.json' with { type: 'json' };
import ninthKinds from './plan-ninth-kinds.json' with { type: 'json' };
import tenth from './plan-tenth.json' with { type: 'json' };
import tenthKinds from './plan-tenth-kinds.json' with { type: 'json' };
import thirteenth from './plan-thirteenth.json' with { type: 'json' };
import twelfthA from './plan-twelfth-a.json' with { type: 'json' };
import twelfthB from './plan-twelfth-b.json' with { type: 'json' };
import twelfthKinds from './plan-twelfth-kinds.json' with { type: 'json' };
import { countedPlan, isOdd, read } from './written-stories.ts';

/**
 * Right, and told all the same: the notice's contact is withheld on this site, so a story that prints its number is told
 * (n9-103, n10-052); two rows of a table stand there without the table (n10-124).
 */
const TOLD_ON_PURPOSE = ['n9-103', 'n10-052', 'n10-124'];

const inList = (all: readonly (typeof ninth)[number][], list: string) =>
  all.filter((one) => one.list === list && !TOLD_ON_PURPOSE.includes(one.id));

/**
 * Sentences about the plan by three writers who had not seen the rules; whole stories are read. Of each list one half was
 * read after its first look, the other is held out: of it only how many are missed of each kind and the codes of the
 * right ones that are told were looked at, so its figure says whether kinds were mended.
 *
 * First look. Ninth: a 41 of 60 wrong ones found and 3 right ones told, b 37 of 60 and 4; b was read when the tenth came.
 * Tenth: a 33 of 60 and 5, b 38 of 60 and 2; a formatter printed ten sentences of b by accident (n10-002 to n10-019), four
 * wrong ones among them. Eleventh: odd ones 34 of 46 and 1, even ones 30 of 39 and 2; the first four even ones were
 * printed by accident (n11-002 to n11-008). No rule was written after those.
 *
 * The twelfth are for training, by two writers who tried many registers: all of them were read. First look: a, odd ones 34
 * of 66 and 3, even ones 30 of 64 and 1; b 58 of 130 and 5. The even ones of a were counted once more before they were
 * looked at, when the odd ones and b were mended: 38 of 64 and 2.
 *
 * Thirteenth, by a writer who had seen nothing, spread evenly over all kinds: before the twelfth were learned from 49 of 85
 * wrong ones found and 4 right ones told, behind that 56 of 85 and 6. Of its odd ones those that were missed or told were
 * read then, and one right one of them mended; the even ones are held out.
 */
test.each([
  // A fourth (n9-217) was told for a while by a false reading of 一人3000元, which is mended.
  ['ninth, a', inList(ninth, 'a'), { missed: 2, told: 0 }],
  ['ninth, b', inList(ninth, 'b'), { missed: 7, told: 4 }],
  ['tenth, a', inList(tenth, 'a'), { missed: 1, told: 0 }],
  ['tenth, b, held out', inList(tenth, 'b'), { missed: 13, told: 2 }],
  ['eleventh, odd', eleventh.filter((one) => isOdd(one) === 1), { missed: 0, told: 0 }],
  ['eleventh, even, held out', eleventh.filter((one) => isOdd(one) === 0), { missed: 5, told: 2 }],
  ['twelfth, training a, odd', twelfthA.filter((one) => isOdd(one) === 1), { missed: 1, told: 0 }],
  ['twelfth, training a, even', twelfthA.filter((one) => isOdd(one) === 0), { missed: 10, told: 0 }],
  ['twelfth, training b', twelfthB, { missed: 7, told: 1 }],
  ['thirteenth, odd', thirteenth.filter((one) => isOdd(one) === 1), { missed: 15, told: 2 }],
  ['thirteenth, even, held out', thirteenth.filter((one) => isOdd(one) === 0), { missed: 14, told: 3 }],
])('sentences of a writer: %s', (list, own, most) => {
  const result = countedPlan(list, own);
  expect(result.missed).toBeLessThanOrEqual(most.missed);
  expect(result.told).toBeLessThanOrEqual(most.told);
});

describe.each([
  ['ninth', ninthKinds],
  ['tenth', tenthKinds],
  ['eleventh', eleventhKinds],
  ['twelfth', twelfthKinds],
])('further sentences of the kinds that were missed of the %s', (_, kinds) => {
  test('are told, and right ones like them left alone', () => {
    const codes = read([...kinds.wrong, ...kinds.right], KNOWN_PROGRAMME).map((one) => one.codes);
    expect(kinds.wrong.filter((_, at) => codes[at]?.length === 0)).toEqual([]);
    expect(kinds.right.filter((_, at) => (codes[kinds.wrong.length + at]?.length ?? 0) > 0)).toEqual([]);
  });
});
