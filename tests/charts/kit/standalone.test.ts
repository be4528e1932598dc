import { describe, expect, it } from 'vitest';
import type { Figure, Form } from '#charts/kit/figure.ts';
import { LIGHT_TOKENS } from '#charts/kit/light-tokens.ts';
import { weaveCloth } from '#charts/kit/palette.ts';
import { isPictured } from '#charts/kit/script-fonts.ts';
import { type Origin, standalone } from '#charts/kit/standalone.ts';
import { element, inLanguage, text } from '#charts/kit/svg.ts';
import { textWidth, wrap } from '#charts/kit/text.ts';
import { formOfDrawing } from '../form-of-drawing.ts';
import { notWellFormed } from './well-formed.ts';

const cloth = weaveCloth([2, 1], [], null);
const drawing = [
  element('path', { d: 'M0 0H9', stroke: 'var(--l3)', fill: 'none', class: 'strand' }),
  element('rect', { width: 9, height: 9, fill: 'var(--s1)', stroke: 'var(--water)' }),
  element(
    'a',
    { href: '/aid/townships/yangli/?a=1&b=2', class: 'thread', 'aria-label': '样例乡' },
    text(4, 4, '样例乡', { fill: 'var(--h2)', 'font-family': 'var(--bo)' }),
  ),
  element('a', { href: '#within' }, text(4, 8, '同页', { fill: 'var(--n1)' })),
].join('');
const form = (width: number): Form =>
  formOfDrawing(
    { kind: 'only', width, height: 100, x: -10, y: 5, desc: '说明 <一>', body: drawing },
    { title: '样例 & 图' },
  );
const figure: Figure = {
  name: 'sample',
  title: '样例 & <图>',
  sentence: '三个乡镇由两座城市帮助，“样例”只为试验而写，句子有意写得很长，好让它在窄的一种里折成几行。',
  forms: [],
  table: { columns: [], rows: [] },
  notes: ['示意图', '乡镇不表示位置'],
  source: '附件1',
  pictured: true,
};
const ORIGIN: Origin = { site: '样例站', day: '2020-06-30' };
const wide = standalone(figure, form(900), cloth, ORIGIN);

