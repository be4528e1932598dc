import { describe, expect, it } from 'vitest';
import { correctionItem, type FeedCorrection } from '#exports/feeds/correction-item.ts';

const NUMBER: FeedCorrection = {
  href: '/aid/corrections/#2026-03-01-trees',
  date: '2026-03-01',
  kind: '数',
  of: { text: '2021年种树 <计划>', href: '/aid/facts/trees/' },
  was: '40棵',
  now: '45棵',
  text: '抄错了',
  source: '附件2',
};
const whole = (href: string) => `https://aid.example.cn${href}`;
const item = (more: Partial<FeedCorrection> = {}) => correctionItem({ ...NUMBER, ...more }, '甲援乙', whole);

describe('a correction in a feed', () => {
  it('says what it was, what it is, why and by what, and leads to its entry and to the number', () => {
    const { title, url, summary, html, published } = item();
    expect([title, url]).toEqual([
      '更正：2021年种树 <计划>',
      'https://aid.example.cn/aid/corrections/#2026-03-01-trees',
    ]);
    expect(summary).toBe('原来40棵，更正为45棵。抄错了。依据：附件2。');
    expect(html).toBe(
      '<p><a href="https://aid.example.cn/aid/facts/trees/">2021年种树 &lt;计划&gt;</a>　原来40棵，更正为45棵。抄错了。依据：附件2。</p>',
    );
    expect(published).toEqual(new Date('2026-03-01T00:00:00+08:00'));
  });

  it('says of a number that is gone that it is, and of a story what the story says', () => {
    expect(item({ now: null, source: null }).summary).toBe('原来40棵，现在没有这个数。抄错了。');
    expect(item({ was: null, now: null, text: '第一段漏了两个字，已补上。', source: null }).summary).toBe(
      '第一段漏了两个字，已补上。',
    );
  });
});
