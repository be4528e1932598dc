import type { Point } from '../kit/geometry.ts';

/** A strand as a chain of cubic Béziers: start, then three points (two controls and an end) for every piece. */
export type Strand = readonly Point[];

/** A straight piece, written as a cubic so that it bends with its neighbours when the chain is set off. */
export function straight(from: Point, to: Point): Point[] {
  const at = (t: number): Point => [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
  return [at(1 / 3), at(2 / 3), to];
}

/**
 * The same strand moved aside by `d`: down where it runs left, right where it runs down, up where it runs right.
 * Every vertex of the control polygon moves along its mitre, so strands of one ribbon keep their distance in bends.
 */
export function aside(strand: Strand, d: number): Point[] {
  const normals: (Point | null)[] = strand.slice(1).map((q, i) => {
    const p = strand[i] as Point;
    const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
    const length = Math.hypot(dx, dy);
    return length < 1e-6 ? null : [dy / length, -dx / length];
  });
  const known = (from: number, step: 1 | -1): Point | null => {
    for (let i = from; i >= 0 && i < normals.length; i += step) if (normals[i]) return normals[i] as Point;
    return null;
  };
  return strand.map(([x, y], i) => {
    const a = known(i - 1, -1) ?? known(i, 1) ?? [0, 1];
    const b = known(i, 1) ?? a;
    // A fold back on itself has no mitre: never move further than three times the distance.
    const k = d / Math.max(1 + a[0] * b[0] + a[1] * b[1], 1 / 3);
    return [x + k * (a[0] + b[0]), y + k * (a[1] + b[1])];
  });
}

/** The strand moved straight down (or up) by `d`: thinner where it is steep, but the order of strands is certain. */
export function below(strand: Strand, d: number): Point[] {
  return strand.map(([x, y]) => [x, y + d]);
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

const side = (a: Point, b: Point, p: Point) => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);

/** So many pieces of a polyline are asked at once whether they can meet another at all. */
const RUN = 8;

/** A polyline with the box of every run of it, so that many can be compared with many. */
export interface Trace {
  readonly points: readonly Point[];
  readonly runs: readonly {
    readonly from: number;
    readonly to: number;
    readonly box: readonly [number, number, number, number];
  }[];
}

/** Prepares a polyline for `meetings`. */
export function trace(points: readonly Point[]): Trace {
  const runs: { from: number; to: number; box: readonly [number, number, number, number] }[] = [];
  for (let from = 0; from < points.length - 1; from += RUN) {
    const to = Math.min(from + RUN, points.length - 1);
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = from; i <= to; i++) {
      const [x, y] = points[i] as Point;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    runs.push({ from, to, box: [left, top, right, bottom] });
  }
  return { points, runs };
}

/** How often two polylines cross. Touching at an end does not count. */
export function meetings(first: Trace, second: Trace): number {
  let count = 0;
  for (const { from, to, box } of first.runs) {
    for (const other of second.runs) {
      if (box[0] > other.box[2] || other.box[0] > box[2] || box[1] > other.box[3] || other.box[1] > box[3]) continue;
      for (let i = from; i < to; i++) {
        const [a, b] = [first.points[i] as Point, first.points[i + 1] as Point];
        for (let j = other.from; j < other.to; j++) {
          const [c, d] = [second.points[j] as Point, second.points[j + 1] as Point];
          if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) count++;
        }
      }
    }
  }
  return count;
}
