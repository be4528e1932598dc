import type { Point } from '../../kit/geometry.ts';
import { RelativePath } from '../../kit/path.ts';
import { tenth } from '../../kit/svg.ts';

/** A point the centre line of a ribbon passes; `slope` (dy/dx) where its direction is fixed. */
export interface Waypoint {
  readonly x: number;
  readonly y: number;
  readonly slope?: number | undefined;
}

/** One cubic piece from a waypoint to the next, x strictly monotone. */
export interface Piece {
  readonly from: Point;
  readonly fromSlope: number;
  readonly to: Point;
  readonly toSlope: number;
}

/**
 * The smooth line through the waypoints (cubic spline, second derivative continuous except where a slope is fixed).
 * Waypoints in the order of travel, x strictly rising or strictly falling; ends without a slope are left free.
 */
export function splinePieces(waypoints: readonly Waypoint[]): Piece[] {
  const slopes = splineSlopes(waypoints);
  return waypoints.slice(1).flatMap((to, i) => {
    const from = waypoints[i];
    if (!from) return [];
    return {
      from: [from.x, from.y] as const,
      fromSlope: slopes[i] ?? 0,
      to: [to.x, to.y] as const,
      toSlope: slopes[i + 1] ?? 0,
    };
  });
}

/** The slope at every waypoint: one tridiagonal system (Thomas algorithm); a fixed slope is a row of its own. */
function splineSlopes(waypoints: readonly Waypoint[]): number[] {
  const rows = waypoints.map((waypoint, i) => {
    const [last, next] = [waypoints[i - 1], waypoints[i + 1]];
    if (waypoint.slope !== undefined) return { a: 0, b: 1, c: 0, d: waypoint.slope };
    const h = last ? waypoint.x - last.x : 0;
    const g = next ? next.x - waypoint.x : 0;
    const rise = (last ? (3 * (waypoint.y - last.y)) / h ** 2 : 0) + (next ? (3 * (next.y - waypoint.y)) / g ** 2 : 0);
    const [a, c] = [last ? 1 / h : 0, next ? 1 / g : 0];
    return { a, b: 2 * (a + c) || 1, c, d: rise };
  });
  for (let i = 1; i < rows.length; i++) {
    const [last, row] = [rows[i - 1], rows[i]];
    if (!last || !row) continue;
    const factor = row.a / last.b;
    row.b -= factor * last.c;
    row.d -= factor * last.d;
  }
  const slopes: number[] = [];
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i];
    if (row) slopes[i] = (row.d - row.c * (slopes[i + 1] ?? 0)) / row.b;
  }
  return slopes;
}

/** The pieces, which must follow one another, as one chain of cubics. */
export const pieceChain = (pieces: readonly Piece[]): Point[] => [
  ...pieces.slice(0, 1).map(({ from }) => from),
  ...pieces.flatMap(({ from, fromSlope, to, toSlope }): Point[] => {
    const third = (to[0] - from[0]) / 3;
    return [[from[0] + third, from[1] + third * fromSlope], [to[0] - third, to[1] - third * toSlope], to];
  }),
];

/** y of the line at x; null where it does not reach. */
export function heightAt(pieces: readonly Piece[], x: number): number | null {
  for (const { from, fromSlope, to, toSlope } of pieces) {
    const h = to[0] - from[0];
    const t = (x - from[0]) / h;
    if (t < 0 || t > 1) continue;
    const s = 1 - t;
    return from[1] * s * s * (1 + 2 * t) + to[1] * t * t * (3 - 2 * t) + h * s * t * (s * fromSlope - t * toSlope);
  }
  return null;
}

/** An interval of x, `from` before `to` in the order of travel. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * The course of a strand as relative commands: the same string for every strand of a ribbon but for its gaps, so that
 * a page compresses them to little more than one. Gaps are cut only out of straight pieces.
 */
export function strandCourse(pieces: readonly Piece[], gaps: readonly Gap[] = []): string {
  const first = pieces[0];
  if (!first) return '';
  const path = new RelativePath(first.from);
  for (const { from, fromSlope, to, toSlope } of pieces) {
    const third = (to[0] - from[0]) / 3;
    const inside = gaps.filter((gap) => (gap.from - from[0]) * (gap.to - to[0]) < 0);
    const [x, y] = path.at;
    const [dx, dy] = [tenth(to[0]) - x, tenth(to[1]) - y];
    const stops = inside.flatMap((gap) => [gap.from, gap.to]);
    if (stops.length === 0) {
      path.cubic([x + third, y + third * fromSlope], [x + dx - third, y + dy - third * toSlope], to);
      continue;
    }
    [...stops, to[0]].forEach((stop, i) => {
      const part = Math.min(1, Math.max(0, (stop - x) / dx));
      const next: Point = [x + dx * part, y + dy * part];
      if (i % 2) path.gap(next);
      else path.line(next);
    });
  }
  return path.steps;
}

/** A ribbon in a crossing: where its slots lie at the crossing's x, and how steeply they run. */
export interface WovenBand {
  /** y of the upper edge of its first strand's slot at the crossing's x. */
  readonly top: number;
  /** dy/dx. */
  readonly slope: number;
  readonly strands: number;
  /** Number of its first slot among those that cross in the same direction. */
  readonly firstSlot: number;
}

/** Where a strand runs under and where over the strands of the ribbons it crosses. */
export interface Weave {
  readonly under: readonly Gap[];
  readonly over: readonly Gap[];
}

/** Strands that change sides together: single ones would be finer than the eye. */
const TOGETHER = 2;

/**
 * Strand `index` of `band` goes over two strands and under two of the bands it crosses. The next strand changes one
 * strand later, which is at the same x: all change together, and the crossing is a row of clean blocks.
 * `x` is where the centres cross, `onward` the direction of travel.
 */
export function weaveStrand(
  index: number,
  band: WovenBand,
  crossed: readonly WovenBand[],
  { x, pitch, onward }: { x: number; pitch: number; onward: 1 | -1 },
): Weave {
  const own = band.top + (index + 0.5) * pitch;
  const [under, over]: [Gap[], Gap[]] = [[], []];
  for (const other of crossed) {
    const at = (slot: number) => x + (other.top + slot * pitch - own) / (band.slope - other.slope);
    for (let slot = 0; slot < other.strands; slot++) {
      const [a, b] = [at(slot), at(slot + 1)].sort((p, q) => onward * (p - q));
      const isOver = Math.floor((other.firstSlot + slot - band.firstSlot - index) / TOGETHER) % 2 === 0;
      if (a !== undefined && b !== undefined) (isOver ? over : under).push({ from: a, to: b });
    }
  }
  return { under: merged(under, onward), over: merged(over, onward) };
}

/** Neighbouring intervals as one, in the order of travel. */
function merged(gaps: readonly Gap[], onward: 1 | -1): Gap[] {
  const result: Gap[] = [];
  for (const gap of gaps.toSorted((a, b) => onward * (a.from - b.from))) {
    const last = result.at(-1);
    if (last && onward * (gap.from - last.to) < 0.05) result[result.length - 1] = { from: last.from, to: gap.to };
    else result.push(gap);
  }
  return result;
}
