import { describe, expect, test } from 'vitest';
import { type Case, problemsAfter, told } from './mutation.ts';

const SANGRI = '  name: 桑日县\n';
const added = (lines: string): Case['mutations'] => [{ file: 'places.yaml', replace: [SANGRI, SANGRI + lines] }];

describe('names in other languages', () => {
  const cases: readonly (Omit<Case, 'refused' | 'told'> & { readonly told: readonly (string | RegExp)[] })[] = [
    {
      title: 'a key of its own for a language: the key of another one is no remedy',
      mutations: added("  name_ug: { text: 'ئاب', source: 样例来源 }\n"),
      told: [
        /不认识这个键：现在是“name_ug”.*｜别的文字的名字写进 names：先写一行“names:”，下面写“ {2}- \{ lang: ug, text: …, source: … \}”。$/,
      ],
    },
    {
      title: 'a key for a language that is not known names those that are',
      mutations: added("  name_wz: { text: 'ئاب', source: 样例来源 }\n"),
      told: [/lang: 语言代码.*藏文写 bo，维吾尔文写 ug/],
    },
    {
      title: 'a language in Chinese',
      mutations: added("  names: [{ lang: 维文, text: 'ئاب', source: 样例来源 }]\n"),
      told: [/ug/],
    },
    {
      title: 'a name in Chinese characters',
      mutations: added('  names: [{ lang: ug, text: 阿布, source: 样例来源 }]\n'),
      told: [/name-letters｜“桑日县”的维吾尔文名不是维吾尔文的字母：现在是“阿布”（lang: ug）/],
    },
    {
      title: 'a Tibetan name under both keys',
      mutations: added('  names: [{ lang: bo, text: ཀཀ, source: 样例来源 }]\n'),
      told: [/name-twice｜“桑日县”的藏文名写了两次.*name_bo 和 names 里的 bo 是同一件事/],
    },
  ];

  test.each(cases)('$title', ({ mutations, told: expected }) => {
    const { problems, refused } = problemsAfter(mutations);
    expect(refused).toBe(true);
    expect(problems.map(told)).toEqual(expected.map((words) => expect.stringMatching(words)));
  });

  test('of one language in two scripts, and in several languages, are no mistake', () => {
    const names = `  names:
    - { lang: kk, text: غۇپ, source: 样例来源 }
    - { lang: kk, text: Аба, source: 样例来源 }
    - { lang: en, text: Abc, source: 样例来源 }
`;
    expect(problemsAfter(added(names)).problems).toEqual([]);
  });
});
