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

const viewOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the list of parts ends: the last place in the file that says so and fits. */
function endOf(view: Buffer): number {
  for (let at = view.length - 22; at >= Math.max(0, view.length - 65_557); at--) {
    if (view.readUInt32LE(at) === END) return at;
  }
  return -1;
}

/** How many parts there are and where their list begins; those of the large form (Zip64) where the small one has no room. */
function listOf(view: Buffer, end: number): { count: number; at: number } | null {
  const [count, at] = [view.readUInt16LE(end + 10), view.readUInt32LE(end + 16)];
  if (count !== SHORT && at !== LONG) return { count, at };
  if (end < 20 || view.readUInt32LE(end - 20) !== LARGE_PLACE) return { count, at };
  const place = Number(view.readBigUInt64LE(end - 12));
  if (place + 56 > view.length || view.readUInt32LE(place) !== LARGE_END) return null;
  return { count: Number(view.readBigUInt64LE(place + 32)), at: Number(view.readBigUInt64LE(place + 48)) };
}

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

function entriesOf(view: Buffer, most: number): Entry[] | ZipTrouble {
  if (view.length < 4 || view.readUInt16LE(0) !== 0x4b50) return 'not-a-zip';
  const end = endOf(view);
  const list = end < 0 ? null : listOf(view, end);
  if (!list) return 'damaged';
  if (list.count > most) return 'too-large';
  const entries: Entry[] = [];
  let { at } = list;
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
function partBytes(view: Buffer, { at, size, method }: Entry, left: number): Buffer | null | undefined {
  if (at + 30 > view.length || view.readUInt32LE(at) !== LOCAL) return null;
  const start = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
  if (start + size > view.length) return null;
  const packed = view.subarray(start, start + size);
  if (method === 0) return packed.length > left ? undefined : packed;
  if (method !== 8) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left), chunkSize: 65_536 });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? undefined : null;
  }
}

/** The parts of a zip by name, unpacked within limits; or why it is not read. */
export function zipParts(bytes: Uint8Array, limits: ZipLimits): ReadonlyMap<string, Buffer> | ZipTrouble {
  const view = viewOf(bytes);
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
}

/** Photos hardly become smaller when they are packed: what becomes so much larger is none. */
const MOST_GROWTH = 20;

/**
 * Looks a zip of Office through: parts are unpacked once, counted, their sums compared, and let go again, so that a
 * document of many photos never lies in memory as a whole. A photo is unpacked when it is asked for, never to more than
 * it says it has. Names mean the same in capitals, and none leads outside.
 * @param limits `part`: bytes of any one part
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits & { readonly part: number }): OpenZip | ZipTrouble {
  const view = viewOf(bytes);
  const entries = entriesOf(view, limits.parts);
  if (typeof entries === 'string') return entries;
  const known = new Map<string, Entry>();
  let left = limits.bytes;
  for (const entry of entries) {
    if (entry.link || leadsOutside(entry.name)) return 'outside';
    if (entry.name.endsWith('/')) continue;
    const key = keyOf(entry.name);
    if (known.has(key)) return 'part-twice';
    known.set(key, entry);
    const isPhoto = /\.(?:jpe?g|png)$/i.test(key) && entry.whole <= entry.size * MOST_GROWTH;
    if (isPhoto) {
      left -= entry.whole;
      if (left < 0 || entry.whole > limits.part) return 'too-large';
      continue;
    }
    const part = partBytes(view, entry, Math.min(left, limits.part));
    if (part === undefined) return 'too-large';
    if (part === null || crc32(part) !== entry.sum) return 'damaged';
    left -= part.length;
  }
  return {
    names: [...known.values()].map(({ name }) => name),
    part: (name) => {
      const entry = known.get(keyOf(name));
      const part = entry && partBytes(view, entry, Math.min(entry.whole, limits.part));
      return part && part.length === entry.whole && crc32(part) === entry.sum ? part : null;
    },
  };
}
