import { describe, expect, it } from 'vitest';
import { shortQuotation } from '#domain/stories/spoken-words.ts';

describe('the words of a story that stand on a slip', () => {
  it.each([
    ['样例甲说：“风大的时候，站着上课。”', '风大的时候，站着上课'],
    ['他对我说，“信写短了，寄不出去。”后来……', '信写短了，寄不出去'],
    ['“活动室”是什么，孩子们知道。样例乙答：“就是有鼓的那间。”', '就是有鼓的那间'],
    ['样例丙回信里写道：“你们那里下雪吗？”', '你们那里下雪吗？'],
  ])('are the first that somebody says: %s', (text, words) => {
    expect(shortQuotation(text)).toBe(words);
  });

  it('are whole: what is longer than twenty characters is passed over for the next', () => {
    const long = '这一句话说得实在太长了，长到一张题签上无论如何也放不下';
    expect(shortQuotation(`甲说：“${long}。”\n乙说：“短的也行。”`)).toBe('短的也行');
    expect(shortQuotation(`甲说：“${long}。”`)).toBeNull();
  });

  it('are nobody’s where quotation marks only name a thing, or a single word is said', () => {
    expect(shortQuotation('“手拉手”结对的“一家亲”活动。甲说：“好。”')).toBeNull();
  });
});
