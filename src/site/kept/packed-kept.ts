import { type KeptHeading, readKept, writeKept } from './kept-file.ts';

/**
 * Files of the search index as they are packed, by the hash of what is in them: packing is the dearest part of an index
 * of which all but one page stays as it was.
 */
export class PackedKept {
  readonly #file: string;
  readonly #heading: KeptHeading;
  readonly #before: ReadonlyMap<string, string>;
  readonly #now = new Map<string, string>();

  /** @param file where they are kept; may be deleted at any time */
  constructor(file: string, heading: KeptHeading) {
    this.#file = file;
    this.#heading = heading;
    this.#before = new Map(readKept<[string, string]>(file, heading.key, heading.permits));
  }

  /** What `pack` makes of these bytes, which have this hash. */
  take(hash: string, pack: () => Uint8Array): Uint8Array {
    const kept = this.#before.get(hash);
    const packed = kept === undefined ? pack() : Buffer.from(kept, 'base64');
    this.#now.set(hash, kept ?? Buffer.from(packed).toString('base64'));
    return packed;
  }

  /** Keeps those that this build asked for. */
  keep(): void {
    writeKept(this.#file, this.#heading, this.#now);
  }
}
