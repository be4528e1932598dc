import { type Point, type Strand, straight } from '../../kit/strand.ts';
import { apart } from '../order.ts';
import { type Attempt, clamp, type Ends, mix } from './ends.ts';
import { LANE_GAP } from './frame.ts';

/** Bands further apart than this, px, turn each in its own way. */
const NEIGHBOURS = 30;
/** Half the turn of a curve: controls at these shares of its length. */
const TURN = 0.44;
/** No band turns earlier than at this share of its way. */
const EARLIEST = 0.15;
/** Steeper than this (dy/dx) a band or a fan gets thin. */
const STEEP = 1.45;

/** The middle lines of all bands from the city to the county. */
export interface Lanes {
  readonly centres: readonly Strand[];
  /** How much too steep they and the fans are; 0 = not at all. */
  readonly steep: number;
}

interface Turn {
  readonly from: number;
  readonly lane: number;
  readonly to: { readonly x: number; readonly y: number };
  readonly half: number;
}

/**
 * The two controls of every band between its lane and its place. Bands that turn the same way lie closer where they are
 * steep, so the inner one turns earlier by the mitre of its distance: neighbours stay parallel.
 */
function controls(turns: readonly Turn[], together: boolean): [Point, Point][] {
  const result = turns.map(({ from, lane, to }): [Point, Point] => [
    [mix(from, to.x, TURN), lane],
    [mix(from, to.x, 1 - TURN), to.y],
  ]);
  const follow = (k: number, leader: number, sign: 1 | -1) => {
    const [mine, theirs, turn, other] = [result[k], result[leader], turns[k], turns[leader]];
    if (!mine || !theirs || !turn || !other) return;
    const distance = Math.abs(turn.lane - other.lane);
    const fall = (theirs[1][1] - theirs[0][1]) * sign;
    if (distance - turn.half - other.half > NEIGHBOURS || fall <= 0 || (turn.to.y - turn.lane) * sign <= 0) return;
    const direction = Math.sign(turn.to.x - turn.from);
    const earlier = distance * Math.tan(Math.atan2(fall, Math.abs(theirs[1][0] - theirs[0][0])) / 2) * direction;
    const [near, far] = [mix(turn.from, turn.to.x, EARLIEST), mix(turn.from, turn.to.x, 1 - EARLIEST)];
    const inside = (x: number, wish: number) =>
      clamp(direction > 0 ? Math.min(x, wish) : Math.max(x, wish), Math.min(near, far), Math.max(near, far));
    result[k] = [
      [inside(mine[0][0], theirs[0][0] - earlier), mine[0][1]],
      [inside(mine[1][0], theirs[1][0] - earlier), mine[1][1]],
    ];
  };
  if (!together) return result;
  for (let k = 1; k < turns.length; k++) follow(k, k - 1, 1);
  for (let k = turns.length - 2; k >= 0; k--) follow(k, k + 1, -1);
  return result;
}

/**
 * Lays all bands side by side as one cloth between the two ends. Where one city lies far west of the others its own
 * lane runs level into it; a long list, whose counties are too far apart for one cloth, keeps its lanes near them.
 */
export function lanesOf(ends: Ends, halves: readonly number[], list: number, { sheared }: Attempt): Lanes {
  const [cities, counties] = [ends.cities.ends, ends.counties.ends];
  const [eastmost, westmost] = [Math.max(...counties.map((c) => c.x)), Math.min(...cities.map((c) => c.x))];
  const gaps = halves.slice(1).map((half, k) => (halves[k] ?? 0) + half + LANE_GAP);
  const stack = apart(
    halves.map(() => 0),
    gaps,
  );
  const others = ends.cities.nodes.filter((node) => node.x !== westmost).map((node) => node.x);
  const level =
    others.length > 0 && others.length === ends.cities.nodes.length - 1 && Math.min(...others) - westmost > 100;
  const anchor = cities.findIndex((c) => c.x === westmost);
  const base = level
    ? (cities[anchor]?.y ?? 0) - (stack[anchor] ?? 0)
    : stack.reduce((sum, s, k) => sum + ((cities[k]?.y ?? 0) + (counties[k]?.y ?? 0)) / 2 - s, 0) / stack.length;
  const run = (westmost - eastmost) / 2;
  const reach = level ? Infinity : run * (ends.furthest > 1.5 * run ? 0.5 : 1.1);
  const lanes = apart(
    stack.map((s, k) => clamp(base + s, (counties[k]?.y ?? 0) - reach, (counties[k]?.y ?? 0) + reach)),
    gaps,
  );

  const drop = lanes.map((lane, k) => Math.abs((cities[k]?.y ?? 0) - lane));
  const latest = cities.map(({ x }, k) =>
    level && x === westmost ? Infinity : x - Math.max(110, 0.8 * (drop[k] ?? 0)),
  );
  const half = mix(eastmost, westmost, 0.5);
  const right = Math.max(Math.min(...latest, level ? westmost + 20 : half + 70), half);
  const left = Math.max(right - 120, mix(eastmost, right, 0.5));
  const leaves = lanes.map((lane, k) => {
    const [x, dy] = [counties[k]?.x ?? 0, (counties[k]?.y ?? 0) - lane];
    const outward = (k === 0 && dy < 0) || (k === lanes.length - 1 && dy > 0);
    return outward && !sheared ? clamp(x + 1.4 * Math.abs(dy), left, right - 10) : left;
  });
  const turnsTo = (from: (k: number) => number, to: readonly { x: number; y: number }[]) =>
    controls(
      to.map((end, k): Turn => ({ from: from(k), lane: lanes[k] ?? 0, to: end, half: halves[k] ?? 0 })),
      !sheared,
    );
  const toCity = turnsTo(() => right, cities);
  const toCounty = turnsTo((k) => leaves[k] ?? left, counties);
  let steep = 0;
  const centres = lanes.map((lane, k): Strand => {
    const [city, county, leave] = [cities[k] ?? { x: 0, y: 0 }, counties[k] ?? { x: 0, y: 0 }, leaves[k] ?? left];
    const end: Point = [leave, lane];
    const slopes = [
      [drop[k] ?? 0, city.x - right],
      [Math.abs(county.y - lane), leave - county.x],
      [Math.abs(county.y - (ends.centres[k] ?? 0)), county.x - list],
    ] as const;
    steep += slopes.reduce((sum, [dy, dx]) => sum + (dy < 1 ? 0 : Math.max(0, dy / Math.max(dx, 1) - STEEP)), 0);
    const [a, b] = toCity[k] ?? [end, end];
    const start: Point = [city.x, city.y];
    const first =
      (drop[k] ?? 0) < 0.01 ? straight(start, end) : [b, a, [right, lane] as Point, ...straight([right, lane], end)];
    return [start, ...first, ...(toCounty[k] ?? []), [county.x, county.y]];
  });
  return { centres, steep };
}
