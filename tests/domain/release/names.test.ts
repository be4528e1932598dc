import { describe, expect, it } from 'vitest';
import { nameFinder } from '#domain/release/names/name-finder.ts';
import { replaceNames } from '#domain/release/names/replace-names.ts';
import { PLAIN_SPELLING } from '#domain/release/names/spelling.ts';

const finder = (name: string) => nameFinder([name], PLAIN_SPELLING);
const hasName = (text: string, name: string) => finder(name).find(text, 'markdown').length > 0;
const withoutName = (text: string, name: string, instead: string) =>
  replaceNames(text, 'markdown', finder(name), () => instead);

describe('a name in a text', () => {
  it.each([
    ['whole', '样例李明来了'],
    ['with bold marks inside', '**样例**李明来了'],
    ['spaced out as in official lists', '样例李　　明来了'],
    ['broken over two lines', '样例李\n明来了'],
    ['in an attribute', '<Photo alt="样例李明在笑"/>'],
  ])('is found %s', (_, text) => {
    expect(hasName(text, '样例李明')).toBe(true);
    expect(withoutName(text, '样例李明', '小禾')).not.toMatch(/李|明/u);
  });

  it('keeps the lines of a text where they are when it is replaced', () => {
    expect(withoutName('一\n样例李\n明来了\n二', '样例李明', '小禾').split('\n')).toHaveLength(4);
  });

  it('is not found where other words stand between its characters', () => {
    expect(hasName('样例李家的小明', '样例李明')).toBe(false);
  });

  it('of one character is a word and is never looked for', () => {
    expect(hasName('明天', '明')).toBe(false);
  });

  it('with signs that mean something to patterns is taken as it is written', () => {
    expect(hasName('次仁·卓玛（大）', '次仁·卓玛（大）')).toBe(true);
    expect(hasName('次仁x卓玛', '次仁.卓玛')).toBe(false);
  });

  it('is read the same whatever was read before: half of a pair of code units is no letter of the next', () => {
    const spelling = () => ({ ...PLAIN_SPELLING });
    const texts = ['\ud83d样\udc6d', '样👭例Ａ１&#x6837;%E6%A0%B7', '<b>样</b>👭例A', '👭样例'];
    const codes = (own: typeof PLAIN_SPELLING, text: string) => [...nameFinder([], own).read(text, 'html').codes];
    const shared = spelling();
    for (const text of [...texts, ...texts]) expect(codes(shared, text)).toEqual(codes(spelling(), text));
  });
});
