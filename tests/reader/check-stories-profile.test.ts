import { describe, expect, test } from 'vitest';
import { aidedStudents } from '#check/prose/people/aided-students.ts';
import { minors } from '#check/prose/people/minors.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { checkedStories, KNOWN, toldOf } from './story-mutation.ts';

/** A portrait with this profile; the profile begins on line 9. */
const portrait = (profile: string, body = '样例甲说：“书到了，先看封面。”', people = '[样例甲]') =>
  `---
kind: person
title: 一个人
summary: 一句话说明这个人。
date: 2026-01-05
people: ${people}
editor: 编辑部
source: 本站
profile:
${profile}
---

${body}
`;
const SAYS = '  words: 书到了，先看封面。';

describe('The profile of a person in the front matter', () => {
  test('may be written whole, with places by their ids, or in part', () => {
    expect(toldOf(portrait(`  from: jia\n  at: bing-xiang\n  since: 2019-08至2020-07\n${SAYS}`))).toEqual([]);
    expect(toldOf(portrait('  since: 2019'))).toEqual([]);
  });

  test.each([
    [
      'a key in Chinese',
      portrait('  从哪来: 样例县'),
      '10:3 error unknown-key｜不认识这个键：现在是“从哪来”，应当是from、at、since、words 中的一个。｜把“从哪来”改成“from”。',
    ],
    [
      'an id that no place has',
      portrait('  at: bing-xian'),
      '10:7 error unknown-place｜没有这个地方：现在是“bing-xian”，应当是places.yaml 里有的地方、单位的 id，或者几个汉字。｜是不是想写“bing-xiang”（丙乡）？',
    ],
    [
      'a place by its name, which leads nowhere',
      portrait('  at: 丙乡'),
      '10:7 warning profile-place-name｜这个地方 places.yaml 里有，写 id 才有链接：现在是“丙乡”，应当是它的 id。｜改成 bing-xiang，网页上印的还是“丙乡”。',
    ],
    [
      'a date as it is spoken, up to a today that nobody changes',
      portrait('  since: 2019年8月至今'),
      '10:10 error bad-since｜“多久”的写法不对：现在是“2019年8月至今”，应当是2019、2019-08、2019-08-15 里的一种，2019-08至2020-07 这样的一段，或者“三个月”这样的长短。｜改成 2019-08。',
    ],
    [
      'a span the wrong way round',
      portrait('  since: 2020-07至2019-08'),
      '10:10 error bad-since｜“多久”的头和尾倒了：现在是“2020-07至2019-08”，应当是先写从什么时候，再写到什么时候。｜改成 2019-08至2020-07。',
    ],
    [
      'words that the text does not have',
      portrait('  words: 书到了，先看书脊。'),
      '10:10 error profile-words｜这句话正文里没有：现在是“书到了，先看书脊。”，应当是正文里原样有的一句话。｜照正文抄，一个字也不改；正文里没有他说的话，就把 words 这一行删掉。',
    ],
    [
      'words of the story, not of anybody in it',
      portrait(SAYS, '书到了，先看封面。'),
      '10:10 error profile-words｜这句话在正文里不是谁说的，是叙述：现在是“书到了，先看封面。”，应当是正文里引号、Quote、Letter、Interview 里的话。｜另选一句他自己说的；没有就把 words 这一行删掉。',
    ],
    [
      'words that somebody else says',
      portrait(SAYS, '<Quote by="样例乙">\n\n“书到了，先看封面。”\n\n</Quote>'),
      '10:10 error profile-words｜这句话在正文里是别人说的：现在是“书到了，先看封面。”，是“样例乙”说的，应当是样例甲说的话。｜另选一句他自己说的；没有就把 words 这一行删掉。',
    ],
    [
      'several people',
      portrait('  since: 2019', '正文一句。', '[样例甲, 样例乙]'),
      '9:1 error profile-of-one｜profile 说的是一个人，这一篇写了几个：现在是people 里有2个名字，应当是people 里只有一个名字。｜几个人的稿子，谁从哪来写在正文里；或者一个人写一篇。把 profile 这几行整个删掉。',
    ],
    [
      'a story of another kind',
      portrait('  since: 2019').replace('kind: person', 'kind: news'),
      '9:1 error profile-of-one｜profile 只写在人物稿里：现在是kind 是“news”，应当是kind 是 person。｜写的是一个人，就把 kind 改成 person；不是就把 profile 这几行整个删掉。',
    ],
  ])('is told: %s', (_what, text, told) => {
    expect(toldOf(text)).toEqual([told]);
  });

  test.each([
    ['marks and spaces that the text writes in another way', '  words: “书到了， 先看封面”'],
    ['a part of what is said', '  words: 先看封面'],
  ])('may quote with %s', (_what, profile) => {
    expect(toldOf(portrait(profile))).toEqual([]);
  });

  test.each([
    ['a quotation', '<Quote by="样例甲">\n\n“书到了，先看封面。”\n\n</Quote>'],
    ['an interview', '<Interview by="样例甲" form="讲述">\n\n书到了，先看封面。\n\n</Interview>'],
    ['a letter', '<Letter from="样例甲">\n\n书到了，先看封面。\n\n</Letter>'],
  ])('may quote what stands in %s', (_what, body) => {
    expect(toldOf(portrait(SAYS, body))).toEqual([]);
  });

  test('says nothing of words where the text itself cannot be read', () => {
    expect(toldOf(portrait(SAYS, '<Quote'))).not.toContainEqual(expect.stringContaining('profile-words'));
  });

  test.each([
    ['a child of the records', '样例小荷', '  at: 样例小学三年级2班', ['minor-identifiable']],
    ['a child of the records, and nothing of where', '样例小荷', '  since: 2019', []],
    ['a 化名 of the records', '样例小溪（化名）', '  at: 样例县中学', ['alias-identifiable']],
    ['a 化名 of the records in a county', '样例小溪（化名）', '  at: 样例县', []],
    ['a 化名 of somebody unknown', '样例小明（化名）', '  from: 样例小学三年级', ['alias-identifiable']],
    ['a pupil of whom there is no record', '张小禾', '  at: 样例小学三年级2班', ['minor-identifiable']],
    ['a grown-up at a school', '张小禾', '  at: 样例小学，语文老师', []],
    ['somebody aided, by name', '张小禾', '  words: 家里困难，差点没去上学', ['aided-student-named']],
  ])('is read as one with the name: %s', (_who, name, profile, codes) => {
    const band = { sample: false, role: '学生' } as const;
    const people: readonly Person[] = [
      { ...band, id: 'xiao-he', name: '样例小荷', age_band: 'under-14' },
      { ...band, id: 'lin-xi', name: '样例林溪', alias: '样例小溪', age_band: '14-17' },
    ];
    const knowledge = { people, terms: [], today: '2026-11-25' };
    const known = { ...KNOWN, readers: () => [minors(knowledge), aidedStudents(knowledge)] };
    const text = portrait(profile, '他说：“家里困难，差点没去上学。”', `[${name}]`);
    const { problems } = checkedStories({ 'stories/one/index.mdx': text }, { known });
    expect(problems.filter(({ line }) => line < 12).map(({ code }) => code)).toEqual(codes);
  });
});