describe('a figure to take away', () => {
  it('says where it comes from and up to which day its data goes', () => {
    expect(wide).toContain('来源：附件1；数据截至2020年6月30日');
    expect(wide).toContain('>样例站<');
  });

  it('is made a picture of only where the project has fonts for its letters', () => {
    expect(isPictured('<text>贡嘎县 གོང་དཀར ئالتاي</text>')).toBe(true);
    expect(isPictured('<text>옌볜</text>')).toBe(false);
  });

  it('is well-formed XML, with and without links', () => {
    expect(notWellFormed(wide)).toBeNull();
    expect(notWellFormed(standalone(figure, form(390), cloth, { ...ORIGIN, site: 'A & <B>' }))).toBeNull();
  });

  it('has every custom property written out, as its light value', () => {
    expect(wide).not.toContain('var(');
    expect(wide).toContain(`stroke="${cloth.stripes[2]?.light.line}"`);
    expect(wide).toContain(`fill="${cloth.hues[1]?.light.text}"`);
    expect(wide).toContain('stroke="#6f93ab"');
    expect(wide).toMatch(/font-family="'Noto Serif Tibetan'/);
  });

  it.each([
    ['ug', 'بەپتەپ', "'Noto Naskh Arabic','Microsoft Uighur'"],
    ['kk', 'غۇپغۇپ', "'Noto Naskh Arabic'"],
    ['mn', 'ᠠᠪᠠᠪᠠ', "'Noto Sans Mongolian','Mongolian Baiti'"],
    ['ii', 'ꀀꀀꀀ', "'Noto Sans Yi','Microsoft Yi Baiti'"],
    ['ko', '삼삼', "'Noto Sans CJK KR'"],
    ['tdd', 'ᥐᥐᥐ', "'Noto Sans Tai Le'"],
    ['lis', 'ꓐꓐ', "'Noto Sans Lisu'"],
  ])('names fonts for a name in %s, %s, after those for Tibetan', (lang, name, fonts) => {
    const own = formOfDrawing(
      { kind: 'only', width: 900, height: 100, desc: '', body: text(4, 4, name, inLanguage({ lang, text: name })) },
      { title: '样例' },
    );
    const [, stack = ''] =
      new RegExp(`font-family="([^"]*)"[^>]*>${name}<`).exec(standalone(figure, own, cloth, ORIGIN)) ?? [];
    expect(stack).toMatch(/^'Noto Serif Tibetan',/);
    expect(stack).toContain(`,${fonts}`);
    expect(stack).toMatch(/,serif$/);
  });

  it('names no font that none of its letters needs', () => {
    expect(wide).toContain(`font-family="${LIGHT_TOKENS.bo}"`);
    expect(wide).not.toMatch(/Arabic|Mongolian|Yi Baiti/);
  });

  it('refuses a custom property that nobody defines, rather than draw it black', () => {
    const wrong = { ...form(390), svg: form(390).svg.replace('--l3', '--l4') };
    expect(() => standalone(figure, wrong, cloth, ORIGIN)).toThrow('--l4');
  });

  it('carries title, sentence, notes, source and the name of the site', () => {
    const shown = Array.from(wide.matchAll(/<text[^>]*>([^<]*)<\/text>/g), (m) => m[1]).join('|');
    for (const part of ['样例 &amp; &lt;图&gt;', '三个乡镇', '示意图', '乡镇不表示位置', '来源：附件1', '样例站'])
      expect(shown).toContain(part);
  });

  it('has an accessible name and no class, style or script', () => {
    expect(wide).toContain(
      '<title id="sample-only-t">样例 &amp; 图</title><desc id="sample-only-d">说明 &lt;一&gt;</desc>',
    );
    expect(wide).not.toMatch(/ class=| style=|<script|<style/);
  });

  it('has no links without the address of the site', () => {
    expect(wide).not.toMatch(/<a\b|href/);
    expect(wide).toContain('样例乡');
  });

  it('leads to the site by whole addresses, and nowhere within the page', () => {
    const linked = standalone(figure, form(900), cloth, { ...ORIGIN, url: 'https://example.org/aid/' });
    const addresses = Array.from(linked.matchAll(/href="([^"]*)"/g), (m) => m[1]);
    expect(addresses).toEqual(['https://example.org/aid/townships/yangli/?a=1&amp;b=2']);
  });

  it('moves the drawing below the words, whatever its own coordinates begin with', () => {
    const [, x, y] = /translate\((\S+) (\S+)\)/.exec(wide) ?? [];
    const lastOfHead = Math.max(
      ...Array.from(wide.split('<g')[0]?.matchAll(/<text[^>]* y="([\d.]+)"/g) ?? [], (m) => Number(m[1])),
    );
    expect(Number(x)).toBe(28 + 10);
    expect(Number(y) + 5).toBeGreaterThan(lastOfHead);
  });

  it('keeps every line of text inside, on a phone too', () => {
    const phone = standalone(figure, form(390), cloth, ORIGIN);
    const height = Number(/ height="([\d.]+)"/.exec(phone)?.[1]);
    const own = phone.replace(/<g transform.*<\/g>/, '');
    const lines = Array.from(own.matchAll(/<text x="16" y="([\d.]+)" font-size="(\d+)"[^>]*>([^<]*)</g));
    expect(lines.length).toBeGreaterThan(5);
    for (const [, y, size, line] of lines) {
      expect(textWidth(line ?? '', Number(size))).toBeLessThanOrEqual(390);
      expect(Number(y)).toBeLessThan(height - 6);
    }
  });
});

describe('wrapping', () => {
  it('breaks Chinese between characters, never before a closing mark', () => {
    expect(wrap('一二三四，五六', 1, 4)).toEqual(['一二三', '四，五六']);
  });

  it('never leaves an opening mark at the end of a line', () => {
    expect(wrap('一二三（四五）', 1, 4)).toEqual(['一二三', '（四五）']);
  });

  it('keeps numbers and Latin words whole', () => {
    expect(wrap('共计2,144公里', 1, 4)).toEqual(['共计', '2,144公', '里']);
  });

  it('cuts a word that is longer than a line', () => {
    const lines = wrap('https://example.org/very/long/address', 1, 8);
    expect(lines.join('')).toBe('https://example.org/very/long/address');
    expect(Math.max(...lines.map((line) => textWidth(line, 1)))).toBeLessThanOrEqual(8);
  });

  it('makes no line of nothing', () => {
    expect(wrap('', 1, 8)).toEqual([]);
  });
});
