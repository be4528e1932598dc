import { expect, it } from 'vitest';
import { realContent } from '../domain/real-programme.ts';
import { problemsAfter, told } from './mutation.ts';

const write = (text: string) => problemsAfter([{ file: 'synonyms.yaml', write: text }]);

it.each([
  [
    'a word twice in a group',
    '- { words: [甲词, 乙词, 甲词] }\n',
    'synonyms.yaml:1:21 error synonym-twice｜“甲词”在同一组里写了两次：现在是两次都在第1组，应当是一个词只写一次。｜删掉多写的一个。',
  ],
  [
    'a word in two groups',
    '- { words: [甲词, 乙词] }\n- { words: [丙词, 甲词] }\n',
    'synonyms.yaml:2:17 error synonym-twice｜“甲词”写进了两组：现在是第1组和第2组里都有，应当是一个词只写一次。｜两组意思相同的，并成一组；不同的，从一组里删掉它。',
  ],
  [
    'a group of one',
    '# 头\n- { words: [甲词] }\n',
    'synonyms.yaml:2:12 error list-length｜列表的项数不对：现在是1项，应当是至少2项。｜补上缺的项。',
  ],
  [
    'an unknown key',
    '- { words: [甲词, 乙词], wy: 同一个 }\n',
    'synonyms.yaml:1:22 error unknown-key｜不认识这个键：现在是“wy”，应当是words、why 中的一个。｜把“wy”改成“why”。',
  ],
  [
    'a word that is a sentence',
    `- { words: [甲词, ${'很'.repeat(21)}] }\n`,
    `synonyms.yaml:1:17 error text-length｜文字太长：现在是“${'很'.repeat(21)}”，共21个字，应当是最多20个字。｜删短一些，到20个字以内；标点也算。`,
  ],
])('%s is told with its place', (_, text, problem) => {
  const { problems, refused } = write(text);
  expect(problems.map(told)).toEqual([problem]);
  expect(refused).toBe(true);
});

it('an empty word is an error', () => {
  expect(write("- { words: [甲词, ''] }\n").refused).toBe(true);
});

it('content without the file has no synonyms and is whole', () => {
  expect(problemsAfter([])).toEqual({ problems: [], refused: false });
});

it('the synonyms of the content are read, with the reason where one is given', () => {
  const { synonyms } = realContent();
  expect(synonyms.find(({ words }) => words.includes('团省委'))).toEqual({
    words: expect.arrayContaining(['共青团湖南省委']),
    why: '同一个机构',
  });
});
