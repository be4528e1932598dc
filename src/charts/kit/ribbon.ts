import type { Point } from './polyline.ts';
import { n } from './svg.ts';

/** A point the centre line of a ribbon passes; `slope` (dy/dx) where its direction is fixed. */
export interface Knot {
  readonly x: number;
  readonly y: number;
  readonly slope?: number | undefined;
}

/** One cubic piece from a knot to the next, x strictly monotone. */
export interface Piece {
  readonly from: Point;
  readonly fromSlope: number;
  readonly to: Point;
  readonly toSlope: number;
}

/**
 * The smooth line through the knots (cubic spline, second derivative continuous except where a slope is fixed).
 * Knots in the order of travel, x strictly rising or strictly falling; ends without a slope are left free.
 */
export function splinePieces(knots: readonly Knot[]): Piece[] {
  const slopes = splineSlopes(knots);
  return knots.slice(1).flatMap((to, i) => {
    const from = knots[i];
    if (!from) return [];
    return {
      from: [from.x, from.y] as const,
      fromSlope: slopes[i] ?? 0,
      to: [to.x, to.y] as const,
      toSlope: slopes[i + 1] ?? 0,
    };
  });
}

/** The slope at every knot: one tridiagonal system (Thomas algorithm); a fixed slope is a row of its own. */
function splineSlopes(knots: readonly Knot[]): number[] {
  const rows = knots.map((knot, i) => {
    const [last, next] = [knots[i - 1], knots[i + 1]];
    if (knot.slope !== undefined) return { a: 0, b: 1, c: 0, d: knot.slope };
    const h = last ? knot.x - last.x : 0;
    const g = next ? next.x - knot.x : 0;
    const rise = (last ? (3 * (knot.y - last.y)) / h ** 2 : 0) + (next ? (3 * (next.y - knot.y)) / g ** 2 : 0);
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

const tenth = (value: number) => Math.round(value * 10) / 10;

/** Numbers of a path, tenths of a px, a minus sign standing for the space. */
export function numbers(values: readonly number[]): string {
  return values.map((value, i) => (i > 0 && tenth(value) >= 0 ? ' ' : '') + n(tenth(value))).join('');
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
  let [x, y] = [tenth(first.from[0]), tenth(first.from[1])];
  let d = '';
  for (const { from, fromSlope, to, toSlope } of pieces) {
    const third = (to[0] - from[0]) / 3;
    const inside = gaps.filter((gap) => (gap.from - from[0]) * (gap.to - to[0]) < 0);
    const [startX, startY] = [x, y];
    const [dx, dy] = [tenth(to[0]) - startX, tenth(to[1]) - startY];
    const stops = inside.flatMap((gap) => [gap.from, gap.to]);
    if (stops.length === 0) {
      d += `c${numbers([third, third * fromSlope, dx - third, dy - third * toSlope, dx, dy])}`;
    } else {
      [...stops, to[0]].forEach((stop, i) => {
        const part = Math.min(1, Math.max(0, (stop - startX) / dx));
        const [nextX, nextY] = [tenth(startX + dx * part), tenth(startY + dy * part)];
        d += `${i % 2 ? 'm' : 'l'}${numbers([nextX - x, nextY - y])}`;
        [x, y] = [nextX, nextY];
      });
    }
    [x, y] = [startX + dx, startY + dy];
  }
  return d;
}
