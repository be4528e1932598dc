import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasName } from '#domain/release/names-in-text.ts';
import { isRunning } from '../publish/process-facts.ts';

/** Files that hold words as they are. What is packed (fonts, pictures) is made of nothing but what these hold. */
const TEXT = /\.(html|xml|json|csv|svg|txt|css|js|webmanifest)$/;

/** A name as it stands in an address or in JSON that escapes everything. */
const spellings = (name: string) => [
  name,
  encodeURIComponent(name),
  encodeURIComponent(name).toLowerCase(),
  [...name].map((c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join(''),
  [...name].map((c) => `&#x${(c.codePointAt(0) ?? 0).toString(16)};`).join(''),
];

/** Where in a built site a name stands that nobody may see. `files` relative to it: all there are where it is left out. */
export function namesInSite(
  site: string,
  names: readonly string[],
  files: readonly string[] = readdirSync(site, { recursive: true, encoding: 'utf8' }),
): { name: string; file: string }[] {
  if (names.length === 0) return [];
  const sought = names.map((name) => ({ name, spellings: spellings(name.replaceAll(/\s/g, '')) }));
  return files
    .filter((file) => TEXT.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(site, file), 'utf8');
      const found = sought.filter(
        (one) => one.spellings.some((word) => text.includes(word)) || hasName(text, one.name),
      );
      return found.map(({ name }) => ({ name, file }));
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
