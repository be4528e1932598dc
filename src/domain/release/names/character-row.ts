/** Characters with their places, in arrays that hold millions. */
export class CharacterRow {
  #codes = new Int32Array(0);
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #gaps = new Uint8Array(0);
  #length = 0;

  /** The same row without a character, with room for so many: what was taken out of it before is no longer what it was. */
  emptied(room: number): this {
    if (this.#codes.length < room) {
      this.#codes = new Int32Array(room);
      this.#starts = new Int32Array(room);
      this.#ends = new Int32Array(room);
      this.#gaps = new Uint8Array(room);
    }
    this.#length = 0;
    return this;
  }

  /** Code of the last one; -1 where there is none. */
  get last(): number {
    return this.#length === 0 ? -1 : (this.#codes[this.#length - 1] ?? -1);
  }

  push(code: number, start: number, end: number, gap: number): void {
    if (this.#length === this.#codes.length) this.#grow();
    const at = this.#length++;
    this.#codes[at] = code;
    this.#starts[at] = start;
    this.#ends[at] = end;
    this.#gaps[at] = gap;
  }

  #grow(): void {
    const { codes, starts, ends, gaps } = this.all();
    const room = codes.length * 2 + 64;
    this.#codes = new Int32Array(room);
    this.#codes.set(codes);
    this.#starts = new Int32Array(room);
    this.#starts.set(starts);
    this.#ends = new Int32Array(room);
    this.#ends.set(ends);
    this.#gaps = new Uint8Array(room);
    this.#gaps.set(gaps);
  }

  /** All of them, in order. */
  all(): { codes: Int32Array; starts: Int32Array; ends: Int32Array; gaps: Uint8Array } {
    const to = this.#length;
    return {
      codes: this.#codes.subarray(0, to),
      starts: this.#starts.subarray(0, to),
      ends: this.#ends.subarray(0, to),
      gaps: this.#gaps.subarray(0, to),
    };
  }
}
