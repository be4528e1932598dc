import { describe, expect, it } from 'vitest';
import {
  directionOf,
  hasOwnScript,
  LANGUAGES,
  languagesOf,
  type Named,
  nameWord,
  scriptOf,
} from '#domain/places/language-name.ts';
import { placeSchema } from '#domain/places/place.ts';

const base = { level: 'county', name: '样例县' } as const;
const source = '样例来源';

describe('the names of a place in other languages', () => {
  it('are one list, whichever key they were written under', () => {
    const old = placeSchema.parse({ ...base, name_bo: { text: 'ཀ', source, unverified: true } });
    const now = placeSchema.parse({ ...base, names: [{ lang: 'bo', text: 'ཀ', source, unverified: true }] });
    expect(old).toEqual(now);
    expect(Object.keys(old)).not.toContain('name_bo');
    expect(placeSchema.parse(base)).toEqual(base);
  });

  it('keep their order, a Tibetan one under the old key first', () => {
    const names = [
      { lang: 'mn', text: 'ᠠ', source },
      { lang: 'en', text: 'A', source },
    ];
    const place = placeSchema.parse({ ...base, name_bo: { text: 'ཀ', source }, names });
    expect(languagesOf([place as Named])).toEqual(['bo', 'mn', 'en']);
  });

  it('have a source each, and a language that is known', () => {
    expect(placeSchema.safeParse({ ...base, names: [{ lang: 'ug', text: 'ئ' }] }).success).toBe(false);
    expect(placeSchema.safeParse({ ...base, names: [{ lang: 'xx', text: 'ئ', source }] }).success).toBe(false);
  });

  it('are called by what they are written in', () => {
    expect(['bo', 'ug', 'kk', 'mn', 'ii', 'za', 'en'].map((lang) => nameWord(lang as 'bo'))).toEqual([
      '藏文名',
      '维吾尔文名',
      '哈萨克文名',
      '蒙古文名',
      '彝文名',
      '壮文名',
      '英文名',
    ]);
    expect(new Set(Object.values(LANGUAGES)).size).toBe(Object.keys(LANGUAGES).length);
  });
});

describe('the direction of a name', () => {
  it('is that of its letters, for a language may have several scripts', () => {
    expect(['ئاب', '（ئاب）', '12 ئ', 'Аба', 'ᠠᠪ', 'ཀ', 'Aba', ''].map(directionOf)).toEqual([
      ...['rtl', 'rtl', 'rtl'],
      ...[undefined, undefined, undefined, undefined, undefined],
    ]);
  });
});

describe('the letters of a name', () => {
  it('need a font of their own where Chinese ones lack them', () => {
    expect(['ཀ', 'ئ', 'ᠠ', 'ꀀ', 'Gvangj', 'Аба', '样例', '·1'].map(hasOwnScript)).toEqual([
      ...[true, true, true, true],
      ...[false, false, false, false],
    ]);
  });

  it('are those of its language, in one of its scripts', () => {
    const at = (lang: 'bo' | 'ug' | 'kk' | 'mn' | 'za', text: string) => scriptOf({ lang, text });
    expect([at('ug', 'ئاب بۇ'), at('kk', 'ئاب'), at('kk', 'Аба'), at('mn', 'ᠠᠪ'), at('za', 'Gvangj')]).toEqual([
      0, 0, 1, 0, 0,
    ]);
    expect([at('ug', 'ཀ'), at('bo', '样例'), at('ug', 'ئا样'), at('mn', '…')]).toEqual([-1, -1, -1, -1]);
  });
});
