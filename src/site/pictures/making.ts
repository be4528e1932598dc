import { createHash } from 'node:crypto';
import {
  PICTURE_FORMATS,
  type PictureFile,
  type PictureFormat,
  pictureName,
  widthsOf,
} from '#domain/stories/picture.ts';
import { printable } from '#format/printable.ts';
import { decodeApart, MOST_SECONDS, Undecoded } from '#pictures/encoding/decode-apart.ts';
import { encodePicture, scalePicture, WIDEST } from '#pictures/encoding/encode.ts';
import { wholePicture } from '#pictures/encoding/whole-picture.ts';
import { waitingLine } from '#pictures/turns.ts';
import { readPictureFile } from '#reader/picture-files.ts';
import { isKept, keep, placeInCache } from './cache.ts';

/** A picture of the content: where its file lies, and what its header says. */
export interface ListedPicture {
  readonly path: string;
  readonly file: PictureFile;
  /** Whether some story shows it from edge to edge. */
  readonly full?: boolean;
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
export const targetsOf = ({ file, full }: Pick<ListedPicture, 'file' | 'full'>): PictureTarget[] =>
  widthsOf(file, full).flatMap((width) =>
    PICTURE_FORMATS.map((format) => ({ name: pictureName(file.hash, width, format), width, format })),
  );

/** How many pictures are in work at a time. */
export const inTurn = waitingLine(2);

/** Those of these files that are not in the cache. */
export const missingIn = (cacheFolder: string, targets: readonly PictureTarget[]): PictureTarget[] =>
  targets.filter(({ name }) => !isKept(placeInCache(cacheFolder, name)));

/**
 * Makes files of one picture and keeps them in the cache. Rejects with `PictureError` where the picture cannot be read
 * or asks for more than `mostSeconds` of work.
 */
export async function makeTargets(
  { path, file }: ListedPicture,
  targets: readonly PictureTarget[],
  cacheFolder: string,
  made: () => void = () => {},
  mostSeconds = MOST_SECONDS,
): Promise<void> {
  if (targets.length === 0) return;
  const bytes = bytesOf({ path, file });
  // The usual widths are made of the usual size, whether or not a larger one is wanted too: same picture, same bytes.
  for (const [widest, own] of Map.groupBy(targets, ({ width }) => Math.max(width, WIDEST))) {
    const decoded = await orTell(path, file, mostSeconds, decodeApart(bytes, mostSeconds, widest));
    for (const [width, same] of Map.groupBy(own, (target) => target.width)) {
      const scaled = await scalePicture(decoded, width);
      for (const { name, format } of same) {
        await keep(placeInCache(cacheFolder, name), await encodePicture(scaled, format));
        made();
      }
    }
  }
}

const LIGHTER = {
  drawn: '在画图软件里去掉滤镜、蒙版、图案填充，把太多的线合成几条，或者导出为 PNG',
  photo: '用看图软件打开，把长的一边缩小到3000像素左右，另存为 JPEG',
};

/** The bytes of a picture as they were when the content was read; a file of another's bytes is not that picture. */
function bytesOf({ path, file }: ListedPicture): Uint8Array {
  const bytes = readPictureFile(path);
  if (typeof bytes === 'string')
    throw new PictureError(`图片 ${printable(path)} 不见了，或者打不开。看看文件在不在，再运行一次。`);
  if (createHash('sha256').update(bytes).digest('hex').slice(0, 16) !== file.hash)
    throw new PictureError(`图片 ${printable(path)} 在生成网站的时候被改动了。等改完了，再运行一次。`);
  return bytes;
}

/** A picture in full size as it is handed over, without metadata. Rejects with `PictureError`. */
export async function wholeBytes(picture: ListedPicture): Promise<Uint8Array> {
  return orTell(picture.path, picture.file, MOST_SECONDS, wholePicture(bytesOf(picture), picture.file));
}

/** What is made of a picture; what is wrong with its pixels is told to a clerk. */
async function orTell<T>(path: string, { format }: PictureFile, mostSeconds: number, making: Promise<T>): Promise<T> {
  try {
    return await making;
  } catch (error) {
    if (!(error instanceof Undecoded)) throw error;
    const lighter = LIGHTER[format === 'svg' ? 'drawn' : 'photo'];
    const words = {
      broken: '打不开：文件坏了，或者只传了一半。从原来的地方重新拷一份，再运行一次。',
      'too-long': `画不出来：算了${mostSeconds}秒还没有画完，平常的图一两秒就好。${lighter}，换掉它，再运行一次。`,
      died: `画不出来：画到一半程序断了，多半是它要的内存太多。${lighter}，换掉它，再运行一次。`,
    };
    throw new PictureError(`图片 ${printable(path)} ${words[error.why]}`, { cause: error });
  }
}
