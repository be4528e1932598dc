import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateRawSync } from 'node:zlib';

/** What is packed inside a ZIP file, entry by entry. */
function unzipped(bytes: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (
    let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\u0003\u0004', at + 4, 'latin1')
  ) {
    const [method, size] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18)];
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const packed = bytes.subarray(from, size === 0 ? undefined : from + size);
    entries.push(bytes.subarray(at + 30, from), method === 0 ? packed : inflateRawSync(packed));
  }
  return entries;
}

/** Bytes without the separators that the search index puts between characters. */
const joined = (bytes: Buffer) => Buffer.from(bytes.toString().replaceAll('\u200b', ''));

/** The bytes of a file as it is, and unpacked where it is packed. */
function layersOf(file: string): Buffer[] {
  const bytes = readFileSync(file);
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return [bytes, ...unzipped(bytes)];
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const whole = gunzipSync(bytes);
    return [bytes, whole, joined(whole)];
  }
  return file.endsWith('.br') ? [bytes, brotliDecompressSync(bytes)] : [bytes];
}

const spellings = (word: string) => [
  word,
  encodeURIComponent(word),
  JSON.stringify(word).slice(1, -1),
  word.replaceAll(/[^ -~]/g, (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`),
  word.replaceAll(/[^ -~]/g, (c) => `&#x${(c.codePointAt(0) ?? 0).toString(16)};`),
];

/** Every file under a folder in whose name or bytes, also unpacked, one of some words stands; with the word. */
export function filesWith(folder: string, words: readonly string[]): string[] {
  const sought = words.map((word) => ({ word, bytes: spellings(word).map((one) => Buffer.from(one)) }));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const named = words.filter((word) => name.includes(word));
    if (statSync(join(folder, name)).isDirectory()) return named.map((word) => `${name}: ${word}`);
    const layers = layersOf(join(folder, name));
    const held = sought.filter(({ bytes }) => layers.some((layer) => bytes.some((one) => layer.includes(one))));
    return [...new Set([...named, ...held.map(({ word }) => word)])].map((word) => `${name}: ${word}`);
  });
}

/** Files whose bytes are no text: a pattern found in them would be chance. */
const PICTURE = /\.(?:jpe?g|png|webp|avif|gif|woff2?|wasm)$/u;

/** What some patterns match in every file of text under a folder, also unpacked, each with the file. */
export function matchesIn(folder: string, patterns: readonly RegExp[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const file = join(folder, name);
    if (PICTURE.test(name) || statSync(file).isDirectory()) return [];
    const texts = layersOf(file).map((bytes) => bytes.toString());
    const found = patterns.flatMap((pattern) => texts.flatMap((text) => pattern.exec(text)?.[0] ?? []));
    return [...new Set(found)].map((words) => `${name}: ${words}`);
  });
}
