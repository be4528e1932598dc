import { describe, expect, test } from 'vitest';
import { mistypedDigits } from '#check/prose/language/mistyped-digits.ts';
import { pastedCharacters } from '#check/prose/language/pasted-characters.ts';
import { splitStory } from '#stories/body/split.ts';
import { tidyStory } from '#stories/tidy.ts';
import { proseOf, told } from './prose-of.ts';

const known = { terms: [], people: [], today: '2026-11-25' };
const [digits, pasted] = [mistypedDigits(known), pastedCharacters(known)];
const tidied = (body: string) => {
  const front = '---\nkind: news\n---\n\n';
  return tidyStory(front + body, (whole) => whole.length - splitStory(whole).body.length).text.slice(front.length);
};

describe('digits that are letters, times whose colon is another mark', () => {
  test.each([
    ['共有25O人参加。', '25O', '“250”'],
    ['收到l00封信。', 'l00', '“100”'],
    ['2O19年5月印发。', '2O19', '“2019”'],
    ['发了1OO0元。', '1OO0', '“1000”'],
    ['活动于下午3；30开始。', '3；30', '“3：30”'],
    ['上午8，15在校门口集合。', '8，15', '“8：15”'],
  ])('%s', (text, found, expected) => {
    expect(told(digits, proseOf(text)).map((line) => line.split('｜').slice(2, 4))).toEqual([[found, expected]]);
  });

  test.each([
    '共有250人参加。',
    'O2O模式、A10座位、B1O层。',
    '下午3点30分开始。',
    '下午3：30开始。',
    '5G网络、3D打印、Office365。',
    '第3，30人；下午3，30人到场。',
    'CO2排放、H2O分子。',
  ])('%s is right', (text) => {
    expect(told(digits, proseOf(text))).toEqual([]);
  });
});

describe('what pasting makes of characters', () => {
  test.each([
    ['２０２６年，共１００人，Ａ组Ｂ组。', '2026年，共100人，A组B组。', 'full-width-digit'],
    ['共 青 团 湖 南 省 委印发。', '共青团湖南省委印发。', 'spaced-characters'],
  ])('%s is told once, and tidied', (text, right, code) => {
    expect(told(pasted, proseOf(text)).map((line) => line.split('｜')[1])).toEqual([code]);
    expect(tidied(`${text}\n`)).toBe(`${right}\n`);
  });

  test.each(['样例甲 样例乙 样例丙', '张 三', '甲 乙 丙', '2026年 100 人', '一 二 三 四 五 六', '东 南 西 北'])(
    '%s stays',
    (text) => {
      expect(told(pasted, proseOf(text))).toEqual([]);
      expect(tidied(`${text}\n`)).toBe(`${text}\n`);
    },
  );

  test.each(['共 ', '１', '1O', 'l0', '下午3；'])('a text of nothing but %s is read in time', (part) => {
    const text = proseOf(part.repeat(Math.floor(300_000 / part.length)));
    digits(text);
    pasted(text);
  });
});
