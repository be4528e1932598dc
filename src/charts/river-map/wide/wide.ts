import { bisector, geoInterpolate, range } from 'd3';
import type { Journey } from '#domain/places/journey.ts';
import type { RibbonLayout } from '#domain/places/river-map-layout.ts';
import { type BowProjection, bowProjection } from '../../kit/bow-projection.ts';
import type { Point } from '../../kit/polyline.ts';
import { type Piece, splinePieces } from '../../kit/ribbon.ts';
import { type WovenBand, weaveStrand } from '../../kit/ribbon-weave.ts';
import type { RiverMapInput } from '../types.ts';
import type { Crossing, CrossingRibbon } from './crossings.ts';
import { type Label, placeLabels } from './labels.ts';
import { centreLines } from './lines.ts';
import { type Arriving, arrivalOrder, listCurve, type NameListPlan, planList, tailsOf } from './list.ts';
import type { Track } from './track.ts';
import type { WideRibbon, WideStrand } from './types.ts';

/** px; the height is the layout's. */
export const WIDTH = 1200;

export interface WideRiverMap {
  readonly bow: BowProjection;
  readonly ribbons: readonly WideRibbon[];
  readonly crossings: readonly Crossing[];
  readonly list: NameListPlan;
  readonly labels: readonly Label[];
}

type Input = Pick<RiverMapInput, 'journeys' | 'wide'>;

/** Who is paired with whom and which rivers lie between? All numbers of the wide form; journeys in their own order. */
export function layoutRiverMapWide({ journeys, wide }: Input): WideRiverMap {
  const bow = bowProjection({ ...wide.projection }, WIDTH);
  const tracks = journeys.flatMap((journey) => trackOf(journey, wide.ribbons[journey.id], bow) ?? []);
  const { lines, crossings } = centreLines(tracks, wide.columns, wide.ribbon);
  const bare = journeys.flatMap((journey, i): Bare[] => {
    const [knots, layout] = [lines.get(journey.id), wide.ribbons[journey.id]];
    if (!knots || !layout) return [];
    const pieces = splinePieces(knots);
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
  return { bow, ribbons, crossings, list, labels: placeLabels(ribbons, bow, list, { journeys, wide }) };
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
