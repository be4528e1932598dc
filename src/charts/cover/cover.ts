import { element, n } from '../kit/svg.ts';
import { type Weave, weaveCover } from '../kit/weave.ts';

/** One stripe colour of a cover with the rectangles it fills, in percent of the cover. */
interface Patch {
  readonly stripe: number;
  readonly rectangles: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** Left and right panel of a cloth as rectangles, grouped by colour: the right one pulled down, its foot set on top. */
export function layoutCover({ stripes, seam, slide }: Weave): Patch[] {
  const total = stripes.reduce((sum, { width }) => sum + width, 0);
  const patches = new Map<number, { x: number; y: number; width: number; height: number }[]>();
  const add = (stripe: number, x: number, from: number, to: number, width: number) => {
    const [top, foot] = [tenth(Math.max(from, 0)), tenth(Math.min(to, 100))];
    if (foot <= top) return;
    patches.set(stripe, [...(patches.get(stripe) ?? []), { x, y: top, width, height: tenth(foot - top) }]);
  };
  let y = 0;
  for (const { stripe, width } of stripes) {
    const next = y + (100 * width) / total;
    add(stripe, 0, y, next, seam);
    add(stripe, seam, y + slide, next + slide, 100 - seam);
    add(stripe, seam, y + slide - 100, next + slide - 100, 100 - seam);
    y = next;
  }
  return [...patches].map(([stripe, rectangles]) => ({ stripe, rectangles }));
}

/**
 * What does a story look like that has no photo? The cloth of its pairing, woven for it alone: an `<svg>` without words,
 * stretched to the box it stands in. `seed` is the story's id, `stripes` the numbers of the stripes it may use.
 */
export function coverCloth(seed: string, stripes: readonly number[]): string {
  const paths = layoutCover(weaveCover(seed, stripes)).map(({ stripe, rectangles }) => {
    const d = rectangles.map(({ x, y, width, height }) => `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`);
    return element('path', { fill: `var(--s${stripe})`, d: d.join('') });
  });
  return element(
    'svg',
    {
      class: 'weave',
      viewBox: '0 0 100 100',
      preserveAspectRatio: 'none',
      'shape-rendering': 'crispEdges',
      'aria-hidden': 'true',
    },
    paths.join('') || ' ',
  );
}

/** The band beside a quotation: the first stripes of the same cloth, in one panel. */
export function coverBand(seed: string, stripes: readonly number[]): string {
  const { stripes: woven } = weaveCover(seed, stripes);
  const some = woven.slice(0, 9);
  const total = some.reduce((sum, { width }) => sum + width, 0);
  let y = 0;
  const rectangles = some.map(({ stripe, width }) => {
    const from = tenth(y);
    y += (100 * width) / total;
    return element('rect', { y: from, width: 1, height: tenth(y) - from, fill: `var(--s${stripe})` });
  });
  return element(
    'svg',
    {
      class: 'band',
      viewBox: '0 0 1 100',
      preserveAspectRatio: 'none',
      'shape-rendering': 'crispEdges',
      'aria-hidden': 'true',
    },
    rectangles.join('') || ' ',
  );
}
