import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PICTURE_SETTINGS } from '#pictures/encoding/encode.ts';

/** Made by other settings or another encoder, a picture is another one: they are kept apart. */
const VERSION = createHash('sha256').update(PICTURE_SETTINGS).digest('hex').slice(0, 8);

/** Where a made picture is kept. */
export const placeInCache = (cacheFolder: string, name: string) => join(cacheFolder, VERSION, name);

/** Whether a made picture is kept whole; a file of no bytes is what a lost power supply leaves. */
export const isKept = (place: string): boolean => (statSync(place, { throwIfNoEntry: false })?.size ?? 0) > 0;

let written = 0;

/** Where a file is written, to be put in place only when it is whole: several builds may share one cache. */
const asideOf = (target: string) => `${target}.${process.pid}-${++written}.tmp`;

/** Keeps a made picture: a reader never sees half of it. */
export async function keep(place: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  const aside = asideOf(place);
  try {
    await writeFile(aside, bytes);
    await rename(aside, place);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/**
 * Puts a kept picture into a site that is being built: as a link, since copying thousands takes longer than building;
 * where there can be none (another file system, an older file), as a copy. When the site is published, what has a second
 * name is copied, so whoever changes it then does not change the cache. Done at once: to hand each of thousands to
 * another thread and to wait for it takes longer than the link itself.
 */
export function putKept(place: string, target: string): void {
  try {
    linkSync(place, target);
  } catch {
    const aside = asideOf(target);
    try {
      copyFileSync(place, aside);
      renameSync(aside, target);
    } catch (error) {
      rmSync(aside, { force: true });
      throw error;
    }
  }
}

/** Puts a kept file into the site; false where none is kept, or another build has just removed it. */
export function takeKept(place: string, target: string): boolean {
  if (!isKept(place)) return false;
  try {
    putKept(place, target);
    return true;
  } catch {
    return false;
  }
}

/** Removes what is kept in a folder and not used: it may be of something that was withdrawn. */
export async function forgetAllBut(folder: string, used: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !used.has(path)) await rm(path, { force: true });
  }
}
