import { constants, crc32, deflateSync } from 'node:zlib';

/** Shades from paper to ink at the edge of a letter: more are seen by nobody, and with nine stripes they fill four bits. */
export const SHADES = 6;

/** A drawn letter: from where it is put, stretches of one shade, row by row. */
export interface Stamp {
  /** Four numbers a stretch: how far down and how far right it begins, px; its length, px; its shade, 1 to SHADES. */
  readonly stretches: Int16Array;
}

/** Colours from a ground to an ink. */
export interface Ramp {
  /** The numbers of SHADES + 1 colours. */
  readonly colours: Uint8Array;
  /** By the number of a colour its shade; 0 of any other. */
  readonly shades: Uint8Array;
}

const SIGNATURE = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A part of a PNG file. */
function chunk(name: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const bytesOf = (colour: string): [number, number, number] => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
};

/** The kind of PNG whose pixels are numbers of colours. */
const PALETTE = 3;

/** Kinds of filter before a row of a PNG: as it is, and what it differs by from the row above. */
const [AS_IS, FROM_ABOVE] = [0, 2];

/**
 * A picture of few colours, a byte a pixel. Stripes and letters are all there is in it, so it is filled and stamped,
 * not painted, and its file has a palette: a renderer that knows all of SVG needs thirty times as long for the same.
 */
export class FlatPicture {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Uint8Array;
  readonly #palette = new Map<string, number>();

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#pixels = new Uint8Array(width * height);
  }

  /** The number of a colour, or of what is seen through the picture. */
  #colour(name: string): number {
    const known = this.#palette.get(name);
    if (known !== undefined) return known;
    const next = this.#palette.size;
    if (next > 0xff) throw new Error('a flat picture of more than 256 colours');
    this.#palette.set(name, next);
    return next;
  }

  /** Fills an area; what of it lies outside is left out. */
  fill(x: number, y: number, width: number, height: number, colour: string): void {
    const value = this.#colour(colour);
    const [left, right] = [Math.max(0, x), Math.min(this.width, x + width)];
    for (let row = Math.max(0, y); row < Math.min(this.height, y + height); row++)
      if (right > left) this.#pixels.fill(value, row * this.width + left, row * this.width + right);
  }

  /** The colours from a ground to an ink. */
  ramp(ground: string, ink: string): Ramp {
    const [from, to] = [bytesOf(ground), bytesOf(ink)];
    const colours = Uint8Array.from({ length: SHADES + 1 }, (_, shade) => {
      const mixed = from.map((value, i) => Math.round(value + (((to[i] ?? 0) - value) * shade) / SHADES));
      return this.#colour(`#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`);
    });
    const shades = new Uint8Array(0x100);
    for (const [shade, colour] of colours.entries()) shades[colour] = shade;
    return { colours, shades };
  }

  /** Puts a letter down at a place, in the colours of a ramp. Of two that touch the darker shade stays. */
  stamp({ stretches }: Stamp, x: number, y: number, { colours, shades }: Ramp): void {
    const [pixels, across] = [this.#pixels, this.width];
    for (let i = 0; i < stretches.length; i += 4) {
      const row = y + (stretches[i] as number);
      if (row < 0 || row >= this.height) continue;
      const [start, shade] = [x + (stretches[i + 1] as number), stretches[i + 3] as number];
      const colour = colours[shade] as number;
      const from = row * across + Math.max(0, start);
      const to = row * across + Math.min(across, start + (stretches[i + 2] as number));
      // Nothing is darker than the ink itself.
      if (shade === SHADES && to - from > 16) pixels.fill(colour, from, to);
      else for (let at = from; at < to; at++) if (shade > (shades[pixels[at] as number] as number)) pixels[at] = colour;
    }
  }

  /**
   * Three bytes a pixel, a photo seen where a colour was filled that stands for it.
   * @param photo its pixels, three bytes each, and where it stands
   */
  withPhoto(
    hole: string,
    photo: { readonly x: number; readonly y: number; readonly width: number; readonly pixels: Uint8Array },
  ): Buffer {
    const { width, height } = this;
    const seen = this.#palette.get(hole) ?? -1;
    const colours = [...this.#palette.keys()].map((name) => (name === hole ? [0, 0, 0] : bytesOf(name)));
    const bytes = Buffer.alloc(width * height * 3);
    for (let at = 0; at < width * height; at++) {
      const value = this.#pixels[at] ?? 0;
      const place = (Math.floor(at / width) - photo.y) * photo.width + (at % width) - photo.x;
      const [from, start] = value === seen ? [photo.pixels, 3 * place] : [colours[value] ?? [0, 0, 0], 0];
      for (let i = 0; i < 3; i++) bytes[3 * at + i] = from[start + i] ?? 0;
    }
    return bytes;
  }

  /** The picture as a PNG file; the same picture, the same bytes. */
  png(): Buffer {
    const { width, height } = this;
    // Two pixels a byte where their numbers fit.
    const bits = this.#palette.size > 16 || width % 2 > 0 ? 8 : 4;
    const length = (width * bits) / 8;
    const rows = Buffer.alloc((length + 1) * height);
    const pixels = Buffer.from(this.#pixels.buffer);
    for (let y = 0; y < height; y++) {
      const from = y * width;
      let at = y * (length + 1);
      // Most rows of stripes are as the one above.
      const same = y > 0 && pixels.compare(pixels, from - width, from, from, from + width) === 0;
      rows[at++] = same ? FROM_ABOVE : AS_IS;
      if (same) continue;
      if (bits === 8) pixels.copy(rows, at, from, from + width);
      else
        for (let x = from; x < from + width; x += 2)
          rows[at++] = ((pixels[x] as number) << 4) | (pixels[x + 1] as number);
    }
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width);
    head.writeUInt32BE(height, 4);
    head.set([bits, PALETTE, 0, 0, 0], 8);
    return Buffer.concat([
      SIGNATURE,
      chunk('IHDR', head),
      chunk('PLTE', Buffer.from([...this.#palette.keys()].flatMap(bytesOf))),
      // Only runs are looked for: as small as with the quick levels, a third faster. The highest take five times as long for
      // a fifth of the bytes.
      chunk('IDAT', deflateSync(rows, { strategy: constants.Z_RLE, memLevel: 9 })),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }
}
