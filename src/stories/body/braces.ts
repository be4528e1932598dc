import type { Mask, Range } from './mask.ts';
import { type BodyProblem, mistake, quoted } from './problem.ts';

const BASE = { code: 'story-brace', what: '稿件里不能用英文大括号', expected: '全角的｛｝，或者括号（）' };
const MEND = '改成全角的｛｝或（）；前面加反斜杠也不行。';

/** `{.center}`, `{#part}`, `{: .red}` of other editors: how something is to look. */
const FOR_LOOKS = /^\{:?\s*[.#][A-Za-z][^{}\n]{0,60}\}$/;
const LOOKS = {
  code: 'story-brace',
  what: '别的编辑器排样子的记号，稿件里不能用',
  expected: '没有这个记号',
  mend: '删掉：样子由网站统一安排。',
};

/** Pairs of braces, the outer ones only, and braces without their other half. */
function pairs(source: string, skip: readonly Range[]): Range[] {
  const found: Range[] = [];
  let open: number[] = [];
  let next = 0;
  for (const { 0: sign, index } of source.matchAll(/[{}]|\n[^\S\n]*\n/g)) {
    while ((skip[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next++;
    if ((skip[next]?.start ?? Number.POSITIVE_INFINITY) <= index) continue;
    if (sign === '{') open.push(index);
    else if (sign === '}' && open.length > 1) open.pop();
    else if (sign === '}') found.push({ start: open.pop() ?? index, end: index + 1 });
    else {
      // A pair does not reach over the end of its paragraph.
      found.push(...open.map((start) => ({ start, end: start + 1 })));
      open = [];
    }
  }
  return [...found, ...open.map((start) => ({ start, end: start + 1 }))];
}

/** MDX runs what stands in braces as a program, escaped or not: none may stand anywhere. `skip`, in order, is told already. */
export function braces(source: string, skip: readonly Range[]): { problems: BodyProblem[]; masks: Mask[] } {
  const problems = pairs(source, skip).map(({ start, end }) => {
    const half = end - start > 1 ? '' : source[start] === '{' ? '，后面没有 }' : '，前面没有 {';
    const found = quoted(source, start, end) + half;
    return mistake(
      start,
      FOR_LOOKS.test(source.slice(start, end)) ? { ...LOOKS, found } : { ...BASE, found, mend: MEND },
    );
  });
  const masks = [...source.matchAll(/[{}]/g)].map(({ 0: sign, index }) => ({
    ...{ start: index, end: index + 1, text: sign === '{' ? '｛' : '｝' },
  }));
  return { problems, masks };
}
