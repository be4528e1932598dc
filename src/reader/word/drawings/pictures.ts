import { appendFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareBytes } from '#pictures/bare.ts';
import { readBmp, sizeOfBmp, tiffHead } from '#pictures/bmp.ts';
import type { PictureChange } from '#pictures/encoding/change.ts';
import { changeApart, Undecoded } from '#pictures/encoding/decode-apart.ts';
import { KIND_NAMES, kindOf, nameOfOther, type OtherKind } from '#pictures/kind.ts';
import { isAnimated, readRaster } from '#pictures/raster.ts';
import { Refused } from '#pictures/refusal.ts';
import { waitingLine } from '#pictures/turns.ts';
import type { EmbeddedPicture } from '#stories/manuscript/manuscript.ts';
import type { Package } from '../../office/package.ts';
import type { PictureUse } from '../body/draft.ts';
import type { Shown } from './drawn.ts';

/** A picture that is taken, with what of it is not; or why it is not. */
export type SeenPicture =
  | { readonly picture: EmbeddedPicture; readonly note: string | null }
  | { readonly refused: string };

/** What all pictures of a document together may cost: pixels that are decoded, bytes that are handed on. */
const MOST_DECODED = 800_000_000;
const MOST_BYTES = 256 * 1024 * 1024;
/** Bytes that are looked at, were there ever so many ways to show the same. */
const MOST_LOOKED_AT = 1024 * 1024 * 1024;
/** So many are written out to be changed while others are: one more than are worked on. */
const CHANGED_AT_ONCE = 3;
/** Pixels of one picture that is changed: two of them are at a time. */
const MOST_CHANGED = 60_000_000;
/** The smallest picture takes as long as so many pixels. */
const LEAST_PRICE = 2_000_000;
/** A BMP is read here and as a whole: a photo of it has fifty megabytes. */
const MOST_OF_BMP = 12_500_000;
/** Seconds of work that one picture may cost: a photo of the largest cameras takes a third of it. */
const MOST_SECONDS = 8;
/** A TIFF tells its size only to whom decodes it. */
const UNKNOWN_PIXELS = 25_000_000;

const TAKEN = ['jpeg', 'png', 'gif', 'webp', 'tiff', 'bmp'] as const;
type Taken = (typeof TAKEN)[number];

const isPlain = ({ cut, mirrored, upsideDown, turn }: Shown) =>
  !mirrored && !upsideDown && turn === 0 && cut.left + cut.top + cut.right + cut.bottom === 0;

/** What a picture is called that is not taken. */
function nameOf(bytes: Buffer, kind: string): string {
  if (bytes.readUInt32LE(0) === 1 && bytes.toString('latin1', 40, 44) === ' EMF') return 'EMF 图片';
  if ([0x9ac6cdd7, 0x00090001, 0x00090002].includes(bytes.readUInt32LE(0))) return 'WMF 图片';
  if (kind in KIND_NAMES) return `${KIND_NAMES[kind as keyof typeof KIND_NAMES]} 图片`;
  const name = nameOfOther(kind as OtherKind);
  return /图/.test(name) ? name : `放在图片位置上的${name}`;
}

/** As photos, or with every pixel as it was. */
const kindAfter = (kind: Taken, bytes: Buffer): 'jpeg' | 'png' =>
  kind === 'jpeg' || (kind === 'webp' && bytes.toString('latin1', 12, 16) === 'VP8 ') ? 'jpeg' : 'png';

type Size = { readonly width: number; readonly height: number };

/** A picture before it is one of the document: done, to be changed, or refused. */
type Found =
  | { readonly refused: string }
  | { readonly made: Bare; readonly note: string | null }
  | { readonly change: PictureChange; readonly name: string; readonly note: string | null };
type Bare = Size & { readonly kind: EmbeddedPicture['kind']; readonly bytes: Uint8Array };

/** Size of a picture by its header; null: it does not tell. Throws `Refused`. */
function sizeOf(kind: Taken, bytes: Buffer): Size | null {
  if (kind === 'tiff') return null;
  return kind === 'bmp' ? sizeOfBmp(bytes) : readRaster(kind, bytes);
}

/** Looks at a picture's header: nothing of it is decoded yet. @param left pixels that may still be decoded */
function foundIn(bytes: Buffer, shown: Shown, left: { pixels: number }): Found {
  if (bytes.length === 0) return { refused: '图片（空的，0字节）' };
  const kind = kindOf(bytes);
  if (!TAKEN.some((one) => one === kind)) return { refused: bytes.length < 44 ? '认不出的图片' : nameOf(bytes, kind) };
  const taken = kind as Taken;
  const isRaster = taken !== 'tiff' && taken !== 'bmp';
  const name = isRaster ? KIND_NAMES[taken] : taken.toUpperCase();
  let size: Size | null = null;
  try {
    size = sizeOf(taken, bytes);
  } catch (error) {
    if (error instanceof Refused) return { refused: `图片（${error.refusal.found}）` };
    throw error;
  }
  const note = isRaster && isAnimated(taken, bytes) ? `会动的 ${name} 图片，只留下第一帧` : null;
  const bare = isRaster && isPlain(shown) ? bareBytes(taken, bytes) : null;
  if (bare && size && (taken === 'jpeg' || taken === 'png')) {
    return { made: { kind: taken, bytes: bare, ...size }, note };
  }
  const pixels = size ? size.width * size.height : UNKNOWN_PIXELS;
  const mostPixels = taken === 'bmp' ? MOST_OF_BMP : MOST_CHANGED;
  if (size && pixels > mostPixels)
    return { refused: `${name} 图片（${size.width}×${size.height}像素，太大，改不了；先用看图软件缩小）` };
  left.pixels -= Math.max(pixels, LEAST_PRICE);
  if (left.pixels < 0) return { refused: `${name} 图片（要改的图太多，这一张没有取）` };
  return { change: { ...shown, kind: kindAfter(taken, bytes), mostPixels }, name, note };
}

