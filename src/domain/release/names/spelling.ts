/** A name in Latin letters. */
export interface LatinSpelling {
  /** Its syllables or words, parted by one space: `zhang san feng`. It may be written joined at any of the spaces. */
  readonly words: string;
  /** Whether it is also an ordinary word, so that only `Li Ming`, parted and with capitals, is the name. */
  readonly capitals: boolean;
}

/** What else a name may be written with. The tables belong to other layers and are handed in. */
export interface NameSpelling {
  /** The simplified character for a traditional one, as the search folds it; any other character as it is. */
  readonly simplified: (character: string) => string;
  /** The Latin spellings that a reader takes for a name in Han characters. */
  readonly latin: (name: string) => readonly LatinSpelling[];
}

/** No table at all: for tests, and for names that are known to be written one way. */
export const PLAIN_SPELLING: NameSpelling = { simplified: (character) => character, latin: () => [] };
