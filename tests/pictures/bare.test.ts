import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { bareBytes } from '#pictures/bare.ts';
import { wholePicture } from '#pictures/encoding/whole-picture.ts';
import { commentSegment, iptcSegment, withSegments } from './samples.ts';

const WIDTH = 64;
const HEIGHT = 40;

/** A picture whose four corners differ, so that one sees how it is turned. */
function corners() {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) pixels.set([x * 3, y * 5, x < WIDTH / 2 ? 220 : 20], (y * WIDTH + x) * 3);
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
}

const PLACE = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '29/1 14/1 9/1',
  GPSLongitudeRef: 'E',
  GPSLongitude: '91/1 46/1 0/1',
};
const taken = (orientation: number) =>
  corners().withExif({ IFD0: { Make: 'Xinyi Camera', Orientation: String(orientation) }, IFD3: PLACE });

const pixelsOf = (bytes: Uint8Array) => sharp(bytes).removeAlpha().raw().toBuffer();
const SECRETS = ['Xinyi Camera', 'Exif', 'secret', 'ICC_PROFILE', 'iCCP', 'xmpmeta', 'eXIf', 'Photoshop'];

async function expectBare(bytes: Uint8Array): Promise<void> {
  const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
  expect({ exif, xmp, iptc, icc, turned: (orientation ?? 1) !== 1 }).toEqual({ turned: false });
  const text = Buffer.from(bytes).toString('latin1');
  expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([]);
}

const file = (format: 'jpeg' | 'png' | 'webp' | 'avif' | 'svg', width = WIDTH) => ({ format, width });

describe('a picture without metadata', () => {
  it.each([false, true])('is, of a JPEG held upright, the very same pixels (progressive: %s)', async (progressive) => {
    const plain = await taken(1).jpeg({ progressive }).toBuffer();
    const photo = withSegments(plain, commentSegment('secret comment'), iptcSegment('secret iptc'));
    const whole = await wholePicture(photo, file('jpeg'));
    await expectBare(whole);
    expect(await pixelsOf(whole)).toEqual(await pixelsOf(plain));
    expect(Buffer.from(bareBytes('jpeg', photo) ?? [])).toEqual(Buffer.from(whole));
  });

  it('loses what lies behind its end: a second picture, a film', async () => {
    const plain = await corners().jpeg().toBuffer();
    const whole = await wholePicture(Buffer.concat([plain, Buffer.from('secret film'), plain]), file('jpeg'));
    expect(Buffer.from(whole)).toEqual(plain);
  });

  it('loses a profile that says sRGB, and is put into plain colours where it says another', async () => {
    for (const [profile, decoded] of [
      ['srgb', false],
      ['p3', true],
    ] as const) {
      const photo = await corners().withIccProfile(profile).jpeg().toBuffer();
      expect([profile, bareBytes('jpeg', photo) === null]).toEqual([profile, decoded]);
      const whole = await wholePicture(photo, file('jpeg'));
      await expectBare(whole);
      expect(await sharp(whole).metadata()).toMatchObject({ width: WIDTH, height: HEIGHT, format: 'jpeg' });
    }
  });

  it.each([3, 6, 8])('stands upright, in full size, where the camera was turned (%i)', async (orientation) => {
    const photo = await taken(orientation).jpeg({ quality: 98, chromaSubsampling: '4:4:4' }).toBuffer();
    const upright = await sharp(photo).autoOrient().raw().toBuffer({ resolveWithObject: true });
    const whole = await wholePicture(photo, file('jpeg', upright.info.width));
    await expectBare(whole);
    const { width, height, chromaSubsampling } = await sharp(whole).metadata();
    expect([width, height, chromaSubsampling]).toEqual([upright.info.width, upright.info.height, '4:4:4']);
    const pixels = await pixelsOf(whole);
    const far = pixels.filter((value, i) => Math.abs(value - (upright.data[i] ?? 0)) > 16).length;
    expect(far).toBeLessThan(pixels.length / 100);
  });

  it('is, of a PNG, the very same pixels without words, place and time', async () => {
    const photo = await taken(1).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">secret</x:xmpmeta>').png().toBuffer();
    const whole = await wholePicture(photo, file('png'));
    await expectBare(whole);
    expect(await pixelsOf(whole)).toEqual(await pixelsOf(photo));
    expect((await sharp(whole).metadata()).format).toBe('png');
  });

  it.each(['webp', 'avif'] as const)(
    'is, of %s, which not every programme opens, a JPEG of the same size',
    async (format) => {
      const whole = await wholePicture(await taken(1)[format]().toBuffer(), file(format));
      await expectBare(whole);
      expect(await sharp(whole).metadata()).toMatchObject({ width: WIDTH, height: HEIGHT, format: 'jpeg' });
    },
  );

  it('is, of a drawing, a picture as large as a page', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="30" height="40"/></svg>',
    );
    const whole = await wholePicture(svg, file('svg', 60));
    expect(await sharp(whole).metadata()).toMatchObject({ width: 2400, height: 1600, format: 'png' });
  });

  it('is the same bytes each time', async () => {
    for (const photo of [await taken(1).jpeg().toBuffer(), await taken(6).jpeg().toBuffer()])
      expect(await wholePicture(photo, file('jpeg'))).toEqual(await wholePicture(photo, file('jpeg')));
  });

  it('is decoded, never guessed, wherever a file is cut or of another make', async () => {
    const photo = await taken(1).jpeg().toBuffer();
    const png = await taken(1).png().toBuffer();
    for (let at = 0; at < photo.length - 1; at += 7) expect(bareBytes('jpeg', photo.subarray(0, at))).toBeNull();
    for (let at = 0; at < png.length - 1; at += 7) expect(bareBytes('png', png.subarray(0, at))).toBeNull();
    expect(bareBytes('gif', photo)).toBeNull();
    await expect(wholePicture(photo.subarray(0, 200), file('jpeg'))).rejects.toThrow();
  });
});
