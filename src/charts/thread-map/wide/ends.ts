import { cumsum } from 'd3';
import type { Journey } from '#domain/places/journey.ts';
import type { Place } from '#domain/places/place.ts';
import { measure } from '../labels.ts';
import { apart } from '../order.ts';
import type { End, Geography } from '../places.ts';
import { COUNTY, LANE_GAP, slotHeight, type WideFrame } from './frame.ts';

/** One way to draw the wide form: an order of bands, and how true the places stay (1 = by coordinates, 0 = evenly spread). */
export interface Attempt {
  readonly order: readonly number[];
  readonly truth: number;
  /** Cities stay at their latitude although their bands lie in another order. */
  readonly freeCities: boolean;
  /** Strands are moved straight down instead of aside: no band can meet another, steep ones become thin. */
  readonly sheared: boolean;
}

/** Neighbouring bands that end in one place, as one bar. */
export interface Node {
  readonly place: Place;
  readonly hue: number;
  readonly members: readonly number[];
  /** Half of its height from the first strand to the last, px. */
  readonly half: number;
  readonly x: number;
  readonly y: number;
}

/** The cities or the counties, and where every band ends there. */
export interface Column {
  readonly nodes: readonly Node[];
  readonly ends: readonly { readonly x: number; readonly y: number }[];
  /** px between the places as drawn and as their coordinates would have them. */
  readonly moved: number;
}

export interface Ends {
  readonly cities: Column;
  readonly counties: Column;
  /** Middle of every band's rows in the list, and the furthest of them from the middle of the map. */
  readonly centres: readonly number[];
  readonly furthest: number;
}

export const mix = (a: number, b: number, t: number) => a + (b - a) * t;
export const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

type Bare = Omit<Node, 'x' | 'y'>;

function nodesOf(journeys: readonly Journey[], halves: readonly number[], of: (j: Journey) => Place): Bare[] {
  const nodes: { place: Place; hue: number; members: number[]; half: number }[] = [];
  journeys.forEach((journey, k) => {
    const half = halves[k] ?? 0;
    const last = nodes.at(-1);
    if (last?.place.id === of(journey).id) {
      last.members.push(k);
      last.half += half + LANE_GAP / 2;
      last.hue = Math.min(last.hue, journey.hue);
    } else nodes.push({ place: of(journey), hue: journey.hue, members: [k], half });
  });
  return nodes;
}

/** Places the nodes and stacks every node's bands on it; `left` and `middle` are the zero of the geography. */
function columnOf(
  nodes: readonly Bare[],
  xs: readonly number[],
  ys: readonly number[],
  halves: readonly number[],
  truth: { readonly end: End | null; readonly left: number; readonly middle: number },
): Column {
  let moved = 0;
  const placed = nodes.map((node, i): Node => {
    const [x, y] = [xs[i] ?? 0, ys[i] ?? 0];
    const at = truth.end?.at.get(node.place.id);
    if (at) moved += Math.hypot(x - truth.left - at[0], y - truth.middle - at[1]);
    return { ...node, x, y };
  });
  const ends = placed.flatMap(({ members, half, x, y }) => {
    let top = y - half;
    return members.map((k) => {
      const h = halves[k] ?? 0;
      top += 2 * h + LANE_GAP;
      return { x, y: top - h - LANE_GAP };
    });
  });
  return { nodes: placed, ends, moved };
}

/** Where the counties and the cities stand when the bands lie in the order of `journeys`. */
export function endsOf(
  journeys: readonly Journey[],
  halves: readonly number[],
  frame: WideFrame,
  geography: Geography,
  { truth, freeCities }: Attempt,
): Ends {
  const slots = journeys.map((j) => slotHeight(j, frame.pitch, frame.room));
  const bottoms = [...cumsum(slots)];
  const top = frame.top + (frame.height - (bottoms.at(-1) ?? 0)) / 2;
  const centres = slots.map((slot, k) => top + (bottoms[k] ?? 0) - slot / 2);
  const middle = frame.top + frame.height / 2;
  const furthest = Math.max(...centres.map((c) => Math.abs(c - middle)));
  const own = (node: Bare) => node.members.reduce((sum, k) => sum + (centres[k] ?? 0), 0) / node.members.length;
  const size = (node: Bare | undefined) => (node ? measure(node.place, COUNTY).height : 0);
  const both = (a: Bare | undefined, b: Bare) => (a?.half ?? 0) + b.half;

  const { counties, cities } = geography;
  const countyNodes = nodesOf(journeys, halves, (j) => j.county);
  const countyX = countyNodes.map(({ place }) => {
    const at = counties?.at.get(place.id);
    return at ? mix(frame.countyEven, frame.countyLeft + at[0], truth) : frame.countyEven;
  });
  // A fan that climbs too far would squeeze its threads: a county stays within reach of its rows.
  const countyWish = countyNodes.map((node, i) => {
    const at = counties?.at.get(node.place.id);
    const reach = 0.75 * ((countyX[i] ?? 0) - frame.list);
    return clamp(at ? mix(own(node), middle + at[1], truth) : own(node), own(node) - reach, own(node) + reach);
  });
  const countyGaps = countyNodes.slice(1).map((node, i) => {
    const above = countyNodes[i];
    return both(above, node) + mix(size(above) + 24, 16, counties ? truth : 0);
  });

  const cityNodes = nodesOf(journeys, halves, (j) => j.city);
  const cityLeft = frame.cityRight - (cities?.width ?? 0);
  const cityX = cityNodes.map(({ place }) => {
    const at = cities?.at.get(place.id);
    return at ? mix(frame.cityRight, cityLeft + at[0], truth) : frame.cityRight;
  });
  const gather = Math.max(0.62, 1 - 240 / Math.max(furthest, 1));
  const cityWish = cityNodes.map((node) => {
    const at = cities?.at.get(node.place.id);
    const even = middle + (own(node) - middle) * gather;
    return at ? mix(even, middle + at[1], truth) : even;
  });
  const cityGaps = cityNodes.slice(1).map((node, i) => {
    const above = cityNodes[i];
    return Math.max(both(above, node) + 16, (size(above) + size(node)) / 2 + 6);
  });
  return {
    counties: columnOf(countyNodes, countyX, apart(countyWish, countyGaps), halves, {
      end: counties,
      left: frame.countyLeft,
      middle,
    }),
    cities: columnOf(cityNodes, cityX, freeCities ? cityWish : apart(cityWish, cityGaps), halves, {
      end: cities,
      left: cityLeft,
      middle,
    }),
    centres,
    furthest,
  };
}
