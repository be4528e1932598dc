import { max, range } from 'd3';
import type { Journey, Thread } from '#domain/places/journey.ts';
import type { RiverMapWideLayout } from '#domain/places/river-map-layout.ts';
import { type Box, type Point, spread } from '../../kit/geometry.ts';
import { textWidth } from '../../kit/text.ts';
import type { Column } from './lines.ts';
import { heightAt, type Piece, splinePieces, type Waypoint } from './ribbon.ts';

/** px of a swatch, from it to the frame and to the name, and above the first row (the heading stands there). */
export const SWATCH = { width: 26, height: 11, margin: 10, air: 8, head: 56 };
/** px at which a county's name stands beside its rows. */
export const GROUP = { size: 15, room: 30 };
/** px of a township's name. */
export const NAME = 14;
/** px of paper between two ribbons that have passed their counties, and between the places where that is looked at. */
const [GAP, STEP] = [5, 20];
/** How firmly a ribbon that has not reached its county yet is held against those that have. */
const FIRM = 1e6;

/** One township in the framed list: where its strand ends. */
export interface ListRow {
  readonly thread: Thread;
  readonly y: number;
}

/** The framed list beside the geography: on the left where the ways lead west, else on the right. */
export interface NameListPlan {
  readonly frame: Box;
  /** −1: left of the geography, 1: right of it. */
  readonly side: -1 | 1;
  /** x where strands leave the geography, and where they end at their swatches. */
  readonly edge: number;
  readonly end: number;
  /** By journey, from top to bottom. */
  readonly groups: readonly { readonly journey: Journey; readonly rows: readonly ListRow[] }[];
}

/** The list for ribbons that arrive in this order, north to south: no strand has to cross another. */
export function planList(arriving: readonly Journey[], { extent, townships }: RiverMapWideLayout): NameListPlan {
  const side = townships.side === 'left' ? -1 : 1;
  const longest = max(arriving, (j) => max(j.threads, ({ place }) => textWidth(place.name, NAME))) ?? 0;
  const width = SWATCH.margin + SWATCH.width + SWATCH.air + longest + GROUP.room + SWATCH.margin;
  let y = townships.y + SWATCH.head;
  const groups = arriving.map((journey) => {
    const rows = journey.threads.map((thread, i): ListRow => ({ thread, y: y + (i + 0.5) * townships.row }));
    y += journey.threads.length * townships.row + townships.between;
    return { journey, rows };
  });
  const frame = { left: townships.x, right: townships.x + width, top: townships.y, bottom: y - townships.between + 12 };
  return {
    frame,
    side,
    edge: side === -1 ? extent.left : extent.right,
    end: side === -1 ? frame.right - SWATCH.margin : frame.left + SWATCH.margin,
    groups,
  };
}

/** A ribbon on its way to the list: where it has come by its own line, and its last waypoint, the county. */
export interface Arriving {
  readonly journey: Journey;
  readonly pieces: readonly Piece[];
  readonly county: Point;
}

/** Journeys in the order of the column nearest to the list; those it does not name follow from north to south. */
export function arrivalOrder<T extends Arriving>(ribbons: readonly T[], columns: readonly Column[], side: -1 | 1): T[] {
  const order = columns.toSorted((a, b) => side * (b.x - a.x))[0]?.order ?? [];
  const place = ({ journey, county }: T) => {
    const i = order.indexOf(journey.id);
    return i < 0 ? order.length + county[1] / 1e4 : i;
  };
  return ribbons.toSorted((a, b) => place(a) - place(b));
}

/**
 * The way of every ribbon from its county to the edge of the geography, side by side and clear of the ribbons that
 * still run to counties nearer to the edge. `ribbons` from north to south; by journey id.
 */
export function tailsOf(
  ribbons: readonly Arriving[],
  { edge, side }: Pick<NameListPlan, 'edge' | 'side'>,
  { pitch }: RiverMapWideLayout['ribbon'],
): Map<string, Piece[]> {
  const half = ({ journey }: Arriving) => (journey.threads.length * pitch) / 2;
  const past = ({ county }: Arriving, x: number) => side * (x - county[0]) > 0.5;
  const waypoints = new Map(
    ribbons.map(({ journey, county, pieces }): [string, Waypoint[]] => [
      journey.id,
      [{ x: county[0], y: county[1], slope: pieces.at(-1)?.toSlope ?? 0 }],
    ]),
  );
  const farthest = ribbons.reduce((x, { county }) => (side * (county[0] - x) < 0 ? county[0] : x), edge);
  for (const x of [...range(farthest + side * STEP, edge - side * STEP, side * STEP), edge]) {
    const here = ribbons.filter((ribbon) => past(ribbon, x) || heightAt(ribbon.pieces, x) !== null);
    const wishes = here.map((ribbon) =>
      past(ribbon, x)
        ? { at: ribbon.county[1], half: half(ribbon) }
        : { at: heightAt(ribbon.pieces, x) ?? 0, half: half(ribbon), weight: FIRM },
    );
    spread(wishes, GAP).forEach((y, i) => {
      const ribbon = here[i];
      if (!ribbon || !past(ribbon, x)) return;
      const own = waypoints.get(ribbon.journey.id);
      const last = own?.at(-1);
      // A ribbon with room keeps its height: no waypoint where nothing pushes, save at the edge.
      if (x === edge || (last && Math.abs(y - last.y) > 0.6)) own?.push({ x, y, ...(x === edge ? { slope: 0 } : {}) });
    });
  }
  return new Map([...waypoints].map(([id, own]) => [id, splinePieces(own)]));
}

/** From the edge of the geography to a row of the list: one cubic, level at both ends, so that none crosses another. */
export function listCurve(from: Point, end: number, y: number): readonly [Point, Point, Point, Point] {
  const reach = (end - from[0]) * 0.55;
  return [from, [from[0] + reach, from[1]], [end - reach, y], [end, y]];
}
