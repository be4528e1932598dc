import { crc32, inflateRawSync } from 'node:zlib';

/** One file of a ZIP as its directory tells it. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
  /** Whether its name is said to be UTF-8. */
  readonly utf8: boolean;
  /** Date and time as DOS wrote them. */
  readonly time: number;
}

/** The files of a ZIP by its own directory, read by nothing that the project writes them with. Throws where anything is amiss. */
export function readZip(zip: Uint8Array): ZipEntry[] {
  const bytes = Buffer.from(zip);
  const end = bytes.length - 22;
  if (bytes.readUInt32LE(end) !== 0x06054b50) throw new Error('no end of a directory');
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('no entry of a directory');
    const [flags, method, time] = [
      bytes.readUInt16LE(at + 8),
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 12),
    ];
    const [crc, packed, size] = [16, 20, 24].map((from) => bytes.readUInt32LE(at + from));
    const named = bytes.readUInt16LE(at + 28);
    const raw = bytes.subarray(at + 46, at + 46 + named);
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== 0x04034b50) throw new Error('no file where the directory says');
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + (packed ?? 0));
    const whole = method === 0 ? content : inflateRawSync(content);
    if (whole.length !== size || crc32(whole) !== crc) throw new Error(`${raw} is not whole`);
    entries.push({ name: raw.toString(), bytes: Buffer.from(whole), utf8: (flags & 0x800) !== 0, time });
    at += 46 + named + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (at !== end) throw new Error('more or less than the directory says');
  return entries;
}

/** The bytes of one file of a ZIP. Throws where it is not there. */
export function fileIn(zip: Uint8Array, name: string): Buffer {
  const entry = readZip(zip).find((one) => one.name === name);
  if (!entry) throw new Error(`no ${name} in the zip`);
  return entry.bytes;
}
