/** From so many codes on a table of beginnings is worth its making. */
const LONG = 4000;

/** Finds any of many words in a row of codes in one pass (Aho and Corasick). */
export class WordIndex {
  /** For each state the next one by code. */
  readonly #next: Map<number, number>[] = [new Map()];
  /** For each state the longest other state that is its end. */
  readonly #fail: number[] = [0];
  /** For each state the word that ends there, or -1; and the next shorter state with one. */
  readonly #word: number[] = [-1];
  readonly #shorter: number[] = [0];
  #begins: Uint8Array | null = null;

  /** @param words none of them empty; found by their place in the list. The first of equal ones is found */
  constructor(words: readonly (readonly number[])[]) {
    for (const [i, word] of words.entries()) this.#add(word, i);
    this.#link();
  }

  #add(word: readonly number[], index: number): void {
    let state = 0;
    for (const code of word) {
      let next = this.#next[state]?.get(code);
      if (next === undefined) {
        next = this.#next.length;
        this.#next.push(new Map());
        this.#fail.push(0);
        this.#word.push(-1);
        this.#shorter.push(0);
        this.#next[state]?.set(code, next);
      }
      state = next;
    }
    if (this.#word[state] === -1) this.#word[state] = index;
  }

  #link(): void {
    const queue = [0];
    for (let i = 0; i < queue.length; i++) {
      const state = queue[i] ?? 0;
      for (const [code, next] of this.#next[state] ?? []) {
        const fail = state === 0 ? 0 : this.#step(this.#fail[state] ?? 0, code);
        this.#fail[next] = fail;
        this.#shorter[next] = (this.#word[fail] ?? -1) >= 0 ? fail : (this.#shorter[fail] ?? 0);
        queue.push(next);
      }
    }
  }

  #step(from: number, code: number): number {
    let state = from;
    for (;;) {
      const next = this.#next[state]?.get(code);
      if (next !== undefined) return next;
      if (state === 0) return 0;
      state = this.#fail[state] ?? 0;
    }
  }

  /** By code whether a word begins with it, as far as there are tables for codes. */
  #beginnings(): Uint8Array {
    if (!this.#begins) {
      this.#begins = new Uint8Array(0x10000);
      for (const code of this.#next[0]?.keys() ?? []) if (code < this.#begins.length) this.#begins[code] = 1;
    }
    return this.#begins;
  }

  /** Calls for every word that ends somewhere, the longer ones first, with the offset behind its last code. */
  scan(codes: ArrayLike<number>, found: (word: number, end: number) => void): void {
    const begins = codes.length < LONG ? null : this.#beginnings();
    let state = 0;
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i] ?? 0;
      // Most characters begin no word.
      if (state === 0 && begins?.[code] === 0) continue;
      state = this.#step(state, code);
      for (let at = state; at > 0; at = this.#shorter[at] ?? 0) {
        const word = this.#word[at] ?? -1;
        if (word >= 0) found(word, i + 1);
      }
    }
  }
}
