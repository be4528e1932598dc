import { readSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';

/** A file that is not read: one sentence that says why and what to do. */
export interface UnreadableFile {
  readonly refused: string;
}

/** Why a file that should be a zip is not read. `outside`: a part is called, or linked, out of the file. */
export type ZipTrouble = 'not-a-zip' | 'damaged' | 'encrypted' | 'part-twice' | 'too-large' | 'outside';

/** How much is read at most: a file of a few kilobytes can say that it holds gigabytes. */
export interface ZipLimits {
  /** Parts in it. */
  readonly parts: number;
  /** Bytes of all parts together, as they come out: counted, not believed. */
  readonly bytes: number;
}

/** A part as the list at the end of a zip names it. */
interface Entry {
  readonly name: string;
  readonly at: number;
  readonly size: number;
  /** How many bytes it says it has when it is unpacked. */
  readonly whole: number;
  readonly method: number;
  readonly sum: number;
  readonly link: boolean;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LARGE_END = 0x06064b50;
const LARGE_PLACE = 0x07064b50;
/** What stands for a number that is too large for its place. */
const [SHORT, LONG] = [0xffff, 0xffffffff];

/** Bytes that are read from wherever they are needed: a document of many photos never lies in memory as a whole. */
export interface ReadableBytes {
  readonly length: number;
  /** Those from one place up to another; fewer where they end before it. */
  readonly at: (from: number, to: number) => Buffer;
}

export function bytesInMemory(bytes: Uint8Array): ReadableBytes {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { length: view.length, at: (from, to) => view.subarray(Math.max(0, from), Math.max(0, to)) };
}

/** Bytes of a file that is open, as long as it is. */
export const bytesOfFile = (file: number, length: number): ReadableBytes => ({
  length,
  at: (from, to) => {
    const [start, end] = [Math.min(Math.max(0, from), length), Math.min(Math.max(0, to), length)];
    const bytes = Buffer.allocUnsafeSlow(Math.max(0, end - start));
    let got = 0;
    while (got < bytes.length) {
      const more = readSync(file, bytes, got, bytes.length - got, start + got);
      if (more === 0) break;
      got += more;
    }
    return bytes.subarray(0, got);
  },
});

const [END_SIZE, PLACE_SIZE, LONGEST_REMARK] = [22, 20, 65_535] as const;

/** What the end of a zip says: how many parts there are and where their list begins. */
interface List {
  readonly count: number;
  readonly at: number;
}

/** Those of the large form (Zip64), where the small one has no room. */
function largeList(bytes: ReadableBytes, place: number): List | null {
  const view = bytes.at(place, place + 56);
  if (view.length < 56 || view.readUInt32LE(0) !== LARGE_END) return null;
  return { count: Number(view.readBigUInt64LE(32)), at: Number(view.readBigUInt64LE(48)) };
}

/** The list of parts, by the last place in the file that says where it ends and fits; null: there is none. */
function listOf(bytes: ReadableBytes): List | null {
  const view = bytes.at(bytes.length - END_SIZE - LONGEST_REMARK - PLACE_SIZE, bytes.length);
  for (let end = view.length - END_SIZE; end >= Math.max(0, view.length - END_SIZE - LONGEST_REMARK); end--) {
    if (view.readUInt32LE(end) !== END) continue;
    const [count, at] = [view.readUInt16LE(end + 10), view.readUInt32LE(end + 16)];
    const isLarge = count === SHORT || at === LONG;
    if (!isLarge || end < PLACE_SIZE || view.readUInt32LE(end - PLACE_SIZE) !== LARGE_PLACE) return { count, at };
    return largeList(bytes, Number(view.readBigUInt64LE(end - 12)));
  }
  return null;
}

/** The list of the most parts that are taken, with long names, is shorter. */
const LONGEST_LIST = 16 * 1024 * 1024;

/** The numbers of one part that are too large for their places, in this order, as far as they are needed. */
function largeNumbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      const field = extra.subarray(at + 4, at + 4 + size);
      return Array.from({ length: Math.floor(field.length / 8) }, (_, i) => Number(field.readBigUInt64LE(i * 8)));
    }
    at += 4 + size;
  }
  return [];
}

/** What a Unix zip writes of a part that is a link. */
const isLink = (attributes: number) => ((attributes >>> 28) & 0xf) === 0xa;

