import { describe, expect, test } from 'vitest';
import { oneOffNames } from '#check/prose/people/one-off-names.ts';
import type { ProseBlock } from '#check/prose/prose.ts';
import { proseOf, realKnowledge, told } from './prose-of.ts';

const read = oneOffNames(realKnowledge());
type Texts = readonly (string | (Partial<ProseBlock> & { text: string }))[];
const of = (people: readonly string[], nobody: readonly string[], ...texts: Texts) =>
  told(read, { ...proseOf(...texts), declared: { people, nobody } });
const finding = (odd: string, right: string) => [`warning｜name-one-off｜${odd}｜“${right}”｜`];

describe('a name one character off another of the same story', () => {
  test('is told where people has the other one', () => {
    const text = '张远舟到玉麦乡教书。三年后，张远州回到长沙。';
    expect(of(['张远舟'], [], text)).toEqual(finding('张远州', '张远舟'));
  });

  test('is told where people itself is the odd one, once', () => {
    const text = '张远舟到玉麦乡教书。三年后，张远舟回到长沙。';
    expect(of(['张远州'], [], text)).toEqual(finding('张远舟', '张远州'));
  });

  test('is told where neither is declared and the other one stands there more often', () => {
    const texts = ['张远舟到玉麦乡教书。', '三年后，张远州回到长沙。', '张远舟说，他还会来。'];
    expect(of(['李小禾'], [], ...texts)).toEqual(finding('张远州', '张远舟'));
  });

  test('is told of whoever a letter is from', () => {
    expect(of(['李小禾'], [], '李小禾写了一封信。', { text: '李小荷', part: 'words' })).toEqual(
      finding('李小荷', '李小禾'),
    );
  });

  test('is told of a surname too', () => {
    expect(of(['张远舟'], [], '老师张远舟说，路通了。', '老师章远舟说，电也通了。')).toEqual(
      finding('章远舟', '张远舟'),
    );
  });

  test.each<[string, readonly string[], readonly string[], string]>([
    ['both are declared', ['张远舟', '张远山'], [], '张远舟说，他来过。张远山说，他也来过。'],
    ['both are frequent', ['张远舟'], [], '张远舟来了。张远山说，他也来。张远舟走了。张远山说，他不走。'],
    ['it is kin of the other one', ['张远舟'], [], '张远舟来了。他的哥哥张远山说，他不来。'],
    ['the other one is told to be kin', ['张远舟'], [], '张远舟来了。张远山的弟弟也来了。'],
    ['they stand side by side', ['张远舟'], [], '张远舟、张远山和李小禾来了。'],
    ['the story says that it is nobody', ['张远舟'], ['张远州'], '张远舟来了。张远州说，他也来。'],
    ['both are Tibetan names', ['次仁卓玛'], [], '次仁卓玛说，她会来。次仁卓嘎说，她不来。'],
    ['they are numbered', ['样例甲'], [], '样例甲说，他来过。样例乙说，他也来过。'],
    ['they are too short to tell', ['张伟'], [], '老师张伟说，路通了。老师张玮说，电也通了。'],
    ['they differ in two characters', ['张远舟'], [], '张远舟说，他来过。张元洲说，他也来过。'],
    [
      'each stands there once and neither is declared',
      ['李小禾'],
      [],
      '老师张远舟说，路通了。老师张远州说，电也通了。',
    ],
  ])('nothing is told where %s', (_why, people, nobody, text) => {
    expect(of(people, nobody, text)).toEqual([]);
  });
});
