import sharp from 'sharp';
import type { PictureFile } from '#domain/stories/picture.ts';
import { bareBytes } from '../bare.ts';
import { decodeApart } from './decode-apart.ts';
import { type DecodedPicture, PICTURE_SETTINGS } from './encode.ts';

/** Where a picture has to be encoded anew it loses nothing that is seen: no finer colours are left out. */
const PHOTO = { quality: 95, chromaSubsampling: '4:4:4' } as const;

/** How wide a drawing comes out, px: as a photo of a page would be. */
const DRAWING = 2400;

/** In which kind of file a whole picture is handed over: one that every programme opens. */
export const wholeFormat = ({ format }: Pick<PictureFile, 'format'>): 'jpg' | 'png' =>
  format === 'png' || format === 'svg' ? 'png' : 'jpg';

/** Everything the bytes of a whole picture depend on besides the picture. */
export const WHOLE_SETTINGS = JSON.stringify([1, PHOTO, DRAWING, PICTURE_SETTINGS]);

function encoded({ pixels, width, height }: DecodedPicture, format: 'jpg' | 'png'): Promise<Uint8Array> {
  const image = sharp(pixels, { raw: { width, height, channels: 3 } });
  return format === 'png' ? image.png({ compressionLevel: 9 }).toBuffer() : image.jpeg(PHOTO).toBuffer();
}

/**
 * A picture in full size, upright, in plain colours and without any metadata. Its bytes stay as they are where they can;
 * else it is encoded anew at the size it has. The same bytes in give the same bytes out. Rejects with `Undecoded`.
 */
export async function wholePicture(
  bytes: Uint8Array,
  file: Pick<PictureFile, 'format' | 'width'>,
): Promise<Uint8Array> {
  const bare = bareBytes(file.format, bytes);
  if (bare) return bare;
  const widest = file.format === 'svg' ? DRAWING : file.width;
  return encoded(await decodeApart(bytes, undefined, widest), wholeFormat(file));
}

/** A picture made to fit somewhere else. */
export interface FittedPicture {
  readonly bytes: Uint8Array;
  readonly format: 'jpg' | 'png';
  readonly width: number;
  readonly height: number;
}

/** What a photo that somebody else encodes anew is handed over as. */
const FITTED = { quality: 88, chromaSubsampling: '4:4:4' } as const;

/**
 * A picture at most so wide and so heavy, upright and without any metadata, in a kind of file that every programme opens.
 * A drawing that would be too heavy becomes a photo. The same bytes in give the same bytes out. Rejects with `Undecoded`.
 */
export async function fittedPicture(
  bytes: Uint8Array,
  file: Pick<PictureFile, 'format' | 'width'>,
  { widest, heaviest }: { readonly widest: number; readonly heaviest: number },
): Promise<FittedPicture> {
  const most = file.format === 'svg' ? widest : Math.min(widest, file.width);
  const { pixels, width, height } = await decodeApart(bytes, undefined, most);
  const image = () => sharp(pixels, { raw: { width, height, channels: 3 } });
  if (wholeFormat(file) === 'png') {
    const png = await image().png({ compressionLevel: 9 }).toBuffer();
    if (png.length <= heaviest) return { bytes: png, format: 'png', width, height };
  }
  const jpegAt = (quality: number) =>
    image()
      .jpeg({ ...FITTED, quality })
      .toBuffer();
  const fine = await jpegAt(FITTED.quality);
  return { bytes: fine.length <= heaviest ? fine : await jpegAt(50), format: 'jpg', width, height };
}

/** A picture without transparency as JPEG, as heavy as it has to be. The same bytes in give the same bytes out. */
export const asJpeg = (bytes: Uint8Array): Promise<Uint8Array> =>
  sharp(bytes).flatten({ background: '#ffffff' }).jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer();
