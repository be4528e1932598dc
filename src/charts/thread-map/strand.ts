import type { Strand } from '../kit/chain.ts';
import type { Point } from '../kit/geometry.ts';

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
