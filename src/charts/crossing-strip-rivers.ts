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
      if (!open || above.length === 0) courses.push((open = { river, ticks: [], joins: [] }));
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
const LEVELS = 6;

/** px: how far the name reaches from left to right. */
export function headSpan({ text, x, side }: Head, size: number): readonly [number, number] {
  const wide = textWidth(text, size);
  if (side === 'middle') return [x - wide / 2, x + wide / 2];
  return side === 'right' ? [x + 4, x + 4 + wide] : [x - 4 - wide, x - 4];
}

/**
 * Levels and sides for names above their lines, so that none touches another and no line runs through a name.
 * Each in turn takes the cheapest place beside what the others hold, until nothing changes.
 */
export function placeHeads(names: readonly { text: string; x: number }[], size: number, left: number, right: number): Head[] {
  const heads: Head[] = names.map((name) => ({ ...name, level: 0, side: 'middle' }));
  const meet = (a: Head, b: Head): boolean => {
    const [al, ar] = headSpan(a, size);
    const [bl, br] = headSpan(b, size);
    const through = (line: Head, name: Head, from: number, to: number) =>
      name.level < line.level + (line.side === 'middle' ? 0 : 1) && line.x > from - 3 && line.x < to + 3;
    return (a.level === b.level && al < br + 5 && bl < ar + 5) || through(a, b, bl, br) || through(b, a, al, ar);
  };
  const cost = (head: Head, index: number): number => {
    const [l, r] = headSpan(head, size);
    const clashes = heads.filter((other, i) => i !== index && meet(head, other)).length;
    return head.level * 3 + (head.side === 'middle' ? 0 : 1) + clashes * 100 + (l < left || r > right ? 1000 : 0);
  };
  for (let round = 0, changed = true; round < 12 && changed; round++) {
    changed = false;
    heads.forEach((head, index) => {
      let best = head;
      for (let level = 0; level < LEVELS; level++) {
        for (const side of SIDES) {
          const other: Head = { ...head, level, side };
          if (cost(other, index) < cost(best, index)) best = other;
        }
      }
      if (best !== head) changed = true;
      heads[index] = best;
    });
  }
  return heads.filter((head, index) => cost(head, index) < 100);
}