/** What is said of a picture that has no bytes: it lies elsewhere, is damaged, or is not there. */
function missing(pack: Package, part: string | null, address: string): string {
  if (address !== '') return `图片（在别处：${address.slice(0, 60)}，没有去取）`;
  const isThere = part !== null && pack.names.some((name) => name.toLowerCase() === part.toLowerCase());
  return isThere ? '图片（坏了，打不开）' : '图片（文件里没有它）';
}

/** One picture of a document, under whatever names and however often it is shown. */
interface Content {
  readonly found: Exclude<Found, { made: unknown }> | { readonly made: EmbeddedPicture; readonly note: string | null };
  /** Its part as it lies in the document. */
  readonly part: string;
}

/** Writes a picture to a file that the decoder can read. Throws `Refused` over a BMP that is damaged. */
function writeDecodable(path: string, bytes: Buffer): void {
  if (kindOf(bytes) !== 'bmp') {
    writeFileSync(path, bytes);
    return;
  }
  const bmp = readBmp(bytes, MOST_OF_BMP);
  writeFileSync(path, tiffHead(bmp));
  appendFileSync(path, bmp.pixels);
}

/** Names a part by the first one that holds the very same; null: there is no such part. */
function sameParts(pack: Package): (part: string) => string | null {
  const bySum = new Map<string, string[]>();
  const known = new Map<string, string>();
  return (part) => {
    const sum = pack.sum(part);
    if (sum === null) return null;
    const all = bySum.get(sum) ?? [];
    bySum.set(sum, all);
    const isSame = (other: string) => {
      const [own, others] = [pack.bytes(part), pack.bytes(other)];
      return own !== null && others !== null && own.equals(others);
    };
    const first = known.get(part) ?? all.find(isSame) ?? part;
    if (first === part && !all.includes(part)) all.push(part);
    known.set(part, first);
    return first;
  };
}

/**
 * The pictures of a document by their keys, each as the document shows it, upright and bare; the same one once, whatever
 * its part is called. What lies outside is not asked for.
 * @param folder where their bytes are put, one after another: all together they would fill the memory
 */
export async function settlePictures(
  uses: readonly PictureUse[],
  pack: Package,
  folder: string,
): Promise<ReadonlyMap<string, SeenPicture>> {
  const contents = new Map<string, Content>();
  const contentOf = new Map<string, string>();
  const same = sameParts(pack);
  const left = { pixels: MOST_DECODED, bytes: MOST_LOOKED_AT };
  const tooMany = { refused: '图片（图片太多，这一张没有取）' };
  let number = 0;
  /** A picture whose bytes lie in the folder. */
  const stored = (kind: EmbeddedPicture['kind'], { width, height }: Size, file: string): EmbeddedPicture => ({
    ...{ id: file, kind, width, height, file: join(folder, file) },
  });
  const kept = (found: Found): Content['found'] => {
    if (!('made' in found)) return found;
    const file = `${++number}`;
    writeFileSync(join(folder, file), found.made.bytes);
    return { made: stored(found.made.kind, found.made, file), note: found.note };
  };
  for (const { key, part, address, shown } of uses) {
    if (contentOf.has(key)) continue;
    const { frame, ...look } = shown;
    const form = isPlain(shown) ? '' : JSON.stringify([look, frame !== null && frame > 1]);
    const first = part === null ? null : same(part);
    const content = first === null ? key : `${first}${form}`;
    contentOf.set(key, content);
    if (contents.has(content)) continue;
    const bytes = part === null || left.bytes < 0 ? null : pack.bytes(part);
    left.bytes -= bytes?.length ?? 0;
    const none = part !== null && left.bytes < 0 ? tooMany : { refused: missing(pack, part, address) };
    const found = bytes ? foundIn(bytes, shown, left) : none;
    contents.set(content, { found: kept(found), part: part ?? '' });
  }
  /** A picture whose pixels have been changed where they had to be. */
  const settled = async ({ found, part }: Content): Promise<Exclude<Content['found'], { change: unknown }>> => {
    if (!('change' in found)) return found;
    const [from, file] = [join(folder, `${++number}.old`), `${number}`];
    try {
      writeDecodable(from, pack.bytes(part) ?? Buffer.alloc(0));
      const size = await changeApart(from, join(folder, file), found.change, MOST_SECONDS);
      return { made: stored(found.change.kind, size, file), note: found.note };
    } catch (error) {
      if (error instanceof Refused) return { refused: `图片（${error.refusal.found}）` };
      if (error instanceof Undecoded) return { refused: `${found.name} 图片（坏了，或者太大，解不开）` };
      throw error;
    } finally {
      rmSync(from, { force: true });
    }
  };
  const few = waitingLine(CHANGED_AT_ONCE);
  const done = await Promise.all(
    [...contents].map(async ([content, one]) => [content, await few(() => settled(one))] as const),
  );
  const seen = new Map<string, SeenPicture>();
  let [all, named] = [0, 0];
  for (const [content, one] of done) {
    if ('refused' in one) {
      seen.set(content, one);
      continue;
    }
    all += statSync(one.made.file).size;
    if (all > MOST_BYTES) seen.set(content, { refused: '图片（所有图片一共太大，这一张没有取）' });
    else seen.set(content, { picture: { ...one.made, id: `picture-${++named}` }, note: one.note });
  }
  return new Map(
    [...contentOf].map(([key, content]) => [key, seen.get(content) ?? { refused: missing(pack, null, '') }]),
  );
}
