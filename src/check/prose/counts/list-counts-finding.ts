import type { ProseFinding, StoryProse } from '../prose.ts';

/** What is found about a count whose list has another number of things. */
export function listFinding(
  prose: StoryProse,
  block: number,
  { start, end, value, size, certain }: { start: number; end: number; value: number; size: number; certain: boolean },
): ProseFinding {
  const source = prose.blocks[block];
  return {
    block,
    start,
    end,
    severity: certain && source?.quoted !== true ? 'error' : 'warning',
    code: 'list-count',
    what: '写的个数和列出来的个数不同',
    found: `“${source?.text.slice(start, end)}”，列出来的是${size}个`,
    expected: `${size}个，或者列满${value}个`,
    written: null,
    mend: `数一数列出来的：是${size}个就把数改成${size}；漏了的补上，多了的删去。`,
  };
}
