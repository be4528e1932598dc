import { createHash } from 'node:crypto';
import type { PictureFile } from '#domain/stories/picture.ts';
import { isAnimated } from './animated.ts';
import { KIND_NAMES, kindOf, mendOfOther, nameOfOther, type OtherKind, type PictureKind } from './kind.ts';
import { checkPictureName, extensionOf } from './name.ts';
import type { Size } from './orientation.ts';
import { readRaster } from './raster.ts';
import { type PictureRefusal, Refused } from './refusal.ts';
import { readSvg } from './svg/safety.ts';

/** A picture as its header states it, or why it cannot be shown. */
export type PictureHeader = { readonly file: PictureFile } | { readonly refusal: PictureRefusal };

/** The endings that each kind of picture may have, in small letters; the first is the one that is recommended. */
const ENDINGS: Readonly<Record<PictureKind, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  webp: ['webp'],
  avif: ['avif'],
  gif: ['gif'],
  svg: ['svg'],
};

const SUPPORTED = 'JPEG、PNG、WebP、AVIF、GIF 或 SVG 图片';

/** No strip is longer than this many times its breadth: it would come out too high for some kinds it is offered in. */
const LONGEST = 12;

/**
 * Reads a picture's header: kind by its bytes and never by its name, size as it is seen. Decodes nothing, so a header
 * that claims a billion pixels costs nothing. Pure; never throws.
 * @param src its name beside the story, as the author wrote it
 */
export function readPictureHeader(src: string, bytes: Uint8Array): PictureHeader {
  try {
    checkPictureName(src);
    const format = checkKind(src, bytes);
    const size = format === 'svg' ? readSvg(bytes) : readRaster(format, bytes);
    checkShape(size);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    return { file: { src, hash, ...size, format, ...(isAnimated(format, bytes) && { animated: true }) } };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    throw error;
  }
}

/** The kind of a picture whose bytes are what its name says. Throws `Refused`. */
export function checkKind(src: string, bytes: Uint8Array): PictureKind {
  const ending = extensionOf(src);
  const named = (Object.keys(ENDINGS) as PictureKind[]).find((kind) => ENDINGS[kind].includes(ending));
  if (bytes.length === 0)
    throw new Refused('picture-not-what-named', '一个空文件（0字节）', SUPPORTED, '从原来的地方重新拷一份。');
  const kind = kindOf(bytes);
  if (!isPicture(kind)) throw noPicture(kind, named, src);
  if (kind === named) return kind;
  const better = `${src.slice(0, src.length - (ending ? ending.length + 1 : 0))}.${ENDINGS[kind][0]}`;
  throw new Refused(
    'picture-not-what-named',
    `一张 ${KIND_NAMES[kind]} 图片，名字却是“${src}”`,
    `名字和内容一致，如“${better}”`,
    `把文件改名为“${better}”，稿件里写的名字也一起改。`,
  );
}

const isPicture = (kind: PictureKind | OtherKind): kind is PictureKind => kind in ENDINGS;

/** A page or a text under a picture's name was saved by mistake; other kinds are pictures that browsers do not show. */
function noPicture(kind: OtherKind, named: PictureKind | undefined, src: string): Refused {
  const mistaken = named && ['html', 'xml', 'text', 'unknown'].includes(kind);
  const name = `${nameOfOther(kind)}${named ? `，名字却是“${src}”` : ''}`;
  return new Refused(mistaken ? 'picture-not-what-named' : 'picture-type', name, SUPPORTED, mendOfOther(kind));
}

function checkShape({ width, height }: Size): void {
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  if (long <= short * LONGEST) return;
  throw new Refused(
    'picture-too-long',
    `${width}×${height}像素，太细长`,
    `长的一边不超过短的一边的${LONGEST}倍`,
    '把它裁成几张，一张一张放进稿件。',
  );
}
