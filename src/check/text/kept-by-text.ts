/** Unless it is said otherwise so many texts of each kind are kept: more than the blocks, sentences and clauses of a long story. */
const MOST = 2000;

/**
 * What a reader says of a text, read once for all rules that ask: they ask for the same blocks and sentences one after
 * another. What is handed out is shared, so nobody may change it. Of a new story the old ones are forgotten: the
 * readings of the last one or two stories are all that anybody asks for again.
 */
export function keptByText<Reading>(read: (text: string) => Reading, most = MOST): (text: string) => Reading {
  let kept = new Map<string, { readonly reading: Reading }>();
  let before = new Map<string, { readonly reading: Reading }>();
  return (text) => {
    const known = kept.get(text) ?? before.get(text);
    if (known !== undefined) return known.reading;
    const reading = read(text);
    if (kept.size >= most) [before, kept] = [kept, new Map()];
    kept.set(text, { reading });
    return reading;
  };
}
