import type { Nodes, Paragraph } from 'mdast';
import { isMeantBreak, tabbedCells, wideBarCells } from '#domain/stories/lines.ts';
import { type BodyProblem, clipped, mistake, reminder } from './problem.ts';

const TIDY = '运行 npm run tidy -- <稿件id>，一次排好';

/** Lines of a paragraph with their offsets in the source. */
function linesOf(paragraph: Paragraph, source: string): { text: string; at: number }[] {
  const start = paragraph.position?.start.offset ?? 0;
  const from = source.lastIndexOf('\n', start - 1) + 1;
  let at = from;
  return source
    .slice(from, paragraph.position?.end.offset ?? from)
    .split('\n')
    .map((text) => {
      const line = { text, at };
      at += text.length + 1;
      return line;
    });
}

function pastedTable(lines: readonly { text: string; at: number }[]): BodyProblem | null {
  const row = lines.find(({ text }) => tabbedCells(text) ?? wideBarCells(text));
  if (!row) return null;
  const tabs = tabbedCells(row.text) !== null;
  return mistake(row.at, {
    code: tabs ? 'story-table-tabs' : 'story-table-wide',
    what: '这里是一张表，网页上会连成一行字',
    found: `“${clipped((tabbedCells(row.text) ?? wideBarCells(row.text) ?? []).join('　'), 20)}”，格子之间是${tabs ? '制表符（Tab）' : '全角竖线'}`,
    expected: '“| 甲 | 乙 |”这样的表格',
    mend: `${TIDY}；或者自己改：一行一行写成“| 甲 | 乙 |”，第一行下面加一行“|---|---|”。`,
  });
}

/**
 * Breaks between the lines of one paragraph that meant something to the writer (a new paragraph, a list of names, a
 * signature and a date) and that no reader would see: told, so that nothing is glued together unsaid.
 */
function gluedLines(lines: readonly { text: string; at: number }[]): BodyProblem | null {
  // Two spaces or a backslash at the end of a line are a break that is shown; indented lines are paragraphs already.
  const index = lines.findIndex(({ text }, i) => {
    const below = lines[i + 1]?.text;
    // A block of another editor is told as that.
    if (below === undefined || /^\s*(?::{3}|!!!\s|\$\$)/.test(text)) return false;
    if (/ {2}$|\\$|^\s*(?:```|~~~)/.test(text) || /^[\u3000\u00a0]{2}/.test(below)) return false;
    return isMeantBreak(text, below);
  });
  const [above, below] = [lines[index], lines[index + 1]];
  if (!above || !below) return null;
  return reminder(above.at, {
    code: 'story-lines-joined',
    what: '这几行在网页上会连成一段',
    found: `“${clipped(above.text, 15)}”下面紧接着“${clipped(below.text, 15)}”`,
    expected: '段和段之间空一行；名单每行前面写“- ”',
    mend: `${TIDY}；或者自己空行。本来就是一段的，写在一行里。`,
  });
}

/** What was pasted line by line, or cell by cell, and would be glued together. */
export const lineProblems = (nodes: readonly Nodes[], source: string): BodyProblem[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'paragraph') return [];
    const lines = linesOf(node, source);
    const table = pastedTable(lines);
    if (table) return [table];
    const glued = lines.length > 1 ? gluedLines(lines) : null;
    return glued ? [glued] : [];
  });
