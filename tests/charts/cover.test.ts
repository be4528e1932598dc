import { describe, expect, it } from 'vitest';
import { coverCloth, layoutCover, weaveCover } from '#charts/cover/cover.ts';

type Panel = ReturnType<typeof layoutCover>['left'];
const areaOf = (panel: Panel) =>
  panel.flatMap((patch) => patch.rectangles).reduce((sum, { width, height }) => sum + width * height, 0);
/** The stripes of a panel from top to bottom, and where each begins; what the pull hides is left out. */
const fromTop = (panel: Panel) =>
  panel
    .flatMap(({ stripe, rectangles }) => rectangles.map(({ y }) => ({ stripe, y })))
    .filter(({ y }) => y >= 0)
    .toSorted((a, b) => a.y - b.y);

describe('the cover of a story without a photo', () => {
  it('is covered whole: no gap and nothing twice', () => {
    for (const stripes of [[1], [1, 2], [14, 15, 16, 17], Array.from({ length: 28 }, (_, i) => i + 1)]) {
      for (const seed of ['yi', 'er', 'san']) {
        const weave = weaveCover(seed, stripes);
        const { left, right } = layoutCover(weave);
        expect(areaOf(left)).toBeCloseTo(weave.seam * 100, 0);
        expect(areaOf(right)).toBeCloseTo((100 - weave.seam) * (100 + weave.slide), 0);
      }
    }
  });

  it('is sewn a little askew, and straight as soon as the pull is put away', () => {
    const weave = weaveCover('yi', [14, 15, 16, 17]);
    const { left, right } = layoutCover(weave);
    expect(fromTop(right)).toEqual(fromTop(left));
    expect(weave.slide).toBeGreaterThanOrEqual(3);
    expect(coverCloth('yi', [14, 15, 16, 17])).toContain(`<g class="sewn" transform="translate(0 ${weave.slide})">`);
  });

  it('names each colour once a panel, as a property that follows light and dark', () => {
    const svg = coverCloth('yi', [3, 4, 5]);
    const panel = ['var(--s3)', 'var(--s4)', 'var(--s5)'];
    const panels = svg.split('<g class="sewn"').map((part) => [...part.matchAll(/fill="([^"]+)"/g)].map((m) => m[1]));
    expect(panels.map((fills) => fills.toSorted())).toEqual([panel, panel]);
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
    expect(coverCloth('seed', all).length).toBeLessThan(2000);
  });
});
