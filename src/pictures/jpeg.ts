import { asSeen, orientationOf, type Size } from './orientation.ts';
import { broken, cutOff, Refused } from './refusal.ts';

/** Second byte of a marker. */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const TEM = 0x01;

/** Start of a frame: the size of the picture. C4, C8 and CC lie among them and are none. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Baseline, extended and progressive frames; the others are for hospitals and archives, and no browser shows them. */
const isShown = (marker: number) => marker <= 0xc2;
const standsAlone = (marker: number) => marker === TEM || (marker >= 0xd0 && marker <= SOI);

/**
 * Size of a JPEG as seen, from the segments before its pixels. Between two markers there may be fill bytes and, in files
 * of careless programs, rubbish. Throws `Refused`; RangeError where a segment is cut.
 */
export function readJpeg(bytes: Uint8Array): Size {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: Size | undefined;
  let exif: Uint8Array | undefined;
  let at = 2;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) throw broken('JPEG');
    while (view.getUint8(at) === 0xff) at++;
    const marker = view.getUint8(at++);
    if (marker === 0 || standsAlone(marker)) continue;
    if (marker === EOI) throw broken('JPEG', '没有画面');
    const length = view.getUint16(at);
    if (length < 2) throw broken('JPEG');
    if (marker === SOS) break;
    if (isFrame(marker)) {
      if (!isShown(marker))
        throw new Refused(
          'picture-type',
          '一种浏览器打不开的特殊 JPEG 图片',
          '普通的 JPEG 图片',
          '用看图软件打开，另存为 JPEG。',
        );
      size ??= { height: view.getUint16(at + 3), width: view.getUint16(at + 5) };
    }
    if (marker === APP1 && view.getUint32(at + 2) === 0x45786966) exif ??= bytes.subarray(at + 2, at + length);
    at += length;
  }
  if (!size) throw broken('JPEG');
  if (!endsAfter(bytes, at)) throw cutOff('JPEG');
  return asSeen(size, exif ? orientationOf(exif) : 1);
}

/** Inside the pixels FF is never followed by D9: where the pair is missing, so is the end of the picture. */
const endsAfter = (bytes: Uint8Array, at: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from([0xff, EOI]), at);
