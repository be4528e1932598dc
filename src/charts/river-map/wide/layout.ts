import { bisector, geoInterpolate, range } from 'd3';
import type { Journey, Thread } from '#domain/places/journey.ts';
import type { RibbonLayout } from '#domain/places/river-map-layout.ts';
import { pairName } from '#format/pair-name.ts';
import { sample } from '../../kit/chain.ts';
import { type Box, type Point, standClear } from '../../kit/geometry.ts';
import type { Courses } from '../../kit/knots.ts';
import { KM_PER_DEGREE } from '../../kit/map.ts';
import { labelBox, textWidth } from '../../kit/text.ts';
import type { RiverMapInput } from '../types.ts';
import { climbWords, lengthWords } from '../words.ts';
import { type BowProjection, bowProjection } from './bow-projection.ts';
import { type Crossing, type CrossingRibbon, centreLines, type Track } from './lines.ts';
import { type Arriving, arrivalOrder, listCurve, NAME, type NameListPlan, planList, SWATCH, tailsOf } from './list.ts';
import { type Gap, type Piece, pieceChain, splinePieces, type WovenBand, weaveStrand } from './ribbon.ts';

/** One thread as a line: the centre line of its ribbon and its tail moved down by `shift`, then the fan. */
export interface WideStrand {
  readonly thread: Thread;
  /** px down from the centre line. */
  readonly shift: number;
  /** Where it runs under another ribbon, and where over one (there a little paper sets it off). */
  readonly under: readonly Gap[];
  readonly over: readonly Gap[];
  /** From the edge of the geography to the list. */
  readonly fan: readonly [Point, Point, Point, Point];
}

export interface WideRibbon {
  readonly journey: Journey;
  readonly layout: RibbonLayout;
  readonly pieces: readonly Piece[];
  /** From the county to the edge of the geography. */
  readonly tail: readonly Piece[];
  /** In the notice's order. */
  readonly strands: readonly WideStrand[];
  readonly city: Point;
  readonly county: Point;
}

/** px: a list that is longer stands better beside threads than beside a country. */
const HIGHEST = 1000;
/** px; the height is the layout's, or more where a list is longer. */
export const WIDTH = 1200;

export interface WideRiverMap {
  readonly bow: BowProjection;
  readonly ribbons: readonly WideRibbon[];
  readonly crossings: readonly Crossing[];
  readonly list: NameListPlan;
  readonly labels: readonly Label[];
  readonly height: number;
  /** px by which the note is moved down for the list of pairs above it. */
  readonly lower: number;
}

type Input = Pick<RiverMapInput, 'journeys' | 'wide' | 'words'>;

/** Who is paired with whom and which rivers lie between? All numbers of the wide form; journeys in their own order. */
export function layoutRiverMapWide({ words, journeys, wide }: Input): WideRiverMap {
  const bow = bowProjection({ ...wide.projection }, WIDTH);
  const tracks = journeys.flatMap((journey) => trackOf(journey, wide.ribbons[journey.id], bow) ?? []);
  const { lines, crossings } = centreLines(tracks, wide.columns, wide.ribbon);
  const bare = journeys.flatMap((journey, i): Bare[] => {
    const [waypoints, layout] = [lines.get(journey.id), wide.ribbons[journey.id]];
    if (!waypoints || !layout) return [];
    const pieces = splinePieces(waypoints);
    const [city, county]: [Point, Point] = [pieces[0]?.from ?? [0, 0], pieces.at(-1)?.to ?? [0, 0]];
    return [{ journey, layout, pieces, city, county, earlier: new Set(journeys.slice(0, i).map(({ id }) => id)) }];
  });
  const arriving = arrivalOrder(bare, wide.columns, wide.townships.side === 'left' ? -1 : 1);
  const list = planList(
    arriving.map(({ journey }) => journey),
    wide,
  );
  const tails = tailsOf(arriving, list, wide.ribbon);
  const ribbons = bare.map((ribbon) =>
    ribbonOf(ribbon, tails.get(ribbon.journey.id) ?? [], list, crossings, wide.ribbon.pitch),
  );
  const labels = placeLabels(ribbons, bow, list, { journeys, wide, words });
  const pairs = labels.filter(({ kind }) => kind === 'detail').map(({ y }) => y);
  const lower = Math.max(0, Math.max(0, ...pairs) + NOTE_BELOW - wide.note.y);
  const height = Math.max(wide.height + lower, Math.ceil(list.frame.bottom) + 2);
  return { bow, ribbons, crossings, list, labels, height, lower };
}

