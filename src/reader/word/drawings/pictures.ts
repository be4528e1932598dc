import { createHash } from 'node:crypto';
import { bareBytes } from '#pictures/bare.ts';
import { changeApart, Undecoded } from '#pictures/encoding/decode-apart.ts';
import { KIND_NAMES, kindOf, nameOfOther, type OtherKind } from '#pictures/kind.ts';
import { isAnimated, readRaster } from '#pictures/raster.ts';
import { Refused } from '#pictures/refusal.ts';
import type { EmbeddedPicture } from '#stories/manuscript/manuscript.ts';
import type { PictureUse } from '../body/draft.ts';
import type { Package } from '../opc/package.ts';
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
/** Pixels of one picture that is changed: two of them are at a time. */
const MOST_CHANGED = 60_000_000;
/** Seconds of work that one picture may cost: a photo of the largest cameras takes a third of it. */
const MOST_SECONDS = 8;
/** A TIFF tells its size only to whom decodes it. */
const UNKNOWN_PIXELS = 25_000_000;

const TAKEN = ['jpeg', 'png', 'gif', 'webp', 'tiff'] as const;
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
  | { readonly made: Omit<EmbeddedPicture, 'id'>; readonly note: string | null }
  | {
      readonly change: () => Promise<Omit<EmbeddedPicture, 'id'>>;
      readonly name: string;
      readonly note: string | null;
    };

/** Looks at a picture's header: nothing of it is decoded yet. @param left pixels that may still be decoded */
function foundIn(bytes: Buffer, shown: Shown, again: () => Buffer, left: { pixels: number }): Found {
  if (bytes.length === 0) return { refused: '图片（空的，0字节）' };
  const kind = kindOf(bytes);
  if (!TAKEN.some((one) => one === kind)) return { refused: bytes.length < 44 ? '认不出的图片' : nameOf(bytes, kind) };
  const taken = kind as Taken;
  const name = taken === 'tiff' ? 'TIFF' : KIND_NAMES[taken];
  let size: Size | null = null;
  try {
    if (taken !== 'tiff') size = readRaster(taken, bytes);
  } catch (error) {
    if (error instanceof Refused) return { refused: `图片（${error.refusal.found}）` };
    throw error;
  }
  const note = taken !== 'tiff' && isAnimated(taken, bytes) ? `会动的 ${name} 图片，只留下第一帧` : null;
  const bare = isPlain(shown) && taken !== 'tiff' ? bareBytes(taken, bytes) : null;
  if (bare && size && (taken === 'jpeg' || taken === 'png')) {
    // Where nothing was taken away they are the same bytes, and need no second place.
    return { made: { kind: taken, bytes: bare.length === bytes.length ? bytes : bare, ...size }, note };
  }
  const pixels = size ? size.width * size.height : UNKNOWN_PIXELS;
  if (size && pixels > MOST_CHANGED)
    return { refused: `${name} 图片（${size.width}×${size.height}像素，太大，改不了；先用看图软件缩小）` };
  left.pixels -= pixels;
  if (left.pixels < 0) return { refused: `${name} 图片（要改的图太多，这一张没有取）` };
  const after = kindAfter(taken, bytes);
  const change = async () => ({
    kind: after,
    ...(await changeApart(again(), { ...shown, kind: after }, MOST_SECONDS)),
  });
  return { change, name, note };
}

/** A picture whose pixels have been changed where they had to be. */
async function settled(found: Found): Promise<Exclude<Found, { change: unknown }>> {
  if (!('change' in found)) return found;
  try {
    return { made: await found.change(), note: found.note };
  } catch (error) {
    if (error instanceof Undecoded) return { refused: `${found.name} 图片（坏了，或者太大，解不开）` };
    throw error;
  }
}

/** What is said of a picture that has no bytes: it lies elsewhere, is damaged, or is not there. */
function missing(pack: Package, part: string | null, address: string): string {
  if (address !== '') return `图片（在别处：${address.slice(0, 60)}，没有去取）`;
  const isThere = part !== null && pack.names.some((name) => name.toLowerCase() === part.toLowerCase());
  return isThere ? '图片（坏了，打不开）' : '图片（文件里没有它）';
}

/**
 * The pictures of a document by their keys, each as the document shows it, upright and bare; the same one once, whatever
 * its part is called. What lies outside is not asked for.
 */
export async function settlePictures(
  uses: readonly PictureUse[],
  pack: Package,
): Promise<ReadonlyMap<string, SeenPicture>> {
  const contents = new Map<string, Found>();
  const contentOf = new Map<string, string>();
  const hashes = new Map<string, string>();
  const left = { pixels: MOST_DECODED, bytes: MOST_LOOKED_AT };
  const tooMany = { refused: '图片（图片太多，这一张没有取）' };
  for (const { key, part, address, shown } of uses) {
    if (contentOf.has(key)) continue;
    const { frame, ...look } = shown;
    const form = isPlain(shown) ? '' : JSON.stringify([look, frame !== null && frame > 1]);
    const known = part === null ? undefined : hashes.get(part);
    const bytes = part === null || left.bytes < 0 || contents.has(`${known}${form}`) ? null : pack.bytes(part);
    left.bytes -= bytes?.length ?? 0;
    const hash = known ?? (bytes ? createHash('sha256').update(bytes).digest('hex') : undefined);
    if (part !== null && hash !== undefined) hashes.set(part, hash);
    const content = hash === undefined ? key : `${hash}${form}`;
    contentOf.set(key, content);
    if (contents.has(content)) continue;
    const again = () => (part === null ? null : pack.bytes(part)) ?? Buffer.alloc(0);
    const none = part !== null && left.bytes < 0 ? tooMany : { refused: missing(pack, part, address) };
    contents.set(content, bytes ? foundIn(bytes, shown, again, left) : none);
  }
  const done = await Promise.all(
    [...contents].map(async ([content, found]) => [content, await settled(found)] as const),
  );
  const seen = new Map<string, SeenPicture>();
  let [bytes, number] = [0, 0];
  for (const [content, one] of done) {
    if ('made' in one) bytes += one.made.bytes.length;
    if ('refused' in one) seen.set(content, one);
    else if (bytes > MOST_BYTES) seen.set(content, { refused: '图片（所有图片一共太大，这一张没有取）' });
    else seen.set(content, { picture: { id: `picture-${++number}`, ...one.made }, note: one.note });
  }
  return new Map(
    [...contentOf].map(([key, content]) => [key, seen.get(content) ?? { refused: missing(pack, null, '') }]),
  );
}
