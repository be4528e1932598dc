import { keptByText } from '../kept-by-text.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words are not looked at further than this. */
const LONGEST_WORD = 8;

/** Where the words of a text begin and end, as the dictionary of the runtime cuts it. */
export interface WordBounds {
  /** Whether a word begins at an offset (or the text ends there): no word lies across it. */
  readonly isBound: (at: number) => boolean;
  /** Where the word ends that begins at an offset. */
  readonly wordEnd: (at: number) => number;
}

const readBounds = (text: string): WordBounds => {
  let bounds: Uint8Array | null = null;
  const known = (): Uint8Array => {
    if (bounds) return bounds;
    const all = new Uint8Array(text.length + 1);
    for (const { index } of words.segment(text)) all[index] = 1;
    all[text.length] = 1;
    bounds = all;
    return all;
  };
  return {
    isBound: (at) => known()[at] === 1,
    wordEnd: (at) => {
      const all = known();
      let end = at + 1;
      const last = Math.min(text.length, at + LONGEST_WORD);
      while (end < last && all[end] !== 1) end++;
      return end;
    },
  };
};

/** Cuts a text into words; it is cut once, and only when somebody asks. */
export const wordBoundsOf = keptByText(readBounds);
