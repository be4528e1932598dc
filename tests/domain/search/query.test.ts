import { describe, expect, it } from 'vitest';
import { foldingOf } from '#domain/search/folding.ts';
import { type Part, parseQuery } from '#domain/search/query.ts';
import { letterOf } from '#domain/search/signs.ts';
import { NUMBER_END } from '#domain/search/tokens.ts';

const FOLDING = foldingOf('麥麦');
const partsOf = (typed: string): readonly Part[] => {
  const query = parseQuery(typed, FOLDING);
  return query.kind === 'parts' ? query.parts : [];
};
const textsOf = (typed: string) => partsOf(typed).map(({ text, literal }) => (literal ? `=${text}` : text));

describe('a query', () => {
  it.each([
    ['', { kind: 'empty' }],
    [' 　\u200b', { kind: 'empty' }],
    ['。', { kind: 'signs' }],
    ['《》、……', { kind: 'signs' }],
    ['🎉', { kind: 'signs' }],
    ['“”', { kind: 'signs' }],
    ['人'.repeat(101), { kind: 'long', length: 101 }],
    [`  ${'𠮷'.repeat(102)} `, { kind: 'long', length: 102 }],
  ])('%s is told apart', (typed, query) => expect(parseQuery(typed, FOLDING)).toEqual(query));

  it('of a hundred characters is not too long', () => {
    expect(parseQuery(` ${'𠮷'.repeat(100)} `, FOLDING).kind).toBe('parts');
  });

  it.each([
    ['玉麦 少先队', ['玉麦', '少先队']],
    ['玉麦　少先队', ['玉麦', '少先队']],
    ['玉麦、少先队，援藏,工作', ['玉麦', '少先队', '援藏', '工作']],
    ['玉麦🎉援藏', ['玉麦', '援藏']],
    ['玉麦 、 。', ['玉麦']],
    ['玉麦 —— 援藏', ['玉麦', '援藏']],
    ['玉麦 玉麥 玉麦', ['玉麦']],
  ])('%s has its parts', (typed, texts) => expect(textsOf(typed)).toEqual(texts));

  it.each([
    ['3,000人', ['3,000人']],
    ['1.2亿', ['1.2亿']],
    ['（2019—2020年）', ['（2019—2020年）']],
    ['“学子”公益', ['“学子”公益']],
    ['边先稳藏”的重要', ['边先稳藏”的重要']],
    ['GS(2024)0650', ['GS(2024)0650']],
    ['a@b.cn', ['a@b.cn']],
    ["don't", ["don't"]],
  ])('%s is one part with its signs', (typed, texts) => expect(textsOf(typed)).toEqual(texts));

  it.each([
    ['"gongga"', ['=gongga']],
    ['“雪沙 乡”', ['=雪沙 乡']],
    ['「雪沙，乡」 工作', ['=雪沙，乡', '工作']],
    ['『雪沙』、‘工作’', ['=雪沙', '=工作']],
    ["'gong ga'", ['=gong ga']],
    ['援藏"工作 队"来', ['援藏', '=工作 队', '来']],
    ['“甲“乙”丙”', ['=甲“乙”丙']],
    ['“雪🎉沙”', ['=雪', '=沙']],
    ['“你好。”', ['=你好。']],
  ])('%s keeps what is quoted together and literal', (typed, texts) => expect(textsOf(typed)).toEqual(texts));

  it.each([
    ['"雪沙', ['雪沙']],
    ['雪沙"', ['雪沙']],
    ['雪沙" 工作', ['雪沙', '工作']],
    ["雪沙'工作", ['雪沙', '工作']],
  ])('%s loses a straight quote without a fellow', (typed, texts) => expect(textsOf(typed)).toEqual(texts));

  it.each([
    ['工作。', ['工作']],
    ['为什么？！', ['为什么']],
    ['ok.', ['ok']],
    ['第一。第二。', ['第一。第二']],
    ['（工作）', ['（工作）']],
    ['ལྷོ་ཁ་ 工作', ['ལྷོ་ཁ', '工作']],
  ])('%s loses only the signs that end a sentence', (typed, texts) => expect(textsOf(typed)).toEqual(texts));

  it('is compared simplified, lower case, half width, with one dash', () => {
    const dash = letterOf('-')?.letter;
    expect(partsOf('玉麥ＡＰＰ—２０')[0]?.tokens).toEqual(['玉', '麦', 'a', 'p', 'p', dash, `20${NUMBER_END}`]);
    expect(partsOf('玉麥')[0]).toMatchObject({ text: '玉麥', plain: '玉麦' });
  });
});
