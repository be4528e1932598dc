/** Chance that is the same in every run. */
export interface Chance {
  /** A whole number from 0 up to, and without, `n`. */
  readonly below: (n: number) => number;
  /** One of a list; undefined only of an empty one. */
  readonly one: <T>(list: readonly T[]) => T | undefined;
  /** A list in another order. */
  readonly shuffled: <T>(list: readonly T[]) => T[];
}

/** Chance from a seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number) => Math.floor(next() * n);
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  return { below, one: (list) => list[below(list.length)], shuffled };
}
