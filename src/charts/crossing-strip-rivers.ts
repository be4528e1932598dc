import type { Journey } from '#domain/journey.ts';
import { textWidth } from './parts/text-width.ts';

/** A river at one row: px where the way meets it first and last. */
export interface Tick {
  readonly river: string;
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** One river through the rows it crosses: its ticks from the top down and which of them are joined. */
export interface Course {
  readonly river: string;
  readonly ticks: readonly Tick[];
  readonly joins: readonly (readonly [upper: Tick, lower: Tick])[];
}

export const middleOf = (tick: Tick): number => (tick.from + tick.to) / 2;

/** All places where a row meets a river. */
export function ticksOf(journeys: readonly Journey[], x: (km: number) => number): Tick[] {
  return journeys.flatMap(({ crossings }, row) =>
    (crossings ?? []).map(({ river, from, to }) => ({ river, row, from: x(from), to: x(to) })),
  );
}

/**
 * Joins the ticks of each river row to row: every tick to the nearest one above it, and one that was left over to the
 * nearest below. Rows that do not meet the river cut it into courses of their own, each with its name.
 */
export function coursesOf(ticks: readonly Tick[]): Course[] {
  const courses: { river: string; ticks: Tick[]; joins: [Tick, Tick][] }[] = [];
  for (const river of new Set(ticks.map((t) => t.river))) {
    const mine = ticks.filter((t) => t.river === river);
    let open: (typeof courses)[number] | undefined;
    for (const row of [...new Set(mine.map((t) => t.row))].sort((a, b) => a - b)) {
      const here = mine.filter((t) => t.row === row);
      const above = open?.ticks.filter((t) => t.row === row - 1) ?? [];
      if (!open || above.length === 0) {
        open = { river, ticks: [], joins: [] };
        courses.push(open);
      }
      for (const tick of here) {
        const upper = nearest(tick, above);
        if (upper) open.joins.push([upper, tick]);
        open.ticks.push(tick);
      }
      const { joins } = open;
      for (const upper of above.filter((t) => !joins.some((join) => join.includes(t)))) {
        const lower = nearest(upper, here);
        if (lower) joins.push([upper, lower]);
      }
    }
  }
  return courses;
}

function nearest(tick: Tick, among: readonly Tick[]): Tick | undefined {
  const off = (other: Tick) => Math.abs(middleOf(other) - middleOf(tick));
  return among.toSorted((a, b) => off(a) - off(b))[0];
}

/** A name at the head of its line: `level` counts upwards, `side` says on which side of the line it stands. */
export interface Head {
  readonly text: string;
  readonly x: number;
  readonly level: number;
  readonly side: 'middle' | 'left' | 'right';
}

const SIDES = ['middle', 'right', 'left'] as const;
const LEVELS = 4;
/** A name that is left out costs more than any place. */
const UNNAMED = 100;
/** Places tried at most: far more than a dozen rivers need, and a bound where there are many. */
const TRIES = 60_000;

/** px: how far the name reaches from left to right. */
export function headSpan({ text, x, side }: Head, size: number): readonly [number, number] {
  const wide = textWidth(text, size);
  if (side === 'middle') return [x - wide / 2, x + wide / 2];
  return side === 'right' ? [x + 4, x + 4 + wide] : [x - 4 - wide, x - 4];
}

/** Whether two names touch, or the line of one runs through the other. */
function headsMeet(a: Head, b: Head, size: number): boolean {
  const [al, ar] = headSpan(a, size);
  const [bl, br] = headSpan(b, size);
  const through = (line: Head, name: Head, from: number, to: number) =>
    name.level < line.level + (line.side === 'middle' ? 0 : 1) && line.x > from - 3 && line.x < to + 3;
  return (a.level === b.level && al < br + 5 && bl < ar + 5) || through(a, b, bl, br) || through(b, a, al, ar);
}

/**
 * Levels and sides for names above their lines (in the order of their x), so that none touches another and no line
 * runs through a name. Branch and bound: the low and centred places first; what finds no place stays without a name.
 */
export function placeHeads(
  names: readonly { text: string; x: number }[],
  size: number,
  left: number,
  right: number,
): Head[] {
  const places = names.map((name) =>
    Array.from({ length: LEVELS }, (_, level) => SIDES.map((side): Head => ({ ...name, level, side })))
      .flat()
      .filter((head) => headSpan(head, size)[0] >= left && headSpan(head, size)[1] <= right),
  );
  const fee = (head: Head) => head.level * 3 + (head.side === 'middle' ? 0 : 1);
  let best: { heads: Head[]; cost: number } = { heads: [], cost: Number.POSITIVE_INFINITY };
  let tries = 0;
  const place = (index: number, heads: Head[], cost: number): void => {
    if (cost >= best.cost || tries++ > TRIES) return;
    const options = places[index];
    if (!options) {
      best = { heads, cost };
      return;
    }
    for (const head of options.toSorted((a, b) => fee(a) - fee(b))) {
      if (!heads.some((other) => headsMeet(other, head, size))) place(index + 1, [...heads, head], cost + fee(head));
    }
    place(index + 1, heads, cost + UNNAMED);
  };
  place(0, [], 0);
  return best.heads;
}
