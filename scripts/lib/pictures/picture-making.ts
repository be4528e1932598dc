import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PICTURE_FORMATS, type PictureFile, type PictureFormat, pictureName, widthsOf } from '#domain/picture.ts';
import { decodePicture, encodePicture, scalePicture } from '#exports/picture.ts';
import { isKept, keep, placeInCache } from './picture-cache.ts';
import { waitingLine } from './picture-turns.ts';

/** A picture of the content: where its file lies, and what its header says. */
export interface ListedPicture {
  readonly path: string;
  readonly file: PictureFile;
}

/** One file to be made of a picture. */
export interface PictureTarget {
  readonly name: string;
  readonly width: number;
  readonly format: PictureFormat;
}

/** A picture whose header was well and whose pixels are not; its message is for a clerk. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
}

/** All files the site offers of a picture. */
export const targetsOf = (file: PictureFile): PictureTarget[] =>
  widthsOf(file).flatMap((width) =>
    PICTURE_FORMATS.map((format) => ({ name: pictureName(file.hash, width, format), width, format })),
  );

/** How many pictures are in work at a time. Only one is being decoded: that takes most of the memory, and little time. */
export const inTurn = waitingLine(2);
const alone = waitingLine(1);

/** Those of these files that are not in the cache. */
export async function missingIn(cacheFolder: string, targets: readonly PictureTarget[]): Promise<PictureTarget[]> {
  const kept = await Promise.all(targets.map(({ name }) => isKept(placeInCache(cacheFolder, name))));
  return targets.filter((_, i) => !kept[i]);
}

/**
 * Makes files of one picture and keeps them in the cache. Rejects with `PictureError` where
 * the picture cannot be read.
 */
export async function makeTargets(
  { path, file }: ListedPicture,
  targets: readonly PictureTarget[],
  cacheFolder: string,
  made: () => void = () => {},
): Promise<void> {
  if (targets.length === 0) return;
  const bytes = await readFile(path).catch((error) => {
    throw new PictureError(`图片 ${path} 不见了，或者打不开。看看文件在不在，再运行一次。`, { cause: error });
  });
  // What is kept under a picture's name must be that picture.
  if (createHash('sha256').update(bytes).digest('hex').slice(0, 16) !== file.hash)
    throw new PictureError(`图片 ${path} 在生成网站的时候被改动了。等改完了，再运行一次。`);
  const decoded = await alone(() => decodePicture(bytes)).catch((error) => {
    const message = `图片 ${path} 打不开：文件坏了，或者只传了一半。从原来的地方重新拷一份，再运行一次。`;
    throw new PictureError(message, { cause: error });
  });
  for (const width of new Set(targets.map((target) => target.width))) {
    const scaled = await scalePicture(decoded, width);
    for (const { name, format } of targets.filter((target) => target.width === width)) {
      await keep(placeInCache(cacheFolder, name), await encodePicture(scaled, format));
      made();
    }
  }
}
