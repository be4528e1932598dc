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
const MOST_DECODED = 1_500_000_000;
const MOST_BYTES = 256 * 1024 * 1024;
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

interface Costs {
  pixels: number;
  bytes: number;
}

/** What is known of a picture before anything of it is decoded. Throws `Refused`. */
const sizeOf = (kind: Taken, bytes: Buffer) => (kind === 'tiff' ? null : readRaster(kind, bytes));

async function seenPicture(bytes: Buffer, shown: Shown, id: string, costs: Costs): Promise<SeenPicture> {
  if (bytes.length === 0) return { refused: '图片（空的，0字节）' };
  const kind = kindOf(bytes);
  if (!TAKEN.some((one) => one === kind)) return { refused: bytes.length < 44 ? '认不出的图片' : nameOf(bytes, kind) };
  const taken = kind as Taken;
  const name = taken === 'tiff' ? 'TIFF' : KIND_NAMES[taken];
  try {
    const size = sizeOf(taken, bytes);
    const note = taken !== 'tiff' && isAnimated(taken, bytes) ? `会动的 ${name} 图片，只留下第一帧` : null;
    const bare = isPlain(shown) && size && taken !== 'tiff' ? bareBytes(taken, bytes) : null;
    let picture: EmbeddedPicture;
    if (bare && size) {
      // Where nothing was taken away they are the same bytes, and need no second place.
      const own = bare.length === bytes.length ? bytes : bare;
      picture = { id, kind: taken as 'jpeg' | 'png', bytes: own, width: size.width, height: size.height };
    } else {
      costs.pixels += size ? size.width * size.height : UNKNOWN_PIXELS;
      if (costs.pixels > MOST_DECODED) return { refused: `${name} 图片（要改的图太多，这一张没有取）` };
      const after = kindAfter(taken, bytes);
      picture = { id, kind: after, ...(await changeApart(bytes, { ...shown, kind: after }, MOST_SECONDS)) };
    }
    costs.bytes += picture.bytes.length;
    if (costs.bytes > MOST_BYTES) return { refused: `${name} 图片（图片一共太大，这一张没有取）` };
    return { picture, note };
  } catch (error) {
    if (error instanceof Refused) return { refused: `图片（${error.refusal.found}）` };
    if (error instanceof Undecoded) return { refused: `${name} 图片（坏了，或者太大，解不开）` };
    throw error;
  }
}

/**
 * The pictures of a document by their keys, each as the document shows it, upright and bare; the same one once, whatever
 * its part is called. What lies outside is not asked for.
 */
export async function settlePictures(
  uses: readonly PictureUse[],
  pack: Package,
): Promise<ReadonlyMap<string, SeenPicture>> {
  const seen = new Map<string, SeenPicture>();
  const same = new Map<string, SeenPicture>();
  const costs = { pixels: 0, bytes: 0 };
  let taken = 0;
  for (const { key, part, address, shown } of uses) {
    if (seen.has(key)) continue;
    const bytes = part === null ? null : pack.bytes(part);
    if (!bytes) {
      const where = address === '' ? '' : `（在别处：${address.slice(0, 60)}，没有去取）`;
      seen.set(key, { refused: where ? `图片${where}` : '图片（文件里没有它）' });
      continue;
    }
    const { frame, ...look } = shown;
    const form = isPlain(shown) ? '' : JSON.stringify([look, frame !== null && frame > 1]);
    const content = createHash('sha256').update(bytes).digest('hex') + form;
    const known = same.get(content) ?? (await seenPicture(bytes, shown, `picture-${taken + 1}`, costs));
    if (!same.has(content) && 'picture' in known) taken++;
    same.set(content, known);
    seen.set(key, known);
  }
  return seen;
}
