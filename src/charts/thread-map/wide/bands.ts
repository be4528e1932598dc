import type { Journey } from '#domain/places/journey.ts';
import { type Strand, sample, straight } from '../../kit/chain.ts';
import { apart, type Point } from '../../kit/geometry.ts';
import type { Geography } from '../places.ts';
import { aside, below, meetings, type Trace, trace } from '../strand.ts';
import {
  type Attempt,
  clamp,
  type Ends,
  endsOf,
  LANE_GAP,
  mix,
  type Node,
  OVERHANG,
  ROW,
  type WideFrame,
} from './ends.ts';

/** Air round a band that no other band may enter, px. */
const AIR = 1.4;

/** One pairing's band: the middle line city → lane → county, and the row of every township. */
export interface Band {
  readonly journey: Journey;
  readonly half: number;
  readonly centre: Strand;
  /** How far the fan keeps its course at the county and at the list, as shares of its length. */
  readonly fan: readonly [number, number];
  readonly rows: readonly number[];
}

/** One attempt in numbers. */
export interface WideBands {
  readonly attempt: Attempt;
  /** From top to bottom. */
  readonly bands: readonly Band[];
  readonly cities: readonly Node[];
  readonly counties: readonly Node[];
  /** px between the places as drawn and as their coordinates would have them. */
  readonly moved: number;
  /** Whether any two lines meet, and how much too steep the bands are: a drawing that can be used has neither. */
  readonly crosses: boolean;
  readonly steep: number;
}

/** One thread of a band: its part of the ribbon and its way to the list. */
export function strandOf(band: Band, index: number, frame: WideFrame, sheared: boolean): Point[] {
  const d = index * frame.pitch - band.half;
  const ribbon = sheared ? below(band.centre, d) : aside(band.centre, d);
  return [...ribbon, ...fanOf(band, index, ribbon.at(-1) as Point, frame)];
}

function fanOf({ fan, rows }: Band, index: number, [x, y]: Point, { list }: WideFrame): Point[] {
  const row = rows[index] ?? y;
  return [
    [x - fan[0] * (x - list), y],
    [list + fan[1] * (x - list), row],
    [list, row],
  ];
}

/** Draws one attempt in numbers and judges it. */
export function layoutBands(
  all: readonly Journey[],
  frame: WideFrame,
  geography: Geography,
  attempt: Attempt,
): WideBands {
  const journeys = attempt.order.map((i) => all[i] as Journey);
  const halves = journeys.map((j) => ((j.threads.length - 1) * frame.pitch) / 2);
  const ends = endsOf(journeys, halves, frame, geography, attempt);
  const lanes = lanesOf(ends, halves, frame.list, attempt);
  const nearest = Math.min(...ends.counties.nodes.map((node) => node.x));
  const bands = journeys.map((journey, k): Band => {
    const { x = 0 } = ends.counties.ends[k] ?? {};
    // The further a county lies from the list, the earlier its fan opens, to leave room to the counties on its way.
    const late = (x - nearest) / (x - frame.list);
    const first = (ends.centres[k] ?? 0) - ((journey.threads.length - 1) * ROW) / 2;
    return {
      journey,
      half: halves[k] ?? 0,
      centre: lanes.centres[k] ?? [],
      fan: [0.46 - 0.42 * late, 0.5 + 0.6 * Math.min(late, 0.8)],
      rows: journey.threads.map((_, i) => first + i * ROW),
    };
  });
  const drawing = {
    attempt,
    bands,
    cities: ends.cities.nodes,
    counties: ends.counties.nodes,
    moved: ends.cities.moved + ends.counties.moved,
    steep: lanes.steep,
  };
  return { ...drawing, crosses: anyMeeting(bands, frame, attempt.sheared) };
}

/**
 * Looks for a real intersection of the outlines of all bands (ribbon with a little air, first and last thread of the
 * fan), with one another, with themselves, and with the bars of places that are not theirs. Stops at the first.
 */
function anyMeeting(bands: readonly Band[], frame: WideFrame, sheared: boolean): boolean {
  const meet = (a: readonly Trace[], b: readonly Trace[]) => a.some((p) => b.some((q) => meetings(p, q) > 0));
  const done: Outline[] = [];
  return bands.some((band) => {
    const a = outlineOf(band, frame, sheared);
    if (a.edges.some(folds)) return true;
    // The last band laid is the nearest: it is asked first.
    const found = done.toReversed().some((b) => {
      if (meet(a.lines, b.lines)) return true;
      return !a.ids.some((id) => b.ids.includes(id)) && (meet(a.lines, b.bars) || meet(a.bars, b.lines));
    });
    done.push(a);
    return found;
  });
}

/** A bend tighter than the band is wide turns its inner edge back on itself: there its strands would cross. */
function folds({ points }: Trace): boolean {
  return points.some(([x], i) => i > 0 && x > (points[i - 1]?.[0] ?? x) + 0.3);
}

interface Outline {
  readonly edges: readonly Trace[];
  readonly lines: readonly Trace[];
  readonly bars: readonly Trace[];
  readonly ids: readonly string[];
}

function outlineOf(band: Band, frame: WideFrame, sheared: boolean): Outline {
  const edge = (s: number) => (sheared ? below : aside)(band.centre, s * (band.half + AIR));
  const [x, y] = band.centre.at(-1) as Point;
  const [cityX, cityY] = band.centre[0] as Point;
  const fans = [0, band.rows.length - 1].map((i): Point[] => {
    const from: Point = [x, y + i * frame.pitch - band.half];
    return [from, ...fanOf(band, i, from, frame)];
  });
  const bar = (at: number, mid: number): Point[] => [-1, 1].map((s): Point => [at, mid + s * (band.half + OVERHANG)]);
  const edges = [-1, 1].map((s) => trace(sample(edge(s), 14)));
  return {
    edges,
    lines: [...edges, ...fans.map((fan) => trace(sample(fan, 14)))],
    bars: [bar(x, y), bar(cityX, cityY)].map(trace),
    ids: [band.journey.city.id, band.journey.county.id],
  };
}

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
