/** Widths of a cover's stripes, in shares; they come round again where there are more stripes. */
const WIDTHS = [5, 1, 3, 2, 6, 1, 4, 2, 3, 1, 5];

/** A number from a text, the same on every machine (FNV-1a, 32 bits). */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const character of text) h = Math.imul(h ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return h;
}

/**
 * The stripes of a cover from left to right: at least eleven, each with a width in shares. `stripes` are the numbers it
 * may use, in their order; the seed (a story's id) turns both the widths and the first stripe, so that covers of one
 * pairing differ. Neighbours are never the same stripe, unless there is only one.
 */
export function coverStripes(seed: string, stripes: readonly number[]): { stripe: number; width: number }[] {
  if (stripes.length === 0) return [];
  const h = hash(seed);
  const [turn, first] = [h % WIDTHS.length, Math.floor(h / WIDTHS.length) % stripes.length];
  return Array.from({ length: Math.max(WIDTHS.length, stripes.length) }, (_, i) => ({
    stripe: stripes[(first + i) % stripes.length] as number,
    width: WIDTHS[(turn + i) % WIDTHS.length] as number,
  }));
}