/**
 * Whether every name has its place: inside the drawing, on no other one, and those of the list in its frame beside the
 * geography. Where names stand is set by hand, and may not fit longer or more of them.
 */
export function namesStandClear(
  { labels, list, height }: WideRiverMap,
  { extent, townships }: RiverMapInput['wide'],
): boolean {
  const box = ({ kind, ...label }: Label): Box => labelBox({ role: 'small', ...label, size: SIZE[kind] });
  const { frame } = list;
  const beside = townships.side === 'left' ? { left: 0, right: extent.left } : { left: extent.right, right: WIDTH };
  const whole = { top: 0, bottom: Math.min(height, HIGHEST) };
  const others = labels.filter(({ kind }) => kind !== 'township' && kind !== 'degree').map(box);
  return (
    standClear([frame], { ...beside, ...whole }) &&
    standClear(labels.filter(({ kind }) => kind === 'township').map(box), frame) &&
    standClear(others, { left: 0, right: WIDTH, ...whole })
  );
}

/** A ribbon as far as its county. */
interface Bare extends Arriving {
  readonly layout: RibbonLayout;
  readonly city: Point;
  /** Ids of the journeys before it: it is woven into theirs. */
  readonly earlier: ReadonlySet<string>;
}

/** A journey as a track between its two ends; null where a coordinate or its place in the layout is missing. */
function trackOf(
  { id, city, county, threads }: Journey,
  layout: RibbonLayout | undefined,
  bow: BowProjection,
): Track | null {
  const [a, b] = [city.position, county.position];
  if (!a || !b || !layout) return null;
  const along = geoInterpolate([a.lon, a.lat], [b.lon, b.lat]);
  const points = range(0, 1.0001, 1 / 400)
    .map((t) => bow.project(...along(Math.min(1, t))))
    .sort((p, q) => p[0] - q[0]);
  const { center } = bisector((p: Point) => p[0]);
  const truth = (x: number): number => {
    const i = Math.min(Math.max(1, center(points, x)), points.length - 1);
    const [p, q] = [points[i - 1], points[i]];
    return p && q ? p[1] + ((q[1] - p[1]) * (x - p[0])) / (q[0] - p[0] || 1) : 0;
  };
  const [start, end] = [bow.project(a.lon, a.lat), bow.project(b.lon, b.lat)];
  const { nudge } = layout;
  return {
    id,
    strands: threads.length,
    city: [start[0], start[1] + nudge.city],
    county: [end[0], end[1] + nudge.county],
    truth,
  };
}

function ribbonOf(
  { journey, layout, pieces, city, county, earlier }: Bare,
  tail: readonly Piece[],
  list: NameListPlan,
  crossings: readonly Crossing[],
  pitch: number,
): WideRibbon {
  const count = journey.threads.length;
  const onward = county[0] < city[0] ? -1 : 1;
  const edge: Point = tail.at(-1)?.to ?? [list.edge, county[1]];
  const rows = list.groups.find((group) => group.journey === journey)?.rows ?? [];
  const strands = journey.threads.map((thread, slot): WideStrand => {
    const shift = (slot - (count - 1) / 2) * pitch;
    const weaves = crossings.flatMap((crossing) => weaveOf(journey.id, slot, crossing, earlier, pitch, onward) ?? []);
    return {
      thread,
      shift,
      under: weaves.flatMap((weave) => weave.under),
      over: weaves.flatMap((weave) => weave.over),
      fan: listCurve([edge[0], edge[1] + shift], list.end, rows[slot]?.y ?? 0),
    };
  });
  return { journey, layout, pieces, tail, strands, city, county };
}

/** Where strand `slot` of a ribbon changes sides in a crossing. The later journey is cut, the earlier stays whole. */
function weaveOf(
  id: string,
  slot: number,
  crossing: Crossing,
  earlier: ReadonlySet<string>,
  pitch: number,
  onward: 1 | -1,
) {
  const side = crossing.sides.findIndex((ribbons) => ribbons.some((ribbon) => ribbon.id === id));
  const own = crossing.sides[side]?.find((ribbon) => ribbon.id === id);
  const others = crossing.sides[1 - side]?.filter((ribbon) => earlier.has(ribbon.id)) ?? [];
  if (!own || others.length === 0) return null;
  const band = (ribbon: CrossingRibbon): WovenBand => ({ ...ribbon, top: ribbon.y - (ribbon.strands * pitch) / 2 });
  return weaveStrand(slot, band(own), others.map(band), { x: crossing.x, pitch, onward });
}

