import type { Point } from './geometry.ts';

/** A strand as a chain of cubic Béziers: start, then three points (two controls and an end) for every piece. */
export type Strand = readonly Point[];

/** A straight piece, written as a cubic so that it bends with its neighbours when the chain is set off. */
export function straight(from: Point, to: Point): Point[] {
  const at = (t: number): Point => [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
  return [at(1 / 3), at(2 / 3), to];
}

/** Points on the strand, `steps` for every piece. */
export function sample(strand: Strand, steps: number): Point[] {
  const points: Point[] = strand[0] ? [strand[0]] : [];
  for (let i = 0; i + 3 < strand.length; i += 3) {
    const [a, b, c, d] = strand.slice(i, i + 4) as [Point, Point, Point, Point];
    for (let s = 1; s <= steps; s++) {
      const t = s / steps;
      const u = 1 - t;
      const at = (k: 0 | 1) => u * u * u * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t * t * t * d[k];
      points.push([at(0), at(1)]);
    }
  }
  return points;
}
