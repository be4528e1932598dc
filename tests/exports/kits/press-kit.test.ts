import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { KitFact, KitSite } from '#exports/kits/kit-site.ts';
import { packKit } from '#exports/kits/pack-kit.ts';
import type { KitFile, PressKit } from '#exports/kits/press-kit.ts';
import { type KitStory, storyKit } from '#exports/kits/story-kit.ts';
import { quotingRules } from '#format/press-rules.ts';
import { readCsv } from '../../site/read-csv.ts';
import { LOOKUP, PAGE } from '../../stories/render/lookup.ts';
import { fileIn, readZip } from './read-zip.ts';

const SITE: KitSite = {
  name: '样例站',
  publisher: '主办：样例单位',
  sample: false,
  rules: quotingRules({ plan: '样例方案', author: '样例单位', speaker: '样例单位' }),
  licence: { name: '知识共享 署名 4.0', url: 'https://example.com/by' },
  noLicence: '许可还没有定。',
  receiver: '主办单位（样例单位）',
  contact: '邮箱：a@example.cn',
};
const FACT: KitFact = {
  ...{ id: 'books', label: '计划册数', value: '50', unit: '册', sentence: '计划50册。', source: '《样例方案》附件2' },
  quoted: '计划50册（《样例方案》附件2；样例站，https://aid.example.cn/aid/facts/books/）。',
  quote: '捐书50册',
  worked: null,
  against: '正文写的是40册（《样例方案》四（一）1）。',
  url: 'https://aid.example.cn/aid/facts/books/',
};
const HASH = 'a'.repeat(16);

const story = (more: Partial<KitStory> = {}): KitStory => ({
  id: 'yi-feng-xin',
  url: PAGE,
  ...{ title: '一封信', subtitle: null, summary: '写了三遍。', date: '2026-11-25', dateText: '2026年11月25日' },
  byline: [{ term: '来源', text: '样例单位' }],
  profile: null,
  aliases: ['小禾'],
  corrections: [],
  markdown:
    '共<Num fact="books"/>。\n\n<Photo src="a.jpg" alt="一座桥" caption="桥" photographer="甲" holder="乙" licence="授权" people="样例甲"/>\n\n<Figure name="books"/>',
  parts: { ...LOOKUP, numbers: new Map([['books', LOOKUP.number('books')]]), pictures: new Map(), names: new Map() },
  pictures: [
    {
      ...{ hash: HASH, sources: ['a.jpg'], format: 'jpg', caption: '=1+1', alt: '一座桥', people: '样例甲、样例乙' },
      rights: { photographer: '甲', holder: '乙', licence: '授权媒体使用' },
      expires: '2030-12-31',
    },
  ],
  illustrated: true,
  figures: ['books'],
  facts: [FACT],
  cited: '《一封信》，样例站',
  ...more,
});
const kitOf = (more: Partial<KitStory> = {}, site: Partial<KitSite> = {}): PressKit =>
  storyKit(story(more), { site: { ...SITE, ...site }, base: '/aid/', figure: (name) => LOOKUP.figure(name) });

/** Bytes for what does not come as a text: another for each. */
const bytesOf = ({ from, path }: KitFile): Uint8Array => Buffer.from('text' in from ? from.text : `bytes of ${path}`);
const packed = (kit: PressKit) => packKit(kit, bytesOf);
const textIn = (kit: PressKit, name: string) => fileIn(packed(kit), name).toString();

