import type { Range } from '../prose/prose.ts';

const split = (text: string, ends: RegExp): Range[] => {
  const ranges: Range[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(ends)) {
    ranges.push({ start, end: index + mark.length });
    start = index + mark.length;
  }
  if (start < text.length) ranges.push({ start, end: text.length });
  return ranges.filter((range) => text.slice(range.start, range.end).trim() !== '');
};

/** The same for the text that was asked for last: many rules ask for each number of a block, one after another. */
function remembered(read: (text: string) => Range[]): (text: string) => readonly Range[] {
  let last: { readonly text: string; readonly ranges: readonly Range[] } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, ranges: read(text) };
    return last.ranges;
  };
}

/** The sentences of a text: to 。！？ or a line's end, with the closing quotation mark or bracket behind it. */
export const sentencesIn = remembered((text) => split(text, /(?:[。！？!?]+[”’」』）)]*|\n)/g));

/** The clauses of a text: to any pause but 、. */
export const clausesIn = remembered((text) => split(text, /(?:[。！？!?；;，：:]+[”’」』）)]*|,(?!\d{3})|\n)/g));
