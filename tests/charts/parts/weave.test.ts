import { describe, expect, it } from 'vitest';
import { coverStripes } from '#charts/parts/weave.ts';

describe('the stripes of a cover', () => {
  it('are the same for the same seed and differ for another', () => {
    expect(coverStripes('yi', [4, 5, 6])).toEqual(coverStripes('yi', [4, 5, 6]));
    const covers = ['yi', 'er', 'san', 'si', 'wu'].map((seed) => JSON.stringify(coverStripes(seed, [4, 5, 6])));
    expect(new Set(covers).size).toBeGreaterThan(3);
  });

  it('use every stripe, are eleven at least, and never the same twice in a row', () => {
    for (const stripes of [[1, 2], [14, 15, 16, 17], Array.from({ length: 28 }, (_, i) => i + 1)]) {
      const cover = coverStripes('seed', stripes);
      expect(cover.length).toBe(Math.max(11, stripes.length));
      expect(new Set(cover.map((c) => c.stripe)).size).toBe(stripes.length);
      expect(cover.slice(1).filter((c, i) => c.stripe === cover[i]?.stripe)).toEqual([]);
    }
  });

  it('keep the eleven widths in their round order', () => {
    const widths = coverStripes('seed', [1, 2]).map((c) => c.width);
    expect([...widths, ...widths].join('')).toContain('51326142315');
  });

  it('are none where there is no stripe', () => {
    expect(coverStripes('seed', [])).toEqual([]);
  });
});
