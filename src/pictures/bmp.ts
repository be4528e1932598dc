import type { Size } from './orientation.ts';
import { broken, Refused } from './refusal.ts';

/** Pixels of a BMP from left to right and from top to bottom, red first. */
export interface BmpPicture extends Size {
  readonly pixels: Uint8Array;
  readonly channels: 3 | 4;
}

/** What the header of a BMP says. */
interface Header extends Size {
  readonly isTopFirst: boolean;
  readonly bits: number;
  /** 0: as they are, 1 and 2: runs of 8 and 4 bits, 3 and 6: by masks. */
  readonly packing: number;
  /** Where the pixels begin. */
  readonly at: number;
  readonly palette: Buffer;
  /** Bytes of one colour of the palette. */
  readonly step: 3 | 4;
  readonly masks: readonly number[];
}

const BITS = new Set([1, 4, 8, 16, 24, 32]);
const [RUNS_8, RUNS_4, FIELDS, ALPHA_FIELDS] = [1, 2, 3, 6] as const;
/** The header of OS/2, and the one of Windows; later ones only add to it. */
const [CORE, INFO] = [12, 40] as const;
/** Where the masks stand: in the larger headers inside, behind the smaller one. */
const MASKS = 14 + INFO;

const viewOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function headerOf(view: Buffer): Header {
  const [at, size] = [view.readUInt32LE(10), view.readUInt32LE(14)];
  if (size === CORE) {
    const [width, height, bits] = [view.readUInt16LE(18), view.readUInt16LE(20), view.readUInt16LE(24)];
    const palette = view.subarray(14 + CORE, Math.max(at, 14 + CORE));
    return { width, height, isTopFirst: false, bits, packing: 0, at, palette, step: 3, masks: [] };
  }
  if (size < INFO) throw broken('BMP');
  const [width, height, bits] = [view.readInt32LE(18), view.readInt32LE(22), view.readUInt16LE(28)];
  const packing = view.readUInt32LE(30);
  const hasMasks = packing === FIELDS || packing === ALPHA_FIELDS;
  const count = !hasMasks ? 0 : packing === ALPHA_FIELDS || size > INFO + 12 ? 4 : 3;
  const masks = Array.from({ length: count }, (_, i) => view.readUInt32LE(MASKS + i * 4));
  const palette = view.subarray(14 + size, Math.max(at, 14 + size));
  return { width, height: Math.abs(height), isTopFirst: height < 0, bits, packing, at, palette, step: 4, masks };
}

/** Whether bits and packing go together. */
const isKnown = ({ bits, packing }: Header): boolean => {
  if (packing === RUNS_8) return bits === 8;
  if (packing === RUNS_4) return bits === 4;
  if (packing === FIELDS || packing === ALPHA_FIELDS) return bits === 16 || bits === 32;
  return packing === 0 && BITS.has(bits);
};

/** Size of a BMP, from its header alone. Throws `Refused`. */
export function sizeOfBmp(bytes: Uint8Array): Size {
  const { width, height } = soundHeader(viewOf(bytes));
  return { width, height };
}

function soundHeader(view: Buffer): Header {
  try {
    const header = headerOf(view);
    if (header.width < 1 || header.height < 1) throw broken('BMP', `宽${header.width}、高${header.height}像素`);
    if (!isKnown(header) || header.at > view.length) throw broken('BMP');
    return header;
  } catch (error) {
    if (error instanceof RangeError) throw broken('BMP');
    throw error;
  }
}

/** How one channel is taken out of a pixel: shifted down, as a share of the largest it can be. */
function channelOf(mask: number): (pixel: number) => number {
  if (mask === 0) return () => 0;
  const shift = 31 - Math.clz32(mask & -mask);
  const most = mask >>> shift;
  return (pixel) => Math.round((((pixel & mask) >>> shift) / most) * 255);
}

const FIVE_BITS = [0x7c00, 0x03e0, 0x001f] as const;

/** Colours of each number of the palette; those beyond its end are black. */
const coloursOf = ({ palette, step, bits }: Header): Uint8Array => {
  const colours = new Uint8Array(3 << Math.min(bits, 8));
  for (let i = 0; i * 3 < colours.length && i * step + 2 < palette.length; i++)
    for (let c = 0; c < 3; c++) colours[i * 3 + c] = palette[i * step + 2 - c] ?? 0;
  return colours;
};

