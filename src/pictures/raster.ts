import { MOST_PIXELS } from '#domain/stories/picture.ts';
import { readAvif } from './avif.ts';
import { readGif, readPng, readWebp } from './chunks.ts';
import { readJpeg } from './jpeg.ts';
import { KIND_NAMES, type PictureKind } from './kind.ts';
import type { Size } from './orientation.ts';
import { broken, Refused } from './refusal.ts';

/** A kind that has pixels. */
export type RasterKind = Exclude<PictureKind, 'svg'>;

const READERS: Readonly<Record<RasterKind, (bytes: Uint8Array) => Size>> = {
  jpeg: readJpeg,
  png: readPng,
  gif: readGif,
  webp: readWebp,
  avif: readAvif,
};

/** Size of a picture with pixels, as seen, from its header alone: not one pixel is decoded. Throws `Refused`. */
export function readRaster(kind: RasterKind, bytes: Uint8Array): Size {
  const size = sizeIn(kind, bytes);
  const { width, height } = size;
  if (!(Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0))
    throw broken(KIND_NAMES[kind], `宽${width}、高${height}像素`);
  if (width * height > MOST_PIXELS)
    throw new Refused(
      'picture-too-large',
      `${width}×${height}像素，共${(Math.ceil((width * height) / 1e7) / 10).toFixed(1)}亿像素`,
      `不超过${MOST_PIXELS / 1e8}亿像素`,
      '用看图软件打开，把长的一边缩小到3000像素左右，另存一次。',
    );
  return size;
}

function sizeIn(kind: RasterKind, bytes: Uint8Array): Size {
  try {
    return READERS[kind](bytes);
  } catch (error) {
    // The header ends before it has said everything.
    if (error instanceof RangeError) throw broken(KIND_NAMES[kind]);
    throw error;
  }
}
