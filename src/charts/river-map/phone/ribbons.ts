import type { Point } from '../../kit/geometry.ts';
import { numbers, RelativePath } from '../../kit/path.ts';
import { tenth } from '../../kit/svg.ts';

/** A ribbon that leaves a place below, runs straight up in one slot, changes to another and ends at a place above. */
export interface SlotRibbon {
  readonly count: number;
  readonly pitch: number;
  readonly from: Point;
  readonly to: Point;
  /** px to the right by which it leans as it leaves. */
  readonly lean: number;
  /** x of the two slots. */
  readonly below: number;
  readonly above: number;
}

/** Heights between which all ribbons are straight: `low` > `changeLow` > `changeHigh` > `high`. */
export interface Slots {
  readonly low: number;
  readonly changeLow: number;
  readonly changeHigh: number;
  readonly high: number;
}

export type Segment =
  | { readonly kind: 'line' | 'gap'; readonly to: Point }
  | { readonly kind: 'cubic'; readonly c1: Point; readonly c2: Point; readonly to: Point };

/** One strand from its start; `line` pieces may be cut by gaps where another ribbon passes over. */
export interface Strand {
  readonly start: Point;
  readonly segments: readonly Segment[];
}

/** px before and after the corner of a change of slots that are rounded. */
const CORNER = 30;

/** px by which the strand in this position (0 = leftmost) lies right of the ribbon's centre line. */
export const offsetOf = (ribbon: SlotRibbon, position: number) => (position - (ribbon.count - 1) / 2) * ribbon.pitch;

/**
 * Straight part of the change for a line `offset` px right of the centre. The offset goes along the mitre of the
 * corner, so that strands keep their pitch in the slots and on the slant alike.
 */
export function slant(
  ribbon: SlotRibbon,
  slots: Slots,
  offset: number,
): { from: Point; to: Point; corners: [Point, Point] } {
  const [dx, dy] = [ribbon.above - ribbon.below, slots.changeHigh - slots.changeLow];
  const length = Math.hypot(dx, dy);
  const drop = dx === 0 ? 0 : ((length + dy) / dx) * offset;
  const low: Point = [ribbon.below + offset, slots.changeLow + drop];
  const high: Point = [ribbon.above + offset, slots.changeHigh + drop];
  const [ux, uy] = [dx / length, dy / length];
  return {
    from: [low[0] + ux * CORNER, low[1] + uy * CORNER],
    to: [high[0] - ux * CORNER, high[1] - uy * CORNER],
    corners: [low, high],
  };
}

const between = (a: Point, b: Point, t: number): Point => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];

/** A strand from the place below to the place above; `cuts` are the pieces of its slant left out, as shares of it. */
export function strandOf(
  ribbon: SlotRibbon,
  slots: Slots,
  position: number,
  cuts: readonly (readonly [number, number])[],
): Strand {
  const offset = offsetOf(ribbon, position);
  const start: Point = [ribbon.from[0] + offset, ribbon.from[1]];
  const end: Point = [ribbon.to[0] + offset, ribbon.to[1]];
  const { from, to, corners } = slant(ribbon, slots, offset);
  const below: Point = [ribbon.below + offset, slots.low];
  const above: Point = [ribbon.above + offset, slots.high];
  const [rise, climb] = [below[1] - start[1], end[1] - above[1]];
  const segments: Segment[] = [
    {
      kind: 'cubic',
      c1: [start[0] + ribbon.lean, start[1] + rise * 0.4],
      c2: [below[0], start[1] + rise * 0.7],
      to: below,
    },
  ];
  if (ribbon.above === ribbon.below) segments.push({ kind: 'line', to: above });
  else {
    const [low, high] = corners;
    const enter: Point = [low[0], low[1] + CORNER];
    const leave: Point = [high[0], high[1] - CORNER];
    segments.push({ kind: 'line', to: enter });
    segments.push({ kind: 'cubic', c1: between(low, enter, 0.4), c2: between(low, from, 0.4), to: from });
    for (const [begin, stop] of cuts) {
      segments.push({ kind: 'line', to: between(from, to, begin) }, { kind: 'gap', to: between(from, to, stop) });
    }
    segments.push({ kind: 'line', to });
    segments.push({ kind: 'cubic', c1: between(high, to, 0.4), c2: between(high, leave, 0.4), to: leave });
    segments.push({ kind: 'line', to: above });
  }
  segments.push({
    kind: 'cubic',
    c1: [above[0], above[1] + climb * 0.45],
    c2: [end[0], end[1] - climb * 0.55],
    to: end,
  });
  return { start, segments };
}

/** Of so many segments is the fan. */
export const FAN = 2;

