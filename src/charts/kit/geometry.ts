import { cumsum, extent } from 'd3';

/** A point of a drawing, px. */
export type Point = readonly [number, number];

/** The part of a drawing that something may fill, px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The pieces of a line inside the box (Liang–Barsky, segment by segment). */
export function clipLine(points: readonly Point[], box: Box): Point[][] {
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    const cut = a && b ? clipSegment(a, b, box) : null;
    if (!cut || !b) {
      piece = [];
      continue;
    }
    if (piece.length === 0) {
      piece = [cut[0]];
      pieces.push(piece);
    }
    piece.push(cut[1]);
    if (cut[1] !== b) piece = [];
  }
  return pieces;
}

function clipSegment(a: Point, b: Point, box: Box): [Point, Point] | null {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  let [from, to] = [0, 1];
  for (const [slope, room] of [
    [-dx, a[0] - box.left],
    [dx, box.right - a[0]],
    [-dy, a[1] - box.top],
    [dy, box.bottom - a[1]],
  ] as const) {
    if (slope === 0 && room < 0) return null;
    if (slope < 0) from = Math.max(from, room / slope);
    if (slope > 0) to = Math.min(to, room / slope);
  }
  if (from > to) return null;
  const at = (t: number): Point => [a[0] + t * dx, a[1] + t * dy];
  return [from === 0 ? a : at(from), to === 1 ? b : at(to)];
}

/** A closed outline cut to the box (Sutherland–Hodgman); [] where nothing is left. */
export function clipRing(ring: readonly Point[], box: Box): Point[] {
  const sides: readonly [inside: (p: Point) => boolean, axis: 0 | 1, at: number][] = [
    [(p) => p[0] >= box.left, 0, box.left],
    [(p) => p[0] <= box.right, 0, box.right],
    [(p) => p[1] >= box.top, 1, box.top],
    [(p) => p[1] <= box.bottom, 1, box.bottom],
  ];
  return sides.reduce<Point[]>(
    (points, [inside, axis, at]) =>
      points.flatMap((b, i) => {
        const a = points.at(i - 1) ?? b;
        const t = (at - a[axis]) / (b[axis] - a[axis]);
        const edge: Point = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
        return [...(inside(a) === inside(b) ? [] : [edge]), ...(inside(b) ? [b] : [])];
      }),
    [...ring],
  );
}

/** Douglas–Peucker: drops points that lie less than the tolerance (px) off the line; the ends stay. */
export function simplify(points: readonly Point[], tolerance: number): Point[] {
  const [a, b] = [points[0], points.at(-1)];
  if (!a || !b || points.length < 3) return [...points];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const size = Math.hypot(dx, dy);
  let [far, worst] = [0, -1];
  points.forEach((p, i) => {
    const [px, py] = [p[0] - a[0], p[1] - a[1]];
    const off = size === 0 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / size;
    if (off > worst) [far, worst] = [i, off];
  });
  if (worst <= tolerance) return [a, b];
  return [...simplify(points.slice(0, far + 1), tolerance).slice(0, -1), ...simplify(points.slice(far), tolerance)];
}

/** The same for a closed outline: halved at its farthest point, so that it cannot collapse to a line. */
export function simplifyRing(ring: readonly Point[], tolerance: number): Point[] {
  const first = ring[0];
  if (!first || ring.length < 4) return [...ring];
  const off = ring.map((p) => Math.hypot(p[0] - first[0], p[1] - first[1]));
  const far = off.indexOf(Math.max(...off));
  const there = simplify(ring.slice(0, far + 1), tolerance);
  const back = simplify([...ring.slice(far), first], tolerance);
  return [...there.slice(0, -1), ...back.slice(0, -1)];
}

/**
 * New places in the same order with at least `gaps[i]` px between i and i + 1, moved as little as possible from where they
 * would like to be (weighted least squares: isotonic regression by pooling neighbours). A weight is 1 unless told.
 */
export function apart(wished: readonly number[], gaps: readonly number[], weights: readonly number[] = []): number[] {
  const before = [0, ...cumsum(gaps.slice(0, Math.max(0, wished.length - 1)))];
  const pools: { value: number; weight: number; count: number }[] = [];
  wished.forEach((at, i) => {
    pools.push({ value: at - (before[i] ?? 0), weight: weights[i] ?? 1, count: 1 });
    for (;;) {
      const [a, b] = [pools.at(-2), pools.at(-1)];
      if (!a || !b || a.value <= b.value) break;
      const weight = a.weight + b.weight;
      const value = (a.value * a.weight + b.value * b.weight) / weight;
      pools.splice(-2, 2, { value, weight, count: a.count + b.count });
    }
  });
  return pools
    .flatMap(({ value, count }) => Array<number>(count).fill(value))
    .map((value, i) => value + (before[i] ?? 0));
}

/** Something with a place of its own along one axis, in the order it must keep. */
export interface Spreadable {
  /** Where it would like to be, px. */
  readonly at: number;
  /** Half of its size, px. */
  readonly half: number;
  /** How much it counts when neighbours push; 1 unless told. */
  readonly weight?: number;
}

/** The same for things with a size: at least `gap` px stay free between neighbours. */
export const spread = (items: readonly Spreadable[], gap: number): number[] =>
  apart(
    items.map(({ at }) => at),
    items.slice(1).map(({ half }, i) => (items[i]?.half ?? 0) + half + gap),
    items.map(({ weight = 1 }) => weight),
  );

/** px, width plus height of what the points span; 0 for none. */
export function extentOf(points: readonly Point[]): number {
  const span = (axis: 0 | 1) => {
    const [least = 0, most = 0] = extent(points, (p) => p[axis]);
    return most - least;
  };
  return span(0) + span(1);
}

/** Whether two boxes overlap or come closer than `air` px. */
export function boxesMeet(a: Box, b: Box, air = 0): boolean {
  return a.left < b.right + air && b.left < a.right + air && a.top < b.bottom + air && b.top < a.bottom + air;
}

/** Whether all boxes lie inside another one, and none on another. */
export const standClear = (boxes: readonly Box[], within: Box): boolean =>
  boxes.every(
    (a, i) =>
      a.left >= within.left &&
      a.right <= within.right &&
      a.top >= within.top &&
      a.bottom <= within.bottom &&
      !boxes.slice(i + 1).some((b) => boxesMeet(a, b)),
  );
