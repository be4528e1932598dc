import type { Journey } from '#domain/journey.ts';
import type { Place } from '#domain/place.ts';
import { aside, below, meetings, type Point, sample, type Strand, straight } from './parts/strand.ts';
import { measure } from './thread-map-labels.ts';
import { apart } from './thread-map-order.ts';
import type { Geography } from './thread-map-places.ts';
import { COUNTY, LANE_GAP, ROW, type WideFrame } from './thread-map-wide-frame.ts';

/** One way to draw the wide form: an order of bands, and how true the places stay (1 = by coordinates, 0 = evenly spread). */
export interface Attempt {
  readonly order: readonly number[];
  readonly truth: number;
  /** Cities stay at their latitude although their bands lie in another order. */
  readonly freeCities: boolean;
  /** Strands are moved straight down instead of aside: no band can meet another, steep ones become thin. */
  readonly sheared: boolean;
}

/** A city or county as an upright ink bar over the ends of its bands. */
export interface Bar {
  readonly place: Place;
  readonly hue: number;
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

/** One pairing's band: the centre line city → lane → county, and the row of every township. */
export interface Band {
  readonly journey: Journey;
  readonly half: number;
  readonly centre: Strand;
  /** How far the fan keeps its course at the county and at the list, as shares of its length. */
  readonly fan: readonly [number, number];
  readonly rows: readonly number[];
}

export interface WideBands {
  readonly attempt: Attempt;
  readonly bands: readonly Band[];
  readonly cities: readonly Bar[];
  readonly counties: readonly Bar[];
  readonly lane: readonly [number, number];
  /** px between the places as drawn and as their coordinates would have them. */
  readonly moved: number;
  /** Real intersections, and how much too steep the bands are: both 0 in a drawing that can be used. */
  readonly crossings: number;
  readonly steep: number;
}

const mix = (a: number, b: number, t: number) => a + (b - a) * t;
const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

interface Node {
  readonly place: Place;
  readonly members: readonly number[];
  readonly half: number;
}

/** Neighbouring bands of one place, as one bar. */
function nodesOf(journeys: readonly Journey[], halves: readonly number[], of: (j: Journey) => Place): Node[] {
  const nodes: { place: Place; members: number[]; half: number }[] = [];
  journeys.forEach((journey, k) => {
    const half = halves[k] ?? 0;
    const last = nodes.at(-1);
    if (last?.place.id === of(journey).id) {
      last.members.push(k);
      last.half += half + LANE_GAP / 2;
    } else nodes.push({ place: of(journey), members: [k], half });
  });
  return nodes;
}

/** Where the bands of the nodes lie, from the nodes' own places. */
function spread(nodes: readonly Node[], ys: readonly number[], halves: readonly number[]): number[] {
  return nodes.flatMap(({ members, half }, i) => {
    let y = (ys[i] ?? 0) - half;
    return members.map((k) => {
      const h = halves[k] ?? 0;
      y += 2 * h + LANE_GAP;
      return y - h - LANE_GAP;
    });
  });
}

/**
 * The two controls of every band between the lane (at x0) and its place. Bands that turn the same way lie closer when
 * they are steep, so the inner one turns earlier by the mitre of its distance: neighbours stay parallel.
 */
function turns(x0: readonly number[], lanes: readonly number[], ends: readonly Point[]): [Point, Point][] {
  const result = ends.map(([x1, y1], k): [Point, Point] => {
    const [from, y0] = [x0[k] ?? 0, lanes[k] ?? 0];
    return [[mix(from, x1, 0.44), y0], [mix(from, x1, 0.56), y1]];
  });
  const follow = (k: number, leader: number, down: boolean) => {
    const [mine, theirs] = [result[k], result[leader]];
    if (!mine || !theirs) return;
    const dy = (theirs[1][1] - theirs[0][1]) * (down ? 1 : -1);
    if (dy <= 0 || ((ends[k]?.[1] ?? 0) - (lanes[k] ?? 0)) * (down ? 1 : -1) <= 0) return;
    const [from, to] = [x0[k] ?? 0, ends[k]?.[0] ?? 0];
    const direction = Math.sign(to - from);
    const angle = Math.atan2(dy, Math.abs(theirs[1][0] - theirs[0][0]));
    const earlier = Math.abs((lanes[k] ?? 0) - (lanes[leader] ?? 0)) * Math.tan(angle / 2) * direction;
    const inside = (x: number, wish: number) => {
      const early = direction > 0 ? Math.min(x, wish) : Math.max(x, wish);
      return clamp(early, Math.min(mix(from, to, 0.08), to), Math.max(from, mix(from, to, 0.92)));
    };
    result[k] = [
      [inside(mine[0][0], theirs[0][0] - earlier), mine[0][1]],
      [inside(mine[1][0], theirs[1][0] - earlier), mine[1][1]],
    ];
  };
  for (let k = 1; k < ends.length; k++) follow(k, k - 1, true);
  for (let k = ends.length - 2; k >= 0; k--) follow(k, k + 1, false);
  return result;
}

/** One thread of a band: its part of the ribbon and its way to the list. */
export function strandOf(band: Band, index: number, frame: WideFrame, sheared: boolean): Point[] {
  const d = index * frame.pitch - band.half;
  const ribbon = sheared ? below(band.centre, d) : aside(band.centre, d);
  const [x, y] = ribbon.at(-1) as Point;
  const row = band.rows[index] ?? y;
  const length = x - frame.list;
  return [...ribbon, [x - band.fan[0] * length, y], [frame.list + band.fan[1] * length, row], [frame.list, row]];
}

/** Draws one attempt in numbers and judges it. */
export function layoutBands(all: readonly Journey[], frame: WideFrame, geography: Geography, attempt: Attempt): WideBands {
  const { order, sheared } = attempt;
  const journeys = order.map((i) => all[i] as Journey);
  const halves = journeys.map((j) => ((j.threads.length - 1) * frame.pitch) / 2);
  const slots = journeys.map((j, k) =>
    Math.max(j.threads.length * ROW + 16, 2 * (halves[k] ?? 0) + measure(j.county, COUNTY).height + 26),
  );
  let top = frame.top + (frame.height - slots.reduce((a, b) => a + b, 0)) / 2;
  const centres = slots.map((slot) => (top += slot) - slot / 2);
  const middle = frame.top + frame.height / 2;
  const mean = (node: Node, values: readonly number[]) =>
    node.members.reduce((sum, k) => sum + (values[k] ?? 0), 0) / node.members.length;
  let moved = 0;

  const countyNodes = nodesOf(journeys, halves, (j) => j.county);
  const countyTruth = geography.counties ? attempt.truth : 0;
  const countyX = countyNodes.map(({ place }) => {
    const at = geography.counties?.at.get(place.id);
    return at ? mix(frame.countyEven, frame.countyLeft + at[0], countyTruth) : frame.countyEven;
  });
  const countyWish = countyNodes.map((node, i) => {
    const at = geography.counties?.at.get(node.place.id);
    const own = mean(node, centres);
    const wish = at ? mix(own, middle + at[1], countyTruth) : own;
    const reach = 0.75 * ((countyX[i] ?? 0) - frame.list);
    return clamp(wish, own - reach, own + reach);
  });
  const countyY = apart(
    countyWish,
    countyNodes.slice(1).map((node, i) => {
      const above = countyNodes[i] as Node;
      return above.half + node.half + mix(measure(above.place, COUNTY).height + 24, 16, countyTruth);
    }),
  );

  const cityNodes = nodesOf(journeys, halves, (j) => j.city);
  const cityTruth = geography.cities ? attempt.truth : 0;
  const cityX = cityNodes.map(({ place }) => {
    const at = geography.cities?.at.get(place.id);
    return at && geography.cities ? mix(frame.cityRight, frame.cityRight - geography.cities.width + at[0], cityTruth) : frame.cityRight;
  });
  const furthest = Math.max(...centres.map((c) => Math.abs(c - middle)));
  const gather = Math.max(0.62, 1 - 240 / Math.max(furthest, 1));
  const cityWish = cityNodes.map((node) => {
    const at = geography.cities?.at.get(node.place.id);
    const own = middle + (mean(node, centres) - middle) * gather;
    return at ? mix(own, middle + at[1], cityTruth) : own;
  });
  const cityDistances = cityNodes.slice(1).map((node, i) => {
    const above = cityNodes[i] as Node;
    return Math.max(above.half + node.half + 16, (measure(above.place, COUNTY).height + measure(node.place, COUNTY).height) / 2 + 6);
  });
  const cityY = attempt.freeCities ? cityWish : apart(cityWish, cityDistances);
  for (const [nodes, xs, ys, end, left] of [
    [countyNodes, countyX, countyY, geography.counties, frame.countyLeft],
    [cityNodes, cityX, cityY, geography.cities, frame.cityRight - (geography.cities?.width ?? 0)],
  ] as const) {
    nodes.forEach((node, i) => {
      const at = end?.at.get(node.place.id);
      if (at) moved += Math.hypot((xs[i] ?? 0) - left - at[0], (ys[i] ?? 0) - middle - at[1]);
    });
  }

  const [countyAt, cityAt] = [spread(countyNodes, countyY, halves), spread(cityNodes, cityY, halves)];
  const bandX = (nodes: readonly Node[], xs: readonly number[]) => nodes.flatMap((node, i) => node.members.map(() => xs[i] ?? 0));
  const [cx, tx] = [bandX(countyNodes, countyX), bandX(cityNodes, cityX)];
  const [eastmost, westmost] = [Math.max(...countyX), Math.min(...cityX)];

  // The lanes: one cloth of all bands. Where one city lies far west of the others its own lane runs level into it.
  const gaps = journeys.slice(1).map((_, k) => (halves[k] ?? 0) + (halves[k + 1] ?? 0) + LANE_GAP);
  const stack = apart(journeys.map(() => 0), gaps);
  const others = cityX.filter((x) => x !== westmost);
  const level = others.length === cityNodes.length - 1 && others.length > 0 && Math.min(...others) - westmost > 100;
  const anchor = tx.indexOf(westmost);
  const base = level
    ? (cityAt[anchor] ?? 0) - (stack[anchor] ?? 0)
    : stack.reduce((sum, s, k) => sum + ((cityAt[k] ?? 0) + (countyAt[k] ?? 0)) / 2 - s, 0) / stack.length;
  const reach = level ? Infinity : 1.1 * ((westmost - eastmost) / 2);
  const lanes = apart(
    stack.map((s, k) => clamp(base + s, (countyAt[k] ?? 0) - reach, (countyAt[k] ?? 0) + reach)),
    gaps,
  );
  const drop = (k: number) => Math.abs((cityAt[k] ?? 0) - (lanes[k] ?? 0));
  const runs = journeys.map((_, k) => (level && tx[k] === westmost ? Infinity : (tx[k] ?? 0) - Math.max(110, 0.8 * drop(k))));
  const middleOfLane = (eastmost + westmost) / 2;
  const laneRight = Math.max(Math.min(...runs, level ? westmost + 20 : middleOfLane + 70), mix(eastmost, westmost, 0.5));
  const laneLeft = Math.max(laneRight - 120, mix(eastmost, laneRight, 0.5));
  const leaves = journeys.map((_, k) => {
    const dy = (countyAt[k] ?? 0) - (lanes[k] ?? 0);
    const outward = (k === 0 && dy < 0) || (k === journeys.length - 1 && dy > 0);
    return outward && !sheared ? clamp((cx[k] ?? 0) + 1.4 * Math.abs(dy), laneLeft, laneRight - 10) : laneLeft;
  });
  const cityTurns = turns(journeys.map(() => laneRight), lanes, tx.map((x, k) => [x, cityAt[k] ?? 0]));
  const countyTurns = turns(leaves, lanes, cx.map((x, k) => [x, countyAt[k] ?? 0]));

  const nearest = Math.min(...countyX);
  let steep = 0;
  const bands = journeys.map((journey, k): Band => {
    const [x, y, lane, leave] = [tx[k] ?? 0, cityAt[k] ?? 0, lanes[k] ?? 0, leaves[k] ?? 0];
    const countyEnd: Point = [cx[k] ?? 0, countyAt[k] ?? 0];
    const toLane: Point[] =
      drop(k) < 0.01
        ? straight([x, y], [leave, lane])
        : [...((cityTurns[k] as [Point, Point]).toReversed() as Point[]), [laneRight, lane], ...straight([laneRight, lane], [leave, lane])];
    const length = countyEnd[0] - frame.list;
    const late = (countyEnd[0] - nearest) / length;
    const centre: Strand = [[x, y], ...toLane, ...(countyTurns[k] as [Point, Point]), countyEnd];
    const first = (centres[k] ?? 0) - ((journey.threads.length - 1) * ROW) / 2;
    const slopes = [
      [drop(k), x - laneRight],
      [Math.abs(countyEnd[1] - lane), leave - countyEnd[0]],
      [Math.abs(countyEnd[1] - (centres[k] ?? 0)), length],
    ] as const;
    steep += slopes.reduce((sum, [dy, dx]) => sum + (dy < 1 ? 0 : Math.max(0, dy / Math.max(dx, 1) - 1.45)), 0);
    return {
      journey,
      half: halves[k] ?? 0,
      centre,
      fan: [0.46 - 0.3 * late, 0.5 + 0.42 * late],
      rows: journey.threads.map((_, i) => first + i * ROW),
    };
  });
  const bars = (nodes: readonly Node[], xs: readonly number[], ys: readonly number[]) =>
    nodes.map((node, i): Bar => {
      const hue = (journeys[node.members[0] ?? 0] as Journey).hue;
      return { place: node.place, hue, x: xs[i] ?? 0, y: ys[i] ?? 0, half: node.half };
    });
  const drawing = { attempt, bands, cities: bars(cityNodes, cityX, cityY), counties: bars(countyNodes, countyX, countyY), moved, steep };
  return { ...drawing, lane: [laneLeft, laneRight], crossings: countCrossings(drawing, frame) };
}

/** Real intersections between the outlines of the bands (a little air round them) and with the bars of other places. */
function countCrossings(drawing: Pick<WideBands, 'attempt' | 'bands' | 'cities' | 'counties'>, frame: WideFrame): number {
  const { attempt, bands } = drawing;
  const outlines = bands.map((band) => {
    const wide = attempt.sheared ? below : aside;
    const edges = [-1, 1].map((s) => sample(wide(band.centre, s * (band.half + 1.4)), 14));
    const fans = [0, band.rows.length - 1].map((i) => sample(strandOf(band, i, frame, attempt.sheared).slice(-4), 14));
    const [x, y] = band.centre.at(-1) as Point;
    const [tx, ty] = band.centre[0] as Point;
    const bar = (at: number, mid: number): Point[] => [[at, mid - band.half - 5], [at, mid + band.half + 5]];
    return { lines: [...edges, ...fans], bars: [bar(x, y), bar(tx, ty)], edges, ids: [band.journey.city.id, band.journey.county.id] };
  });
  let count = 0;
  outlines.forEach((a, i) => {
    if (a.edges[0] && a.edges[1]) count += meetings(a.edges[0], a.edges[1]);
    outlines.slice(i + 1).forEach((b) => {
      for (const p of a.lines) for (const q of b.lines) count += meetings(p, q);
      const kin = a.ids.some((id) => b.ids.includes(id));
      if (kin) return;
      for (const p of a.lines) for (const q of b.bars) count += meetings(p, q);
      for (const p of a.bars) for (const q of b.lines) count += meetings(p, q);
    });
  });
  return count;
}
