import { describe, expect, it } from 'vitest';
import { componentHtml, pageMedium } from '#stories/render/page.ts';
import { LOOKUP } from './lookup.ts';

const medium = pageMedium({ lookup: LOOKUP, level: 3, band: '<svg class="band"></svg>' });
const html = (name: string, attributes: Record<string, string>, inside = '') =>
  componentHtml(name, attributes, inside, medium);
const TEXT = '<p>一段。</p>';
const RIGHTS = { photographer: '甲', holder: '乙单位', licence: '授权', people: '无' };
const picture = (file: string, height = 600) =>
  `<picture><source type="image/jpeg" srcset="/aid/pictures/${file}-800.jpg 800w" sizes="(min-width:48rem) 40rem, 100vw">` +
  `<img src="/aid/pictures/${file}-800.jpg" width="800" height="${height}" alt="一座桥" loading="lazy" decoding="async"></picture>`;

describe('a component on the page of its story', () => {
  it.each([
    [
      '<span class="num"><a href="/aid/facts/books/" aria-label="50册，计划"><b>50</b>册</a><a class="at" href="/aid/plan/#a2" aria-label="出处：附件2">附件2</a></span>',
      html('Num', { fact: 'books' }),
    ],
    [
      '<span class="num"><a href="/aid/facts/derived/" aria-label="50册，计划"><b>50</b>册</a><span class="at">推算</span></span>',
      html('Num', { fact: 'derived' }),
    ],
    [
      `<figure class="photo">${picture('a.jpg')}<figcaption>桥<small>甲／乙单位　授权</small></figcaption></figure>`,
      html('Photo', { src: 'a.jpg', alt: '一座桥', caption: '桥', ...RIGHTS }),
    ],
    [`<span class="photo">${picture('a.jpg')}</span>`, html('PlainPhoto', { src: 'a.jpg', alt: '一座桥' })],
    [
      '<figure class="pull"><svg class="band"></svg><blockquote><p>一段。</p></blockquote><figcaption>甲，老师　<a href="/aid/plan/#c-1">方案，c-1</a></figcaption></figure>',
      html('Quote', { by: '甲', role: '老师', clause: 'c-1' }, TEXT),
    ],
    [
      '<section class="letter" aria-label="甲的信"><p class="to">乙：</p><p>一段。</p><p class="from">甲<span>5月</span></p></section>',
      html('Letter', { from: '甲', to: '乙', date: '5月' }, TEXT),
    ],
    [
      '<section class="interview told" aria-label="甲讲述"><p class="cap"><b>甲</b>　讲述</p><p>一段。</p></section>',
      html('Interview', { by: '甲', form: '讲述' }, TEXT),
    ],
    [
      '<aside class="note beside" aria-label="旁批"><p class="cap"><b>旁批</b></p><p>一段。</p></aside>',
      html('Note', { kind: '旁批' }, TEXT),
    ],
    [
      '<section class="compare" aria-label="甲省和乙地"><p class="heads"><b>甲省</b><b>乙地</b></p><ul></ul></section>',
      html('Compare', {}, '<ul></ul>'),
    ],
  ])('is %s', (expected, made) => {
    expect(made).toBe(expected);
  });

  it('is a photo wider than the text, and fetched so, where its author asks for it', () => {
    const photo = (form: string) => html('Photo', { src: 'a.jpg', alt: '一座桥', caption: '桥', ...RIGHTS, form });
    expect(photo('wide')).toContain('<figure class="photo wide">');
    expect(photo('wide')).toContain('sizes="(min-width:64rem) 60rem, 100vw"');
    expect(photo('full')).toContain('<figure class="photo full">');
    expect(photo('full')).toContain('sizes="100vw"');
  });

  it('says that the plan says two things', () => {
    expect(html('Num', { fact: 'corrected' })).toContain(
      'href="/aid/corrections/#2026-11-28-corrected" aria-label="更正过，看原来是什么">更正</a></span>',
    );
    expect(html('Num', { fact: 'against' })).toContain('aria-label="正文与附件不一致">≠</a></span>');
  });

  it('leads to the whole of a strip that is too narrow to be read', () => {
    const strip = html('Photo', { src: 'strip.jpg', alt: '一座桥', caption: '桥', ...RIGHTS });
    expect(strip).toContain('<a href="/aid/pictures/strip.jpg-800.jpg">看整张大图</a>');
  });

  it('draws a figure for a phone unless the author asks for the wide one, which is pushed aside', () => {
    expect(html('Figure', { name: 'books' })).toContain(
      '<p class="say">计划50册。</p><svg class="p"></svg><figcaption',
    );
    const wide = html('Figure', { name: 'books', form: 'wide', title: '换' });
    expect(wide).toContain(
      '<div class="scroll wide" tabindex="0" role="region" aria-label="换"><svg class="w"></svg></div>',
    );
    expect(wide).toContain('<h3 id="books-title">换</h3>');
    expect(wide).toContain('<td class="numeric">50</td></tr><tr><td class="numeric">—</td>');
  });

  it('escapes what its author wrote', () => {
    expect(html('Note', { kind: '提示', title: '<b>&"' }, TEXT)).toBe(
      '<aside class="note" aria-label="<b>&amp;&quot;"><p class="cap"><b>提示</b>　&lt;b>&amp;"</p><p>一段。</p></aside>',
    );
  });
});
