import { expect, test } from 'vitest';
import { Glance, matchesIn, triedAtBeginnings, wordsNeededBy } from '#check/text/glance.ts';

test('what stands in every text that a pattern matches is read off the pattern', () => {
  const needed: readonly (readonly [RegExp, readonly string[]])[] = [
    [/(?:方案|通知)里/u, ['方案里', '通知里']],
    [/没(?:打|写)?错|不错/u, ['没打错', '没写错', '没错', '不错']],
    [/“([^“”]{6,24})”/u, ['“']],
    [/\d{4}年(?:起)?/u, ['年']],
    [/(?<=见)附件[12]/u, ['附件1', '附件2']],
    [/[7-9]月/u, ['7月', '8月', '9月']],
    [/(?:甲乙)*丙|丁{2,}/u, ['丙', '丁']],
    [/(?!不)甲(?<!乙甲)/u, ['甲']],
    [/\u4e59\.\p{Script=Han}/u, ['乙.']],
  ];
  for (const [pattern, words] of needed) expect(wordsNeededBy(pattern), pattern.source).toEqual(words);
});

test('of a pattern that may match anything nothing is needed', () => {
  for (const pattern of [/\p{Script=Han}+/u, /[^，]/u, /甲|.乙?/u, /甲*/u, /(?:甲|)/u, /abc/iu, /(\p{L})\1/u]) {
    expect(wordsNeededBy(pattern), pattern.source).toBeNull();
  }
});

test('a glance never overlooks a word that stands in a text, and rules out most texts without one', () => {
  const glance = new Glance('援藏工作', /附件[12]/u, '％');
  for (const text of ['援藏工作', '去年的援藏工作，', '见附件1', '百分比（％）']) {
    expect(glance.mayBeIn(text), text).toBe(true);
  }
  const others = ['', '援', '藏工作援', '附件', '见附件三', '孩子们写信，画画，一封一封寄出去。'];
  expect(others.filter((text) => glance.mayBeIn(text))).toEqual([]);
});

test('all matches are found as the pattern finds them, also where it matches nothing', () => {
  for (const [text, pattern] of [
    ['甲乙甲', /甲/gu],
    ['甲乙甲', /丙*/gu],
    ['甲乙甲', /丁/gu],
    ['', /甲|^/gu],
  ] as const) {
    expect(matchesIn(text, pattern)).toEqual([...text.matchAll(pattern)]);
  }
});

test('a pattern that is tried only where it may begin matches the same', () => {
  const pattern = /(?<!不)穷|家境(?!好)|没有?钱|[一二]贫|(?:从小)?没了(?<who>爹|娘)|\d{2}元/gu;
  const text = '他家境好，她家境不好，没钱也没有钱，不穷，很穷，一贫如洗，从小没了娘，没了爹，给了25元';
  const found = (tried: RegExp) => [...text.matchAll(tried)].map((match) => [match.index, match[0], match.groups]);
  expect(found(triedAtBeginnings(pattern))).toEqual(found(pattern));
  expect(found(pattern).length).toBe(8);
});

test('of a pattern that may begin with anything, or be empty, that is refused', () => {
  expect(() => triedAtBeginnings(/.贫|穷/u)).toThrow();
  expect(() => triedAtBeginnings(/(?:贫|穷)?/u)).toThrow();
  expect(() => triedAtBeginnings(/\p{Script=Han}炎/u)).toThrow();
});
