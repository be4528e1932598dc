import type { Locator } from 'playwright-core';
import sharp from 'sharp';

/** What a screenshot shows of the heads that stand-in photos bear. */
export interface SeenHeads {
  /** Circles that are whole. */
  readonly whole: number;
  /** Pieces of circles: cut by a frame, or with something lying on them. */
  readonly pieces: readonly { readonly width: number; readonly height: number }[];
}

/** Fewer pixels are what the encoding of a picture leaves at an edge. */
const FLECK = 12;

/** An element as it is seen. */
export interface Shot {
  readonly data: Buffer;
  readonly width: number;
  /** Where it lies on the page, CSS pixels. */
  readonly left: number;
  readonly top: number;
  /** Device pixels per CSS pixel. */
  readonly scale: number;
}

const placeOf = (element: Locator) =>
  element.evaluate((shown) => {
    const { left, top, width, height } = shown.getBoundingClientRect();
    return { left: left + scrollX, top: top + scrollY, width, height };
  });

/** A picture of an element with all its photos loaded, however far below the screen. */
export async function shotOf(element: Locator): Promise<Shot> {
  await element.evaluate(async (shown) => {
    const photos = [...shown.querySelectorAll('img')];
    // Painted with the page, not after it: a picture of the screen waits for nothing.
    for (const img of photos) Object.assign(img, { loading: 'eager', decoding: 'sync' });
    await Promise.all(photos.map((img) => img.decode()));
  });
  const { data, info } = await sharp(await element.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { left, top, width } = await placeOf(element);
  return { data, width: info.width, left, top, scale: info.width / width };
}

/** Counts the heads in what an element within a picture shows, by their colour and by whether each is a whole circle. */
export async function headsIn(shot: Shot, element: Locator): Promise<SeenHeads> {
  const { data, width: row, scale } = shot;
  const place = await placeOf(element);
  const [x0 = 0, y0 = 0, width = 0, height = 0] = [
    place.left - shot.left,
    place.top - shot.top,
    place.width,
    place.height,
  ].map((length) => Math.round(length * scale));
  const isHead = (at: number) => {
    const pixel = 3 * ((y0 + Math.floor(at / width)) * row + x0 + (at % width));
    return (data[pixel] ?? 0) > 180 && (data[pixel + 1] ?? 0) < 110 && (data[pixel + 2] ?? 0) > 180;
  };
  const seen = new Uint8Array(width * height);
  const found: { area: number; width: number; height: number }[] = [];
  for (let from = 0; from < seen.length; from += 1) {
    if (seen[from] || !isHead(from)) continue;
    let [area, left, right, top, bottom] = [0, width, 0, height, 0];
    const open = [from];
    seen[from] = 1;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      area += 1;
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
      const beside = [x > 0 && at - 1, x < width - 1 && at + 1, y > 0 && at - width, y < height - 1 && at + width];
      for (const next of beside) {
        if (next === false || seen[next] || !isHead(next)) continue;
        seen[next] = 1;
        open.push(next);
      }
    }
    if (area > FLECK) found.push({ area, width: right - left + 1, height: bottom - top + 1 });
  }
  // A circle fills 78.5 % of the square round it.
  const isWhole = (one: (typeof found)[number]) => {
    const filled = one.area / (one.width * one.height);
    return Math.abs(one.width - one.height) <= Math.max(2, 0.1 * one.height) && filled > 0.68 && filled < 0.88;
  };
  const pieces = found.filter((one) => !isWhole(one)).map(({ width, height }) => ({ width, height }));
  return { whole: found.length - pieces.length, pieces };
}
