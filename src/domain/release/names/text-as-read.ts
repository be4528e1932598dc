/** How a text is written: what of it are marks, and where its blocks end. */
export type TextForm = 'markdown' | 'html' | 'plain';

/** Something between two characters that no reader sees, as bits. */
export const GAP = { space: 1, dot: 2, hyphen: 4, apostrophe: 8 } as const;

/** Ends a block: nothing that is read as one goes across it. */
export const BLOCK_END = 0;

/** A mark of Markdown inside a block: of a link, of emphasis, of code. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** `[` and `]`, or a run of one sign that may open or close. */
  readonly kind: 'open' | 'close' | 'run';
}

/** A text as it is read, character by character, each with its place in the source. */
export interface VisibleText {
  readonly source: string;
  /** What is compared of each character: a folded code point, or {@link BLOCK_END}. */
  readonly codes: Int32Array;
  /** Where each begins and ends in the source. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** What stood before each since the one before: bits of {@link GAP}. */
  readonly gaps: Uint8Array;
  /** Marks of the flowing text in order; of Markdown only. */
  readonly marks: readonly Mark[];
}
