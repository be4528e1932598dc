import { expect, test } from 'vitest';
import { Beginnings, LongBeginnings } from '#check/text/beginnings.ts';
import { CharacterSet, isHan, WHITE_SPACE } from '#check/text/character-set.ts';

test('where a word begins is never ruled out, and most other places are', () => {
  const words = ['结对', '心愿书屋', '援藏工作', '青年人才行动'];
  const text = '青年人才行动与援藏工作，心愿书屋，结对';
  const places = new Beginnings(words);
  for (const word of words) expect(places.mayBeAt(text, text.indexOf(word))).toBe(true);
  const others = [...text].map((_, at) => at).filter((at) => !words.some((word) => text.startsWith(word, at)));
  expect(others.filter((at) => places.mayBeAt(text, at))).toEqual([]);
});

test('a passage is told from four characters: two of them that stand elsewhere are not enough', () => {
  const places = new LongBeginnings(['心愿书屋', '援藏工作联席']);
  expect([...'心愿书屋和心愿清单，援藏工作'].map((_, at, all) => places.mayBeAt(all.join(''), at))).toEqual(
    [...'心愿书屋和心愿清单，援藏工作'].map((_, at) => at === 0 || at === 10),
  );
});

test('where the first of some characters stands is told, and the length where none does', () => {
  const marks = new CharacterSet('，。');
  expect([marks.firstIn('甲，乙。'), marks.firstIn('甲，乙。', 2), marks.firstIn('甲乙')]).toEqual([1, 3, 2]);
});

test('a character is asked for by its place; outside a text stands none', () => {
  const marks = new CharacterSet('，。');
  expect([0, 1, 2, 3].map((at) => marks.isAt('甲，乙。', at))).toEqual([false, true, false, true]);
  expect([marks.isAt('，', 1), marks.isAt('，', -1), marks.has(''), marks.has('。')]).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('Chinese characters and white space are those of the patterns', () => {
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  expect(all.filter((one) => isHan(one, 0) !== /\p{Script=Han}/u.test(one))).toEqual([]);
  expect(all.filter((one) => WHITE_SPACE.includes(one) !== /\s/u.test(one))).toEqual([]);
});
