import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type NameFinder, nameFinder } from '#domain/release/names/name-finder.ts';
import { zipParts } from '#reader/office/zip-parts.ts';
import { nameSpelling } from '#reader/release/name-spelling.ts';
import { sha256 } from '#reader/sha256.ts';
import { readInTurn } from '../publish/file-system.ts';
import { isRunning } from '../publish/process-facts.ts';

/** Pictures and fonts are made of nothing but what the pages hold. */
const PACKED = /\.(?:avif|webp|jpe?g|png|gif|ico|woff2?|wasm)$/;

/** Of what is packed here nothing is too much. */
const ALL = { parts: 65_535, bytes: Number.MAX_SAFE_INTEGER };

/** The texts of a file as they may be read, unpacked; each with how it is written. */
function* textsOf(file: string, bytes: Buffer): Generator<readonly [text: string, form: 'html' | 'plain']> {
  if (PACKED.test(file)) return;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return yield* textsOf(`${file}.json`, gunzipSync(bytes));
  const parts = bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' ? zipParts(bytes, ALL) : null;
  // What somebody else put here may be no whole ZIP file: then its bytes are looked through as they are.
  if (parts !== null && typeof parts !== 'string') {
    for (const [name, content] of parts) {
      yield [name, 'plain'];
      yield* textsOf(name, content);
    }
    return;
  }
  const text = bytes.toString();
  if (/\.(?:html|xml|svg)$/.test(file)) {
    yield [text, 'html'];
    // Feeds hold pages whose signs are written as entities.
    if (text.includes('&lt;')) yield [text.replaceAll('&lt;', '<').replaceAll('&gt;', '>'), 'html'];
    return;
  }
  const words = text.replaceAll(/\\u([0-9a-f]{4})/giu, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  // A line of a table is no sentence that goes on; a break inside the words of data is one.
  if (/\.csv$/.test(file)) return yield [text.replaceAll('\n', '\n\n'), 'plain'];
  yield [words.replaceAll('\\n', ' '), 'plain'];
  if (/\.json$/.test(file)) yield [words.replaceAll('\\n', ' ').replaceAll('\\"', '"'), 'html'];
}

/** The names in one file of a site, also in its own name. */
function namesIn(finder: NameFinder, file: string, bytes: Buffer): Set<string> {
  const found = finder.find(file, 'plain');
  for (const [text, form] of textsOf(file, bytes)) found.push(...finder.find(text, form));
  return new Set(found.map(({ name }) => name));
}

/** Keys of files that were read to the end and hold none of the names: of names, path and bytes together. */
export interface ClearFiles {
  readonly has: (key: string) => boolean;
  readonly add: (key: string) => unknown;
}

/**
 * Where in a built site a name stands that nobody may see, as people read it and in the names of files. `files` relative
 * to it: all there are where it is left out.
 * @param clear files that need not be read again: the least difference in a byte, a path or the names makes another
 * key. A build looks at the new site and at the two before it, which are mostly the same files
 */
export function namesInSite(
  site: string,
  names: readonly string[],
  files: readonly string[] = readdirSync(site, { recursive: true, encoding: 'utf8' }),
  clear: ClearFiles = new Set<string>(),
): { name: string; file: string }[] {
  if (names.length === 0) return [];
  const finder = nameFinder(names, nameSpelling);
  const sought = sha256(JSON.stringify(names));
  return files
    .filter((file) => statSync(join(site, file)).isFile())
    .flatMap((file) => {
      const bytes = readInTurn(join(site, file));
      const key = sha256(`${sought} ${sha256(bytes)} ${file}`);
      if (clear.has(key)) return [];
      const found = [...namesIn(finder, file, bytes)].map((name) => ({ name, file }));
      if (found.length === 0) clear.add(key);
      return found;
    });
}

/** Whether a file was made from one of these pictures: its name tells. */
export const isOfPicture = (file: string, hashes: ReadonlySet<string>): boolean =>
  hashes.has(/([\da-f]{16})-\d+\.[a-z]+(\.[\d.-]+\.tmp)?$/.exec(file)?.[1] ?? '');

/** Takes everything made from pictures that nobody may see out of the cache of pictures. */
export function forgetPictures(cacheFolder: string, hashes: readonly string[]): void {
  const banned = new Set(hashes);
  if (banned.size === 0) return;
  for (const file of filesIn(cacheFolder)) if (isOfPicture(file, banned)) rmSync(join(cacheFolder, file));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}

/** Removes what earlier runs left behind that may hold names: the half-made sites of builds that were killed. */
export function forgetLeftovers(projectFolder: string): void {
  const cache = join(projectFolder, '.cache');
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    const pid = Number(/^build-(\d+)(-astro)?$/.exec(name)?.[1] ?? Number.NaN);
    if (!Number.isNaN(pid) && !isRunning(pid)) rmSync(join(cache, name), { recursive: true, force: true });
  }
}
