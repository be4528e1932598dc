import type { PictureKind } from './kind.ts';
import { orientationOf } from './orientation.ts';

/** A profile that says nothing that a picture without one would not say. */
const isPlainProfile = (profile: Buffer): boolean =>
  profile.includes('sRGB') || profile.includes(Buffer.from('sRGB', 'utf16le').swap16());

/** Markers of JPEG that matter here. */
const [SOS, EOI, APP0, APP1, APP2, APP14, COMMENT] = [0xda, 0xd9, 0xe0, 0xe1, 0xe2, 0xee, 0xfe] as const;
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** So long is the first segment of a JFIF file that holds no small picture of its own. */
const JFIF_ALONE = 16;
/** An ICC profile in a segment of its own, behind its name and number. */
const PROFILE = 'ICC_PROFILE\0';

/** Where the coded pixels that begin at `at` end: at the next marker that is no part of them. */
function endOfScan(bytes: Buffer, at: number): number {
  let next = bytes.indexOf(0xff, at);
  while (next >= 0) {
    const after = bytes[next + 1] ?? EOI;
    if (after !== 0 && after !== 0xff && !(after >= 0xd0 && after <= 0xd7)) return next;
    next = bytes.indexOf(0xff, next + (after === 0xff ? 1 : 2));
  }
  return -1;
}

/** What becomes of one segment: it stays, it goes, or nothing but decoding the picture will do. */
function jpegSegment(marker: number, segment: Buffer): 'stays' | 'goes' | 'decode' {
  const body = segment.subarray(4);
  // Four colours are for a press; programmes show them each in their own way.
  if (isFrame(marker)) return body[5] === 4 ? 'decode' : 'stays';
  if (marker === APP0)
    return segment.length - 2 === JFIF_ALONE && body.toString('latin1', 0, 5) === 'JFIF\0' ? 'stays' : 'goes';
  if (marker === APP1) return body.toString('latin1', 0, 4) === 'Exif' && orientationOf(body) !== 1 ? 'decode' : 'goes';
  if (marker === APP2) {
    const isProfile = body.toString('latin1', 0, PROFILE.length) === PROFILE;
    return isProfile && !isPlainProfile(body) ? 'decode' : 'goes';
  }
  // Without this one a decoder mistakes the colours.
  if (marker === APP14) return 'stays';
  return marker > APP0 && marker <= 0xef ? 'goes' : marker === COMMENT ? 'goes' : 'stays';
}

function bareJpeg(bytes: Buffer): Buffer | null {
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    while (at >= 0 && bytes[at + 1] === 0xff) at++;
    if (at < 0) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === EOI) break;
    if (marker === 0 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) return null;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const fate = jpegSegment(marker, bytes.subarray(at, end));
    if (fate === 'decode') return null;
    if (fate === 'stays') parts.push(bytes.subarray(at, end));
    at = end;
    if (marker !== SOS) continue;
    const after = endOfScan(bytes, at);
    if (after < 0) return null;
    parts.push(bytes.subarray(at, after));
    at = after;
  }
  // Behind the end there may be a second picture, or a film.
  return Buffer.concat([...parts, Buffer.of(0xff, EOI)]);
}

/** Chunks of PNG without which the pixels are others. */
const PIXELS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs']);

function barePng(bytes: Buffer): Buffer | null {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    // The name of a profile stands before it, the profile itself is packed.
    if (name === 'iCCP' && !isPlainProfile(bytes.subarray(at + 8, end))) return null;
    if (name === 'eXIf' && orientationOf(bytes.subarray(at + 8, end - 4)) !== 1) return null;
    if (PIXELS.has(name)) parts.push(bytes.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(parts);
    at = end;
  }
  return null;
}

/**
 * A JPEG or PNG with its very pixels and nothing else: no camera, place or time, no second picture, nothing behind its
 * end. null where its pixels have to be decoded for that: it was taken with the camera turned, its colours are those of a
 * profile, or it is of another kind. Never throws.
 */
export function bareBytes(kind: PictureKind, bytes: Uint8Array): Uint8Array | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (kind === 'jpeg') return bareJpeg(buffer);
    return kind === 'png' ? barePng(buffer) : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
