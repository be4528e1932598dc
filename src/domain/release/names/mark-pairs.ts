import { BLOCK_END, type Mark, type VisibleText } from './text-as-read.ts';

/** Number of the block in which each mark stands: none pairs with one of another. */
function blocksOf({ codes, starts, marks }: VisibleText): number[] {
  let at = 0;
  let block = 0;
  return marks.map(({ start }) => {
    for (; at < codes.length && (starts[at] ?? 0) <= start; at++) {
      // Behind the flow stands what was read apart from it.
      if (at > 0 && (starts[at] ?? 0) < (starts[at - 1] ?? 0)) break;
      if (codes[at] === BLOCK_END) block++;
    }
    return block;
  });
}

/** The words of links, from `[` to `]`: they bind tighter than emphasis. */
function linksOf(marks: readonly Mark[], blocks: readonly number[]): Map<Mark, Mark> {
  const pairs = new Map<Mark, Mark>();
  let open: Mark[] = [];
  for (const [i, mark] of marks.entries()) {
    if (blocks[i] !== blocks[i - 1]) open = [];
    if (mark.kind === 'open') open.push(mark);
    const first = mark.kind === 'close' ? open.pop() : undefined;
    if (first) pairs.set(first, mark).set(mark, first);
  }
  return pairs;
}

/** Every mark that has one by its other half. One pass: text full of openings costs no more. */
export function markPairs(text: VisibleText): ReadonlyMap<Mark, Mark> {
  const { marks, source } = text;
  const blocks = blocksOf(text);
  const pairs = linksOf(marks, blocks);
  /** Runs that are open, by their signs: of each link that is open. */
  let levels: Map<string, Mark>[] = [new Map()];
  for (const [i, mark] of marks.entries()) {
    if (blocks[i] !== blocks[i - 1]) levels = [new Map()];
    const other = pairs.get(mark);
    if (mark.kind === 'open' && other) levels.push(new Map());
    if (mark.kind === 'close' && other) levels.pop();
    if (mark.kind !== 'run') continue;
    const signs = source.slice(mark.start, mark.end);
    const open = levels.at(-1);
    const first = open?.get(signs);
    if (!first) open?.set(signs, mark);
    else {
      pairs.set(first, mark).set(mark, first);
      open?.delete(signs);
    }
  }
  return pairs;
}
