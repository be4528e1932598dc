import { createHash } from 'node:crypto';
import type { PictureFile } from '#domain/stories/picture.ts';
import { KIND_NAMES, kindOf, mendOfOther, nameOfOther, type OtherKind, type PictureKind } from './kind.ts';
import type { Size } from './orientation.ts';
import { isAnimated, readRaster } from './raster.ts';
import { type PictureRefusal, Refused } from './refusal.ts';
import { readSvg } from './svg.ts';

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

/** Characters that some system cannot have in a name, or that hide what the name is. */
const STRANGE = /[<>:"|?*\p{Cc}\p{Cf}]/u;

/** Longer names cannot be copied everywhere; in bytes, a Chinese character has three. */
const LONGEST_NAME = 200;

/** Ending of a file name in small letters, without the dot; '' where there is none. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** What a name must not be, and how a message calls it. */
const WRONG: readonly (readonly [test: (name: string) => boolean, what: string])[] = [
  [(name) => name === '', '空着的文件名'],
  [(name) => /[/\\]/.test(name), '带文件夹或网址的'],
  [(name) => name.includes('..'), '有两个点连在一起的'],
  [(name) => name.startsWith('.'), '以点开头的'],
  [(name) => STRANGE.test(name), '有特殊符号的'],
  [(name) => name !== name.trim() || name.endsWith('.'), '开头或末尾有空格或点的'],
  [(name) => Buffer.byteLength(name) > LONGEST_NAME, '太长的'],
];

/** A picture lies beside its story and is named plainly: no folder, no address. Throws `Refused`. */
function checkPictureName(src: string): void {
  const what = WRONG.find(([test]) => test(src))?.[1];
  if (!what) return;
  const visible = src.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
  throw new Refused(
    'picture-name',
    src === '' ? what : `${what}“${visible.length > 40 ? `${visible.slice(0, 40)}…` : visible}”`,
    '一个普通的文件名，如“照片1.jpg”',
    '把图片放在稿件旁边（和 index.mdx 同一个文件夹），取一个普通的名字，稿件里只写这个名字。',
  );
}
