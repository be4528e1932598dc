import { describe, expect, it } from 'vitest';
import { readBmp, sizeOfBmp } from '#pictures/bmp.ts';
import { Refused } from '#pictures/refusal.ts';

/** Red, green, blue above yellow, white, black. */
const ROWS = [
  ['ff0000', '00ff00', '0000ff'],
  ['ffff00', 'ffffff', '000000'],
] as const;
const PALETTE = [...new Set(ROWS.flat())];
const numbersOf = (row: readonly string[]) => row.map((colour) => PALETTE.indexOf(colour as never));

interface Form {
  readonly bits: number;
  readonly packing?: number;
  readonly height?: number;
  /** Behind the header: masks, colours. */
  readonly more?: Buffer;
  readonly lines: readonly (readonly number[])[];
  readonly core?: boolean;
}

/** A BMP as programs of Windows write it: each line filled up to four bytes. */
function bmp({ bits, packing = 0, height = 2, more = Buffer.alloc(0), lines, core = false }: Form): Buffer {
  const head = Buffer.alloc(core ? 26 : 54);
  head.write('BM', 'latin1');
  head.writeUInt32LE(head.length + more.length, 10);
  head.writeUInt32LE(head.length - 14, 14);
  if (core) for (const [i, value] of [3, height, 1, bits].entries()) head.writeUInt16LE(value, 18 + i * 2);
  else {
    head.writeInt32LE(3, 18);
    head.writeInt32LE(height, 22);
    head.writeUInt16LE(1, 26);
    head.writeUInt16LE(bits, 28);
    head.writeUInt32LE(packing, 30);
  }
  const filled = lines.flatMap((line) => [
    ...line,
    ...Array.from({ length: packing % 3 === 0 ? -line.length & 3 : 0 }, () => 0),
  ]);
  return Buffer.concat([head, more, Buffer.from(filled)]);
}

const bgr = (colour: string) => [...Buffer.from(colour, 'hex')].reverse();
const colours = (size: 3 | 4) => Buffer.from(PALETTE.flatMap((colour) => [...bgr(colour), ...(size === 4 ? [0] : [])]));
const masks = (...all: number[]) =>
  Buffer.concat(all.map((mask) => Buffer.from([mask, mask >>> 8, mask >>> 16, mask >>> 24])));
/** 5, 6 and 5 bits. */
const short = (colour: string) => {
  const [blue = 0, green = 0, red = 0] = bgr(colour);
  const value = ((red >> 3) << 11) | ((green >> 2) << 5) | (blue >> 3);
  return [value & 255, value >> 8];
};
const up = [...ROWS].reverse();

const FORMS: Readonly<Record<string, Form>> = {
  '24 bits, from the bottom': { bits: 24, lines: up.map((row) => row.flatMap(bgr)) },
  '24 bits, from the top': { bits: 24, height: -2, lines: ROWS.map((row) => row.flatMap(bgr)) },
  '24 bits of OS/2': { bits: 24, core: true, lines: up.map((row) => row.flatMap(bgr)) },
  '32 bits, the fourth byte of which means nothing': {
    bits: 32,
    lines: up.map((row) => row.flatMap((one) => [...bgr(one), 0])),
  },
  '32 bits by masks, red first': {
    ...{ bits: 32, packing: 3, more: masks(0xff, 0xff00, 0xff0000) },
    lines: up.map((row) => row.flatMap((one) => [...Buffer.from(one, 'hex'), 0])),
  },
  '16 bits by masks': {
    bits: 16,
    packing: 3,
    more: masks(0xf800, 0x07e0, 0x1f),
    lines: up.map((row) => row.flatMap(short)),
  },
  '8 bits of a palette': { bits: 8, more: colours(4), lines: up.map(numbersOf) },
  '8 bits of a palette of OS/2': { bits: 8, core: true, more: colours(3), lines: up.map(numbersOf) },
  '4 bits of a palette': {
    ...{ bits: 4, more: colours(4) },
    lines: up.map(numbersOf).map(([a = 0, b = 0, c = 0]) => [(a << 4) | b, c << 4]),
  },
  'runs of 8 bits': {
    ...{ bits: 8, packing: 1, more: colours(4) },
    lines: [
      [0, 3, ...numbersOf(up[0] ?? []), 0, 0, 0],
      [1, 0, 1, 1, 1, 2],
      [0, 1],
    ],
  },
  'runs of 4 bits': {
    bits: 4,
    packing: 2,
    more: colours(4),
    lines: [
      [0, 3, 0x34, 0x50],
      [0, 0],
      [2, 0x01, 1, 0x20],
      [0, 1],
    ],
  },
};

describe('a BMP', () => {
  it.each(Object.entries(FORMS))('of %s has the pixels it shows', (_, form) => {
    const { pixels, width, height, channels } = readBmp(bmp(form), 100);
    expect([width, height, channels, Buffer.from(pixels).toString('hex')]).toEqual([3, 2, 3, ROWS.flat().join('')]);
  });

  it('keeps what can be seen through it where it says which bits that is', () => {
    const more = masks(0xff0000, 0xff00, 0xff, 0xff000000);
    const form = { bits: 32, packing: 6, more, lines: up.map((row) => row.flatMap((one) => [...bgr(one), 0x80])) };
    const { pixels, channels } = readBmp(bmp(form), 100);
    expect([channels, Buffer.from(pixels.subarray(0, 8)).toString('hex')]).toEqual([4, 'ff00008000ff0080']);
  });

  it('that is cut, lies or has too many pixels is refused, whatever its bytes are', () => {
    const whole = bmp(FORMS['24 bits, from the bottom'] as Form);
    expect(() => readBmp(whole.subarray(0, -4), 100)).toThrow(/不完整的 BMP 图片/);
    expect(() => readBmp(whole, 5)).toThrow(Refused);
    for (let i = 0; i < 2000; i++) {
      const copy = Buffer.from(bmp(Object.values(FORMS)[i % 11] as Form));
      for (let k = 0; k < 3; k++) copy[(i * 31 + k * 17) % copy.length] = (i * 7 + k * 101) % 256;
      try {
        sizeOfBmp(copy);
        readBmp(copy.subarray(0, copy.length - (i % 3)), 10_000);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    }
  });
});
