import { keptByText } from './kept-by-text.ts';
import type { Range } from './range.ts';

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

/** The sentences of a text: to 。！？ or a line's end, with the closing quotation mark or bracket behind it. */
export const sentencesIn = keptByText((text): readonly Range[] => split(text, /(?:[。！？!?]+[”’」』）)]*|\n)/g));

/** The clauses of a text: to any pause but 、. */
export const clausesIn = keptByText((text): readonly Range[] =>
  split(text, /(?:[。！？!?；;，：:]+[”’」』）)]*|,(?!\d{3})|\n)/g),
);
