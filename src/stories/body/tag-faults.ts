import { type BodyProblem, clipped, mistake, quoted } from './problem.ts';
import type { Tag, TagFault } from './tag-types.ts';

interface Words {
  readonly code: string;
  readonly what: string;
  readonly expected: (better: string | undefined) => string;
  readonly mend: string;
}

const WORDS: Readonly<Record<TagFault['kind'], Words>> = {
  wide: {
    code: 'story-full-width',
    what: '标签里用了全角符号',
    expected: () => '半角的 < > = " /',
    mend: '切换到英文输入法，把这个符号重新打一遍。',
  },
  quotes: {
    code: 'story-attribute-quotes',
    what: '属性的引号不是英文的',
    expected: (better) => better ?? '英文双引号',
    mend: '切换到英文输入法，把两边的引号改成英文的 " 。',
  },
  bare: {
    code: 'story-attribute-quotes',
    what: '属性的值没有引号',
    expected: (better) => better ?? '放在英文双引号里的值',
    mend: '在值的两边加上英文双引号。',
  },
  open: {
    code: 'story-attribute-quotes',
    what: '属性的引号没有关上',
    expected: (better) => better ?? '前后一对英文双引号',
    mend: '在值的末尾补上英文双引号。',
  },
  inner: {
    code: 'story-attribute-quotes',
    what: '属性的值里又有英文双引号',
    expected: (better) => better ?? '值里只有中文引号“”',
    mend: '外面的一对保留英文双引号，里面的改成中文引号“”。',
  },
  expression: {
    code: 'story-attribute-expression',
    what: '属性里不能用大括号',
    expected: (better) => better ?? '属性名="值"',
    mend: '去掉大括号，把值直接写在英文双引号里。',
  },
  stray: {
    code: 'story-attribute-stray',
    what: '标签里多了东西',
    expected: () => '只有“属性名="值"”，中间用空格隔开',
    mend: '删掉它；是属性就写成 属性名="值"。',
  },
};

/** The faults of one tag, each kind once: whoever mends the first sees the others beside it. */
export function faultsOf(tag: Tag, source: string): BodyProblem[] {
  const kinds = Map.groupBy(tag.faults, ({ kind }) => kind);
  return [...kinds].flatMap(([kind, [first, ...more]]) => {
    if (!first) return [];
    const { code, what, expected, mend } = WORDS[kind];
    const better = first.better === undefined ? undefined : clipped(first.better);
    const also = more.length > 0 ? `这个标签里一共有${more.length + 1}处。` : '';
    const found = quoted(source, first.at, first.end);
    return [mistake(first.at, { code, what, found, expected: expected(better), mend: mend + also })];
  });
}
