import { createHash } from 'node:crypto';
import { copyFile, link, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
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
