import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aidedStudents } from '#check/prose/people/aided-students.ts';
import { minors } from '#check/prose/people/minors.ts';
import { realKnowledge } from './prose-of.ts';
import { proseOfText } from './prose-of-text.ts';

/** A sentence that tells too much of somebody, and one like it that does not; written by one who did not see the rules. */
interface Pair {
  readonly id: string;
  readonly wrong: string;
  readonly right: string;
  /** The name that must be found. */
  readonly says: string;
}

const listOf = (name: string): Pair[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'lists', `${name}.json`), 'utf8'));

const readers = [minors(realKnowledge()), aidedStudents(realKnowledge())];
const codesIn = (text: string) => readers.flatMap((read) => read(proseOfText(text))).map(({ code }) => code);
const CHILD = ['minor-identifiable', 'alias-identifiable'];
const AIDED = ['aided-student-named', 'alias-identifiable'];

/** Known to be missed: a word that is a name only by what follows, a 化名 beside a university. */
const MISSED = ['ad-092'];

describe.each([
  ['children', CHILD],
  ['aided', AIDED],
])('lists of others: %s', (list, codes) => {
  const missed = (pairs: readonly Pair[]) =>
    pairs.filter(({ wrong }) => !codesIn(wrong).some((code) => codes.includes(code))).map(({ id }) => id);

  test('everyone of the list that the rules were made with is found', () => {
    expect(missed(listOf(`${list}-dev`)).filter((id) => !MISSED.includes(id))).toEqual([]);
  });

  test('of the list held out at least 95 in 100 are found', () => {
    const pairs = listOf(`${list}-heldout`);
    const ids = missed(pairs);
    console.info(`${list}: ${pairs.length - ids.length} of ${pairs.length} held out; not found: ${ids.join(' ')}`);
    expect(ids.length / pairs.length).toBeLessThanOrEqual(0.05);
  });

  test.each([...listOf(`${list}-dev`), ...listOf(`${list}-heldout`)])('nothing is said of $id: $right', ({ right }) => {
    expect(codesIn(right)).toEqual([]);
  });
});

/**
 * Further lists, each by another writer and measured before anybody had seen it: first look → most that are missed now.
 * c3 45 of 60, c4 48 of 60, c5 (indirect on purpose) 71 of 130, c6 (ordinary manuscripts) 91 of 100; a3 43 of 60, a4 45
 * of 60, a5 (indirect on purpose) 52 of 130, a6 (ordinary manuscripts) 76 of 100.
 */
const MOST_MISSED: Readonly<Record<string, number>> = {
  ...{ c3: 0, c4: 1, c5: 17, c6: 4 },
  ...{ a3: 0, a4: 4, a5: 12, a6: 1 },
};
/** Told though right: nothing in the words says that somebody is grown up, or is no pupil, or helps. */
const TOLD = [
  ...[
    'c4-016',
    'c4-042',
    'c4-055',
    'c5-011',
    'c5-019',
    'c5-085',
    'c5-101',
    'c5-116',
    'c5-120',
    'c6-045',
    'c6-069',
    'c6-100',
  ],
  ...['a4-009', 'a4-017', 'a4-048', 'a6-028', 'a6-100'],
];

describe.each([
  ['children', CHILD],
  ['aided', AIDED],
])('lists of further writers: %s', (list, codes) => {
  const pairs = listOf(`${list}-more`);

  test('no more are missed than are known to be', () => {
    const missed = pairs.filter(({ wrong }) => !codesIn(wrong).some((code) => codes.includes(code)));
    const byList = Map.groupBy(missed, ({ id }) => id.slice(0, 2));
    for (const [id, own] of byList) console.info(`${id}: ${own.length} missed`);
    expect([...byList].filter(([id, own]) => own.length > (MOST_MISSED[id] ?? 0)).map(([id]) => id)).toEqual([]);
  });

  test('what is right is left alone, but for what is named here', () => {
    const alarms = pairs.filter(({ right }) => codesIn(right).length > 0).map(({ id }) => id);
    expect(alarms.filter((id) => !TOLD.includes(id))).toEqual([]);
  });
});

/** A sentence that tells too much of somebody, or one that does not. */
interface Sentence {
  /** `a` was read after the first look; `b` only counted, until a tenth writer's list came: then what was missed of it was read. */
  readonly list: 'a' | 'b';
  readonly text: string;
  readonly wrong: boolean;
  readonly why: string;
}

/**
 * Single sentences by a seventh writer, half of them wrong, each list of 240. First look → missed and told now:
 * children a 98 of 120 found, 6 right ones told; b 105 found, 9 told (11 were missed and 6 told while whoever stood beside
 * a school was taken for a pupil: of 35 grown up at a school 25 were told, 3 are); aided a 94 found, 5 told; b 88 found, 6 told.
 */
const SEVENTH = [
  ['children', 'a', CHILD, { missed: 0, told: 0 }],
  ['children', 'b', CHILD, { missed: 9, told: 4 }],
  ['aided', 'a', AIDED, { missed: 0, told: 0 }],
  ['aided', 'b', AIDED, { missed: 5, told: 6 }],
] as const;

test.each(SEVENTH)('single sentences of a seventh writer: %s %s', (name, list, codes, most) => {
  const all: Sentence[] = JSON.parse(readFileSync(join(import.meta.dirname, 'lists', `${name}-seventh.json`), 'utf8'));
  const own = all.filter((sentence) => sentence.list === list);
  const [wrong, right] = [own.filter((one) => one.wrong), own.filter((one) => !one.wrong)];
  const missed = wrong.filter(({ text }) => !codesIn(text).some((code) => (codes as readonly string[]).includes(code)));
  const told = right.filter(({ text }) => codesIn(text).length > 0);
  console.info(
    `${name} ${list}: ${wrong.length - missed.length} of ${wrong.length} found, ${told.length} of ${right.length} right ones told`,
  );
  expect(missed.length).toBeLessThanOrEqual(most.missed);
  expect(told.length).toBeLessThanOrEqual(most.told);
});

test('a letter in the first person tells of whoever it is from', () => {
  const prose = {
    date: '2026-11-01',
    blocks: [
      { part: 'paragraph' as const, text: '你好！我在样例小学读三年级。', proved: [], group: 1, quoted: true },
      { part: 'words' as const, text: '央金卓嘎', proved: [], group: null, quoted: false },
      { part: 'words' as const, text: '湖南的小朋友', proved: [], group: null, quoted: false },
    ],
  };
  expect(readers[0]?.(prose)).toMatchObject([{ block: 1, start: 0, end: 4, code: 'minor-identifiable' }]);
});

test('whoever the front matter declares is found under any name, and what it says is none is nobody', () => {
  const prose = proseOfText('豆豆在样例县一小读三年级。');
  const people = (declared: { people: string[]; nobody: string[] }) => readers[0]?.({ ...prose, declared }) ?? [];
  expect(people({ people: ['豆豆'], nobody: [] })).toMatchObject([{ start: 0, end: 2, code: 'minor-identifiable' }]);
  const found = proseOfText('9岁的小石在样例县一小读三年级。');
  expect(readers[0]?.(found)).toHaveLength(1);
  expect(readers[0]?.({ ...found, declared: { people: [], nobody: ['小石'] } })).toEqual([]);
});

test('everyone is found at the place of the name', () => {
  const text = '样例小明在很远的地方。\n\n三年级（2）班的玉措给湖南的小朋友写了信。';
  const [finding, ...rest] = readers[0]?.(proseOfText(text)) ?? [];
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({ block: 1, start: 8, end: 10, severity: 'error', code: 'minor-identifiable' });
});
