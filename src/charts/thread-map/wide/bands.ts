import type { Journey } from '#domain/places/journey.ts';
import { aside, below, meetings, type Point, type Strand, sample, type Trace, trace } from '../../kit/strand.ts';
import type { Geography } from '../places.ts';
import { type Attempt, endsOf, type Node } from './ends.ts';
import { OVERHANG, ROW, type WideFrame } from './frame.ts';
import { lanesOf } from './lanes.ts';

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