function entriesOf(bytes: ReadableBytes, most: number): Entry[] | ZipTrouble {
  if (bytes.length < 4 || bytes.at(0, 2).toString('latin1') !== 'PK') return 'not-a-zip';
  const list = listOf(bytes);
  if (!list) return 'damaged';
  if (list.count > most) return 'too-large';
  const entries: Entry[] = [];
  const view = bytes.at(list.at, list.at + LONGEST_LIST);
  let at = 0;
  for (let i = 0; i < list.count; i++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== ENTRY) return 'damaged';
    const [flags, method, sum] = [view.readUInt16LE(at + 8), view.readUInt16LE(at + 10), view.readUInt32LE(at + 16)];
    const after = at + 46 + view.readUInt16LE(at + 28);
    const next = after + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
    if (next > view.length) return 'damaged';
    if ((flags & 1) !== 0) return 'encrypted';
    const large = largeNumbers(view.subarray(after, after + view.readUInt16LE(at + 30)));
    const number = (value: number) => (value === LONG ? (large.shift() ?? value) : value);
    // In the large form they stand in this order: unpacked, packed, place.
    const whole = number(view.readUInt32LE(at + 24));
    const [size, place] = [number(view.readUInt32LE(at + 20)), number(view.readUInt32LE(at + 42))];
    const name = view.toString('utf8', at + 46, after);
    entries.push({ name, at: place, size, whole, method, sum, link: isLink(view.readUInt32LE(at + 38)) });
    at = next;
  }
  return entries;
}

/** Bytes of one part, never more than `left`; null: damaged; undefined: too many. */
function partBytes(bytes: ReadableBytes, { at, size, method }: Entry, left: number): Buffer | null | undefined {
  const head = bytes.at(at, at + 30);
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) return null;
  const start = at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (start + size > bytes.length || (method !== 0 && method !== 8)) return null;
  // What is packed may be longer than what it was, by little.
  if (size > left + (method === 0 ? 0 : 1024 + left / 1000)) return undefined;
  const packed = bytes.at(start, start + size);
  if (packed.length < size) return null;
  if (method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left), chunkSize: 65_536 });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? undefined : null;
  }
}

/** The parts of a zip by name, unpacked within limits; or why it is not read. */
export function zipParts(bytes: Uint8Array, limits: ZipLimits): ReadonlyMap<string, Buffer> | ZipTrouble {
  const view = bytesInMemory(bytes);
  const entries = entriesOf(view, limits.parts);
  if (typeof entries === 'string') return entries;
  const parts = new Map<string, Buffer>();
  let left = limits.bytes;
  for (const entry of entries) {
    if (parts.has(entry.name)) return 'part-twice';
    const part = partBytes(view, entry, left);
    if (part === null) return 'damaged';
    if (part === undefined) return 'too-large';
    left -= part.length;
    if (left < 0) return 'too-large';
    parts.set(entry.name, part);
  }
  return parts;
}

/** A name that leads out of whatever folder it is unpacked into. */
const leadsOutside = (name: string) =>
  /^(?:[/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..') || name.includes('\0');

/** Parts are called the same in capitals, and with the strokes of Windows. */
const keyOf = (name: string) => name.replaceAll('\\', '/').toLowerCase();

/** A zip that was looked through: its parts are unpacked when they are asked for. */
export interface OpenZip {
  readonly names: readonly string[];
  /** The bytes of a part, capitals of its name aside; null: there is none. */
  readonly part: (name: string) => Buffer | null;
  /** The sum and the length of a part as the zip states them: equal parts have the same; null: there is none. */
  readonly sum: (name: string) => string | null;
}

/** Photos hardly become smaller when they are packed: what becomes so much larger is none. */
const MOST_GROWTH = 20;

/**
 * Looks a zip of Office through: parts are unpacked once, counted, their sums compared, and let go again, so that a
 * document of many photos never lies in memory as a whole. A photo is unpacked when it is asked for, never to more than
 * it says it has. Names mean the same in capitals, and none leads outside.
 * @param limits `part`: bytes of any one part
 */
export function openZip(bytes: ReadableBytes, limits: ZipLimits & { readonly part: number }): OpenZip | ZipTrouble {
  const entries = entriesOf(bytes, limits.parts);
  if (typeof entries === 'string') return entries;
  const known = new Map<string, Entry>();
  let left = limits.bytes;
  for (const entry of entries) {
    if (entry.link || leadsOutside(entry.name)) return 'outside';
    if (entry.name.endsWith('/')) continue;
    const key = keyOf(entry.name);
    if (known.has(key)) return 'part-twice';
    known.set(key, entry);
    const isPhoto = /\.(?:jpe?g|png|gif|bmp|tiff?|webp|emf|wmf)$/i.test(key) && entry.whole <= entry.size * MOST_GROWTH;
    if (isPhoto) {
      left -= entry.whole;
      if (left < 0 || entry.whole > limits.part) return 'too-large';
      continue;
    }
    const part = partBytes(bytes, entry, Math.min(left, limits.part));
    if (part === undefined) return 'too-large';
    if (part === null || crc32(part) !== entry.sum) return 'damaged';
    left -= part.length;
  }
  return {
    names: [...known.values()].map(({ name }) => name),
    part: (name) => {
      const entry = known.get(keyOf(name));
      const part = entry && partBytes(bytes, entry, Math.min(entry.whole, limits.part));
      return part && part.length === entry.whole && crc32(part) === entry.sum ? part : null;
    },
    sum: (name) => {
      const entry = known.get(keyOf(name));
      return entry ? `${entry.sum}-${entry.whole}` : null;
    },
  };
}
