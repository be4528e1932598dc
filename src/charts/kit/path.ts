import type { Point } from './geometry.ts';
import { n, tenth } from './svg.ts';

/** Numbers of a path in tenths of a px, a minus sign standing for the space. */
export function numbers(values: readonly number[]): string {
  return values.map((value, i) => (i > 0 && tenth(value) >= 0 ? ' ' : '') + n(tenth(value))).join('');
}

/**
 * A path written in relative steps, tenths of a px. Every step is counted from where the last one really ended, so that
 * rounding does not add up along the line; and the same shape at another place gives the same string, which compresses away.
 */
export class RelativePath {
  readonly #start: Point;
  #at: Point;
  #steps = '';
  #last = '';

  /** `start` in px. */
  constructor(start: Point) {
    this.#start = [tenth(start[0]), tenth(start[1])];
    this.#at = this.#start;
  }

  /** Where the pen is, in whole tenths. */
  get at(): Point {
    return this.#at;
  }

  /** Straight on; steps that follow one another are one run. */
  line(to: Point): this {
    return this.#add('l', [to], true);
  }

  /** Straight up or down; nothing where that is no step. */
  upright(y: number): this {
    const step = tenth(y) - this.#at[1];
    if (tenth(step) === 0) return this;
    this.#at = [this.#at[0], tenth(y)];
    return this.#write('v', n(tenth(step)));
  }

  /** On without drawing. */
  gap(to: Point): this {
    return this.#add('m', [to]);
  }

  cubic(c1: Point, c2: Point, to: Point): this {
    return this.#add('c', [c1, c2, to]);
  }

  quadratic(control: Point, to: Point): this {
    return this.#add('q', [control, to]);
  }

  /** A quadratic piece whose control is the mirror image of the last one; a run like `line`. */
  smooth(to: Point): this {
    return this.#add('t', [to], true);
  }

  close(): this {
    return this.#write('z', '');
  }

  /** The steps alone, for a start that is written by somebody else. */
  get steps(): string {
    return this.#steps;
  }

  /** The `d` of a path. */
  toString(): string {
    return `M${numbers(this.#start)}${this.#steps}`;
  }

  #add(command: string, points: readonly Point[], run = false): this {
    const [x, y] = this.#at;
    const step = numbers(
      points.flatMap((p, i) => (i === points.length - 1 ? [tenth(p[0]) - x, tenth(p[1]) - y] : [p[0] - x, p[1] - y])),
    );
    const end = points.at(-1) ?? this.#at;
    this.#at = [tenth(end[0]), tenth(end[1])];
    if (!run || this.#last !== command) return this.#write(command, step);
    this.#steps += step.startsWith('-') ? step : ` ${step}`;
    return this;
  }

  #write(command: string, step: string): this {
    this.#steps += command + step;
    this.#last = command;
    return this;
  }
}

/**
 * Points as a path. Smooth means the quadratic B-spline over the points: it needs two numbers a point, as straight pieces
 * do. Each end of a piece is rounded so that the control point the next one mirrors stays within a tenth of its place.
 */
export function polylinePath(points: readonly Point[], options: { closed?: boolean; smooth?: boolean } = {}): string {
  const corners = options.closed && options.smooth ? ringFromMiddle(points) : points;
  const [first, second] = corners;
  if (!first || !second) return '';
  const path = new RelativePath(first);
  if (options.smooth && corners.length > 2) {
    let control: Point = [tenth(second[0]), tenth(second[1])];
    corners.slice(2).forEach((corner, i) => {
      const last = i === corners.length - 3;
      const to: Point = last ? corner : [(control[0] + corner[0]) / 2, (control[1] + corner[1]) / 2];
      if (i === 0) path.quadratic(control, to);
      else path.smooth(to);
      control = [2 * path.at[0] - control[0], 2 * path.at[1] - control[1]];
    });
  } else for (const corner of corners.slice(1)) path.line(corner);
  if (options.closed) path.close();
  return path.toString();
}

/** A ring begun and ended in the middle of its last side, so that the spline closes without a corner. */
function ringFromMiddle(ring: readonly Point[]): Point[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last) return [];
  const middle: Point = [(first[0] + last[0]) / 2, (first[1] + last[1]) / 2];
  return [middle, ...ring, middle];
}

/**
 * A chain of cubic pieces (start, then two controls and an end for every piece) in absolute tenths; pieces that are level
 * or upright are written as H and V.
 */
export function cubicPath(chain: readonly Point[]): string {
  const points = chain.map(([x, y]): Point => [tenth(x), tenth(y)]);
  let at = points[0] ?? [0, 0];
  let d = `M${numbers(at)}`;
  for (let i = 1; i + 2 < points.length; i += 3) {
    const piece = points.slice(i, i + 3);
    const end = piece[2] ?? at;
    const [level, upright] = [piece.every((p) => p[1] === at[1]), piece.every((p) => p[0] === at[0])];
    d += level ? `H${n(end[0])}` : upright ? `V${n(end[1])}` : `C${numbers(piece.flat())}`;
    at = end;
  }
  return d;
}
