import type { Journey } from '#domain/places/journey.ts';
import { townshipsOf } from '#domain/places/townships.ts';
import { sample } from '../../kit/chain.ts';
import type { Box, Point } from '../../kit/geometry.ts';
import type { Courses } from '../../kit/knots.ts';
import { tenth } from '../../kit/svg.ts';
import { boxOf, type Choice, type Label, measure, placeLabels, pointIndex } from '../labels.ts';
import { candidateOrders, type Geography, geographyOf } from '../places.ts';
import { layoutBands, strandOf, type WideBands } from './bands.ts';
import { COUNTY, EDGE, frameOf, type Node, OVERHANG, ROW, WIDTH, type WideFrame } from './ends.ts';

/** How true the places stay, tried from the first on until nothing crosses and every label is free. */
const TRUTHS = [1, 0.8, 0.6, 0.4, 0.2, 0];
/** Drawings without a crossing whose labels are tried, the least moved first. */
const LABELS_TRIED = 12;

export interface WideThreadMap {
  readonly frame: WideFrame;
  readonly geography: Geography;
  readonly drawing: WideBands;
  /** By bar, first of the cities, then of the counties; null where threads end there: the name stands in the list. */
  readonly labels: readonly (Label | null)[];
  /** What labels cover: 0 when all is well. */
  readonly trouble: number;
}

/** px added for every pairing while a label finds no free place. */
const ROOMS = [0, 40, 90, 160];

/** The wide form in numbers, as low as its labels allow. */
export function layoutWide(journeys: readonly Journey[]): WideThreadMap {
  let best: WideThreadMap | null = null;
  for (const room of ROOMS) {
    const map = layoutIn(frameOf(journeys, room), journeys);
    if (!best || map.trouble < best.trouble) best = map;
    if (best.trouble === 0) break;
  }
  return best as WideThreadMap;
}

/** The wide form in one frame: the truest drawing without a crossing, over all orders of bands. */
function layoutIn(frame: WideFrame, journeys: readonly Journey[]): WideThreadMap {
  const geography = geographyOf(journeys, frame.end, frame.height * 0.52);
  const orders = candidateOrders(journeys);
  const truths = geography.cities || geography.counties ? TRUTHS : [0];
  let best: WideThreadMap | null = null;
  for (const sheared of [false, true]) {
    for (const truth of sheared ? [0] : truths) {
      const drawings = [true, false]
        .filter((free) => !free || (truth > 0 && geography.cities))
        .flatMap((freeCities) =>
          orders.map((order) => layoutBands(journeys, frame, geography, { order, truth, freeCities, sheared })),
        )
        .filter((d) => !d.crosses && (d.steep === 0 || truth === 0))
        .sort((a, b) => effort(a) - effort(b) || disorder(a) - disorder(b));
      for (const drawing of drawings.slice(0, LABELS_TRIED)) {
        const { labels, trouble } = labelsOf(drawing, frame, journeys, best?.trouble);
        if (!best || trouble < best.trouble) best = { frame, geography, drawing, labels, trouble };
        if (trouble === 0) return best;
      }
    }
  }
  if (!best) throw new Error('线图：没有不相交的排法');
  return best;
}

/** What a drawing costs: steepness first, then how far places were moved; less than a pixel does not count. */
const effort = ({ steep, moved }: WideBands) => Math.round(steep) * 1e6 + Math.round(moved);

/** How many pairs of pairings lie the other way round than in the notice. */
function disorder({ attempt: { order } }: WideBands): number {
  return order.reduce((count, a, i) => count + order.slice(i + 1).filter((b) => b < a).length, 0);
}