/** Numbers of the palette that are written in runs; what is jumped over has the first. */
function unpackedRuns(view: Buffer, { at, width, height, bits }: Header): Uint8Array {
  const numbers = new Uint8Array(width * height);
  let [x, y, from] = [0, 0, at];
  const put = (number: number) => {
    if (x < width && y < height) numbers[y * width + x] = number;
    x++;
  };
  while (from + 1 < view.length && y < height) {
    const [count = 0, value = 0] = [view[from], view[from + 1]];
    from += 2;
    const nibble = (byte: number, i: number) => (bits === 8 ? byte : i % 2 === 0 ? byte >> 4 : byte & 15);
    if (count > 0) for (let i = 0; i < count; i++) put(nibble(value, i));
    else if (value === 0) [x, y] = [0, y + 1];
    else if (value === 1) break;
    else if (value === 2) {
      [x, y] = [x + (view[from] ?? 0), y + (view[from + 1] ?? 0)];
      from += 2;
    } else {
      for (let i = 0; i < value; i++) put(nibble(view[from + (bits === 8 ? i : i >> 1)] ?? 0, i));
      const length = bits === 8 ? value : (value + 1) >> 1;
      from += length + (length % 2);
    }
  }
  return numbers;
}

/**
 * The pixels of a BMP, as Windows and its programs write them. Throws `Refused` where it is none or has too many.
 * @param mostPixels more are not read
 */
export function readBmp(bytes: Uint8Array, mostPixels: number): BmpPicture {
  const view = viewOf(bytes);
  const header = soundHeader(view);
  const { width, height, bits, packing, at, isTopFirst, masks } = header;
  if (width * height > mostPixels) throw broken('BMP', `${width}×${height}像素`);
  const hasAlpha = masks.length === 4 && masks[3] !== 0;
  const channels = hasAlpha ? 4 : 3;
  const pixels = new Uint8Array(width * height * channels);
  const isRun = packing === RUNS_8 || packing === RUNS_4;
  const runs = isRun ? unpackedRuns(view, header) : null;
  const stride = ((width * bits + 31) >>> 5) << 2;
  if (!runs && at + stride * (height - 1) + ((width * bits + 7) >> 3) > view.length) {
    const found = '不完整的 BMP 图片，后面一部分没有了';
    throw new Refused('picture-broken', found, '一张完整的图片', '从原来的地方重新拷一份。');
  }
  const colours = bits <= 8 ? coloursOf(header) : null;
  const takers = (masks.length > 0 ? masks : FIVE_BITS).map(channelOf);
  for (let y = 0; y < height; y++) {
    const line = isTopFirst ? y : height - 1 - y;
    const from = at + y * stride;
    let to = line * width * channels;
    for (let x = 0; x < width; x++, to += channels) {
      if (colours) {
        const number = runs
          ? (runs[y * width + x] ?? 0)
          : ((view[from + ((x * bits) >> 3)] ?? 0) >> (8 - bits - ((x * bits) & 7))) & ((1 << bits) - 1);
        pixels.set(colours.subarray(number * 3, number * 3 + 3), to);
      } else if (masks.length > 0 || bits === 16) {
        const pixel = bits === 16 ? view.readUInt16LE(from + x * 2) : view.readUInt32LE(from + x * 4);
        for (let c = 0; c < channels; c++) pixels[to + c] = takers[c]?.(pixel) ?? 0;
      } else {
        // Blue stands first; a fourth byte means nothing without its mask.
        const own = from + (x * bits) / 8;
        pixels[to] = view[own + 2] ?? 0;
        pixels[to + 1] = view[own + 1] ?? 0;
        pixels[to + 2] = view[own] ?? 0;
      }
    }
  }
  return { width, height, channels, pixels };
}

const [SHORT, LONG] = [3, 4] as const;

/**
 * What stands before pixels so that they are a TIFF, which every decoder knows, while none knows a BMP. The pixels follow
 * as they are.
 */
export function tiffHead({ width, height, channels }: Omit<BmpPicture, 'pixels'>): Uint8Array {
  const fields: [tag: number, type: number, count: number, value: number][] = [
    ...([
      [256, LONG, 1, width],
      [257, LONG, 1, height],
      [258, SHORT, channels, 0],
      [259, SHORT, 1, 1],
    ] as const),
    ...([
      [262, SHORT, 1, 2],
      [273, LONG, 1, 0],
      [277, SHORT, 1, channels],
      [278, LONG, 1, height],
    ] as const),
    [279, LONG, 1, width * height * channels],
    ...(channels === 4 ? [[338, SHORT, 1, 2] as const] : []),
  ].map(([...field]) => field as [number, number, number, number]);
  const depths = 8 + 2 + fields.length * 12 + 4;
  const head = Buffer.alloc(depths + 8);
  head.write('II*\0\x08', 'latin1');
  head.writeUInt16LE(fields.length, 8);
  for (const [i, [tag, type, count, value]] of fields.entries()) {
    const own = tag === 258 ? depths : tag === 273 ? head.length : value;
    const at = 10 + i * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    head.writeUInt32LE(own, at + 8);
  }
  for (let i = 0; i < channels; i++) head.writeUInt16LE(8, depths + i * 2);
  return head;
}
