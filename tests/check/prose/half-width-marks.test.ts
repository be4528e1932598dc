import { describe, expect, test } from 'vitest';
import { halfWidthMarks, withWideMarks } from '#check/prose/language/half-width-marks.ts';
import { splitStory } from '#stories/body/split.ts';
import { tidyStory } from '#stories/tidy.ts';
import { proseOf, told } from './prose-of.ts';

const read = halfWidthMarks({ terms: [], people: [], today: '2026-11-25' });
const tidied = (body: string) => {
  const front = '---\nkind: news\n---\n\n';
  return tidyStory(front + body, (whole) => whole.length - splitStory(whole).body.length).text.slice(front.length);
};

const wrong: readonly (readonly [text: string, right: string])[] = [
  ['样例小明 说 : 你好 , 再见 .', '样例小明 说：你好，再见。'],
  ['信到了,大家很高兴.', '信到了，大家很高兴。'],
  ['真的吗?', '真的吗？'],
  ['太好了!大家说.', '太好了！大家说。'],
  ['老师;学生;家长', '老师；学生；家长'],
  ['样例小明(化名)来了。', '样例小明（化名）来了。'],
  ['(一)上午', '（一）上午'],
  ['时间:9:30', '时间：9:30'],
  ['共3,000人,其中女生1,200人.', '共3,000人，其中女生1,200人。'],
  ['2019年5月, 通知印发。', '2019年5月，通知印发。'],
  ['长沙(Changsha)的信', '长沙（Changsha）的信'],
  ['“好的”,他说.', '“好的”，他说。'],
  ['大家说"很好"，都笑了。', '大家说“很好”，都笑了。'],
  ['等了很久...', '等了很久……'],
  ['再见. 他走了。', '再见。他走了。'],
  ['网址:https://example.com/a,b?c=1', '网址：https://example.com/a,b?c=1'],
  ['他说OK,然后走了。', '他说OK，然后走了。'],
  ['界河边种好了一排树.一个上午就种完了.大家都笑了', '界河边种好了一排树。一个上午就种完了。大家都笑了'],
  ['他说“明天再来种树”.大家都点头。', '他说“明天再来种树”。大家都点头。'],
];

const right = [
  '时间是9:30，比分3:2。',
  '共3,000人，均价12.5元。',
  '网址是https://example.com/2019/?a=1&b=(2)。',
  '信箱office@example.com，请写信。',
  'Hello, world. How are you? (fine)',
  '1.第一件事',
  '一.第一件事',
  '阿卜杜拉.买买提来了。',
  '我们在村口见到了阿依古丽.买买提，她笑了。',
  '每个人一天大约走了十二.五公里的山路。',
  '样例省.样例市.样例县',
  '第一章.总则',
  '甲村.界河边',
  '版本1.2.3',
  'f(x)=2x',
  '图1.2 山南',
  'C++、Node.js和Word都能用。',
  '你好，再见。（完）',
  '100%(3/3)',
  'A. 写信 B. 画画',
  '提示:::',
];

describe('narrow marks in Chinese text', () => {
  test.each(wrong)('%s is asked about, and tidied', (text, wide) => {
    const found = told(read, proseOf(text));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^warning｜half-width-mark｜/);
    expect(withWideMarks(text).text).toBe(wide);
    expect(tidied(`${text}\n`)).toBe(`${wide}\n`);
  });

  test.each(right)('%s is right, and stays', (text) => {
    expect(told(read, proseOf(text))).toEqual([]);
    expect(withWideMarks(text)).toEqual({ text, count: 0 });
    expect(tidied(`${text}\n`)).toBe(`${text}\n`);
  });

  test('of one paragraph all are told at once, with how many they are', () => {
    const [one] = read(proseOf('信到了,大家很高兴,都笑了.'));
    expect(one).toMatchObject({ start: 3, end: 4, found: '“到了,大家”，这一段共3处', expected: '“到了，大家”' });
  });

  test('tidying leaves Markdown, tags and addresses alone, and mends what tags say', () => {
    const kept = '看![操场](a.jpg)和[信](https://a.cn/?b=1 "好")。\n\n`甲,乙`，[^1]。\n\n[^1]: 注。\n';
    expect(tidied(kept)).toBe(kept);
    expect(tidied('<Photo src="a,b.jpg" alt="操场,很大" caption="左起:甲,乙"/>\n')).toBe(
      '<Photo src="a,b.jpg" alt="操场，很大" caption="左起：甲，乙"/>\n',
    );
  });

  test('tidying mends title and summary too', () => {
    const front = "---\ntitle: 信到了,大家笑了\nsummary: '一句话.'\nprojects: [a, b]\n---\n\n文。\n";
    const { text } = tidyStory(front, (whole) => whole.length - splitStory(whole).body.length);
    expect(text).toBe("---\ntitle: 信到了，大家笑了\nsummary: '一句话。'\nprojects: [a, b]\n---\n\n文。\n");
  });

  test.each(['信,', '(', '(一', '信 ', '.', '信...'])('a text of nothing but %s is read in time', (part) => {
    read(proseOf(part.repeat(Math.floor(300_000 / part.length))));
  });
});