/** Adds the fan: straight up from the place to the edge, from there one cubic to its column, upright at both ends. */
export function withFan({ start, segments }: Strand, edge: number, column: Point): Strand {
  const x = (segments.at(-1)?.to ?? start)[0];
  const middle = (edge + column[1]) / 2;
  return {
    start,
    segments: [
      ...segments,
      { kind: 'line', to: [x, edge] },
      { kind: 'cubic', c1: [x, middle], c2: [column[0], middle], to: column },
    ],
  };
}

/** A strand as relative path data in tenths of a px: shifted copies give the same string, which compresses away. */
export function strandPath({ start, segments }: Strand): string {
  const path = new RelativePath(start);
  for (const segment of segments) {
    const { kind, to } = segment;
    if (kind === 'cubic') path.cubic(segment.c1, segment.c2, to);
    else if (kind === 'gap') path.gap(to);
    else if (tenth(to[0]) === path.at[0]) path.upright(to[1]);
    else path.line(to);
  }
  return path.toString();
}

/** Points along a strand (gaps included), `steps` a curve: for placing things on it and for tests. */
export function strandPoints({ start, segments }: Strand, steps = 24): Point[] {
  const points: Point[] = [start];
  for (const segment of segments) {
    const at = points.at(-1) ?? start;
    for (let k = 1; k <= steps; k++) {
      const t = k / steps;
      if (segment.kind !== 'cubic') points.push(between(at, segment.to, t));
      else {
        const [a, b, c] = [
          between(at, segment.c1, t),
          between(segment.c1, segment.c2, t),
          between(segment.c2, segment.to, t),
        ];
        points.push(between(between(a, b, t), between(b, c, t), t));
      }
    }
  }
  return points;
}

/** x where a rising line first reaches the height y; null where it does not. */
export function xAt(points: readonly Point[], y: number): number | null {
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b || (a[1] - y) * (b[1] - y) > 0 || a[1] === b[1]) continue;
    return a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]);
  }
  return null;
}

/** Where one strand of a later ribbon passes an earlier one: a piece of its slant, woven over and under. */
export interface WovenPiece {
  /** Shares of the strand's slant between which it is woven. */
  readonly span: readonly [number, number];
  readonly from: Point;
  readonly to: Point;
  /** px of one block over, then one under: the breadth of two strands of the other ribbon. */
  readonly dash: number;
  /** Whether it begins over the other ribbon; changes every two strands, so that the crossing is a basket weave. */
  readonly over: boolean;
}

/** True where two ribbons change sides between the slots below and above. */
export function ribbonsCross(a: SlotRibbon, b: SlotRibbon): boolean {
  return (a.below - b.below) * (a.above - b.above) < 0;
}

/** The pieces of one strand woven into the ribbons it crosses, from below upward. */
export function wovenPieces(
  ribbon: SlotRibbon,
  position: number,
  others: readonly SlotRibbon[],
  slots: Slots,
): WovenPiece[] {
  const own = slant(ribbon, slots, offsetOf(ribbon, position));
  const at = (t: number): Point => [
    own.from[0] + t * (own.to[0] - own.from[0]),
    own.from[1] + t * (own.to[1] - own.from[1]),
  ];
  const length = Math.hypot(own.to[0] - own.from[0], own.to[1] - own.from[1]);
  return others
    .filter((other) => ribbonsCross(ribbon, other))
    .flatMap((other) => {
      const half = (other.count * other.pitch) / 2;
      const [a, b] = [-half, half].map((offset) => meeting(own, slant(other, slots, offset)));
      if (a === undefined || b === undefined) return [];
      const span = [Math.min(a, b), Math.max(a, b)] as const;
      // A crossing that reaches into a corner cannot be woven in straight pieces: the strand then just passes over.
      if (span[0] <= 0 || span[1] >= 1) return [];
      const dash = ((span[1] - span[0]) * length * 2) / other.count;
      return [{ span, from: at(span[0]), to: at(span[1]), dash, over: Math.floor(position / 2) % 2 === 0 }];
    })
    .toSorted((p, q) => p.span[0] - q.span[0]);
}

/** Share of the first line at which the second one meets it; undefined where they are parallel. */
function meeting(a: { from: Point; to: Point }, b: { from: Point; to: Point }): number | undefined {
  const [ax, ay] = [a.to[0] - a.from[0], a.to[1] - a.from[1]];
  const [bx, by] = [b.to[0] - b.from[0], b.to[1] - b.from[1]];
  const turn = ax * by - ay * bx;
  return turn === 0 ? undefined : ((b.from[0] - a.from[0]) * by - (b.from[1] - a.from[1]) * bx) / turn;
}

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

/** The weft as path data: level where it crosses a ribbon, an S from one to the next (`S` mirrors the handle before it). */
export function weftPath(points: readonly Point[]): string {
  return points
    .map(([x, y], i) => {
      const before = points[i - 1];
      return before ? `S${numbers([x - Math.min(LEVEL, (x - before[0]) / 2), y, x, y])}` : `M${numbers([x, y])}`;
    })
    .join('');
}
