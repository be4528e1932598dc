import type { PictureKind } from './kind.ts';

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
