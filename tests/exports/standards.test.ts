import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { packageFaults } from './standards/data-package.ts';
import { jsonFeedFaults } from './standards/json-feed.ts';
import { linkedDataFaults } from './standards/linked-data.ts';
import { notRfc822, rssFaults } from './standards/rss.ts';
import { sitemapFaults } from './standards/sitemap.ts';

/** Who looks for faults has to find them: each rule with something that breaks it and nothing else. */
const RSS = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>甲</title><description>乙</description><link>https://a.example.cn/</link><language>zh-CN</language><lastBuildDate>Tue, 01 Dec 2026 00:30:00 GMT</lastBuildDate><atom:link href="https://a.example.cn/feed.xml" rel="self" type="application/rss+xml"/><item><title>一</title><link>https://a.example.cn/1/</link><guid isPermaLink="true">https://a.example.cn/1/</guid><pubDate>Tue, 01 Dec 2026 00:30:00 GMT</pubDate><content:encoded>&lt;a href="https://a.example.cn/"&gt;丙&lt;/a&gt;</content:encoded></item></channel></rss>`;

describe('who reads RSS', () => {
  it('has nothing against a feed that keeps the rules', () => {
    expect(rssFaults(RSS)).toEqual([]);
  });

  it.each<[string, string | RegExp, string, RegExp]>([
    ['another version', 'version="2.0"', 'version="0.91"', /version 2\.0/],
    ['no XML', '</title><description>', '<description>', /closes/],
    ['a prefix that is not declared', 'xmlns:content=', 'xmlns:other=', /prefix content/],
    ['no description', '<description>乙</description>', '', /no description/],
    ['a link that is not whole', '<link>https://a.example.cn/</link>', '<link>/</link>', /no whole address/],
    ['no address of its own', / rel="self"/, '', /lies itself/],
    ['an item without words', '<title>一</title>', '', /without title/],
    ['a date in another form', /<pubDate>[^<]*/, '<pubDate>2026-12-01', /RFC 822/],
    ['another weekday', '<pubDate>Tue', '<pubDate>Mon', /weekday/],
    ['a name where mail is written', '<guid', '<author>甲</author><guid', /mail/],
    ['something that RSS does not know', '<guid', '<summary>甲</summary><guid', /no element/],
    ['a title twice', '<guid', '<title>甲</title><guid', /twice/],
    [
      'an address of its page alone in its text',
      'href="https://a.example.cn/"&gt;',
      'href="/plan/"&gt;',
      /whole address/,
    ],
    ['two items of one guid', /(<item>.*<\/item>)/, '$1$1', /one guid/],
  ])('finds %s', (_, part, instead, fault) => {
    expect(rssFaults(RSS.replace(part, instead)).join('\n')).toMatch(fault);
  });

  it('knows a day that there is not', () => {
    expect(notRfc822('30 Feb 2026 00:00:00 GMT')).toMatch(/no such day/);
    expect(notRfc822('Sat, 28 Feb 2026 00:00:00 GMT')).toBeNull();
  });
});

const JSON_FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: '甲',
  home_page_url: 'https://a.example.cn/',
  feed_url: 'https://a.example.cn/feed.json',
  items: [{ id: '1', url: 'https://a.example.cn/1/', content_html: '丙', date_published: '2026-12-01T00:30:00.000Z' }],
};
const [ITEM] = JSON_FEED.items;

describe('who reads JSON Feed', () => {
  it('has nothing against a feed that keeps the rules', () => {
    expect(jsonFeedFaults(JSON_FEED)).toEqual([]);
  });

  it.each<[string, object, RegExp]>([
    ['another version', { version: 'https://jsonfeed.org/version/1' }, /1\.1/],
    ['no title', { title: ' ' }, /title/],
    ['an address that is not whole', { feed_url: '/feed.json' }, /feed_url/],
    ['what it does not know', { publisher: '甲' }, /publisher/],
    ['no items', { items: undefined }, /list/],
    ['an item without an id', { items: [{ ...ITEM, id: undefined }] }, /no id/],
    ['an item without content', { items: [{ ...ITEM, content_html: undefined }] }, /no content/],
    ['a date that is none', { items: [{ ...ITEM, date_published: '2026-02-30T00:00:00Z' }] }, /RFC 3339/],
    ['nobody as author', { items: [{ ...ITEM, authors: [{}] }] }, /authors/],
    ['two items of one id', { items: [ITEM, ITEM] }, /one id/],
    ['an address of its page alone', { items: [{ ...ITEM, content_html: '<img src="/a.jpg">' }] }, /a\.jpg/],
  ])('finds %s', (_, change, fault) => {
    expect(jsonFeedFaults({ ...JSON_FEED, ...change }).join('\n')).toMatch(fault);
  });
});

const MAP = `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example.cn/</loc><lastmod>2026-12-01T00:00:00.000Z</lastmod></url></urlset>`;

