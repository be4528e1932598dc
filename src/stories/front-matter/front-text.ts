import { type Finding, finding, type Position } from '#check/finding.ts';

/** Front matter in which the colons are right, with what had to be put right for it. */
export interface FrontText {
  readonly text: string;
  readonly problems: Finding<Position>[];
  /** The column of the file for a column of the mended line: a space that was put in moves what follows it. */
  readonly column: (line: number, column: number) => number;
}

/** A key, perhaps in a list item, then a full-width colon, or an English one with no space behind it. */
const KEY = /^(\s*(?:- )?)([A-Za-z_]{2,20}|\p{Script=Han}{2,4})(\s*)(：|:(?=[^\s/]))/u;
/** Behind a value `#` begins a remark that is no content. */
const REMARK = /^(\s*(?:- )?[A-Za-z_]+:\s+(?:[^\s'"[{|>#][^'"]*?\s)?)(#.*)$/;

function aboutColon(line: number, column: number, key: string, colon: string): Finding<Position> {
  if (colon === ':') {
    const words = { what: '冒号后面少了空格', found: `“${key}:”紧接着值`, expected: `“${key}: ”再写值` };
    return finding({ line, column, code: 'colon-without-space', ...words, mend: '英文冒号后面空一格，再写值。' });
  }
  const words = { what: '冒号是全角的', found: `“${key}：”`, expected: `“${key}: ”` };
  const mend = '切换到英文输入法，把“：”改成“:”，冒号后面空一格。';
  return finding({ line, column, code: 'full-width-colon', ...words, mend });
}

/** Puts the colons after keys right, so that all further mistakes are found in the same run, and tells them. */
export function mendColons(front: string, isKey: (word: string) => boolean): FrontText {
  const problems: Finding<Position>[] = [];
  const added = new Map<number, number>();
  const lines = front.split('\n').map((text, index) => {
    const remark = REMARK.exec(text);
    if (remark) {
      const words = {
        what: '# 后面的字不算内容',
        found: `“${remark[2]}”`,
        expected: '没有 # 的值，或者放在英文引号里',
      };
      const mend = '要这些字，就把整个值放进英文单引号；不要，就删掉。';
      const column = (remark[1] ?? '').length + 1;
      problems.push(finding({ line: index + 1, column, severity: 'warning', code: 'yaml-remark', ...words, mend }));
    }
    const [whole = '', indent = '', key = '', gap = '', colon = ''] = KEY.exec(text) ?? [];
    if (whole === '' || !isKey(key)) return text;
    problems.push(aboutColon(index + 1, whole.length, key, colon));
    const rest = text.slice(whole.length);
    if (/^\s|^$/.test(rest)) return `${indent}${key}${gap}:${rest}`;
    added.set(index + 1, whole.length + 1);
    return `${indent}${key}${gap}: ${rest}`;
  });
  const column = (line: number, at: number) => (at > (added.get(line) ?? Number.POSITIVE_INFINITY) ? at - 1 : at);
  return { text: lines.join('\n'), problems, column };
}

/**
 * The front matter without the entries on some lines: what a broken line spoils is its own entry, and the others are
 * still worth reading. Lines keep their numbers. Also says which keys are gone.
 */
export function withoutEntries(front: string, broken: readonly number[]): { text: string; gone: Set<string> } {
  const gone = new Set<string>();
  let [entry, drop] = [0, false];
  const lines = front.split('\n');
  const starts = lines.map((line, i) => {
    if (/^[^\s#-]/.test(line)) entry = i;
    return entry;
  });
  const bad = new Set(broken.map((line) => starts[line - 1]));
  const text = lines.map((line, i) => {
    drop = bad.has(starts[i]);
    if (drop && starts[i] === i) gone.add(/^['"]?([A-Za-z_]+)/.exec(line)?.[1] ?? line);
    return drop ? '' : line;
  });
  return { text: text.join('\n'), gone };
}
