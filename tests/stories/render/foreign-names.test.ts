import { describe, expect, it } from 'vitest';
import { nameFinder } from '#domain/release/names/name-finder.ts';
import { replaceNames } from '#domain/release/names/replace-names.ts';
import { PLAIN_SPELLING } from '#domain/release/names/spelling.ts';
import { checkBody } from '#stories/body/check-body.ts';
import { feedHtml } from '#stories/render/feed.ts';
import { componentHtml, pageMedium } from '#stories/render/page.ts';
import { LOOKUP, PAGE } from './lookup.ts';

const SENTENCE =
  '村口的牌子上写着<Name place="yi" lang="ug"/>，信封上写着“<Name lang="bo" text="ཀཀཀ"/>”和<Name lang="en" text="Bepbep"/>。';

describe('words of another language in a sentence', () => {
  it('carry their language and direction, each in an element of its own, on the page and in a feed', () => {
    const medium = pageMedium({ lookup: LOOKUP, level: 3, band: '' });
    expect(componentHtml('Name', { place: 'yi', lang: 'ug' }, '', medium)).toBe(
      '<bdi lang="ug" dir="rtl">بەپبەپ</bdi>',
    );
    expect(componentHtml('Name', { lang: 'bo', text: 'ཀཀཀ' }, '', medium)).toBe('<bdi lang="bo" dir="ltr">ཀཀཀ</bdi>');
    expect(feedHtml(SENTENCE, { base: '/aid/', page: PAGE, lookup: LOOKUP })).toBe(
      '<p>村口的牌子上写着<bdi lang="ug" dir="rtl">بەپبەپ</bdi>，信封上写着“<bdi lang="bo" dir="ltr">ཀཀཀ</bdi>”和<bdi lang="en" dir="ltr">Bepbep</bdi>。</p>',
    );
  });

  it('are a paragraph where they stand alone, and the words of a link inside one', () => {
    const html = (text: string) => feedHtml(text, { base: '/', page: PAGE, lookup: LOOKUP });
    expect(html('<Name lang="en" text="Bepbep"/>')).toBe('<p><bdi lang="en" dir="ltr">Bepbep</bdi></p>');
    expect(checkBody('[<Name lang="en" text="Bepbep"/>](/plan/)').problems).toEqual([]);
    expect(html('[<Name lang="en" text="Bepbep"/>](/plan/)')).toContain(
      'plan/"><bdi lang="en" dir="ltr">Bepbep</bdi></a>',
    );
  });

  it('are read with the sentence they stand in, those of a place left open', () => {
    const { prose, body } = checkBody(SENTENCE);
    expect(prose.map(({ text }) => text)).toEqual(['村口的牌子上写着□，信封上写着“ཀཀཀ”和Bepbep。']);
    expect(body?.text).toBe('村口的牌子上写着，信封上写着“ཀཀཀ”和Bepbep。');
    expect(body?.foreign).toEqual([
      { lang: 'ug', place: 'yi' },
      { lang: 'bo', text: 'ཀཀཀ' },
      { lang: 'en', text: 'Bepbep' },
    ]);
  });

  it('stand where they are written, for whoever is told of them', () => {
    const { prose } = checkBody('信封上写着<Name lang="bo" text="ཀཀཀ"/>。');
    const [block] = prose;
    const at = block?.text.indexOf('ཀཀཀ') ?? 0;
    expect('信封上写着<Name lang="bo" text="ཀཀཀ"/>。'.slice(block?.offsets[at])).toMatch(/^ཀཀཀ/);
  });
});

describe('a name that somebody withdrew, written in other letters', () => {
  it('is found in the text of a story and gives way to its 化名', () => {
    const source = '信是<Name lang="ug" text="بەپبەپ"/>写的。';
    const finder = nameFinder(['بەپبەپ'], PLAIN_SPELLING);
    expect(finder.find(source, 'markdown').map(({ name }) => name)).toEqual(['بەپبەپ']);
    const cleared = replaceNames(source, 'markdown', finder, () => '样例小禾');
    expect(cleared).not.toContain('بەپبەپ');
    expect(feedHtml(cleared, { base: '/', page: PAGE, lookup: LOOKUP })).toBe('<p>信是样例小禾写的。</p>');
  });
});
