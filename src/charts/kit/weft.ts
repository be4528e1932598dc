import type { Point } from './polyline.ts';
import { xAt } from './slot-ribbons.ts';
import { n } from './svg.ts';

/** A ribbon as a weft meets it: its leftmost strand, half its width, and the heights at which it is crossed. */
export interface Crossed {
  readonly line: readonly Point[];
  readonly half: number;
  readonly heights: readonly number[];
}

/** px a weft reaches past the last ribbon it crosses where another one lies beyond. */
const STUB = 27;
/** px from ribbon to ribbon at least: a ribbon nearer than that to the crossing is the crossed one itself. */
const NEAR = 20;
/** px on both sides of a ribbon in which a weft levels out. */
const LEVEL = 24;

/**
 * Points of a river drawn across ribbons, left to right, one on each ribbon it crosses, with both ends: the sides where
 * no ribbon lies beyond, else a stub. [] where it crosses none.
 */
export function weftPoints(
  ribbons: readonly Crossed[],
  sides: { left: number; right: number },
  set: { left?: number | undefined; right?: number | undefined } = {},
): Point[] {
  const met = ribbons
    .flatMap(({ line, half, heights }) =>
      heights.flatMap((y): Point[] => {
        const x = xAt(line, y);
        return x === null ? [] : [[x + half, y]];
      }),
    )
    .toSorted((a, b) => a[0] - b[0]);
  const [first, last] = [met[0], met.at(-1)];
  if (!first || !last) return [];
  const beyond = ([px, py]: Point, side: -1 | 1) =>
    ribbons.some(({ line, half }) => {
      const x = xAt(line, py);
      return x !== null && (x + half - px) * side > NEAR;
    });
  const left = set.left ?? (beyond(first, -1) ? first[0] - STUB : sides.left);
  const right = set.right ?? (beyond(last, 1) ? last[0] + STUB : sides.right);
  return [[left, first[1]], ...met, [right, last[1]]];
}

const tenth = (value: number) => n(Math.round(value * 10) / 10);

/** The weft as path data: level where it crosses a ribbon, an S from one to the next (`S` mirrors the handle before it). */
export function weftPath(points: readonly Point[]): string {
  return points
    .map(([x, y], i) => {
      const before = points[i - 1];
      const end = `${tenth(x)} ${tenth(y)}`;
      return before ? `S${tenth(x - Math.min(LEVEL, (x - before[0]) / 2))} ${tenth(y)} ${end}` : `M${end}`;
    })
    .join('');
}
