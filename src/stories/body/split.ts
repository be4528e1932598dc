import { type Finding, finding, type Position, type Statement, shown } from '#check/finding.ts';

/** A story file taken apart. Line numbers everywhere are those of the file. */
export interface StoryParts {
  /** The front matter with an empty line for each line before it; null where there is none. */
  readonly front: string | null;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly firstLine: number;
  readonly problems: Finding<Position>[];
}

const FENCE = '---';
/** What a fence becomes in Word, under a Chinese input method, or by a slip of the finger. */
const ALMOST_FENCE = /^[\s\u3000]*([-－—–‐−─]{2,}|\.{3})[\s\u3000]*$/;
const KEY = /^['"“]?[\p{L}_-]{1,20}['"”]?\s*[:：]/u;
const LATIN_KEY = /^[A-Za-z_]{2,20}\s*[:：]/;
/** What is surely no front matter any more: a heading, a component, or a long line of prose after an empty one. */
const HEADING_OR_TAG = /^(#{2,6}\s|[<＜][A-Za-z])/;
const isProse = (line: string) => !/^[\s#'"[{]|^- /.test(line) && !KEY.test(line) && [...line].length > 15;

const problem = (line: number, statement: Statement): Finding<Position> => finding({ line, column: 1, ...statement });

/** Complains of a line that should be a fence, if it is not quite one. */
function notQuite(line: number, text: string, which: string): Finding<Position>[] {
  if (text === FENCE) return [];
  const words = { what: `稿头的${which}写得不对`, now: `是${shown(text)}`, should: '是三个英文连字符 ---' };
  return [
    problem(line, { code: 'front-matter-fence', ...words, mend: '切换到英文输入法，这一行只写 ---，前后不留空格。' }),
  ];
}

/** Where the keys begin: how many lines stand before them; null where there is no front matter. */
function opening(lines: readonly string[]): { begin: number; fenced: boolean; problems: Finding<Position>[] } | null {
  const first = lines.findIndex((line) => line.trim() !== '');
  const text = lines[first] ?? '';
  if (ALMOST_FENCE.test(text)) {
    const problems = notQuite(first + 1, text, '开头一行');
    const words = { what: '稿头前面有空行', now: `第${first + 1}行才是 ---`, should: '是文件的第1行' };
    if (first > 0) problems.push(problem(1, { code: 'front-matter-fence', ...words, mend: '删掉文件开头的空行。' }));
    return { begin: first + 1, fenced: true, problems };
  }
  // Where the line was forgotten but the keys are there, they are read all the same.
  if (!LATIN_KEY.test(text)) return null;
  const words = { what: '稿头少了开头的一行', now: `文件的开头是${shown(text)}`, should: '先有一行三个英文连字符 ---' };
  const problems = [problem(1, { code: 'front-matter-missing', ...words, mend: '在文件最前面加一行，只写 ---。' })];
  return { begin: first, fenced: false, problems };
}

/** The line, from 0, that closes the front matter; where none does, the first that cannot belong to it any more. */
function closing(lines: readonly string[], begin: number): { closed: boolean; end: number } {
  for (let i = begin; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (ALMOST_FENCE.test(line)) return { closed: true, end: i };
    if (HEADING_OR_TAG.test(line) || (lines[i - 1]?.trim() === '' && isProse(line))) return { closed: false, end: i };
  }
  const prose = lines.findIndex((line, i) => i >= begin && isProse(line));
  return { closed: false, end: prose < 0 ? lines.length : prose };
}

/** Takes a story file apart at the two lines `---`. Whatever is wrong with them is told, and the parts found all the same. */
export function splitStory(text: string): StoryParts {
  const lines = text.split('\n');
  const opened = opening(lines);
  if (opened === null) {
    const found = shown(lines.find((line) => line.trim() !== '')?.trim());
    const words = {
      what: '没有稿头',
      now: `文件的开头是${found}`,
      should: '是一行三个英文连字符 ---，下面逐行写“键: 值”，再写一行 ---',
    };
    const mend = '照别的稿件的样子，在文件最前面写好稿头：kind、title、summary、date、editor、source。';
    return {
      front: null,
      body: text,
      firstLine: 1,
      problems: [problem(1, { code: 'front-matter-missing', ...words, mend })],
    };
  }
  const { begin, fenced, problems } = opened;
  const { closed, end } = closing(lines, begin);
  if (closed) problems.push(...notQuite(end + 1, lines[end] ?? '', '结尾一行'));
  else if (fenced) {
    const lastKey = lines.slice(0, end).findLastIndex((line) => line.trim() !== '') + 1;
    const words = {
      what: '稿头没有关上',
      now: `第${begin}行的 --- 下面没有第二个 ---`,
      should: '在稿头的末尾再写一行 ---',
    };
    const mend = `在第${lastKey}行的下面加一行，只写三个英文连字符 ---。`;
    problems.push(problem(begin, { code: 'front-matter-open', ...words, mend }));
  }
  const after = closed ? end + 1 : end;
  const front = `${'\n'.repeat(begin)}${lines.slice(begin, end).join('\n')}\n`;
  return { front, body: lines.slice(after).join('\n'), firstLine: after + 1, problems };
}
