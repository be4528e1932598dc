/** A bit a place: what is asked for at every character of every text has to stay in the nearest cache. */
class Bits {
  readonly #bits: Uint8Array;

  constructor(room: number) {
    this.#bits = new Uint8Array(room >> 3);
  }

  set(place: number): void {
    this.#bits[place >> 3] = (this.#bits[place >> 3] ?? 0) | (1 << (place & 7));
  }

  has(place: number): boolean {
    return ((this.#bits[place >> 3] ?? 0) & (1 << (place & 7))) !== 0;
  }
}

const ROOM = 1 << 16;
const placeOf = (text: string, at: number): number =>
  ((text.charCodeAt(at) * 31) ^ (text.charCodeAt(at + 1) * 0x9e5)) & (ROOM - 1);

const ROOM_OF_FOUR = 1 << 19;
const placeOfFour = (text: string, at: number): number =>
  ((text.charCodeAt(at) * 31) ^
    (text.charCodeAt(at + 1) * 0x9e5) ^
    (text.charCodeAt(at + 2) * 0x1f35b) ^
    (text.charCodeAt(at + 3) * 0x30d)) &
  (ROOM_OF_FOUR - 1);

/**
 * Where one of many words may begin in a text, told from two characters: at most places none can, and nothing has to be
 * cut out and looked up there. Sometimes it says yes where none begins, never no where one does.
 */
export class Beginnings {
  readonly #pairs = new Bits(ROOM);

  /** @param words of two characters or more */
  constructor(words: Iterable<string>) {
    for (const word of words) this.#pairs.set(placeOf(word, 0));
  }

  /** Whether a word may begin at an offset. */
  mayBeAt(text: string, at: number): boolean {
    return this.#pairs.has(placeOf(text, at));
  }
}

/** The same told from four characters: for passages, whose first two stand in every text. */
export class LongBeginnings {
  readonly #fours = new Bits(ROOM_OF_FOUR);

  /** @param words of four characters or more */
  constructor(words: Iterable<string>) {
    for (const word of words) this.#fours.set(placeOfFour(word, 0));
  }

  /** Whether a word may begin at an offset. */
  mayBeAt(text: string, at: number): boolean {
    return this.#fours.has(placeOfFour(text, at));
  }
}
