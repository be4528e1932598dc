import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitBySection, subsetForText, subsetsForTexts, uniqueCharacters } from '#site/fonts/subset.ts';

const packages = createRequire(import.meta.url);
const han = readFileSync(packages.resolve('@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf'));
const tibetan = readFileSync(
  join(
    dirname(packages.resolve('@fontsource/noto-serif-tibetan/index.css')),
    'files/noto-serif-tibetan-tibetan-700-normal.woff2',
  ),
);

describe('the characters of a text', () => {
  it('stand once each, in code point order, without blanks', () => {
    expect(uniqueCharacters('乙甲 乙\n1　甲𠮷')).toBe('1乙甲𠮷');
  });
});

describe('the heading characters of a site', () => {
  it('are common when a section that comes first or two others show them, and extra otherwise', () => {
    const sections = new Map([
      ['index.html', '甲乙'],
      ['a', '乙丙丙丁'],
      ['b', '丙戊'],
    ]);
    expect(splitBySection(sections, ['index.html'])).toEqual({ common: '丙乙甲', more: '丁戊' });
  });
});

describe('a font cut down to a text', () => {
  it('is a WOFF2 of the same bytes for the same characters in any order', async () => {
    const once = await subsetForText(han, '样例市，样例县', 'han');
    const again = await subsetForText(han, '县例样，市', 'han');
    expect(Buffer.from(once).toString('latin1', 0, 4)).toBe('wOF2');
    expect(Buffer.from(again).equals(Buffer.from(once))).toBe(true);
  });

  it('grows by the characters it holds, and passes over those the font lacks', async () => {
    const few = await subsetForText(han, '样例', 'han');
    const more = await subsetForText(han, '样例市县乡镇', 'han');
    const foreign = await subsetForText(han, '样例ཀ', 'han');
    expect(more.length).toBeGreaterThan(few.length);
    expect(foreign.length).toBe(few.length);
  });

  it('keeps the rules that stack Tibetan letters', async () => {
    const stacks = await subsetForText(tibetan, 'རྒྱ', 'other');
    const single = await subsetForText(tibetan, 'ར', 'other');
    expect(stacks.length).toBeGreaterThan(single.length * 2);
  });
});

describe('the small fonts of many titles', () => {
  const titles = [...'春夏秋冬东南西北山水云雨风雪花草树木'].map(
    (character, i) => `${character}样例${'乡'.repeat(i % 2)}`,
  );
  const all = (texts: readonly string[]) => Array.fromAsync(subsetsForTexts(han, texts));

  it('are the same, whatever other titles they are made with, and in whatever order', async () => {
    const together = await all(titles);
    const [alone] = await all(titles.slice(17));
    const turned = await all(titles.toReversed());
    expect(together).toHaveLength(titles.length);
    expect(Buffer.from(together[17] ?? [])).toEqual(Buffer.from(alone ?? []));
    expect(turned.toReversed()).toEqual(together);
  });

  it('are the same each time, to the last byte', async () => {
    const texts = Array.from({ length: 60 }, () => '甲乙');
    const fonts = new Set((await all(texts)).map((bytes) => Buffer.from(bytes).toString('base64')));
    expect(fonts.size).toBe(1);
  });

  it('are WOFF2 files of a few glyphs: no bigger than one packed as small as can be', async () => {
    const [font = new Uint8Array()] = await all(['援藏故事一个']);
    expect(Buffer.from(font).toString('latin1', 0, 4)).toBe('wOF2');
    expect(font.length).toBeLessThanOrEqual((await subsetForText(han, '援藏故事一个', 'han')).length);
  });
});
