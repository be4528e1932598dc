/** Widths of a cover's stripes, in shares; they come round again where there are more stripes. */
const WIDTHS = [5, 1, 3, 2, 6, 1, 4, 2, 3, 1, 5];

/** A piece of cloth: stripes from top to bottom, sewn from two panels a little apart. */
export interface Weave {
  readonly stripes: readonly { readonly stripe: number; readonly width: number }[];
  /** Where the panels meet, percent of the width. */
  readonly seam: number;
  /** How far the right panel is pulled down, percent of the height. */
  readonly slide: number;
}

/** A number from a text, the same on every machine (FNV-1a, 32 bits). */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const character of text) h = Math.imul(h ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return h;
}

/** Numbers 0 ≤ n < 1 from a seed, the same on every machine (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/**
 * The cloth of a cover: at least eleven stripes, each with a width in shares. `stripes` are the numbers it may use, in
 * their order; the seed (a story's id) turns the widths and the first stripe, makes each a little wider or narrower,
 * and moves the seam, so that no two covers of one pairing are alike. Neighbours are never the same stripe, unless
 * there is only one. No stripe, no cloth.
 */
export function weaveCover(seed: string, stripes: readonly number[]): Weave {
  const random = randomFrom(hash(seed));
  const below = (n: number) => Math.floor(random() * n);
  const [turn, first, backwards] = [below(WIDTHS.length), below(Math.max(stripes.length, 1)), random() < 0.5];
  const count = stripes.length === 0 ? 0 : Math.max(WIDTHS.length, stripes.length);
  const woven = Array.from({ length: count }, (_, i) => ({
    stripe: stripes[(first + i) % stripes.length] as number,
    width: Math.round((WIDTHS[(turn + i) % WIDTHS.length] as number) * (7 + 6 * random())) / 10,
  }));
  return { stripes: backwards ? woven.reverse() : woven, seam: 54 + below(17), slide: 3 + below(9) };
}
