import type { Point } from './polyline.ts';
import { n } from './svg.ts';

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

const tenth = (value: number) => Math.round(value * 10) / 10;
const join = (numbers: readonly number[]) =>
  numbers.map((value, i) => (i > 0 && value >= 0 ? ` ${n(value)}` : n(value))).join('');

/** A strand as relative path data in tenths of a px: shifted copies give the same string, which compresses away. */
export function strandPath({ start, segments }: Strand): string {
  let at: Point = [tenth(start[0]), tenth(start[1])];
  let d = `M${join(at)}`;
  for (const segment of segments) {
    const next: Point = [tenth(segment.to[0]), tenth(segment.to[1])];
    const step = (p: Point): [number, number] => [tenth(p[0] - at[0]), tenth(p[1] - at[1])];
    const [dx, dy] = step(next);
    if (segment.kind === 'cubic') d += `c${join([...step(segment.c1), ...step(segment.c2), dx, dy])}`;
    else if (segment.kind === 'gap') d += `m${join([dx, dy])}`;
    else if (dx === 0) d += dy === 0 ? '' : `v${n(dy)}`;
    else d += `l${join([dx, dy])}`;
    at = next;
  }
  return d;
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
