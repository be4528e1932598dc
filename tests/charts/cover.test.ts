import { describe, expect, it } from 'vitest';
import { coverCloth, layoutCover, weaveCover } from '#charts/cover/cover.ts';

const areaOf = (seed: string, stripes: readonly number[]) =>
  layoutCover(weaveCover(seed, stripes))
    .flatMap((patch) => patch.rectangles)
    .reduce((sum, { width, height }) => sum + width * height, 0);

describe('the cover of a story without a photo', () => {
  it('is covered whole: no gap and nothing twice', () => {
    for (const stripes of [[1], [1, 2], [14, 15, 16, 17], Array.from({ length: 28 }, (_, i) => i + 1)]) {
      for (const seed of ['yi', 'er', 'san']) expect(areaOf(seed, stripes)).toBeCloseTo(10_000, 0);
    }
  });

  it('names each colour once, as a property that follows light and dark', () => {
    const svg = coverCloth('yi', [3, 4, 5]);
    expect([...svg.matchAll(/fill="([^"]+)"/g)].map((m) => m[1]).toSorted()).toEqual([
      'var(--s3)',
      'var(--s4)',
      'var(--s5)',
    ]);
    expect(svg).not.toMatch(/style=|<title|<text/);
  });

  it('has some of every pairing where it is woven of all', () => {
    const all = Array.from({ length: 28 }, (_, i) => i + 1);
    for (const seed of ['yi', 'er', 'san', 'si']) {
      const drawn = weaveCover(seed, all).stripes.map(({ stripe }) => stripe);
      const hues = new Set(drawn.map((stripe) => [8, 13, 17, 28].findIndex((last) => stripe <= last)));
      expect(hues.size).toBe(4);
    }
  });

  it('has eleven broad stripes however many there are to choose from, and stays light', () => {
    const all = Array.from({ length: 28 }, (_, i) => i + 1);
    expect(weaveCover('seed', all).stripes.length).toBe(11);
    expect(coverCloth('seed', all).length).toBeLessThan(1800);
  });
});
