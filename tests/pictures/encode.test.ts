import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { PICTURE_FORMATS } from '#domain/stories/picture.ts';
import { decodePicture, encodePicture, resizePicture, scalePicture } from '#pictures/encoding/encode.ts';
import { commentSegment, iptcSegment, pngOf, svgOf, withSegments } from './samples.ts';

const canvas = (width: number, height: number, background = '#8899aa') =>
  sharp({ create: { width, height, channels: 3, background } });

/** A photo-like picture: soft noise, the same every time. */
async function photo(width: number, height: number) {
  const pixels = Buffer.alloc(width * height * 3);
  let seed = 7;
  for (let i = 0; i < pixels.length; i++) {
    seed = (seed * 48_271) % 2_147_483_647;
    pixels[i] = 128 + Math.round(60 * Math.sin(i / 400)) + (seed % 20);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

const pixelAt = (picture: { pixels: Uint8Array; width: number }, x: number, y: number) =>
  [...picture.pixels.subarray((y * picture.width + x) * 3, (y * picture.width + x) * 3 + 3)] as [
    number,
    number,
    number,
  ];

const scaled = async (bytes: Uint8Array, width: number) => scalePicture(await decodePicture(bytes), width);

/** Words that stand in the metadata of the picture below, and the names under which formats keep metadata. */
const SECRETS = ['Xinyi Camera', 'secret-xmp', 'secret-comment', 'secret-iptc'];
const CONTAINERS = [
  'Exif',
  'EXIF',
  'eXIf',
  'XMP ',
  'xmpmeta',
  'ns.adobe.com',
  'ICC_PROFILE',
  'ICCP',
  'iCCP',
  'prof',
  'Photoshop',
  '8BIM',
  'acsp',
];

async function withMetadata(format: 'jpeg' | 'png' | 'webp' | 'avif') {
  const exif = {
    IFD0: { Make: 'Xinyi Camera', Orientation: '1' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 14/1 9/1', GPSLongitudeRef: 'E', GPSLongitude: '91/1 46/1 0/1' },
  };
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>secret-xmp</rdf></x:xmpmeta>';
  return (await photo(640, 400)).withExif(exif).withIccProfile('p3').withXmp(xmp)[format]().toBuffer();
}

describe('a resized picture', () => {
  afterEach(() => {
    sharp.concurrency(1);
  });

  it('has lost who took it, where, with what and for whom', async () => {
    const jpeg = await withMetadata('jpeg');
    const inputs = {
      jpeg: withSegments(jpeg, commentSegment('secret-comment'), iptcSegment('secret-iptc')),
      png: await withMetadata('png'),
      webp: await withMetadata('webp'),
      avif: await withMetadata('avif'),
    };
    // What is looked for is really there before.
    const before = await sharp(inputs.jpeg).metadata();
    expect([before.exif, before.icc, before.xmp, before.iptc].map(Boolean)).toEqual([true, true, true, true]);
    for (const word of SECRETS) expect(inputs.jpeg.includes(word)).toBe(true);
    for (const bytes of [inputs.png, inputs.webp, inputs.avif]) {
      const { exif, icc, xmp } = await sharp(bytes).metadata();
      expect([exif, icc, xmp].map(Boolean)).toEqual([true, true, true]);
      expect(bytes.includes('Xinyi Camera')).toBe(true);
      // The tag that points to the place, in a block of EXIF of Intel's byte order.
      expect(bytes.includes(Buffer.from([0x25, 0x88, 0x04, 0x00]))).toBe(true);
    }

    for (const bytes of Object.values(inputs))
      for (const format of PICTURE_FORMATS) {
        const out = Buffer.from(await resizePicture(bytes, 480, format));
        const { exif, icc, xmp, iptc, comments, orientation, hasProfile } = await sharp(out).metadata();
        expect([exif, icc, xmp, iptc, comments, orientation]).toEqual(Array(6).fill(undefined));
        expect(hasProfile).toBe(false);
        expect([...SECRETS, ...CONTAINERS].filter((word) => out.includes(word))).toEqual([]);
        expect(out.includes(Buffer.from([0x25, 0x88, 0x04, 0x00]))).toBe(false);
      }
  });

  it('stands upright, however the camera was held', async () => {
    const [width, height] = [60, 40];
    const corners: Record<string, readonly number[]> = {
      '0,0': [220, 0, 0],
      '1,0': [0, 200, 0],
      '0,1': [0, 0, 220],
      '1,1': [250, 250, 0],
    };
    const colourOf = (x: number, y: number) => corners[`${Number(x >= width / 2)},${Number(y >= height / 2)}`]!;
    // Where a pixel that is seen at (x, y) is stored, as the EXIF standard tells it for each orientation.
    const [right, bottom] = [width - 1, height - 1];
    const stored: ((x: number, y: number) => [number, number])[] = [
      (x, y) => [x, y],
      (x, y) => [right - x, y],
      (x, y) => [right - x, bottom - y],
      (x, y) => [x, bottom - y],
      (x, y) => [y, x],
      (x, y) => [y, right - x],
      (x, y) => [bottom - y, right - x],
      (x, y) => [bottom - y, x],
    ];
    for (const [i, place] of stored.entries()) {
      const turned = i >= 4;
      const rowLength = turned ? height : width;
      const pixels = Buffer.alloc(width * height * 3);
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const [sx, sy] = place(x, y);
          pixels.set(colourOf(x, y), (sy * rowLength + sx) * 3);
        }
      const raw = { width: rowLength, height: turned ? width : height, channels: 3 } as const;
      const bytes = await sharp(pixels, { raw })
        .withMetadata({ orientation: i + 1 })
        .png()
        .toBuffer();
      const seen = await scaled(bytes, 30);
      expect([i + 1, seen.width, seen.height]).toEqual([i + 1, 30, 20]);
      for (const [x, y] of [
        [4, 4],
        [25, 4],
        [4, 15],
        [25, 15],
      ] as const)
        expect([i + 1, pixelAt(seen, x, y)]).toEqual([i + 1, [...colourOf(x * 2, y * 2)]]);
    }
  });

  it('is as wide as asked, never wider than the picture, and of the height the page keeps free', async () => {
    for (const [width, height] of [
      [1000, 667],
      [1201, 702],
      [481, 1000],
      [999, 333],
    ] as const) {
      const bytes = await canvas(width, height).jpeg().toBuffer();
      for (const asked of [480, 800, 1200]) {
        const picture = await scaled(bytes, asked);
        const expected = Math.min(asked, width);
        expect([picture.width, picture.height]).toEqual([expected, Math.round((height * expected) / width)]);
      }
    }
    const avif = await sharp(await resizePicture(await canvas(90, 60).png().toBuffer(), 480, 'avif')).metadata();
    expect([avif.width, avif.height, avif.mediaType]).toEqual([90, 60, 'image/avif']);
  });

  it('is a file of the kind asked for, JPEG in the progressive way', async () => {
    const picture = await scaled(await (await photo(300, 200)).png().toBuffer(), 300);
    const kinds = await Promise.all(
      PICTURE_FORMATS.map(async (format) => sharp(await encodePicture(picture, format)).metadata()),
    );
    expect(kinds.map(({ mediaType }) => mediaType)).toEqual(['image/avif', 'image/webp', 'image/jpeg']);
    expect(kinds[2]?.isProgressive).toBe(true);
  });

  it('weighs at most 40 kB in its smallest width, however much is to be seen in it', async () => {
    // Every pixel another one: no photo is as heavy.
    const noise = Buffer.from(Array.from({ length: 960 * 720 * 3 }, (_, i) => (i * 7919 + ((i * i) % 8191)) % 256));
    const bytes = await sharp(noise, { raw: { width: 960, height: 720, channels: 3 } })
      .blur(1)
      .png()
      .toBuffer();
    for (const format of PICTURE_FORMATS) {
      const [small, large] = [await resizePicture(bytes, 480, format), await resizePicture(bytes, 800, format)];
      expect([format, small.length <= 40_000, large.length > 40_000]).toEqual([format, true, true]);
    }
  });

  it('has the same bytes every time, however many threads are at work', async () => {
    const bytes = await (await photo(1600, 1000)).jpeg().toBuffer();
    for (const format of PICTURE_FORMATS) {
      const first = await resizePicture(bytes, 1200, format);
      sharp.concurrency(4);
      const [second, third] = await Promise.all([
        resizePicture(bytes, 1200, format),
        resizePicture(bytes, 1200, format),
      ]);
      expect([format, Buffer.compare(first, second), Buffer.compare(first, third)]).toEqual([format, 0, 0]);
    }
  });
});

describe('the pixels of a picture', () => {
  it('come to white where they were transparent', async () => {
    const half = sharp({ create: { width: 40, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
    for (const bytes of [await half.clone().png().toBuffer(), await half.clone().webp().toBuffer()])
      expect(pixelAt(await scaled(bytes, 40), 9, 9)).toEqual([255, 255, 255]);
  });

  it('come to three bytes of sRGB from greys, from 16 bits, from print colours and from the profile of a phone', async () => {
    const grey = await canvas(40, 20, '#777777').toColourspace('b-w').png().toBuffer();
    const deep = await canvas(40, 20, '#777777').toColourspace('rgb16').png().toBuffer();
    for (const bytes of [grey, deep]) {
      const picture = await scaled(bytes, 40);
      expect([picture.pixels.length, pixelAt(picture, 9, 9)]).toEqual([40 * 20 * 3, [119, 119, 119]]);
    }
    const printed = await canvas(40, 20, '#e02020')
      .toColourspace('cmyk')
      .withIccProfile('cmyk')
      .jpeg({ quality: 100 })
      .toBuffer();
    const phone = await canvas(40, 20, '#e02020').withIccProfile('p3').png().toBuffer();
    expect((await sharp(printed).metadata()).space).toBe('cmyk');
    // Read without its profile the same file is paler.
    const [unread = 0] = await sharp(phone, { ignoreIcc: true }).raw().toBuffer();
    expect(unread).toBeLessThan(215);
    for (const bytes of [printed, phone]) {
      const [red, green, blue] = pixelAt(await scaled(bytes, 40), 9, 9);
      expect(red).toBeGreaterThan(215);
      expect(Math.max(green, blue)).toBeLessThan(50);
    }
  });

  it('are those of the first frame where the picture moves', async () => {
    const frames = await Promise.all(['#ff0000', '#0000ff'].map((colour) => canvas(40, 20, colour).png().toBuffer()));
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const picture = await scaled(moving, 40);
    expect([picture.width, picture.height, pixelAt(picture, 9, 9)]).toEqual([40, 20, [255, 0, 0]]);
  });

  it('are drawn anew for a drawing, sharp at every width, whatever size it states', async () => {
    for (const attributes of [
      'viewBox="0 0 3 2"',
      'viewBox="0 0 300000 200000"',
      'width="30mm" height="20mm" viewBox="0 0 3 2"',
      'width="60000" height="40000" viewBox="0 0 3 2"',
      'width="100%" viewBox="0 0 1.5 1"',
    ]) {
      const [, , boxWidth = 0, boxHeight = 0] = /viewBox="([^"]*)"/.exec(attributes)![1]!.split(' ').map(Number);
      const drawing = svgOf(`<rect width="${boxWidth / 2}" height="${boxHeight}"/>`, attributes);
      const picture = await scaled(drawing, 480);
      expect([attributes, picture.width, picture.height]).toEqual([attributes, 480, 320]);
      const row = Array.from({ length: 480 }, (_, x) => pixelAt(picture, x, 160)[0]);
      expect([row[2], row[236], row[243], row[477]]).toEqual([0, 0, 255, 255]);
    }
  });

  it('are never decoded where they are too many, and half a picture is none', async () => {
    await expect(decodePicture(pngOf(60_000, 60_000))).rejects.toThrow('pixel limit');
    const whole = await (await photo(900, 600)).jpeg().toBuffer();
    await expect(decodePicture(whole.subarray(0, whole.length / 2))).rejects.toThrow();
    await expect(decodePicture(Buffer.from('<p>'))).rejects.toThrow();
  });
});
