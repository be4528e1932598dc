import { element, n, tenth } from '../kit/svg.ts';

/** Widths of a cover's stripes, in shares: always eleven, so that they stay broad however many there are to choose from. */
const WIDTHS = [5, 1, 3, 2, 6, 1, 4, 2, 3, 1, 5];

/** A piece of cloth: stripes from top to bottom, sewn from two panels a little apart. */
export interface Weave {
  readonly stripes: readonly { readonly stripe: number; readonly width: number }[];
  /** Where the panels meet, percent of the width. */
  readonly seam: number;
  /** How far the right panel is pulled down, percent of the height. */
  readonly slide: number;
}

/** A number from a text, the same on every machine (FNV-1a, 32 bits). */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const character of text) h = Math.imul(h ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return h;
}

/** Numbers 0 ≤ n < 1 from a seed, the same on every machine (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/**
 * The cloth of a cover: eleven stripes, each with a width in shares. `stripes` are the numbers it may use, in their
 * order; the seed (a story's id) turns the widths and the first stripe, makes each a little wider or narrower,
 * and moves the seam, so that no two covers of one pairing are alike. Neighbours are never the same stripe, unless
 * there is only one. No stripe, no cloth.
 */
export function weaveCover(seed: string, stripes: readonly number[]): Weave {
  const random = randomFrom(hash(seed));
  const below = (n: number) => Math.floor(random() * n);
  const [turn, first, backwards] = [below(WIDTHS.length), below(Math.max(stripes.length, 1)), random() < 0.5];
  const count = stripes.length === 0 ? 0 : WIDTHS.length;
  // Of more stripes than are drawn, some of every pairing.
  const stride = Math.max(1, stripes.length / WIDTHS.length);
  const woven = Array.from({ length: count }, (_, i) => ({
    stripe: stripes[(first + Math.floor(i * stride)) % stripes.length] as number,
    width: Math.round((WIDTHS[(turn + i) % WIDTHS.length] as number) * (7 + 6 * random())) / 10,
  }));
  return { stripes: backwards ? woven.reverse() : woven, seam: 54 + below(17), slide: 3 + below(9) };
}

/** In percent of the cover. */
interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One stripe colour of a panel with the rectangles it fills. */
interface Patch {
  readonly stripe: number;
  readonly rectangles: readonly Rectangle[];
}

/** The panels of a cloth as rectangles, grouped by colour. */
interface Panels {
  readonly left: readonly Patch[];
  /** As it lies beside the left one before it is pulled down; above it stands its foot, as much as the pull shows. */
  readonly right: readonly Patch[];
}

/** Both panels with every stripe of one at the height of the same stripe of the other. */
export function layoutCover({ stripes, seam, slide }: Weave): Panels {
  const total = stripes.reduce((sum, { width }) => sum + width, 0);
  const panels = { left: new Map<number, Rectangle[]>(), right: new Map<number, Rectangle[]>() };
  const add = (panel: keyof typeof panels, stripe: number, from: number, to: number) => {
    const [top, foot] = [tenth(Math.max(from, -slide)), tenth(to)];
    if (foot <= top) return;
    const [x, width] = panel === 'left' ? [0, seam] : [seam, 100 - seam];
    const known = panels[panel].get(stripe) ?? [];
    panels[panel].set(stripe, [...known, { x, y: top, width, height: tenth(foot - top) }]);
  };
  let y = 0;
  for (const { stripe, width } of stripes) {
    const next = y + (100 * width) / total;
    add('left', stripe, y, next);
    add('right', stripe, y, next);
    add('right', stripe, y - 100, next - 100);
    y = next;
  }
  const patches = (panel: keyof typeof panels) =>
    [...panels[panel]].map(([stripe, rectangles]) => ({ stripe, rectangles }));
  return { left: patches('left'), right: patches('right') };
}

const cloths = new Map<string, string>();

/**
 * What does a story look like that has no photo? The cloth of its pairing, woven for it alone: an `<svg>` without words,
 * stretched to the box it stands in. `seed` is the story's id, `stripes` the numbers of the stripes it may use.
 */
export function coverCloth(seed: string, stripes: readonly number[]): string {
  // A story stands in a dozen lists, each time with the same cloth.
  const key = `${seed} ${stripes.join()}`;
  const cloth = cloths.get(key) ?? drawCloth(seed, stripes);
  cloths.set(key, cloth);
  return cloth;
}

function drawCloth(seed: string, stripes: readonly number[]): string {
  const weave = weaveCover(seed, stripes);
  const { left, right } = layoutCover(weave);
  const paths = (patches: readonly Patch[]) =>
    patches
      .map(({ stripe, rectangles }) => {
        const d = rectangles.map(
          ({ x, y, width, height }) => `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`,
        );
        return element('path', { fill: `var(--s${stripe})`, d: d.join('') });
      })
      .join('');
  // A style sheet may put the transform away: then the seam is straight.
  const cloth =
    left.length > 0 &&
    paths(left) + element('g', { class: 'sewn', transform: `translate(0 ${weave.slide})` }, paths(right));
  return element(
    'svg',
    {
      class: 'weave',
      viewBox: '0 0 100 100',
      preserveAspectRatio: 'none',
      'shape-rendering': 'crispEdges',
      'aria-hidden': 'true',
    },
    cloth || ' ',
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
