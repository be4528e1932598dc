import type { Point } from './polyline.ts';
import { offsetOf, type SlotRibbon, type Slots, slant } from './slot-ribbons.ts';

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
