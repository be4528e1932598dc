import sharp from 'sharp';
import { expect, it } from 'vitest';
import { isAnimated } from '#pictures/raster.ts';

const frame = (shade: number) =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: { r: shade, g: 0, b: 0 } } });
const still = (kind: 'gif' | 'webp' | 'png' | 'avif') => frame(10).toFormat(kind).toBuffer();

/** Two frames below one another, as sharp takes a film. */
const moving = async (kind: 'gif' | 'webp') => {
  const frames = await Promise.all([10, 200].map((shade) => frame(shade).png().toBuffer()));
  return sharp(frames, { join: { animated: true } })
    .toFormat(kind)
    .toBuffer();
};

it.each(['gif', 'webp'] as const)('a %s of two frames moves', async (kind) => {
  expect(isAnimated(kind, await moving(kind))).toBe(true);
});

it.each(['gif', 'webp', 'png', 'avif'] as const)('a %s of one frame does not', async (kind) => {
  expect(isAnimated(kind, await still(kind))).toBe(false);
});