function labelsOf(
  drawing: WideBands,
  frame: WideFrame,
  journeys: readonly Journey[],
  most?: number,
): { labels: (Label | null)[]; trouble: number } {
  const strands = drawing.bands.flatMap((band) =>
    band.rows.flatMap((_, i) => sample(strandOf(band, i, frame, drawing.attempt.sheared), STEPS)),
  );
  const bars = [...drawing.cities, ...drawing.counties].flatMap(({ x, y, half }) =>
    [-1, -0.5, 0, 0.5, 1].map((s): Point => [x, y + s * (half + OVERHANG)]),
  );
  const wanted = [
    ...drawing.cities.map((bar) => ({ label: content(bar), choices: choices(bar, true, 0) })),
    ...drawing.counties.map((bar, i) => {
      const lower = i >= (drawing.counties.length - 1) / 2 + 0.5 ? -6 : i < (drawing.counties.length - 1) / 2 ? 6 : 0;
      return { label: content(bar), choices: choices(bar, false, lower) };
    }),
  ];
  const bounds = {
    left: frame.list + 40,
    top: frame.top - 12,
    width: WIDTH - frame.list - 40 - EDGE + 14,
    height: 12 + frame.height + (drawing.attempt.truth === 1 ? 0 : 24),
  };
  const unnamed = drawing.counties.map(({ place }) =>
    journeys.every((journey) => journey.county.id !== place.id || townshipsOf(journey).length === 0),
  );
  const asked = wanted.filter((_, i) => !unnamed[i - drawing.cities.length]);
  const { labels, trouble } = placeLabels(asked, pointIndex([...strands, ...bars]), bounds, most);
  let next = 0;
  return {
    labels: wanted.map((_, i) => (unnamed[i - drawing.cities.length] ? null : (labels[next++] ?? null))),
    trouble,
  };
}

/** The frame of the list, round all rows. */
export function listFrame({ frame, drawing }: WideThreadMap): Box {
  const rows = drawing.bands.flatMap((band) => band.rows);
  return {
    left: EDGE - 16,
    right: tenth(frame.list) + 12,
    top: tenth(Math.min(...rows) - ROW / 2 - 46),
    bottom: tenth(Math.max(...rows) + ROW / 2 + 8),
  };
}

/** Points on each piece of a strand. */
const STEPS = 28;

/** The threads as they are drawn, for what is tied to them. */
export const coursesOf = ({ drawing, frame }: WideThreadMap): Courses[] =>
  drawing.bands.map((band) => ({
    journey: band.journey,
    threads: band.rows.map((_, i) => ({
      points: sample(strandOf(band, i, frame, drawing.attempt.sheared), STEPS),
      county: ((band.centre.length - 1) / 3) * STEPS,
    })),
  }));

/** What must be read and seen: names, the list, the bars. */
export const takenBoxes = (map: WideThreadMap): Box[] => [
  listFrame(map),
  ...map.labels.flatMap((label) => (label ? boxOf(label) : [])),
  ...[...map.drawing.cities, ...map.drawing.counties].map(({ x, y, half }) => ({
    left: x - 2.5,
    right: x + 2.5,
    top: y - half - OVERHANG,
    bottom: y + half + OVERHANG,
  })),
];

const content = ({ place, hue }: Node) => ({ ...measure(place, COUNTY), hue, style: COUNTY });

/** Beside the bar (cities), else above or below it, moved further until it is free. `lower` > 0 makes below dearer. */
function choices(bar: Node, beside: boolean, lower: number): Choice[] {
  const { width, height } = measure(bar.place, COUNTY);
  const list: Choice[] = [];
  if (beside) list.push({ anchor: 'start', left: bar.x + 14, top: bar.y - height / 2, cost: -10, way: null });
  const anchors = [
    ['start', bar.x + 3, 0],
    ['middle', bar.x - width / 2, 5],
    ['end', bar.x - width - 3, 8],
  ] as const;
  for (const away of [0, 6, 12, 20, 30, 42, 56, 72])
    for (const aside of [0, 12, -12, 26, -26, 44, -44])
      for (const [anchor, left, price] of anchors) {
        const cost = away + Math.abs(aside) * 0.6 + price;
        const [up, down] = [bar.y - bar.half - 6, bar.y + bar.half + 6];
        const way = { left: bar.x - 5, width: 10, height: away };
        list.push({
          anchor,
          left: left + aside,
          top: up - 4 - away - height,
          cost: cost - lower,
          way: { ...way, top: up - away },
        });
        list.push({ anchor, left: left + aside, top: down + 2 + away, cost, way: { ...way, top: down } });
      }
  return list;
}
