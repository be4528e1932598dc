import { describe, expect, it } from 'vitest';
import { shortQuotation, slipQuotation } from '#domain/stories/spoken-words.ts';
import { fictionalStory } from '../fictional-story.ts';

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

describe('the words of a person on a slip', () => {
  const body = { ...fictionalStory('a').body, text: '别人说：“先听我说。”' };

  it('are those that the profile quotes, without their end', () => {
    expect(slipQuotation({ profile: { words: '“书到了，先看封面。”' }, body })).toBe('书到了，先看封面');
  });

  it('are what is said first where those are too long for a slip, or there are none', () => {
    expect(slipQuotation({ profile: { words: '字'.repeat(21) }, body })).toBe('先听我说');
    expect(slipQuotation({ body })).toBe('先听我说');
  });
});
