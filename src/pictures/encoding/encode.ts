import sharp, { type SharpOptions } from 'sharp';
import { MOST_PIXELS, type PictureFormat, WIDTHS, widthsOf } from '#domain/stories/picture.ts';

/** What the three kinds cost and look like: at these a photo of 12 megapixels takes about 1.5 s in all its sizes. */
const ENCODING = {
  avif: { quality: 50, effort: 3 },
  webp: { quality: 72, effort: 4 },
  jpg: { quality: 74, mozjpeg: true, progressive: true },
} as const;

/**
 * The smallest of a picture is what a phone fetches before anything else: it weighs no more than this, and where it
 * would, it is made coarser step by step.
 */
const LIGHT = { width: WIDTHS[0], bytes: 40_000, steps: [0.8, 0.62, 0.46, 0.34] } as const;

/** Transparent parts become white in every kind: dark lines must not vanish on a dark page. */
const GROUND = '#ffffff';

/** The widest that most pictures are offered. */
export const WIDEST = widthsOf({ width: Number.POSITIVE_INFINITY }).at(-1) ?? 0;

/** Everything the bytes of a result depend on besides the picture: what is kept under another key is made anew. */
export const PICTURE_SETTINGS = JSON.stringify([1, ENCODING, LIGHT, GROUND, WIDEST, sharp.versions]);

/** Pixels and nothing else: no camera, no place, no time can be left in them. Three bytes each, sRGB. */
export interface ScaledPicture {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A picture at the widest that is offered; its smaller widths are made from it, so that it is decoded once. */
export interface DecodedPicture extends ScaledPicture {
  /** Height by width of the picture itself, before its size became a whole number of pixels. */
  readonly ratio: number;
}

// One picture after another fills no cache, and several threads would change the bytes of an AVIF: it is cut in tiles.
sharp.cache(false);
const oneThread = () => sharp.concurrency(1);

/**
 * Decodes a picture to at most so many pixels across: turned the way the camera was held, in sRGB, the first frame only. A photo is never enlarged; a
 * drawing (SVG) is drawn that wide. Takes up to 20 bytes a pixel. Rejects where the pixels cannot
 * be read, and undecoded where there are too many.
 */
export async function decodePicture(bytes: Uint8Array, widest = WIDEST): Promise<DecodedPicture> {
  oneThread();
  const { format, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
  const drawn = format === 'svg';
  const options = drawn ? await drawnAt(bytes, widest) : ({ limitInputPixels: MOST_PIXELS, failOn: 'error' } as const);
  const { data, info } = await sharp(bytes, options)
    .autoOrient()
    .resize({ width: widest, withoutEnlargement: !drawn })
    .flatten({ background: GROUND })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = drawn ? info : autoOrient;
  return { pixels: data, width: info.width, height: info.height, ratio: height / width };
}

/** A decoded picture at a width; never wider than it is. */
export async function scalePicture(decoded: DecodedPicture, width: number): Promise<ScaledPicture> {
  if (width >= decoded.width) return decoded;
  oneThread();
  const height = Math.max(1, Math.round(decoded.ratio * width));
  const pixels = await rawOf(decoded).resize({ width, height, fit: 'fill' }).raw().toBuffer();
  return { pixels, width, height };
}

/** A scaled picture as a file. The same pixels give the same bytes. */
export async function encodePicture(scaled: ScaledPicture, format: PictureFormat): Promise<Uint8Array> {
  oneThread();
  let made = await encodedAt(scaled, format, 1);
  for (const step of LIGHT.steps) {
    if (scaled.width > LIGHT.width || made.length <= LIGHT.bytes) break;
    made = await encodedAt(scaled, format, step);
  }
  return made;
}

/** @param step share of the usual quality */
function encodedAt(scaled: ScaledPicture, format: PictureFormat, step: number): Promise<Uint8Array> {
  const [image, { quality, ...how }] = [rawOf(scaled), ENCODING[format]];
  const options = { ...how, quality: Math.round(quality * step) };
  if (format === 'avif') return image.avif(options).toBuffer();
  if (format === 'webp') return image.webp(options).toBuffer();
  return image.jpeg(options).toBuffer();
}

const rawOf = ({ pixels, width, height }: ScaledPicture) => sharp(pixels, { raw: { width, height, channels: 3 } });

/** A picture as the site shows it: scaled, without any metadata. The same bytes in give the same bytes out. */
export const resizePicture = async (bytes: Uint8Array, width: number, format: PictureFormat): Promise<Uint8Array> =>
  encodePicture(await scalePicture(await decodePicture(bytes), width), format);

/** Dots per inch at which a drawing without them comes out one to one, and the coarsest and finest that can be asked. */
const [PLAIN, COARSEST, FINEST] = [72, 1, 100_000];

/**
 * How a drawing is opened so that it comes out about as wide as asked: sizes are whole numbers of pixels, so a tiny
 * drawing at its own size would lose its proportions. It may claim any size: nothing is drawn before it is scaled.
 */
async function drawnAt(bytes: Uint8Array, width: number): Promise<SharpOptions> {
  const measured = await sharp(bytes, { limitInputPixels: false, density: PLAIN }).metadata();
  const density = (PLAIN * width) / measured.width;
  return { limitInputPixels: false, density: Math.min(Math.max(density, COARSEST), FINEST) };
}
