import { createHash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { namesIn } from './forget.ts';

/** What stands on the first line of a kept file. */
export interface KeptHeading {
  /** What nobody may see any more is the same: see `forgetOthers`. */
  readonly permits: string;
  /** All that decides what is kept is the same. */
  readonly key: string;
}

const SUFFIX = '.kept';

/** Length of the digest on the last line. */
const DIGEST = 64;

const LONGEST_HEADING = 1000;

/** How many files are kept: pages, packed, stories and clear files of sites with and without samples, at two addresses. */
const MOST = 16;

/** A file of kept things in a folder that may be deleted at any time. */
export const keptFile = (folder: string, name: string) => join(folder, `${name}${SUFFIX}`);

/**
 * Removes what was kept while other things were permitted, whatever it is, and all but the newest few files: to be
 * called before anything else, so that what was withdrawn is nowhere from the next build on.
 */
export function forgetOthers(folder: string, permits: string): void {
  const mine = namesIn(folder).flatMap((name) => {
    const path = join(folder, name);
    const time =
      name.endsWith(SUFFIX) && permitsOf(path) === permits && statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (!time) rmSync(path, { recursive: true, force: true });
    return time ? [{ path, time }] : [];
  });
  const older = mine.toSorted((a, b) => b.time - a.time).slice(MOST);
  for (const { path } of older) rmSync(path, { force: true });
}

/** What the first line says; whether the rest is whole is not asked. */
function permitsOf(path: string): string | null {
  const start = Buffer.alloc(LONGEST_HEADING);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, start);
    } finally {
      closeSync(file);
    }
    return JSON.parse(start.toString('utf8', 0, start.indexOf('\n'))).permits;
  } catch {
    return null;
  }
}

/** How much is read and written at once. */
const PIECE = 1 << 20;

const NEWLINE = 10;

/** The lines of a kept file, each read when it is asked for: what is kept may be more than should be held. */
export class KeptLines {
  readonly #file: number;
  /** Where the lines end. */
  readonly #ends: readonly number[];

  private constructor(file: number, ends: readonly number[]) {
    this.#file = file;
    this.#ends = ends;
  }

  /**
   * What was kept under this key; null where nothing was, or anything about it is not as it was written.
   * @param permits what must have been permitted then; left out where that is not known yet
   */
  static open(path: string, key: string, permits?: string): KeptLines | null {
    let file: number | undefined;
    try {
      file = openSync(path, 'r');
      const ends = endsOfLines(file);
      const lines = ends && new KeptLines(file, ends);
      const heading = lines && (JSON.parse(lines.raw(-1).toString()) as KeptHeading);
      if (heading?.key === key && (permits === undefined || heading.permits === permits)) return lines;
    } catch {
      // Not there, or not whole.
    }
    if (file !== undefined) closeSync(file);
    return null;
  }

  /** How many there are, without the heading. */
  get length(): number {
    return this.#ends.length - 1;
  }

  /** The bytes of one of them. */
  raw(index: number): Buffer {
    const from = index < 0 ? 0 : (this.#ends[index] ?? 0) + 1;
    const bytes = Buffer.allocUnsafe((this.#ends[index + 1] ?? from) - from);
    readSync(this.#file, bytes, 0, bytes.length, from);
    return bytes;
  }

  read(index: number): unknown {
    return JSON.parse(this.raw(index).toString());
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Where the lines of a file end; null where it is not byte for byte what was written. */
function endsOfLines(file: number): number[] | null {
  const size = fstatSync(file).size - DIGEST;
  const piece = Buffer.allocUnsafe(PIECE);
  const hash = createHash('sha256');
  const ends: number[] = [];
  for (let at = 0; at < size; ) {
    const bytes = piece.subarray(0, readSync(file, piece, 0, Math.min(PIECE, size - at), at));
    if (bytes.length === 0) return null;
    hash.update(bytes);
    for (let i = bytes.indexOf(NEWLINE); i >= 0; i = bytes.indexOf(NEWLINE, i + 1)) ends.push(at + i);
    at += bytes.length;
  }
  const digest = Buffer.alloc(DIGEST);
  readSync(file, digest, 0, DIGEST, Math.max(0, size));
  return ends.length > 0 && digest.toString('latin1') === hash.digest('hex') ? ends : null;
}

/** What was kept under a key, all of it at once: see {@link KeptLines.open}. */
export function readKept<T>(path: string, key: string, permits?: string): readonly T[] | null {
  const lines = KeptLines.open(path, key, permits);
  if (!lines) return null;
  try {
    return Array.from({ length: lines.length }, (_, i) => lines.read(i) as T);
  } catch {
    return null;
  } finally {
    lines.close();
  }
}

/** A file that is being kept, line by line, aside until it is whole: a reader never sees half of it. */
export class KeepingLines {
  readonly #path: string;
  readonly #aside: string;
  readonly #file: number;
  readonly #hash = createHash('sha256');
  /** Where each line begins, and where the last one ends. */
  readonly #starts: number[] = [0];
  /** Those that are not written yet. */
  #waiting: Buffer[] = [];
  #written = 0;
  #closed = false;

  /** Throws the system's error where nothing can be written; so do all others but {@link done}. */
  constructor(path: string, heading: KeptHeading) {
    this.#path = path;
    this.#aside = `${path}.${process.pid}.tmp`;
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(this.#aside, 'w+');
    this.add(heading);
  }

  get #end(): number {
    return this.#starts.at(-1) ?? 0;
  }

  /** Adds a thing as one line of JSON; returns by which number it is read again. */
  add(thing: unknown): number {
    return this.addRaw(Buffer.from(JSON.stringify(thing)));
  }

  /** Adds a line as it stands in another kept file. */
  addRaw(line: Buffer): number {
    this.#waiting.push(line);
    this.#starts.push(this.#end + line.length + 1);
    if (this.#end - this.#written > PIECE) this.#write();
    return this.#starts.length - 2;
  }

  #write(): void {
    const bytes = Buffer.concat(this.#waiting.flatMap((line) => [line, Buffer.of(NEWLINE)]));
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at, bytes.length - at, this.#written + at);
    this.#hash.update(bytes);
    this.#waiting = [];
    this.#written = this.#end;
  }

  read(number: number): unknown {
    this.#write();
    const from = this.#starts[number] ?? 0;
    const bytes = Buffer.allocUnsafe((this.#starts[number + 1] ?? from) - from);
    readSync(this.#file, bytes, 0, bytes.length, from);
    return JSON.parse(bytes.toString());
  }

  /**
   * Puts it in place of what was kept before. Where it cannot be written to the end, or another build has just emptied
   * the folder, nothing is kept: the next build makes all of it anew.
   */
  done(): void {
    try {
      this.#write();
      writeSync(this.#file, this.#hash.digest('hex'), this.#end, 'latin1');
      renameSync(this.#aside, this.#path);
    } catch {
      rmSync(this.#path, { force: true });
    }
    this.close();
  }

  /** Leaves off: nothing of it stays, where it was not {@link done}. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    rmSync(this.#aside, { force: true });
    closeSync(this.#file);
  }
}

/** Keeps things, each as one line of JSON, in place of what was kept before, where that can be done. */
export function writeKept(path: string, heading: KeptHeading, things: Iterable<unknown>): void {
  let file: KeepingLines | undefined;
  try {
    file = new KeepingLines(path, heading);
    for (const thing of things) file.add(thing);
    file.done();
  } catch {
    file?.close();
    rmSync(path, { force: true });
  }
}
