/** Traditional and simplified characters, one for one. */
export interface Folding {
  /** Traditional → simplified. */
  readonly simplified: ReadonlyMap<string, string>;
  /** Simplified → the spellings that fold into it, itself first: the place in the list is its mark in the index. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
}

/**
 * From pairs written one after the other, traditional first: `麥麦萬万`. An index has 15 marks a character, so what
 * comes after that many spellings of one character folds but is shown simplified.
 */
export function foldingOf(pairs: string): Folding {
  const simplified = new Map<string, string>();
  const spellings = new Map<string, string[]>();
  const characters = [...pairs];
  for (let i = 0; i + 1 < characters.length; i += 2) {
    const [from, to] = [characters[i], characters[i + 1]];
    if (from === undefined || to === undefined) continue;
    simplified.set(from, to);
    const known = spellings.get(to);
    if (known) known.push(from);
    else spellings.set(to, [to, from]);
  }
  return { simplified, spellings };
}

/** No character folds: for tests and for text known to be simplified. */
export const NO_FOLDING: Folding = foldingOf('');
