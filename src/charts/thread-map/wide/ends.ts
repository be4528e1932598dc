import { cumsum, max, sum } from 'd3';
import type { Journey } from '#domain/places/journey.ts';
import type { Place } from '#domain/places/place.ts';
import { apart } from '../../kit/geometry.ts';
import { textWidth } from '../../kit/text.ts';
import { type LabelStyle, measure } from '../labels.ts';
import type { End, Geography } from '../places.ts';

export const WIDTH = 1200;
/** px from row to row of the list: a pointer's target. */
export const ROW = 24;
/** px from the last strand of a band to the first of the next where they lie side by side. */
export const LANE_GAP = 7;
export const EDGE = 20;
/** px above the rows: the frame of the list begins there, and its heading stands in it. */
export const LIST_HEAD = 52;
/** How far a bar stands out beyond the outer strands, px. */
export const OVERHANG = 4.5;
/** Size of a township's name; its swatch; the name of a city or county. */
export const NAME = 14;
export const SWATCH = { width: 46, height: 16 } as const;
export const COUNTY: LabelStyle = { size: 24, own: 17, most: 7 };

/** The fixed lines of the wide form, from the names and the number of threads alone. */
export interface WideFrame {
  /** px from strand to strand. */
  readonly pitch: number;
  /** px more for every pairing than its rows and its label need. */
  readonly room: number;
  readonly top: number;
  readonly height: number;
  /** Right edge of the names, and of the swatches where the threads end. */
  readonly names: number;
  readonly list: number;
  readonly countyLeft: number;
  /** x of the counties where they have no position. */
  readonly countyEven: number;
  readonly cityRight: number;
  /** Width that each end may use for its geography. */
  readonly end: number;
}

/** px that a pairing takes in the list: its rows, or its county's label where that needs more. */
export function slotHeight({ threads, county }: Journey, pitch: number, room: number): number {
  const label = (threads.length - 1) * pitch + measure(county, COUNTY).height + 26;
  return Math.max(threads.length * ROW + 16, label) + room;
}

/**
 * Fixes the frame, with `room` px more for every pairing than its rows need. Long names and many townships make it
 * taller and its geography narrower, never the text smaller.
 */
export function frameOf(journeys: readonly Journey[], room = 0): WideFrame {
  const threads = journeys.reduce((sum, j) => sum + j.threads.length, 0);
  const pitch = Math.max(2, Math.min(3.3, 330 / threads));
  const longest = max(journeys, (j) => max(j.threads, (t) => textWidth(t.place.name, NAME))) ?? 0;
  const names = EDGE + longest;
  const list = names + 8 + SWATCH.width;
  const cityRight = WIDTH - EDGE - 14 - (max(journeys, (j) => measure(j.city, COUNTY).width) ?? 0);
  const countyLeft = list + 200;
  const rows = sum(journeys, (j) => slotHeight(j, pitch, room));
  const height = Math.ceil(Math.max(280, rows));
  const end = (cityRight - countyLeft) * 0.355;
  return {
    pitch,
    room,
    top: LIST_HEAD,
    height,
    names,
    list,
    countyLeft,
    countyEven: countyLeft + end * 0.5,
    cityRight,
    end,
  };
}

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
