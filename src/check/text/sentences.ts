import { keptByText } from './kept-by-text.ts';
import type { Range } from './range.ts';

/** A part of a text with its words. */
export interface Piece extends Range {
  readonly text: string;
}

const split = (text: string, ends: RegExp): Piece[] => {
  const pieces: Piece[] = [];
  const add = (start: number, end: number) => {
    const own = start === 0 && end === text.length ? text : text.slice(start, end);
    if (own.trim() !== '') pieces.push({ start, end, text: own });
  };
  let start = 0;
  // `matchAll` makes a pattern of its own for every text.
  ends.lastIndex = 0;
  while (ends.test(text)) {
    add(start, ends.lastIndex);
    start = ends.lastIndex;
  }
  if (start < text.length) add(start, text.length);
  return pieces;
};

const SENTENCE_ENDS = /(?:[。！？!?]+[”’」』）)]*|\n)/g;
const CLAUSE_ENDS = /(?:[。！？!?；;，：:]+[”’」』）)]*|,(?!\d{3})|\n)/g;

/** The sentences of a text: to 。！？ or a line's end, with the closing quotation mark or bracket behind it. */
export const sentencesIn = keptByText((text): readonly Piece[] => split(text, SENTENCE_ENDS));

/** The clauses of a text: to any pause but 、. */
export const clausesIn = keptByText((text): readonly Piece[] => split(text, CLAUSE_ENDS));
