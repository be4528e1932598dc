import { describe, expect, it } from 'vitest';
import { weaveCover } from '#charts/cover/cover.ts';

const SETS = [[1, 2], [14, 15, 16, 17], Array.from({ length: 28 }, (_, i) => i + 1)];

describe('the cloth of a cover', () => {
  it('is the same for the same seed and another for each of four hundred stories of one pairing', () => {
    expect(weaveCover('yi', [4, 5, 6])).toEqual(weaveCover('yi', [4, 5, 6]));
    const covers = Array.from({ length: 400 }, (_, i) => JSON.stringify(weaveCover(`story-${i}`, [14, 15, 16, 17])));
    expect(new Set(covers).size).toBe(400);
  });

  it('uses as many stripes as it has room for, has eleven, and never the same twice in a row', () => {
    for (const stripes of SETS) {
      const { stripes: woven } = weaveCover('seed', stripes);
      expect(woven.length).toBe(11);
      expect(new Set(woven.map((c) => c.stripe)).size).toBe(Math.min(11, stripes.length));
      expect(woven.slice(1).filter((c, i) => c.stripe === woven[i]?.stripe)).toEqual([]);
    }
  });

  it('has stripes wide and narrow, a seam right of the middle and a panel pulled down a little', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      const { stripes, seam, slide } = weaveCover(seed, [1, 2, 3, 4]);
      const widths = stripes.map((c) => c.width);
      expect(Math.max(...widths) / Math.min(...widths)).toBeGreaterThan(3);
      expect(seam).toBeGreaterThan(50);
      expect(seam).toBeLessThanOrEqual(70);
      expect(slide).toBeGreaterThan(2);
      expect(slide).toBeLessThan(12);
    }
  });

  it('is none where there is no stripe', () => {
    expect(weaveCover('seed', []).stripes).toEqual([]);
  });
});
