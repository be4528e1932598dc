/** Pictures made by hand, byte by byte: headers that claim what no file holds, and files of other programs. */

const ascii = (text: string) => Buffer.from(text, 'latin1');
const be = (value: number, bytes: 2 | 4) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};
const le = (value: number, bytes: 2 | 3 | 4) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};

const chunk = (type: string, data: Buffer) => Buffer.concat([be(data.length, 4), ascii(type), data, be(0, 4)]);

/** A PNG of a header, an empty block of pixels and an end. */
export const pngOf = (width: number, height: number) =>
  Buffer.concat([
    ascii('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', Buffer.concat([be(width, 4), be(height, 4), ascii('\x08\x02\0\0\0')])),
    chunk('IDAT', Buffer.alloc(0)),
    chunk('IEND', Buffer.alloc(0)),
  ]);

const segment = (marker: number, data: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker]), be(data.length + 2, 2), data]);

/** A JPEG of these segments before the frame, and no pixels. */
export const jpegOf = (
  width: number,
  height: number,
  { before, frame = 0xc0 }: { before?: Buffer; frame?: number } = {},
) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    before ?? Buffer.alloc(0),
    segment(frame, Buffer.concat([ascii('\x08'), be(height, 2), be(width, 2), ascii('\x01\x01\x11\0')])),
    segment(0xda, ascii('\x01\x01\0\0\x3f\0')),
    Buffer.from([0x12, 0xff, 0xd9]),
  ]);

export const gifOf = (width: number, height: number) =>
  Buffer.concat([ascii('GIF89a'), le(width, 2), le(height, 2), ascii('\0\0\0;')]);

/** A WebP whose first chunk claims a canvas. */
export const webpOf = (width: number, height: number) => {
  const canvas = Buffer.concat([ascii('VP8X'), le(10, 4), le(0, 4), le(width - 1, 3), le(height - 1, 3)]);
  return Buffer.concat([ascii('RIFF'), le(canvas.length + 4, 4), ascii('WEBP'), canvas]);
};

const box = (type: string, ...data: Buffer[]) => {
  const inside = Buffer.concat(data);
  return Buffer.concat([be(inside.length + 8, 4), ascii(type), inside]);
};

/** An AVIF that shows its second picture: a thumbnail of 16×16 stands before it. `turns` are quarters. */
export const avifOf = (width: number, height: number, { brand = 'avif', turns = 0 } = {}) => {
  const size = (w: number, h: number) => box('ispe', be(0, 4), be(w, 4), be(h, 4));
  const associations = [be(0, 4), be(2, 4), be(1, 2), ascii('\x01\x01'), be(2, 2), ascii('\x02\x82\x03')];
  const properties = box('ipco', size(16, 16), size(width, height), box('irot', Buffer.from([turns])));
  return Buffer.concat([
    box('ftyp', ascii(brand), be(0, 4), ascii('mif1')),
    box('meta', be(0, 4), box('pitm', be(0, 4), be(2, 2)), box('iprp', properties, box('ipma', ...associations))),
    box('mdat'),
  ]);
};

/** A block of EXIF in a JPEG that says how the camera was held. */
export const exifSegment = (orientation: number, { big = true, type = 3 } = {}) => {
  const number = (value: number, bytes: 2 | 4) => (big ? be(value, bytes) : le(value, bytes));
  const value = type === 3 ? Buffer.concat([number(orientation, 2), be(0, 2)]) : number(orientation, 4);
  const entry = Buffer.concat([number(0x0112, 2), number(type, 2), number(1, 4), value]);
  const head = [ascii(`Exif\0\0${big ? 'MM' : 'II'}`), number(42, 2), number(8, 4), number(1, 2)];
  return segment(0xe1, Buffer.concat([...head, entry, be(0, 4)]));
};

export const commentSegment = (text: string) => segment(0xfe, Buffer.from(text));
/** Photoshop's block, where agencies write names and places (IPTC). */
export const iptcSegment = (text: string) =>
  segment(
    0xed,
    Buffer.concat([
      ascii('Photoshop 3.0\x008BIM\x04\x04\0\0'),
      be(text.length + 5, 4),
      ascii(`\x1c\x02\x50`),
      be(text.length, 2),
      ascii(text),
    ]),
  );

/** A JPEG with segments put in behind its beginning. */
export const withSegments = (jpeg: Uint8Array, ...segments: Buffer[]) =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);

/** A drawing with something in it. */
export const svgOf = (inside: string, attributes = 'viewBox="0 0 120 60"') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`,
  );
