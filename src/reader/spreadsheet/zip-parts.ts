import { inflateRawSync } from 'node:zlib';

/** Why a file that should be a zip is not read. */
export type ZipTrouble = 'not-a-zip' | 'damaged' | 'encrypted' | 'part-twice' | 'too-large';

/** How much is read at most: a file of a few kilobytes can say that it holds gigabytes. */
export interface ZipLimits {
  /** Parts in it. */
  readonly parts: number;
  /** Bytes of all parts together, as they come out: counted, not believed. */
  readonly bytes: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** Where the list of parts ends: the last place in the file that says so and fits. */
function endOf(view: Buffer): number {
  for (let at = view.length - 22; at >= Math.max(0, view.length - 65_557); at--) {
    if (view.readUInt32LE(at) === END) return at;
  }
  return -1;
}

/** Bytes of one part, never more than `left`; null: damaged; undefined: too many. */
function partBytes(view: Buffer, at: number, size: number, method: number, left: number): Buffer | null | undefined {
  if (at + 30 > view.length || view.readUInt32LE(at) !== LOCAL) return null;
  const start = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
  if (start + size > view.length) return null;
  const packed = view.subarray(start, start + size);
  if (method === 0) return packed.length > left ? undefined : packed;
  if (method !== 8) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? undefined : null;
  }
}

/** The parts of a zip by name, unpacked within limits; or why it is not read. */
export function zipParts(bytes: Uint8Array, limits: ZipLimits): ReadonlyMap<string, Buffer> | ZipTrouble {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 4 || view.readUInt16LE(0) !== 0x4b50) return 'not-a-zip';
  const end = endOf(view);
  if (end < 0) return 'damaged';
  const count = view.readUInt16LE(end + 10);
  if (count > limits.parts) return 'too-large';
  const parts = new Map<string, Buffer>();
  let left = limits.bytes;
  let at = view.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== ENTRY) return 'damaged';
    const [flags, method] = [view.readUInt16LE(at + 8), view.readUInt16LE(at + 10)];
    const [size, place] = [view.readUInt32LE(at + 20), view.readUInt32LE(at + 42)];
    const after = at + 46 + view.readUInt16LE(at + 28);
    const name = view.toString('utf8', at + 46, after);
    if ((flags & 1) !== 0) return 'encrypted';
    if (parts.has(name)) return 'part-twice';
    const part = partBytes(view, place, size, method, left);
    if (part === null) return 'damaged';
    if (part === undefined) return 'too-large';
    left -= part.length;
    if (left < 0) return 'too-large';
    parts.set(name, part);
    at = after + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return parts;
}
