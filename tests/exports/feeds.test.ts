import { describe, expect, it } from 'vitest';
import { jsonFeed } from '#exports/feeds/json-feed.ts';
import { robotsText } from '#exports/feeds/robots.ts';
import { type FeedItem, rssFeed } from '#exports/feeds/rss.ts';
import { notWellFormed } from '../charts/kit/well-formed.ts';
import { inside } from './feed-xml.ts';
import { jsonFeedFaults } from './standards/json-feed.ts';
import { rssFaults } from './standards/rss.ts';

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
  corrected: null,
  categories: ['动态', '书信'],
  author: '甲',
  image: null,
  source: '乙报',
};
const feed = (...items: readonly Partial<FeedItem>[]) =>
  rssFeed(
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

  it('keeps the rules of RSS 2.0, with items and without', async () => {
    expect(rssFaults(await feed({}, { url: 'https://aid.example.cn/aid/stories/er/', author: null }))).toEqual([]);
    expect(rssFaults(await feed())).toEqual([]);
  });

  it('is as old as its newest correction, where that came after the newest story', async () => {
    const xml = await feed({ corrected: new Date('2026-12-03T00:00:00+08:00') }, {});
    expect(inside(xml, 'lastBuildDate')).toEqual(['Wed, 02 Dec 2026 16:00:00 GMT']);
    expect(inside(xml, 'pubDate')[0]).toBe('Tue, 24 Nov 2026 16:00:00 GMT');
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

describe('the feed as JSON', () => {
  const items: FeedItem[] = [
    { ...ITEM, corrected: new Date('2026-12-03T00:00:00+08:00'), image: 'https://aid.example.cn/aid/a.jpg' },
    { ...ITEM, url: 'https://aid.example.cn/aid/stories/er/', author: null, categories: ['动态', '动态'] },
  ];
  const json = jsonFeed(CHANNEL, items);

  it('keeps the rules of JSON Feed 1.1, with items and without', () => {
    expect(jsonFeedFaults(JSON.parse(JSON.stringify(json)))).toEqual([]);
    expect(jsonFeedFaults(JSON.parse(JSON.stringify(jsonFeed(CHANNEL, []))))).toEqual([]);
  });

  it('says of itself and of each story what the RSS says, and when it was put right', () => {
    expect(json).toMatchObject({
      ...{ title: '甲援乙', description: '一句话 & 另一句', language: 'zh-CN', home_page_url: CHANNEL.home },
      ...{ feed_url: CHANNEL.self, authors: [{ name: '甲援乙（建设单位待定）' }] },
    });
    expect(json.items[0]).toEqual({
      ...{ id: ITEM.url, url: ITEM.url, title: '一封信', summary: '说的是一封信。', content_html: '<p>正文</p>' },
      ...{ image: 'https://aid.example.cn/aid/a.jpg', authors: [{ name: '甲' }], tags: ['动态', '书信'] },
      ...{ date_published: '2026-11-24T16:00:00.000Z', date_modified: '2026-12-02T16:00:00.000Z' },
    });
  });

  it('leaves out what a story has not', () => {
    expect(Object.keys(json.items[1] ?? {}).filter((key) => /authors|image|modified/.test(key))).toEqual([]);
    expect(json.items[1]?.tags).toEqual(['动态']);
  });
});

describe('robots.txt', () => {
  it('lets everybody read the site and says where its map lies', () => {
    expect(robotsText('https://aid.example.cn/aid/sitemap-index.xml')).toBe(
      'User-agent: *\nDisallow:\n\nSitemap: https://aid.example.cn/aid/sitemap-index.xml\n',
    );
  });

  it('asks everybody to leave a preview alone', () => {
    expect(robotsText(null)).toBe('User-agent: *\nDisallow: /\n');
  });
});
