import { n } from './svg.ts';

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

const tenth = (value: number) => Math.round(value * 10) / 10;
const spaced = (step: string) => (step.startsWith('-') ? step : ` ${step}`);
const pair = (x: number, y: number) => n(x) + spaced(n(y));

/**
 * Points as a path with relative commands, tenths of a px. Smooth means the quadratic B-spline over the points:
 * with `t` it needs two numbers a point, as straight pieces do. Each end of a piece is rounded so that the control
 * point the next `t` mirrors stays within a tenth of its place: errors do not add up along the line.
 */
export function pathOf(points: readonly Point[], options: { closed?: boolean; smooth?: boolean } = {}): string {
  const corners = options.closed && options.smooth ? ringFromMiddle(points) : points;
  const [first, second] = corners;
  if (!first || !second) return '';
  let at: Point = [tenth(first[0]), tenth(first[1])];
  const to = (x: number, y: number): string => {
    const next: Point = [tenth(x), tenth(y)];
    const step = pair(next[0] - at[0], next[1] - at[1]);
    at = next;
    return step;
  };
  let d = `M${pair(at[0], at[1])}`;
  if (options.smooth && corners.length > 2) {
    let control: Point = [tenth(second[0]), tenth(second[1])];
    d += `q${pair(control[0] - at[0], control[1] - at[1])}`;
    const steps = corners.slice(2).map((corner, i) => {
      const last = i === corners.length - 3;
      const step = last ? to(corner[0], corner[1]) : to((control[0] + corner[0]) / 2, (control[1] + corner[1]) / 2);
      control = [2 * at[0] - control[0], 2 * at[1] - control[1]];
      return step;
    });
    d += spaced(steps[0] ?? '') + (steps.length > 1 ? `t${run(steps.slice(1))}` : '');
  } else d += `l${run(corners.slice(1).map((corner) => to(corner[0], corner[1])))}`;
  return options.closed ? `${d}z` : d;
}

/** A ring begun and ended in the middle of its last side, so that the spline closes without a corner. */
function ringFromMiddle(ring: readonly Point[]): Point[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last) return [];
  const middle: Point = [(first[0] + last[0]) / 2, (first[1] + last[1]) / 2];
  return [middle, ...ring, middle];
}

const run = (steps: readonly string[]) => steps.map((step, i) => (i === 0 ? step : spaced(step))).join('');