describe('a press kit of a story', () => {
  it('is a ZIP that others read, with names in UTF-8 and one time for all', () => {
    const entries = readZip(packed(kitOf()));
    expect(entries.map(({ name }) => name)).toEqual([
      ...['说明.txt', '正文.txt', 'captions.csv', 'facts.csv', 'photos/01.jpg'],
      ...['figures/books.png', 'figures/books.svg', 'figures/books.csv', 'manifest.json'],
    ]);
    expect(entries.filter(({ name, utf8 }) => /[^\x20-\x7e]/.test(name) && !utf8)).toEqual([]);
    expect(new Set(entries.map(({ time }) => time)).size).toBe(1);
  });

  it('is the same bytes each time, in every zone of time', () => {
    const zone = process.env['TZ'];
    const made = ['Asia/Shanghai', 'America/New_York', 'UTC'].map((TZ) => {
      process.env['TZ'] = TZ;
      return Buffer.from(packed(kitOf())).toString('base64');
    });
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(new Set(made).size).toBe(1);
  });

  it('lists every file with its size, hash, caption, credit, licence and the day until which it may be used', () => {
    const zip = packed(kitOf());
    const manifest = JSON.parse(fileIn(zip, 'manifest.json').toString());
    const rest = readZip(zip).filter(({ name }) => name !== 'manifest.json');
    expect(manifest.files.map(({ path, bytes, sha256 }: Record<string, unknown>) => [path, bytes, sha256])).toEqual(
      rest.map(({ name, bytes }) => [name, bytes.length, createHash('sha256').update(bytes).digest('hex')]),
    );
    const keys = ['path', 'bytes', 'sha256', 'caption', 'credit', 'licence', 'expires'];
    for (const file of manifest.files) expect(Object.keys(file).slice(0, 7)).toEqual(keys);
    expect(manifest.files[4]).toMatchObject({
      ...{ caption: '=1+1', credit: '甲／乙', licence: '授权媒体使用', expires: '2030-12-31', picture: HASH },
    });
    expect(manifest).toMatchObject({ kit: 'yi-feng-xin', url: PAGE, contact: '邮箱：a@example.cn', sample: false });
  });

  it('has texts that Notepad of an old Windows reads: with a mark, with both signs at the end of a line', () => {
    for (const name of ['说明.txt', '正文.txt']) {
      const text = textIn(kitOf(), name);
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }
  });

  it('tells the story whole: title, who answers for it, 化名, text, numbers with their sources', () => {
    const text = textIn(kitOf(), '正文.txt');
    for (const words of ['一封信', '写了三遍。', '来源：样例单位　时间：2026年11月25日', PAGE, '文中的小禾是化名。'])
      expect(text).toContain(words);
    expect(text).toContain('共50册（附件2）。');
    expect(text).toContain('〔照片　photos/01.jpg〕\r\n桥\r\n甲／乙　授权');
    expect(text).toContain('〔图　捐书一览　figures/books.png〕');
    expect(text).toContain(`・${FACT.quoted}\r\n　　原文：“捐书50册”\r\n　　文件别处写的不一样：${FACT.against}`);
  });

  it('says first what is in it, how it is quoted, under which licence, and whom to ask', () => {
    const text = textIn(kitOf(), '说明.txt');
    for (const words of [
      ...SITE.rules,
      '知识共享 署名 4.0，https://example.com/by',
      '邮箱：a@example.cn',
      '《一封信》，样例站',
    ])
      expect(text).toContain(words);
    expect(text).toContain('・figures/books（PNG、SVG、CSV）　捐书一览');
    expect(textIn(kitOf({}, { licence: null }), '说明.txt')).toContain('许可还没有定。');
  });

  it('has tables that Excel opens, in which no cell is a formula', () => {
    const captions = textIn(kitOf(), 'captions.csv');
    expect(captions.startsWith('\uFEFFfile,caption,alt,credit,licence,expiry,people\r\n')).toBe(true);
    expect(readCsv(captions).records[0]).toEqual({
      ...{ file: 'photos/01.jpg', caption: "'=1+1", alt: '一座桥', credit: '甲／乙', licence: '授权媒体使用' },
      ...{ expiry: '2030-12-31', people: '样例甲、样例乙' },
    });
    expect(readCsv(textIn(kitOf(), 'facts.csv')).records).toMatchObject([
      { fact: 'books', value: '50', unit: '册', source: '《样例方案》附件2', quote: '捐书50册', url: FACT.url },
    ]);
  });

  it('is whole without a picture: its text does not speak of what is not there', () => {
    const kit = kitOf({ pictures: [] });
    expect(kit.files.some(({ path }) => path.startsWith('photos/'))).toBe(false);
    expect(textIn(kit, '正文.txt')).not.toContain('照片');
    expect(textIn(kit, '说明.txt')).toContain('没有照片：');
    expect(textIn(kitOf({ pictures: [], illustrated: false }), '说明.txt')).not.toContain('没有照片');
  });

  it('of a preview says in every text, and in the name of every picture, that it is a sample', () => {
    const kit = kitOf({}, { sample: true });
    for (const { name, bytes } of readZip(packed(kit))) {
      if (name.endsWith('.txt')) expect(bytes.toString()).toMatch(/^\uFEFF【样稿】/);
      else if (name.endsWith('.csv'))
        expect(readCsv(bytes.toString()).records.filter(({ sample }) => sample !== '样稿')).toEqual([]);
      else if (name.endsWith('.json')) expect(JSON.parse(bytes.toString()).sample).toBe(true);
      else expect(name).toContain('/样稿-');
    }
  });
});
