import { describe, expect, it } from 'vitest';
import { citedPage, publisherWords, sentenceFrom, speaker } from '#format/publisher.ts';

const site = (confirmed: { date: string; paper: string } | null) => ({
  name: '甲援乙',
  publisher: { name: '样例省团委', confirmed },
});
const page = { title: '2021年计划人数', day: '2026-11-29', url: 'https://aid.example.cn/facts/books/' };

describe('who speaks', () => {
  it('is the site itself as long as nobody has confirmed in writing that it answers for it', () => {
    expect(speaker(site(null), page.day)).toBe('甲援乙（建设单位待定）');
    expect(publisherWords(site(null), page.day)).toBe('建设单位待定');
    expect(citedPage(site(null), page)).toBe(
      '甲援乙（建设单位待定）. 2021年计划人数[EB/OL]. [2026-11-29]. https://aid.example.cn/facts/books/.',
    );
  });

  it('is the publisher from the day of its paper on, not a day before', () => {
    const confirmed = site({ date: '2026-11-29', paper: '样例函〔2026〕1号' });
    expect(speaker(confirmed, '2026-11-28')).toBe('甲援乙（建设单位待定）');
    expect(speaker(confirmed, '2026-11-29')).toBe('样例省团委');
    expect(publisherWords(confirmed, '2026-11-29')).toBe('主办：样例省团委');
    expect(citedPage(confirmed, page)).toBe(
      '样例省团委. 2021年计划人数[EB/OL]//甲援乙. [2026-11-29]. https://aid.example.cn/facts/books/.',
    );
  });
});

describe('a page as it is cited', () => {
  it('names who wrote it, when it came out and when it was seen', () => {
    const story = { ...page, author: '张三', published: '2026-11-25' };
    expect(citedPage(site(null), story)).toBe(
      '张三. 2021年计划人数[EB/OL]//甲援乙. (2026-11-25)[2026-11-29]. https://aid.example.cn/facts/books/.',
    );
  });

  it('names the data release that holds it, behind what it is and before the days', () => {
    expect(citedPage(site(null), { ...page, release: '2026-11-28' })).toBe(
      '甲援乙（建设单位待定）. 2021年计划人数[EB/OL]. 数据版本2026-11-28. [2026-11-29]. https://aid.example.cn/facts/books/.',
    );
    expect(sentenceFrom('计划40人。', '附件2', '2026-11-28')).toBe('计划40人（附件2，数据版本2026-11-28）。');
  });

  it('gives its source inside the sentence that is copied', () => {
    expect(sentenceFrom('计划40人。', '附件2')).toBe('计划40人（附件2）。');
  });
});