/** px of each kind of text. */
export const SIZE = {
  place: 20,
  pair: 18,
  detail: 14,
  township: NAME,
  water: 14,
  river: 16,
  degree: 11.5,
  region: 17,
  note: 13.5,
};
/** px between the names of two pairs in the list, and from the last line of the list to the note. */
const [PAIR_AIR, NOTE_BELOW] = [16, 26];
/** A text with its place; x, y as in `<text>`. */
export interface Label {
  readonly kind: keyof typeof SIZE;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Journey or township it belongs to. */
  readonly of?: string;
}

/** Every text of the drawing but ruler and note, in the order of drawing. */
export function placeLabels(
  ribbons: readonly WideRibbon[],
  bow: BowProjection,
  { groups, end, side }: NameListPlan,
  { journeys, wide, words }: Pick<RiverMapInput, 'journeys' | 'wide' | 'words'>,
): Label[] {
  const townships = groups.flatMap(({ rows }) =>
    rows.map(
      ({ thread, y }): Label => ({
        kind: 'township',
        text: thread.place.name,
        x: end + side * (SWATCH.width + SWATCH.air),
        y: y + NAME * 0.36,
        anchor: side === -1 ? 'end' : 'start',
        of: thread.place.id,
      }),
    ),
  );
  const waters = wide.waters.labels.map(
    ({ name, x, y, anchor, large }): Label => ({ kind: large ? 'river' : 'water', text: name, x, y, anchor }),
  );
  const degrees = wide.graticule.labels.map(({ lat, x }, i): Label => {
    const y = wide.projection.centre.y - bow.scaleAt(x) * KM_PER_DEGREE * (lat - wide.projection.centre.lat) + 4;
    return { kind: 'degree', text: `${i === 0 ? '北纬' : ''}${lat}°`, x, y, anchor: 'middle' };
  });
  const places = ribbons.flatMap(({ journey, layout, city, county }): Label[] =>
    (['city', 'county'] as const).flatMap((end): Label[] => {
      const [x, y] = end === 'city' ? city : county;
      const off = layout[end];
      if (!off) return [];
      return [
        { kind: 'place', text: journey[end].name, x: x + off.dx, y: y + off.dy, anchor: off.anchor, of: journey.id },
      ];
    }),
  );
  // Long names of pairs stand in fewer columns.
  const longest = Math.max(...journeys.map((journey) => textWidth(pairName(journey), SIZE.pair)));
  const step = Math.max(wide.list.step, longest + PAIR_AIR);
  const columns = Math.max(1, Math.min(wide.list.columns, Math.floor((WIDTH - wide.list.x + PAIR_AIR) / step)));
  const list = journeys.flatMap((journey, i): Label[] => {
    const { x: left, y: top } = wide.list;
    const [x, y] = [left + (i % columns) * step, top + Math.floor(i / columns) * 66];
    const line = (kind: 'pair' | 'detail', text: string, dy: number): Label => ({
      kind,
      text,
      x,
      y: y + dy,
      anchor: 'start',
      of: journey.id,
    });
    return [
      line('pair', pairName(journey), 0),
      line('detail', lengthWords(journey, words), 22),
      line('detail', climbWords(journey), 42),
    ];
  });
  const regions = wide.regions.map(({ name, x, y, anchor }): Label => ({ kind: 'region', text: name, x, y, anchor }));
  return [...townships, ...waters, ...degrees, ...places, ...list, ...regions];
}

/** Points on each piece of a strand. */
const STEPS = 40;

/** The threads as they are drawn, for what is tied to them; where one runs under another ribbon it goes on all the same. */
export const coursesOf = ({ ribbons }: WideRiverMap): Courses[] =>
  ribbons.map(({ journey, pieces, tail, strands }) => ({
    journey,
    threads: strands.map(({ shift, fan }) => {
      const [, ...curve] = fan;
      const chain = [...pieceChain([...pieces, ...tail]).map(([x, y]): Point => [x, y + shift]), ...curve];
      return { points: sample(chain, STEPS), county: pieces.length * STEPS };
    }),
  }));

/** What must be read and seen: the list, every text, the bars at both ends. */
export const takenBoxes = (
  { list, labels, ribbons }: WideRiverMap,
  { ribbon: { pitch, strand } }: Pick<RiverMapInput['wide'], 'ribbon'>,
): Box[] => [
  list.frame,
  ...labels.map(({ kind, ...label }) => labelBox({ role: 'small', ...label, size: SIZE[kind] })),
  ...ribbons.flatMap(({ city, county, strands }) => {
    const half = ((strands.length - 1) * pitch + strand + 3) / 2;
    return [city, county].map(([x, y]) => ({ left: x - 2, right: x + 2, top: y - half, bottom: y + half }));
  }),
];
