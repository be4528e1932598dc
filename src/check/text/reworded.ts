import type { Range } from './range.ts';

/** A part of a text, and the words into which it is put. */
export interface OtherWords extends Range {
  readonly usual: string;
}

/** A text with parts of it put into other words, and the places of both. */
export class Reworded {
  readonly text: string;
  readonly #pieces: readonly (OtherWords & { readonly at: number })[];

  constructor(original: string, pieces: readonly OtherWords[]) {
    let [text, from] = ['', 0];
    this.#pieces = pieces.map((piece) => {
      text += original.slice(from, piece.start);
      const at = text.length;
      text += piece.usual;
      from = piece.end;
      return { ...piece, at };
    });
    this.text = text + original.slice(from);
  }

  /** A place of the text as one of the original; inside a piece its beginning, or as an end its end. */
  original(place: number, isEnd: boolean): number {
    let moved = 0;
    for (const { start, end, usual, at } of this.#pieces) {
      if (place <= at) break;
      if (place < at + usual.length) return isEnd ? end : start;
      moved = end - (at + usual.length);
    }
    return place + moved;
  }

  /** A place of the original as one of the text. */
  here(place: number): number {
    let moved = 0;
    for (const { end, usual, at } of this.#pieces) {
      if (place < end) break;
      moved = at + usual.length - end;
    }
    return place + moved;
  }
}
