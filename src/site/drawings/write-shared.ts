import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { House } from '#exports/posters/sheet.ts';
import type { SharedPage } from '#format/share-picture.ts';
import { sha256 } from '#reader/sha256.ts';
import type { KeptShared } from '../guard/shared-pictures.ts';
import { forgetAllBut, keep, takeKept } from '../pictures/cache.ts';
import { drawShared, picturesOfPage, type SharedPicture } from './draw-shared.ts';

/** Name of a kept picture: it tells whose it is, for no id has a plus sign. */
const keptName = (path: string, digest: string): string => `${path.replaceAll('/', '+')}+${digest.slice(0, 32)}`;

/**
 * Draws the pictures that pages are passed on with, and posters, into a site whose photos are made. What was drawn before
 * comes from the kept ones; of those, what this site does not show is removed.
 * @param kept where pictures are kept from one build to the next, while nothing but the pages changes; null: nowhere
 */
export async function writeShared(
  siteFolder: string,
  pages: readonly SharedPage[],
  house: House,
  kept: KeptShared | null,
): Promise<void> {
  const pictures = pages.flatMap((page) => picturesOfPage(page, house));
  const { cut, name } = house;
  /** How titles are cut hangs on the names in the content: what comes out for these is known by itself. */
  const cutOf = ({ title, poster }: SharedPage) => [title, poster?.title ?? '', name].map(cut);
  const placeOf = ({ page, file }: SharedPicture) =>
    kept && join(kept.folder, keptName(page.path, sha256(JSON.stringify([kept.key, file, page, cutOf(page)]))));
  for (const folder of new Set(pictures.map(({ file }) => dirname(join(siteFolder, file)))))
    mkdirSync(folder, { recursive: true });
  const missing: SharedPicture[] = [];
  for (const picture of pictures) {
    const place = placeOf(picture);
    if (!place || !takeKept(place, join(siteFolder, picture.file))) missing.push(picture);
  }
  const photo = (name: string) => readFile(join(siteFolder, 'pictures', name));
  await drawShared(missing, house, photo, async (picture, bytes) => {
    await writeFile(join(siteFolder, picture.file), bytes);
    const place = placeOf(picture);
    // Where nothing can be kept the next build draws it once more.
    if (place) await keep(place, bytes).catch(() => undefined);
  });
  if (kept) await forgetAllBut(kept.folder, new Set(pictures.map((picture) => placeOf(picture) ?? '')));
}
