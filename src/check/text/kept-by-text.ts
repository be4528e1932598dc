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

/** So many texts lie at hand: more than the blocks and sentences of most stories. */
const AT_HAND = 1 << 10;
/** Where a text lies at hand: read off its length and a few of its characters. */
const placeOf = (text: string): number =>
  (text.length * 31 +
    text.charCodeAt(0) * 0x9e5 +
    text.charCodeAt(text.length >> 1) * 0x1f35 +
    text.charCodeAt(text.length - 2) * 0x3d) &
  (AT_HAND - 1);

/** Texts as they were read, the last ones. */
class ReadTexts {
  readonly #most: number;
  #kept = new Map<string, ReadText>();
  #before = new Map<string, ReadText>();
  readonly #atHand: ReadText[] = new Array(AT_HAND).fill({ text: '', readings: null });

  constructor(most: number) {
    this.#most = most;
  }

  /** The text as it was read before. Rules ask for the same few texts again and again: those lie at hand. */
  of(text: string): ReadText {
    const place = placeOf(text);
    const last = this.#atHand[place];
    if (last?.text === text) return last;
    const known = this.#kept.get(text) ?? this.#before.get(text);
    const own = known ?? { text, readings: null };
    if (known === undefined) {
      if (this.#kept.size >= this.#most) [this.#before, this.#kept] = [this.#kept, new Map()];
      this.#kept.set(text, own);
    }
    this.#atHand[place] = own;
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
