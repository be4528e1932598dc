/** Tag of the camera's turning in the first directory of EXIF. */
const ORIENTATION = 0x0112;
const [SHORT, LONG] = [3, 4];

/**
 * How a camera was held, 1–8, from a block of EXIF (it may begin with `Exif\0\0`); 1 where it does not say so. EXIF is
 * often damaged by editors, and a picture with a damaged one is still a picture: this never throws.
 */
export function orientationOf(exif: Uint8Array): number {
  try {
    const start = exif[0] === 0x45 && exif[1] === 0x78 ? 6 : 0;
    const view = new DataView(exif.buffer, exif.byteOffset + start, exif.byteLength - start);
    const little = view.getUint16(0) === 0x4949;
    if (!little && view.getUint16(0) !== 0x4d4d) return 1;
    const directory = view.getUint32(4, little);
    const count = view.getUint16(directory, little);
    for (let i = 0; i < count; i++) {
      const entry = directory + 2 + i * 12;
      if (view.getUint16(entry, little) !== ORIENTATION) continue;
      const type = view.getUint16(entry + 2, little);
      const value =
        type === SHORT ? view.getUint16(entry + 8, little) : type === LONG ? view.getUint32(entry + 8, little) : 1;
      return value >= 1 && value <= 8 ? value : 1;
    }
  } catch {}
  return 1;
}

/** Width and height as a header states them. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A size as it is seen once the camera's turning is undone: 5–8 are the ones held upright. */
export const asSeen = ({ width, height }: Size, orientation: number): Size =>
  orientation >= 5 ? { width: height, height: width } : { width, height };
