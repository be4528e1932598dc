import type { Mask } from './mask.ts';
import { type BodyProblem, mistake, quoted } from './problem.ts';

const FENCE = /^[ \t]*(?:(`{3,})[^`\n]*|(~{3,}).*)$/;

/** Offset of the marks that begin a block of code which nothing ends, at or behind an offset; null: there is none. */
function openFrom(source: string, from: number): { start: number; end: number } | null {
  let open: { marks: string; start: number } | null = null;
  let at = from;
  for (const line of source.slice(from).split('\n')) {
    const [, ticks, waves] = FENCE.exec(line) ?? [];
    const marks = ticks ?? waves ?? '';
    if (open === null && marks !== '') open = { marks, start: at + line.indexOf(marks) };
    else if (open !== null && marks.startsWith(open.marks) && line.trim() === marks) open = null;
    at += line.length + 1;
  }
  return open && { start: open.start, end: open.start + open.marks.length };
}

/** Blocks of code without an end take in the rest of the story: told, and kept from the parser. */
export function openFences(source: string): { problems: BodyProblem[]; masks: Mask[] } {
  const masks: Mask[] = [];
  for (let from = 0; masks.length < 20; ) {
    const open = openFrom(source, from);
    if (!open) break;
    masks.push(open);
    from = open.end;
  }
  const problems = masks.map(({ start, end }) => {
    const line = source.indexOf('\n', end);
    return mistake(start, {
      code: 'story-code-open',
      what: '从这里到文末都成了代码',
      found: quoted(source, start, line < 0 ? source.length : line),
      expected: '前后各有一行同样的记号，或者没有',
      mend: '删掉这一行开头的 ``` 或 ~~~ ；稿件里一般用不着代码。',
    });
  });
  return { problems, masks };
}
