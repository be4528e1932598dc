import type { Heading, Nodes, Paragraph } from 'mdast';
import { type BodyProblem, mistake, quoted, reminder } from './problem.ts';

const LEVELS = '一级的写“## ”，下一级的写“### ”';

/** A line that looks like a heading to its writer and like plain words to everybody else. */
function almostHeading(line: string, at: number, alone: boolean): BodyProblem | null {
  const [, indent = '', marks = '', space = '', words = ''] =
    /^([\s\u3000]*)([#＃]{1,6})([\s\u3000]*)(.*)$/.exec(line) ?? [];
  if (marks === '' || words === '') return null;
  const found = quoted(line, 0, line.length);
  const start = at + indent.length;
  const expected = `“${'#'.repeat(Math.max(2, marks.length))} ${words.slice(0, 20)}”`;
  // A topic as on WeChat and Weibo: one sign before it, mostly another behind it. Numbers are no headings either.
  const topic = marks.length === 1 && (/[#＃]/.test(words) || space === '');
  if (/＃/.test(marks) && !topic) {
    const mend = `切换到英文输入法，把 ＃ 改成 #，后面空一格；${LEVELS}。`;
    return mistake(start, { code: 'story-heading-full-width', what: '标题的井号是全角的', found, expected, mend });
  }
  if (/[#]/.test(marks) && space === '' && marks.length > 1) {
    const mend = `井号和字之间空一格；${LEVELS}。`;
    return mistake(start, { code: 'story-heading-space', what: '标题的井号后面少了空格', found, expected, mend });
  }
  if (/[\u3000\u00a0]/.test(indent + space) && !topic) {
    const mend = '删掉井号前面的空格，井号后面用半角空格。';
    const where = /[\u3000\u00a0]/.test(indent) ? '行首' : '井号后面';
    const parts = { code: 'story-heading-space', what: '标题的空格是全角的', found: `${where}有全角空格的${found}` };
    return mistake(start, { ...parts, expected, mend });
  }
  if (marks === '#' && topic && alone && !/[#＃\d，。；！？、：]/.test(words)) {
    const mend = `是标题，就写成“## ”加标题；是话题，就写成 #${words}#。`;
    return reminder(start, { code: 'story-heading-space', what: '井号会原样显示出来', found, expected, mend });
  }
  return null;
}

function inParagraph(paragraph: Paragraph, source: string): BodyProblem[] {
  const [start, end] = [paragraph.position?.start.offset ?? 0, paragraph.position?.end.offset ?? 0];
  // Indents by wide spaces are words to Markdown, those by narrow ones are not.
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const first = source.slice(from, start).trim() === '' ? from : start;
  let at = first;
  const lines = source.slice(first, end).split('\n');
  return lines.flatMap((line) => {
    const problem = almostHeading(line, at, lines.length === 1);
    at += line.length + 1;
    return problem ?? [];
  });
}

function inHeading(heading: Heading, source: string, above: number): BodyProblem[] {
  const [start, end] = [heading.position?.start.offset ?? 0, heading.position?.end.offset ?? 0];
  const found = quoted(source, start, end);
  if (!/^#/.test(source.slice(start))) {
    const mend = '想画一条线，就在这条线上面空一行；想写标题，就在字的前面写“## ”，删掉下面的线。';
    const parts = { code: 'story-heading-underline', what: '下面紧跟着一条线，这几个字会变成标题', found };
    return [mistake(start, { ...parts, expected: '字和线之间空一行，或者“## 标题”', mend })];
  }
  if (heading.children.length === 0) {
    const parts = { code: 'story-heading-empty', what: '标题没有字', found, expected: '“## 标题”' };
    return [mistake(start, { ...parts, mend: '写上标题，或者删掉这一行。' })];
  }
  if (heading.depth === 1) {
    const parts = {
      code: 'story-h1',
      what: '正文里不用一个井号的标题',
      found,
      expected: `“#${source.slice(start, end)}”`,
    };
    return [mistake(start, { ...parts, mend: '稿件的大标题在稿头的 title 里，正文的标题从两个井号“## ”开始。' })];
  }
  if (heading.depth <= above + 1) return [];
  const should = '#'.repeat(above + 1);
  const parts = {
    code: 'story-heading-skipped',
    what: '标题跳了级',
    found,
    expected: `${above + 1}个井号“${should} ”`,
  };
  return [reminder(start, { ...parts, mend: `改成“${should} ”；标题一级一级往下写。` })];
}

/** Headings that are none, that are the wrong ones, and lines that were meant to be some. */
export function headingProblems(nodes: readonly Nodes[], source: string): BodyProblem[] {
  const problems: BodyProblem[] = [];
  let above = 1;
  for (const node of nodes) {
    if (node.type === 'paragraph') problems.push(...inParagraph(node, source));
    if (node.type !== 'heading') continue;
    problems.push(...inHeading(node, source, above));
    above = Math.max(node.depth, 2);
  }
  return problems;
}
