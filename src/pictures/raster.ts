import { MOST_PIXELS } from '#domain/stories/picture.ts';
import { readAvif } from './avif.ts';
import { readJpeg } from './jpeg.ts';
import { KIND_NAMES, type PictureKind } from './kind.ts';
import { asSeen, orientationOf, type Size } from './orientation.ts';
import { broken, cutOff, Refused } from './refusal.ts';

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** Four letters as a number, the way a view reads them. */
const name = (letters: string) => [...letters].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0);

const [IHDR, IEND, EXIF_OF_PNG] = [name('IHDR'), name('IEND'), name('eXIf')];

/** Size of a PNG as seen. Throws `Refused`; RangeError where it is cut. */
function readPng(bytes: Uint8Array): Size {
  const view = viewOf(bytes);
  if (view.getUint32(12) !== IHDR || view.getUint32(8) !== 13) throw broken('PNG');
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  let orientation = 1;
  let at = 8;
  while (view.getUint32(at + 4) !== IEND) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) throw cutOff('PNG');
    if (view.getUint32(at + 4) === EXIF_OF_PNG) orientation = orientationOf(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  if (at + 12 > bytes.length) throw cutOff('PNG');
  return asSeen(size, orientation);
}

/** Size of the canvas a GIF's frames are drawn on. */
function readGif(bytes: Uint8Array): Size {
  const view = viewOf(bytes);
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

const [VP8, VP8L, VP8X, EXIF_OF_WEBP] = [name('VP8 '), name('VP8L'), name('VP8X'), name('EXIF')];

/** Size of a WebP as seen; its first chunk says which of three ways it is written in. */
function readWebp(bytes: Uint8Array): Size {
  const view = viewOf(bytes);
  const end = view.getUint32(4, true) + 8;
  if (end > bytes.length) throw cutOff('WebP');
  const first = view.getUint32(12);
  const size = first === VP8 ? lossy(view) : first === VP8L ? lossless(view) : first === VP8X ? extended(view) : null;
  if (!size) throw broken('WebP');
  return asSeen(size, first === VP8X ? orientationBehind(bytes, view, end) : 1);
}

function lossy(view: DataView): Size | null {
  const startsWell = view.getUint8(23) === 0x9d && view.getUint16(24) === 0x012a;
  return startsWell ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff } : null;
}

function lossless(view: DataView): Size | null {
  const bits = view.getUint32(21, true);
  return view.getUint8(20) === 0x2f ? { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 } : null;
}

function extended(view: DataView): Size {
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  return { width: three(24) + 1, height: three(27) + 1 };
}

/** EXIF stands behind the pixels; chunks have even lengths. */
function orientationBehind(bytes: Uint8Array, view: DataView, end: number): number {
  for (let at = 12; at + 8 <= end; ) {
    const length = view.getUint32(at + 4, true);
    if (view.getUint32(at) === EXIF_OF_WEBP) return orientationOf(bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length + (length % 2);
  }
  return 1;
}

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

/** What a GIF writes before each of its frames: how long it stays. */
const GIF_FRAME = Buffer.from([0x21, 0xf9, 0x04]);

/** Whether a picture moves, by its bytes: the site shows its first frame only. Decodes nothing. */
export function isAnimated(kind: PictureKind, bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === 'gif') {
    const first = buffer.indexOf(GIF_FRAME);
    return first >= 0 && buffer.indexOf(GIF_FRAME, first + 1) >= 0;
  }
  if (kind === 'webp') return buffer.toString('latin1', 12, 16) === 'VP8X' && ((buffer[20] ?? 0) & 0x02) !== 0;
  // The table of frames stands before the pixels.
  if (kind === 'png') return buffer.subarray(0, 4096).includes('acTL');
  return kind === 'avif' && buffer.subarray(8, 64).includes('avis');
}
