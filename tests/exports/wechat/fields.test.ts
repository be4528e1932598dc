import { describe, expect, it } from 'vitest';
import { fitted, lengthOf, wechatFields } from '#exports/wechat/fields.ts';

describe('a text that has to fit', () => {
  it.each([
    ['stays where it fits', '一句话。', 10, '一句话。'],
    ['ends with a sentence', '第一句说完了。第二句还没有说完就放不下', 12, '第一句说完了。'],
    ['keeps the marks that close a sentence', '他说：“好了。”后面放不下了放不下了', 9, '他说：“好了。”'],
    ['ends with a part of a sentence, without its mark', '山很高，路很远，要走三天三夜才到', 10, '山很高，路很远'],
    [
      'is not cut to a word or two',
      '好。后面是很长的一句话中间没有停顿也放不下',
      12,
      '好。后面是很长的一句话中间没有停顿也放不下'.slice(0, 12),
    ],
    ['is cut between characters, never inside one', '𠀀'.repeat(9), 4, '𠀀'.repeat(4)],
  ])('%s', (_, text, most, expected) => {
    expect(fitted(text, most)).toBe(expected);
    expect(lengthOf(fitted(text, most))).toBeLessThanOrEqual(most);
  });

  it('says what stood there before', () => {
    const title = `${'一'.repeat(20)}，${'二'.repeat(30)}`;
    const [first, author, digest, address] = wechatFields({
      title,
      author: null,
      summary: '短的。',
      address: 'https://a.example.invalid/stories/a/',
    });
    expect(first).toMatchObject({ text: '一'.repeat(20), whole: title });
    expect(author).toMatchObject({ text: '', note: expect.stringContaining('没有写作者') });
    expect(digest).toMatchObject({ text: '短的。', whole: null });
    expect(address?.note).toContain('还没有定');
  });
});
