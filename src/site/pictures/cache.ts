import { createHash } from 'node:crypto';
import { copyFile, link, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PICTURE_SETTINGS } from '#pictures/encoding/encode.ts';

/** Made by other settings or another encoder, a picture is another one: they are kept apart. */
const VERSION = createHash('sha256').update(PICTURE_SETTINGS).digest('hex').slice(0, 8);

/** Where a made picture is kept. */
export const placeInCache = (cacheFolder: string, name: string) => join(cacheFolder, VERSION, name);

/** Whether a made picture is kept whole; a file of no bytes is what a lost power supply leaves. */
export async function isKept(place: string): Promise<boolean> {
  return stat(place).then(
    ({ size }) => size > 0,
    () => false,
  );
}

let written = 0;

/** Runs what writes a file aside and puts the file in place only when it is whole: a reader never sees half of it. */
async function aside(target: string, write: (path: string) => Promise<void>): Promise<void> {
  // Several builds may share one cache.
  const path = `${target}.${process.pid}-${++written}.tmp`;
  try {
    await write(path);
    await rename(path, target);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Keeps a made picture. */
export async function keep(place: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  await aside(place, (path) => writeFile(path, bytes));
}

/**
 * Puts a kept picture into a site that is being built: as a link, since copying thousands takes longer than building;
 * where there can be none (another file system, an older file), as a copy. When the site is published, what has a second
 * name is copied, so whoever changes it then does not change the cache.
 */
export const putKept = (place: string, target: string) =>
  link(place, target).catch(() => aside(target, (path) => copyFile(place, path)));

/** Puts a kept file into the site; false where none is kept, or another build has just removed it. */
export const takeKept = async (place: string, target: string): Promise<boolean> =>
  (await isKept(place)) &&
  putKept(place, target).then(
    () => true,
    () => false,
  );

/** Removes what is kept in a folder and not used: it may be of something that was withdrawn. */
export async function forgetAllBut(folder: string, used: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !used.has(path)) await rm(path, { force: true });
  }
}
