/** So many texts are kept for all readers: more than the blocks, sentences and clauses of a long story. */
const MOST = 4000;

/** What one reader said of a text, and what others did. */
interface Reading {
  readonly reader: (text: string) => unknown;
  readonly said: unknown;
  readonly next: Reading | null;
}

/** A text and what readers said of it, the last one first. */
interface ReadText {
  readonly text: string;
  readings: Reading | null;
}

/** Texts as they were read, the last ones. */
class ReadTexts {
  readonly #most: number;
  #kept = new Map<string, ReadText>();
  #before = new Map<string, ReadText>();
  #last: ReadText = { text: '', readings: null };

  constructor(most: number) {
    this.#most = most;
  }

  /** The text as it was read before. A rule asks for the same text again and again: mostly it is the last one. */
  of(text: string): ReadText {
    if (this.#last.text === text) return this.#last;
    const known = this.#kept.get(text) ?? this.#before.get(text);
    const own = known ?? { text, readings: null };
    if (known === undefined) {
      if (this.#kept.size >= this.#most) [this.#before, this.#kept] = [this.#kept, new Map()];
      this.#kept.set(text, own);
    }
    this.#last = own;
    return own;
  }
}

const shared = new ReadTexts(MOST);

/**
 * What a reader says of a text, read once for all rules that ask: they ask for the same blocks and sentences one after
 * another. What is handed out is shared, so nobody may change it. Of a new story the old ones are forgotten: the
 * readings of the last one or two stories are all that anybody asks for again.
 * @param most of a reader of other texts than stories: so many it keeps by itself
 */
export function keptByText<Said>(reader: (text: string) => Said, most?: number): (text: string) => Said {
  const texts = most === undefined ? shared : new ReadTexts(most);
  return (text) => {
    const own = texts.of(text);
    for (let one = own.readings; one !== null; one = one.next) if (one.reader === reader) return one.said as Said;
    const said = reader(text);
    own.readings = { reader, said, next: own.readings };
    return said;
  };
}
