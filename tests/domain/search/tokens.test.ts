import { describe, expect, it } from 'vitest';
import { foldingOf, NO_FOLDING } from '#domain/search/folding.ts';
import { LETTER_FORMS } from '#domain/search/letter-forms.ts';
import { letterOf, markOf, signOf, spellingOf } from '#domain/search/signs.ts';
import { baseOfWord, indexText, NUMBER_END, SEPARATOR, shownWord, tokensOf } from '#domain/search/tokens.ts';

const FOLDING = foldingOf(`麥麦臺台檯台颱台${LETTER_FORMS}`);
const basesOf = (text: string) => tokensOf(text, FOLDING).map(({ base }) => base);
/** The base of a number. */
const n = (number: number) => `${number}${NUMBER_END}`;
const shownOf = (text: string) =>
  indexText(text, FOLDING)
    .split(SEPARATOR)
    .map((word) => shownWord(word, FOLDING))
    .join('');

describe('a name in Yi script, whose letters stand for signs in the index', () => {
  it('is shown as the page has it, and a sign beside it too', () => {
    for (const text of ['ꀀꀁꁀꒌ', '（ꀉ）-ꀀ。', '120ꀀ']) expect(shownOf(text)).toBe(text);
  });
});

describe('letters of the Arabic script in several forms', () => {
  it('are shown as the page has them, each in its own', () => {
    for (const text of ['\u06a9\u06cc', '\u0643\u064a\u0649', '\u06be\u0647']) expect(shownOf(text)).toBe(text);
  });
});

describe('tokens', () => {
  it.each([
    ['a Han character is one', '玉麦乡', ['玉', '麦', '乡']],
    ['a whole number is one', '共120人', ['共', n(120), '人']],
    ['a letter is one, lower case', 'App', ['a', 'p', 'p']],
    ['full-width letters and figures are the half-width ones', 'Ａ２０１９', ['a', n(2019)]],
    ['traditional characters are the simplified ones', '玉麥', ['玉', '麦']],
    ['a number in a circle is one', '⑩人', [n(10), '人']],
    ['a compatibility form is what it is written with', '120㎡', [n(120), 'm', n(2)]],
    ['white space is none', '卓 嘎　啦', ['卓', '嘎', '啦']],
    ['a wide comma between narrow figures parts a list', '50，200人', [n(50), letterOf('，')?.letter, n(200), '人']],
    ['a sign of a thousandth is one', '5‰', [n(5), letterOf('‰')?.letter]],
    ['what has no width is none', '卓\u200b嘎\u00ad\ufe0f\u200e啦', ['卓', '嘎', '啦']],
    ['a picture is one that cannot be searched', '玉🎉麦', ['玉', '', '麦']],
    ['a syllable of Tibetan is one', 'ལྷོ་ཁ', ['ལྷོ', letterOf('་')?.letter, 'ཁ']],
  ])('%s', (_, text, bases) => expect(basesOf(text)).toEqual(bases));

  it.each([
    ['a point', '1.2亿', '2亿'],
    ['thousands', '3,000人', '000人'],
    ['a longer number', '120人', '20人'],
    ['thousands and a point', '1,234.56万元', '56万元'],
    ['thousands before a point', '1,234.56万元', '1,234万元'],
    ['wide figures', '１，２３４人', '234人'],
  ])('keep a number with %s whole', (_, text, piece) => {
    const [first = ''] = basesOf(piece);
    expect(basesOf(text)).not.toContain(first);
  });

  it.each([
    ['（', '('],
    ['—', '-'],
    ['，', ','],
    ['·', '•'],
    ['2．5', '2.5'],
    ['u\u0308', 'ü'],
    ['\u0643', '\u06a9'],
    ['\u064a', '\u06cc'],
    ['\u064a', '\u0649'],
    ['\u06be', '\u0647'],
    ['\ufef3', '\u06cc'],
    ['豈', '豈'],
  ])('%s and %s are the same', (a, b) => expect(basesOf(a)).toEqual(basesOf(b)));

  it('tell whether white space follows, wherever no width stands between', () => {
    expect(tokensOf('a\u200b b', NO_FOLDING).map(({ spaced }) => spaced)).toEqual([true, false]);
  });

  it('of a text of 300,000 figures and commas are read in one go', () => {
    expect(tokensOf('1,'.repeat(150_000), NO_FOLDING).length).toBeGreaterThan(1);
    expect(tokensOf('1'.repeat(300_000), NO_FOLDING)).toHaveLength(1);
  });
});

describe('the words of the index copy', () => {
  it.each([
    '玉麥臺檯颱台',
    '“学子”（2019—2020年）：1.2亿，3,000人！',
    'GS(2024) 0650号 App',
    '卓 嘎 ལྷོ་ཁ།',
    '￥5〜6＆7',
  ])('%s are shown as the page spells it', (text) => expect(shownOf(text)).toBe(text));

  it('have the bases of the tokens', () => {
    const text = '玉麥（App）1.2亿 ';
    const words = indexText(text, FOLDING).split(SEPARATOR);
    expect(words.map(baseOfWord)).toEqual(basesOf(text));
  });

  it('beyond sixteen spellings are shown simplified', () => {
    const many = foldingOf([...'㐀㐁㐂㐃㐄㐅㐆㐇㐈㐉㐊㐋㐌㐍㐎㐏㐐'].map((c) => `${c}台`).join(''));
    const [last = ''] = indexText('㐐', many).split(SEPARATOR);
    expect(shownWord(last, many)).toBe('台');
    expect(baseOfWord(last)).toBe('台');
  });
});

describe('signs', () => {
  it('are letters that stand for one sign in several spellings', () => {
    const { letter = '', mark = '' } = letterOf('（') ?? {};
    expect(letterOf('(')).toEqual({ letter, mark: '' });
    expect(signOf(letter, spellingOf(letter + mark))).toBe('（');
    expect(signOf(letter, 0)).toBe('(');
  });

  it.each(['人', 'a', '1', '🎉', ''])('%s is none', (character) => {
    expect(letterOf(character)).toBeNull();
    expect(signOf(character, 0)).toBeNull();
  });

  it('have marks that are told again', () => {
    expect([0, 1, 15, 16].map((i) => spellingOf(`字${markOf(i)}`))).toEqual([0, 1, 15, 16]);
  });
});

describe('folding', () => {
  it('reads pairs and keeps the spellings of a character in their order, itself first', () => {
    expect(FOLDING.simplified.get('檯')).toBe('台');
    expect(FOLDING.spellings.get('台')).toEqual(['台', '臺', '檯', '颱']);
    expect(foldingOf('麥').simplified.size).toBe(0);
  });
});
