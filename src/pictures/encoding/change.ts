import sharp, { type Sharp } from 'sharp';
import { MOST_PIXELS } from '#domain/stories/picture.ts';

/** How a document shows a picture: cut first, then mirrored, then turned; and as which kind of file it goes on. */
export interface PictureChange {
  /** What is cut off at each side, as a share of it. */
  readonly cut: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly mirrored: boolean;
  readonly upsideDown: boolean;
  /** Clockwise: 0, 90, 180 or 270. */
  readonly turn: number;
  /** Width by height of the frame in which the document shows it before it is turned; null: not known. */
  readonly frame: number | null;
  readonly kind: 'jpeg' | 'png';
}

export interface ChangedPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

type Look = Pick<PictureChange, 'mirrored' | 'upsideDown' | 'turn'>;

/** It is made smaller once more before it is published: what this loses nobody sees. */
const PHOTO = { quality: 92 } as const;

/** What undoes each way of holding a camera, 1 to 8 as EXIF counts them. */
const CAMERA: readonly Look[] = (
  [
    [false, false, 0],
    [true, false, 0],
    [false, false, 180],
    [false, true, 0],
    [true, false, 270],
    [false, false, 90],
    [true, false, 90],
    [false, false, 270],
  ] as const
).map(([mirrored, upsideDown, turn]) => ({ mirrored, upsideDown, turn }));

const isPlain = ({ mirrored, upsideDown, turn }: Look) => !mirrored && !upsideDown && turn === 0;

interface Pixels {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
}

/** One step done to pixels; each in its own turn, so that their order is never another one's to choose. */
async function done(pixels: Pixels, step: (image: Sharp) => Sharp): Promise<Pixels> {
  const { width, height, channels } = pixels.info;
  const image = sharp(pixels.data, { raw: { width, height, channels } });
  const { data, info } = await step(image).raw().toBuffer({ resolveWithObject: true });
  return { data, info: { width: info.width, height: info.height, channels: info.channels } };
}

async function looked(pixels: Pixels, look: Look): Promise<Pixels> {
  const flipped =
    look.mirrored || look.upsideDown
      ? await done(pixels, (image) => image.flop(look.mirrored).flip(look.upsideDown))
      : pixels;
  return look.turn === 0 ? flipped : done(flipped, (image) => image.rotate(look.turn));
}

/** Where each cut falls, in whole pixels; something is always left. */
function cutOf(pixels: Pixels, { left, top, right, bottom }: PictureChange['cut']): Promise<Pixels> | Pixels {
  const { width, height } = pixels.info;
  const [x, y] = [Math.min(Math.round(left * width), width - 1), Math.min(Math.round(top * height), height - 1)];
  const w = Math.max(1, Math.round((1 - right) * width) - x);
  const h = Math.max(1, Math.round((1 - bottom) * height) - y);
  if (w === width && h === height) return pixels;
  return done(pixels, (image) => image.extract({ left: x, top: y, width: w, height: h }));
}

/** Whether the frame has the form of the picture as the camera wrote it, not as it is upright. */
function standsAsWritten({ frame, cut }: PictureChange, width: number, height: number): boolean {
  if (frame === null) return false;
  const [across, down] = [1 - cut.left - cut.right, 1 - cut.top - cut.bottom];
  const written = Math.abs(Math.log((width * across) / (height * down) / frame));
  const upright = Math.abs(Math.log((height * across) / (width * down) / frame));
  return written < upright;
}

/**
 * A picture as a document shows it, upright, without anything but its pixels. Word writes the turning of the camera into
 * the document and overlooks it in the picture; others turn the picture itself: which of them it was, the turn and the
 * form of the frame tell. Rejects where the pixels cannot be read, and undecoded where there are too many.
 */
export async function changePicture(bytes: Uint8Array, change: PictureChange): Promise<ChangedPicture> {
  sharp.concurrency(1);
  const { orientation = 1, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  const camera = CAMERA[orientation - 1] ?? { mirrored: false, upsideDown: false, turn: 0 };
  const opened = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).toColourspace('srgb');
  const flat = change.kind === 'jpeg' ? opened.flatten({ background: '#ffffff' }) : opened;
  const { data, info } = await flat.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  let pixels: Pixels = { data, info: { width: info.width, height: info.height, channels: info.channels } };
  const swaps = orientation >= 5;
  const asWritten = swaps && standsAsWritten(change, width, height);
  if (isPlain(change)) {
    if (asWritten) pixels = await looked(await cutOf(pixels, change.cut), camera);
    else pixels = await cutOf(await looked(pixels, camera), change.cut);
  } else {
    const isInTurn = change.turn === camera.turn && !isPlain(camera);
    if (swaps && !asWritten && !(isInTurn && change.frame === null)) pixels = await looked(pixels, camera);
    pixels = await looked(await cutOf(pixels, change.cut), change);
  }
  const { width: w, height: h, channels } = pixels.info;
  const image = sharp(pixels.data, { raw: { width: w, height: h, channels } });
  const made = change.kind === 'png' ? image.png({ compressionLevel: 6 }) : image.jpeg(PHOTO);
  return { bytes: await made.toBuffer(), width: w, height: h };
}
