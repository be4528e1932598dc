const ROOM = 1 << 16;
const placeOf = (first: number, second: number): number => ((first * 31) ^ (second * 0x9e5)) & (ROOM - 1);

/**
 * Where one of many words may begin in a text, told from two characters: at most places none can, and nothing has to be
 * cut out and looked up there. Sometimes it says yes where none begins, never no where one does.
 */
export class Beginnings {
  readonly #pairs = new Uint8Array(ROOM);

  /** @param words of two characters or more */
  constructor(words: Iterable<string>) {
    for (const word of words) this.#pairs[placeOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;
  }

  /** Whether a word may begin at an offset. */
  mayBeAt(text: string, at: number): boolean {
    return this.#pairs[placeOf(text.charCodeAt(at), text.charCodeAt(at + 1))] === 1;
  }
}
