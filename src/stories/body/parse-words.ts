import { type BodyProblem, mistake, quoted } from './problem.ts';
import type { Tag } from './tag.ts';

/** A block whose two tags stand on different levels of lists, quotations or paragraphs. */
export const crossing = (source: string, { component, start, end }: Tag): BodyProblem =>
  mistake(start, {
    code: 'story-tag-cross',
    what: '标签的开始和结尾不在同一层',
    found: quoted(source, start, end),
    expected: '两个标签各占一行，都不在列表、引文里面',
    mend: `把 <${component}> 和 </${component}> 都放到单独一行，行首不空格，和文字之间空一行。`,
  });

/** MDX takes a paragraph that begins so for a program. */
export const program = (source: string, start: number, end: number): BodyProblem =>
  mistake(start, {
    code: 'story-import',
    what: '段落不能以 import 或 export 加空格开头',
    found: quoted(source, start, end),
    expected: '中文的句子',
    mend: '这是程序的写法，删掉这一行；真要写这个英文词，就把它放到句子中间。',
  });

/** Inside lists and quotations the parser does not follow a tag over the end of its line. */
export const brokenTag = (source: string, { start, end }: Tag): BodyProblem =>
  mistake(start, {
    code: 'story-tag-lines',
    what: '标签在这里不能分行写',
    found: quoted(source, start, end),
    expected: '从 < 到 > 写在一行里',
    mend: '把这个标签接成一行；在列表、引文和句子里都要这样。',
  });

/** Whatever else the parser stops at: it says in English why, and nobody here should have to read it. */
export const unreadable = (source: string, at: number, start: number, end: number): BodyProblem =>
  mistake(at, {
    code: 'story-syntax',
    what: '这一行的写法读不懂',
    found: quoted(source, start, end),
    expected: '普通的文字，或者写得完整的组件',
    mend: '检查这一行的尖括号、引号是不是成对、是不是英文的；照别的稿件重写这一行。',
  });

/** The parser went too deep and gave up. */
export const tooTangled: BodyProblem = mistake(0, {
  code: 'story-too-deep',
  what: '正文套得太深，读不下去',
  found: '一层套一层的记号',
  expected: '普通的段落、列表和组件',
  mend: '减少一层套一层的列表、引文和记号；多半是误粘进来的。',
});
