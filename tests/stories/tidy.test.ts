import { describe, expect, it } from 'vitest';
import { splitStory } from '#stories/body/split.ts';
import { tidyStory } from '#stories/tidy.ts';

const FRONT = '---\nkind: news\npeople: [样例甲, 样例乙]\n---\n\n';
const tidy = (text: string) => tidyStory(text, (whole) => whole.length - splitStory(whole).body.length);
const body = (text: string) => tidy(FRONT + text).text.slice(FRONT.length);
/** The words of a text, without anything that only arranges them. */
const words = (text: string) => text.replaceAll(/[\s|｜"“”'‘’＃#＊*\u200b-]/g, '');

describe('tidying a story', () => {
  it.each([
    ['lines that end a sentence become paragraphs', '一段话。\n又一段话。\n', '一段话。\n\n又一段话。\n'],
    ['a list of names becomes a paragraph each', '甲　组长\n乙　副组长\n', '甲　组长\n\n乙　副组长\n'],
    ['a signature and its date stand apart', '样例单位\n2026年11月25日\n', '样例单位\n\n2026年11月25日\n'],
    ['lists, quotations and tables stay as they are', '- 甲\n- 乙\n\n> 一\n> 二\n\n| 甲 |\n|---|\n| 乙 |\n', null],
    ['a tag over several lines stays as it is', '<Photo\n  src="a.jpg"\n  alt="操场"\n/>\n', null],
    ['a line broken by its width stays', `${'长'.repeat(40)}，\n接着写。\n`, null],
    [
      'cells pasted from a spreadsheet become a table',
      '姓名\t单位\n甲\t团委\n',
      '| 姓名 | 单位 |\n| --- | --- |\n| 甲 | 团委 |\n',
    ],
    [
      'a table stands apart from the words around it',
      '名单：\n姓名\t单位\n完。\n',
      '名单：\n\n| 姓名 | 单位 |\n| --- | --- |\n\n完。\n',
    ],
    [
      'a row with fewer cells is filled up',
      '甲\t乙\t丙\n丁\t戊\n',
      '| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 丁 | 戊 |   |\n',
    ],
    [
      'wide bars become a table, its own dashes once',
      '｜甲｜乙｜\n｜---｜---｜\n｜一｜二｜\n',
      '| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n',
    ],
    ['wide marks of Markdown become narrow', '＃＃　小标题\n\n＊＊要紧＊＊的话\n', '## 小标题\n\n**要紧**的话\n'],
    ['straight quotation marks become Chinese ones', '他说："好的。"又说：\'行\'。\n', '他说：“好的。”又说：‘行’。\n'],
    ['those of tags, addresses and English stay', '<Num fact="a"/>，[信](/a/ "好")，it\'s 5\' 10"\n', null],
    ['indents by wide spaces go', '　　第一段。\n\n　　第二段。\n', '第一段。\n\n第二段。\n'],
    ['what nobody sees goes, the joins of an emoji stay', '我们\u200b到了👩\u200d🏫。\n', '我们到了👩\u200d🏫。\n'],
  ])('%s', (_, before, after) => {
    expect(body(before)).toBe(after ?? before);
    expect(words(body(before)).replaceAll('\u200d', '')).toBe(words(before).replaceAll('\u200d', ''));
  });

  it('parts names that a Chinese comma joined in the front matter, and touches no other line there', () => {
    const text = '---\ntitle: "一，二"\npeople: [样例甲，样例乙、样例丙]\n---\n\n文。\n';
    expect(tidy(text).text).toBe('---\ntitle: "一，二"\npeople: [样例甲, 样例乙, 样例丙]\n---\n\n文。\n');
  });

  it('says what it did and how often', () => {
    expect(tidy(`${FRONT}一。\r\n二。\u200b\r\n`).done).toEqual([
      { what: '统一换行', count: 2 },
      { what: '去掉看不见的字符', count: 1 },
      { what: '在段和段之间空一行', count: 1 },
    ]);
  });

  it('changes nothing the second time', () => {
    const once = tidy(`${FRONT}一。\n二"三"\n甲\t乙\n丙\t丁\n＃＃小题\n`).text;
    expect(tidy(once)).toEqual({ text: once, done: [] });
  });
});
