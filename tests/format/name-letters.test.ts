import { expect, it } from 'vitest';
import { nameLetters } from '#format/name-letters.ts';

const name = (text: string, more: Partial<Parameters<typeof nameLetters>[0][number]> = {}) => ({
  text,
  href: `/${text}/`,
  kind: '乡镇',
  ...more,
});
const shown = (names: Parameters<typeof nameLetters>[0]) =>
  nameLetters(names).map(({ letter, id, entries }) => `${letter} ${id} ${entries.map((e) => e.text).join('、')}`);

it('files names by letter and reading, what is not read last', () => {
  expect(shown(['玉麦乡', '200册书', '昌果乡', '“援藏”一年', '长沙', '玉麦'].map((text) => name(text)))).toEqual([
    'C az-c 昌果乡、长沙',
    'Y az-y 玉麦、玉麦乡、“援藏”一年',
    '# az-others 200册书',
  ]);
});

it('reads surnames of people only', () => {
  expect(shown([name('曾红军', { person: true }), name('曾经的操场')])).toEqual(['C az-c 曾经的操场', 'Z az-z 曾红军']);
});

it('reads places as their ids say', () => {
  expect(shown([name('乐山', { id: 'yueshan' }), name('长子县', { id: 'zhangzi' })])).toEqual([
    'Y az-y 乐山',
    'Z az-z 长子县',
  ]);
});

it('lists one thing once, and two things of one name both', () => {
  const [first] = nameLetters([name('西部计划'), name('西部计划'), name('西部计划', { href: '/b/' })]);
  expect(first?.entries.map((e) => e.href)).toEqual(['/b/', '/西部计划/']);
});

it('says what a name is of, and what else there is to say; nothing of a story', () => {
  const [first] = nameLetters([name('雪萨乡', { note: '通知写作雪沙乡' }), name('雪山', { kind: null })]);
  expect(first?.entries.map((e) => e.kind)).toEqual(['乡镇，通知写作雪沙乡', '']);
});

it('is the same in whatever order names come', () => {
  const names = ['玉麦', '育脉', '昌果', '长沙', '12'].map((text) => name(text));
  expect(nameLetters(names)).toEqual(nameLetters(names.toReversed()));
});