describe('who reads maps of sites', () => {
  it('has nothing against a map and an index that keep the rules', () => {
    expect(sitemapFaults(MAP, 'https://a.example.cn/')).toEqual([]);
    const index = MAP.replaceAll('urlset', 'sitemapindex').replaceAll(/(<\/?)url>/g, '$1sitemap>');
    expect(sitemapFaults(index, 'https://a.example.cn/')).toEqual([]);
  });

  it.each<[string, string | RegExp, string, RegExp]>([
    ['another namespace', '/0.9', '/1.0', /namespace/],
    ['an address elsewhere', '<loc>https://a.', '<loc>https://b.', /outside/],
    ['a path alone', '<loc>https://a.example.cn', '<loc>', /whole address/],
    ['a date that is none', '2026-12-01T00', '2026-13-01T00', /no date/],
    ['parts in another order', /(<loc>.*<\/loc>)(<lastmod>.*<\/lastmod>)/, '$2$1', /schema/],
    ['a part it does not know', '<lastmod>', '<title>甲</title><lastmod>', /schema/],
    ['an address twice', /(<url>.*<\/url>)/, '$1$1', /twice/],
    ['nothing', /<url>.*<\/url>/, '', /nothing/],
  ])('finds %s', (_, part, instead, fault) => {
    expect(sitemapFaults(MAP.replace(part, instead), 'https://a.example.cn/').join('\n')).toMatch(fault);
  });
});

const TABLE = Buffer.from('\uFEFFname,count\r\n甲,3\r\n乙,\r\n');
const PACKAGE = {
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'data',
  sources: [{ title: '甲' }],
  resources: [
    {
      ...{ name: 'a', path: 'a.csv', title: '甲', description: '乙', encoding: 'utf-8' },
      ...{ format: 'csv', mediatype: 'text/csv', bytes: TABLE.length },
      hash: `sha256:${createHash('sha256').update(TABLE).digest('hex')}`,
      schema: {
        fields: [
          { name: 'name', type: 'string', constraints: { required: true } },
          { name: 'count', type: 'integer', constraints: { minimum: 0 } },
        ],
      },
    },
  ],
};
const [TABLED] = PACKAGE.resources;
const withFields = (...fields: object[]) => ({ resources: [{ ...TABLED, schema: { fields } }] });
const NAME = { name: 'name', type: 'string' };

describe('who reads descriptions of data', () => {
  it('has nothing against one that keeps the rules', () => {
    expect(packageFaults(PACKAGE, () => TABLE)).toEqual([]);
  });

  it.each<[string, object, RegExp]>([
    ['no version', { $schema: undefined }, /version 2/],
    ['licences that are none', { licenses: [{ title: '甲' }] }, /neither name nor path/],
    ['no licence in the list', { licenses: [] }, /none in it/],
    ['a source without a title', { sources: [{ path: 'https://a.example.cn/' }] }, /title/],
    ['no resources', { resources: [] }, /no resources/],
    ['a path that climbs', { resources: [{ ...TABLED, path: '../a.csv' }] }, /path/],
    ['another length', { resources: [{ ...TABLED, bytes: 1 }] }, /1 bytes/],
    ['another hash', { resources: [{ ...TABLED, hash: 'sha256:00' }] }, /hash/],
    ['columns in another order', withFields({ name: 'count', type: 'integer' }, NAME), /columns/],
    ['a column too few', withFields(NAME), /columns/],
    ['a type that there is not', withFields(NAME, { name: 'count', type: 'count' }), /no type/],
    ['a value of another type', withFields({ ...NAME, type: 'date' }, { name: 'count', type: 'integer' }), /no date/],
    [
      'nothing where something must be',
      withFields(NAME, { name: 'count', type: 'integer', constraints: { required: true } }),
      /required/,
    ],
    [
      'a value that is not allowed',
      withFields({ ...NAME, constraints: { enum: ['甲'] } }, { name: 'count', type: 'integer' }),
      /乙: none/,
    ],
    [
      'a value of another pattern',
      withFields({ ...NAME, constraints: { pattern: '甲' } }, { name: 'count', type: 'integer' }),
      /pattern/,
    ],
    [
      'a constraint that there is not',
      withFields({ ...NAME, constraints: { needed: true } }, { name: 'count', type: 'integer' }),
      /needed is no constraint/,
    ],
  ])('finds %s', (_, change, fault) => {
    expect(packageFaults({ ...PACKAGE, ...change }, () => TABLE).join('\n')).toMatch(fault);
  });
});

const CRUMB = { '@type': 'ListItem', position: 1, name: '甲', item: 'https://a.example.cn/' };
const told = (...things: object[]) => JSON.stringify({ '@context': 'https://schema.org', '@graph': things });
const crumbs = (...list: object[]) => told({ '@type': 'BreadcrumbList', itemListElement: list });

describe('who reads linked data', () => {
  it('has nothing against what keeps the rules', () => {
    expect(linkedDataFaults(crumbs(CRUMB, { ...CRUMB, position: 2 }))).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', `${crumbs(CRUMB)}</script>`, /JSON/],
    ['other words', crumbs(CRUMB, { ...CRUMB, position: 2 }).replace('schema.org', 'example.cn'), /schema\.org/],
    ['nothing', told(), /nothing/],
    ['one step alone', crumbs(CRUMB), /itemListElement/],
    ['steps that are not counted', crumbs(CRUMB, CRUMB), /itemListElement/],
    ['a step that leads nowhere', crumbs(CRUMB, { ...CRUMB, position: 2, item: '/a/' }), /itemListElement/],
    ['a type that nobody has looked up', told({ '@type': 'Wort' }), /looked up/],
    ['a person with more than a name', told({ '@type': 'Person', name: '甲', birthDate: '2001-01-01' }), /birthDate/],
    ['the same type twice', told({ '@type': 'Person', name: '甲' }, { '@type': 'Person', name: '乙' }), /one type/],
  ])('finds %s', (_, text, fault) => {
    expect(linkedDataFaults(text).join('\n')).toMatch(fault);
  });
});
