const BIGGEST_IN_HEAD = 23;

/** The kinds of CBOR (RFC 8949) an index is made of. */
const KIND = { number: 0, negative: 1, text: 3, list: 4 } as const;

const utf8 = new TextEncoder();

/**
 * Writes the few kinds of CBOR that an index is made of, each in its shortest form. Millions of small numbers go into one
 * growing array of bytes: no object is made for any of them.
 */
export class CborWriter {
  private bytes = new Uint8Array(64);
  private length = 0;

  /** A whole number, below zero too. */
  number(value: number): void {
    if (value < 0) this.head(KIND.negative, -1 - value);
    else this.head(KIND.number, value);
  }

  text(value: string): void {
    const bytes = utf8.encode(value);
    this.head(KIND.text, bytes.length);
    this.put(bytes);
  }

  /** Begins a list; so many things follow. */
  list(length: number): void {
    this.head(KIND.list, length);
  }

  /** What another one has written. */
  add(other: CborWriter): void {
    this.put(other.written());
  }

  /** All that was written; it is gone when more is written. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private head(kind: number, value: number): void {
    this.room(5);
    const first = kind << 5;
    if (value <= BIGGEST_IN_HEAD) this.bytes[this.length++] = first | value;
    else if (value <= 0xff) this.big(first | 24, value, 1);
    else if (value <= 0xffff) this.big(first | 25, value, 2);
    else this.big(first | 26, value, 4);
  }

  private big(head: number, value: number, size: number): void {
    this.bytes[this.length++] = head;
    for (let shift = 8 * (size - 1); shift >= 0; shift -= 8) this.bytes[this.length++] = value >>> shift;
  }

  private put(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  private room(size: number): void {
    if (this.length + size <= this.bytes.length) return;
    const bigger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + size));
    bigger.set(this.written());
    this.bytes = bigger;
  }
}
