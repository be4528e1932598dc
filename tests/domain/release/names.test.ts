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

  it('is found by a finder of many texts as by one that reads a single text, however the text is written', () => {
    const spelling = {
      simplified: (character: string) => (character === '樣' ? '样' : character),
      latin: (name: string) => (name === '样舟骏' ? [{ words: 'yang zhou jun', capitals: false }] : []),
    };
    const names = ['样舟骏', '样西·次仁', '\u{20bb7}林'];
    const pieces = [
      ...[
        '样',
        '樣',
        '舟',
        '骏',
        '&#39423;',
        '&#x6837;',
        '%E6%A0%B7',
        '%E8%88',
        '西',
        '·',
        '・',
        '次',
        '仁',
        '\u{20bb7}',
        '林',
      ],
      ...[
        'yang',
        'YANG',
        'ｙａｎｇ',
        'zhou',
        'jún',
        '\ud842',
        '\udfb7',
        '\u200b',
        '\u00ad',
        '&shy;',
        '\u3000',
        ' ',
        '\n',
        '\n\n',
      ],
      ...[
        '<b>',
        '</b>',
        '<p>',
        '<i title="',
        '"',
        "'",
        '>',
        '<style>',
        '</style>',
        '<!--',
        '-->',
        '<rt>',
        '</rt>',
        '<br>',
      ],
      ...[
        '&',
        ';',
        '%',
        '*',
        '**',
        '_',
        '[',
        '](',
        ')',
        '|',
        '\\',
        '`',
        '-',
        '’',
        '.',
        '/',
        '=',
        '\u0000',
        'x',
        '…',
        '⻓',
      ],
    ];
    let seed = 7;
    const below = (most: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      return (seed >> 8) % most;
    };
    const many = nameFinder(names, spelling);
    let all = 0;
    for (let i = 0; i < 3000; i++) {
      // Now and then a text long enough for what is made for long ones only.
      const length = i % 500 === 0 ? 6000 : 3 + below(40);
      const piece = () => pieces[below(pieces.length)] ?? '';
      const text = Array.from({ length }, () => (below(8) === 0 ? `样${piece()}舟${piece()}骏` : piece())).join('');
      const form = (['html', 'plain', 'markdown'] as const)[i % 3] ?? 'html';
      const alone = nameFinder(names, { ...spelling });
      const found = many.find(text, form);
      expect(found, text).toEqual(alone.findIn(alone.read(text, form)));
      all += found.length;
    }
    expect(all).toBeGreaterThan(100);
  });
});
