import { describe, expect, test } from 'vitest';
import { KNOWN_PROGRAMME } from './known-programme.ts';
import plan from './plan-eighth.json' with { type: 'json' };
import aided from './prose/lists/aided-eighth.json' with { type: 'json' };
import children from './prose/lists/children-eighth.json' with { type: 'json' };
import names from './prose/lists/names-eighth.json' with { type: 'json' };
import { read } from './written-stories.ts';

/** Of a list: `a` was written before the rules were read; `b` and `c` were each counted once before they were looked at. */
interface Sentence {
  readonly list: string;
  readonly wrong: boolean;
  readonly text: string;
}

const PRIVATE = ['minor-identifiable', 'aided-student-named', 'alias-identifiable'];

/** How many wrong ones are missed and right ones told. */
function counted(of: string, all: readonly Sentence[], list: string, counts: (code: string) => boolean) {
  const own = all.filter((sentence) => sentence.list === list);
  const told = read(
    own.map(({ text }) => text),
    KNOWN_PROGRAMME,
  ).map(({ codes }) => codes.some(counts));
  const count = (wrong: boolean, isTold: boolean) =>
    own.filter((one, at) => one.wrong === wrong && told[at] === isTold).length;
  const result = { missed: count(true, false), told: count(false, true) };
  console.info(
    `${of} ${list}: ${result.missed} of ${own.filter(({ wrong }) => wrong).length} missed, ${result.told} right ones told`,
  );
  return result;
}

/**
 * Sentences as a county clerk and a reporter write them, by one who had not seen the rules; whole stories are read. First
 * look, wrong ones found and right ones told: plan a 96 of 124 and 2, b 43 of 60 and 1, c 34 of 50 and 0; children a 70
 * of 80 and 3, b 39 of 40 and 1, c 15 of 15 and 0 (d and e, of those grown up whose work nobody names: 13 of 20 and 12 of 15 told); aided a 72 of 80 and 7, b 37 of 40 and 4, c 14 of 15 and 1. A year at
 * school beside a name was taken for a sign when the list was written; it is one only where the school is named.
 */
describe('sentences of an eighth writer are found no worse', () => {
  test.each([
    ['a', { missed: 3, told: 1 }],
    ['b', { missed: 4, told: 0 }],
    ['c', { missed: 3, told: 0 }],
  ])('on the plan: %s', (list, most) => {
    const count = counted('plan', plan, list, () => true);
    expect(count.missed).toBeLessThanOrEqual(most.missed);
    expect(count.told).toBeLessThanOrEqual(most.told);
  });

  test.each([
    ['children', 'a', children, { missed: 7, told: 0 }],
    ['children', 'b', children, { missed: 0, told: 0 }],
    ['children', 'c', children, { missed: 0, told: 0 }],
    ['children', 'd', children, { missed: 0, told: 2 }],
    ['children', 'e', children, { missed: 1, told: 1 }],
    ['aided', 'a', aided, { missed: 1, told: 1 }],
    ['aided', 'b', aided, { missed: 0, told: 0 }],
    ['aided', 'c', aided, { missed: 0, told: 0 }],
  ])('on people: %s %s', (of, list, sentences, most) => {
    const count = counted(of, sentences, list, (code) => PRIVATE.includes(code));
    expect(count.missed).toBeLessThanOrEqual(most.missed);
    expect(count.told).toBeLessThanOrEqual(most.told);
  });

  /** First look: a 89 of 100 by their exact name, 2 of 100 without one asked about; b 44 of 50 and 3 of 50. */
  test.each([
    ['a', { missed: 9, asked: 1 }],
    ['b', { missed: 5, asked: 3 }],
  ])('with names, each as it is written: %s', (list, most) => {
    const own = names.filter((sentence) => sentence.list === list);
    const found = read(
      own.map(({ text }) => text),
      KNOWN_PROGRAMME,
    ).map((one) => one.names);
    const missed = own.filter(({ name }, at) => name !== null && !found[at]?.includes(name));
    const asked = own.filter(({ name }, at) => name === null && (found[at]?.length ?? 0) > 0);
    console.info(`names ${list}: ${missed.length} missed, ${asked.length} asked about in vain`);
    expect(missed.length).toBeLessThanOrEqual(most.missed);
    expect(asked.length).toBeLessThanOrEqual(most.asked);
  });
});

test('a year at school tells who a child is where the story names the school elsewhere', () => {
  const child = '五年级学生样例小禾天天去传达室看信。';
  const school = '桑日镇小学收到了第一批信。\n\n';
  const told = read([child, school + child, school + child.replace('学生', '老师')], KNOWN_PROGRAMME);
  expect(told.map(({ codes }) => codes)).toEqual([[], ['minor-identifiable'], []]);
});
