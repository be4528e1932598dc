import { describe, expect, it } from 'vitest';
import { type FeedItem, feedXml } from '#exports/feeds/feed.ts';
import { notWellFormed } from '../charts/kit/well-formed.ts';
import { inside } from './feed-xml.ts';

const CHANNEL = {
  title: '甲援乙',
  description: '一句话 & 另一句',
  publisher: '甲援乙（建设单位待定）',
  home: 'https://aid.example.cn/aid/',
  self: 'https://aid.example.cn/aid/feed.xml',
};
const ITEM: FeedItem = {
  title: '一封信',
  url: 'https://aid.example.cn/aid/stories/yi-feng-xin/',
  summary: '说的是一封信。',
  html: '<p>正文</p>',
  published: new Date('2026-11-25T00:00:00+08:00'),
  categories: ['动态', '书信'],
  author: '甲',
  source: '乙报',
};
const feed = (...items: readonly Partial<FeedItem>[]) =>
  feedXml(
    CHANNEL,
    items.map((item) => ({ ...ITEM, ...item })),
  );
const body = (xml: string) => xml.replace(/^<\?xml[^>]*\?>/, '');

describe('the feed', () => {
  it('is RSS 2.0 that says in Chinese what it is, where it lives and how old it is', async () => {
    const xml = await feed({}, { published: new Date('2026-12-01T08:30:00+08:00') });
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><rss version="2.0"/);
    expect(notWellFormed(body(xml))).toBeNull();
    expect(inside(xml, 'title')[0]).toBe('甲援乙');
    expect(inside(xml, 'description')[0]).toBe('一句话 & 另一句');
    expect(inside(xml, 'link')[0]).toBe(CHANNEL.home);
    expect(inside(xml, 'dc:publisher')).toEqual(['甲援乙（建设单位待定）']);
    expect(inside(xml, 'language')).toEqual(['zh-CN']);
    expect(inside(xml, 'lastBuildDate')).toEqual(['Tue, 01 Dec 2026 00:30:00 GMT']);
    expect(xml).toContain(`<atom:link href="${CHANNEL.self}" rel="self" type="application/rss+xml"/>`);
  });

  it('gives of each story title, address, summary, time, whole text, kinds, author and source', async () => {
    const xml = await feed({});
    expect(inside(xml, 'title')[1]).toBe('一封信');
    expect(inside(xml, 'link')[1]).toBe(ITEM.url);
    expect(xml).toContain(`<guid isPermaLink="true">${ITEM.url}</guid>`);
    expect(inside(xml, 'description')[1]).toBe('说的是一封信。');
    expect(inside(xml, 'pubDate')).toEqual(['Tue, 24 Nov 2026 16:00:00 GMT']);
    expect(inside(xml, 'content:encoded')).toEqual(['<p>正文</p>']);
    expect(inside(xml, 'category')).toEqual(['动态', '书信']);
    expect(inside(xml, 'dc:creator')).toEqual(['甲']);
    expect(inside(xml, 'dc:source')).toEqual(['乙报']);
    expect(xml).not.toContain('<author>');
  });

  it('names no author where there is none, and stands where there is no story', async () => {
    expect(inside(await feed({ author: null }), 'dc:creator')).toEqual([]);
    const empty = await feed();
    expect(notWellFormed(body(empty))).toBeNull();
    expect([inside(empty, 'title'), inside(empty, 'lastBuildDate')]).toEqual([['甲援乙'], []]);
  });

  it('stays XML whatever the words: brackets, ampersands, ends of sections, quotation marks', async () => {
    const words = '<b>"甲" & \'乙\'</b> ]]> &amp; <!-- <![CDATA[ 丙';
    const xml = await feed({ title: words, summary: words, html: words, author: words, source: words });
    expect(notWellFormed(body(xml))).toBeNull();
    for (const tag of ['title', 'description', 'content:encoded', 'dc:creator', 'dc:source']) {
      expect([tag, inside(xml, tag).at(-1)]).toEqual([tag, words]);
    }
  });

  it('drops what no XML can hold: control characters and halves of a pair, not an emoji', async () => {
    const xml = await feed({ title: '甲\u0000\u000b\u001b乙\ufffe', html: '丙\ud800丁😀', source: '戊\u0008' });
    expect([inside(xml, 'title')[1], inside(xml, 'content:encoded')[0], inside(xml, 'dc:source')[0]]).toEqual([
      '甲乙',
      '丙丁😀',
      '戊',
    ]);
  });

  it('is the same bytes for the same stories', async () => {
    expect(await feed({}, { title: '乙' })).toBe(await feed({}, { title: '乙' }));
  });
});
