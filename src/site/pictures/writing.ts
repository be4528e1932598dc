import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { placeInCache, putKept } from './cache.ts';
import { inTurn, type ListedPicture, makeTargets, missingIn, PictureError, targetsOf } from './making.ts';

/** Nothing is said about what is done sooner than this. */
const SLOW = 2000;

/**
 * Makes what the site offers of these pictures and puts it into `pictures/` of a folder. What was made before comes from
 * the cache. After two seconds one line tells how far it is. Rejects with one `PictureError` that names every picture
 * that could not be read.
 */
export async function writePictures(
  pictures: readonly ListedPicture[],
  outFolder: string,
  cacheFolder: string,
  log: (line: string) => void,
): Promise<void> {
  const once = [...new Map(pictures.map((picture) => [picture.file.hash, picture])).values()];
  if (once.length === 0) return;
  const folder = join(outFolder, 'pictures');
  await mkdir(folder, { recursive: true });

  const work = once.map((picture) => ({ picture, missing: missingIn(cacheFolder, targetsOf(picture)) }));
  const all = work.reduce((sum, { missing }) => sum + missing.length, 0);
  let made = 0;
  const started = performance.now();
  const timer = setTimeout(() => all > 0 && log(progress(made, all, performance.now() - started)), SLOW);
  const errors: string[] = [];
  await Promise.all(
    work.map(({ picture, missing }) =>
      inTurn(async () => {
        await makeTargets(picture, missing, cacheFolder, () => made++);
        for (const { name } of targetsOf(picture)) putKept(placeInCache(cacheFolder, name), join(folder, name));
      }).catch((error) => {
        if (!(error instanceof PictureError)) throw error;
        errors.push(error.message);
      }),
    ),
  ).finally(() => clearTimeout(timer));
  if (errors.length > 0) throw new PictureError(errors.sort().join('\n'));
}

function progress(made: number, all: number, milliseconds: number): string {
  if (made === 0) return `■ 缩放图片：共${all}个文件，做好的留着下次用……`;
  const seconds = Math.ceil(((all - made) * milliseconds) / made / 1000);
  const left = seconds < 90 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分钟`;
  return `■ 缩放图片：共${all}个文件，已做好${made}个，大约还要${left}；做好的留着下次用……`;
}
