import type { Point } from '../../kit/polyline.ts';

/** A ribbon before it has a line: its ends and the great circle between them, px. */
export interface Track {
  readonly id: string;
  readonly strands: number;
  readonly city: Point;
  readonly county: Point;
  /** Height of the great circle at x. */
  readonly truth: (x: number) => number;
}

/** How ribbons are laid beside each other; see the layout's `ribbon`. */
export interface RibbonSizes {
  readonly pitch: number;
  readonly gap: number;
  readonly steepness: number;
}
