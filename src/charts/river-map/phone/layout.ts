import { geoInterpolate, mean } from 'd3';
import { linesOf, printedKm } from '#domain/places/geography.ts';
import type { Journey, Thread } from '#domain/places/journey.ts';
import type { PhoneLens, RiverMapPhoneLayout } from '#domain/places/river-map-phone-layout.ts';
import type { Waters } from '#domain/places/waters.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import { number } from '#format/number.ts';
import { type Box, type Point, standClear } from '../../kit/geometry.ts';
import type { Courses } from '../../kit/knots.ts';
import type { MapProjection } from '../../kit/map.ts';
import { headingWidth, KM_PER_DEGREE, listName } from '../../kit/map.ts';
import { labelBox, textWidth } from '../../kit/text.ts';
import type { RiverMapInput } from '../types.ts';
import {
  FAN,
  type SlotRibbon,
  type Slots,
  type Strand,
  strandOf,
  strandPoints,
  type WovenPiece,
  weftPoints,
  withFan,
  wovenPieces,
} from './ribbons.ts';

/** What the phone form is drawn from: the river map's input without the wide form's layout. */
export type RiverMapPhoneInput = Omit<RiverMapInput, 'wide'>;

/** A word of the drawing; upright words start at x and run along the baseline y. */
export interface PhoneLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface PhoneThread {
  readonly thread: Thread;
  readonly strand: Strand;
  readonly woven: readonly WovenPiece[];
  /** Centre of its column in the rank. */
  readonly column: number;
}

export interface PhoneRibbon {
  readonly journey: Journey;
  readonly ribbon: SlotRibbon;
  readonly threads: readonly PhoneThread[];
  readonly cityName: PhoneLabel;
  readonly countyName: PhoneLabel;
  readonly distance: PhoneLabel | null;
}

const SWATCH_HEIGHT = 13;
/** px above the longest name: the heading of the list stands there. */
const HEADING = 34;
/** px from the edge to notes and to rivers that run through. */
export const MARGIN = 14;

/** One end of the way: equirectangular, true at its anchor's latitude, north up. Distances below .1 px off over 300 km. */
export function lensProjection({ anchor, scale }: PhoneLens): MapProjection {
  const degree = KM_PER_DEGREE * scale;
  const shrink = Math.cos((anchor.lat * Math.PI) / 180);
  return (lon, lat) => [anchor.x + (lon - anchor.lon) * degree * shrink, anchor.y - (lat - anchor.lat) * degree];
}

/** Columns of the rank: all equally wide, one for every thread, a little room between two counties. */
export function columnsOf(
  counts: readonly number[],
  { width, rank }: RiverMapPhoneLayout,
): { wide: number; centres: number[][] } {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const wide = (width - 2 * rank.margin - rank.between * (counts.length - 1)) / total;
  let left = rank.margin;
  const centres = counts.map((count) => {
    const group = Array.from({ length: count }, (_, i) => left + (i + 0.5) * wide);
    left += count * wide + rank.between;
    return group;
  });
  return { wide, centres };
}

/** Everything the phone form draws, in px. Throws where a journey has no position or no entry in the layout file. */
export function layoutRiverMapPhone(input: RiverMapPhoneInput) {
  const { journeys, phone } = input;
  const { pitch, middle } = phone;
  const heightOf = (lon: number) =>
    middle.top.y + ((lon - middle.top.lon) / (middle.bottom.lon - middle.top.lon)) * (middle.bottom.y - middle.top.y);
  const change = middle.change.map(heightOf).toSorted((a, b) => a - b);
  const slots: Slots = {
    high: middle.top.y,
    changeHigh: change[0] ?? middle.top.y,
    changeLow: change[1] ?? middle.bottom.y,
    low: middle.bottom.y,
  };
  const [above, below] = [lensProjection(phone.above), lensProjection(phone.below)];
  const bare = journeys.map((journey) => ({ journey, ribbon: ribbonOf(journey, phone, above, below) }));
  // The rank stands in the order in which the ribbons arrive, left to right, so that no fan crosses another.
  const arriving = bare.toSorted((a, b) => a.ribbon.above - b.ribbon.above);
  const columns = columnsOf(
    arriving.map(({ ribbon }) => ribbon.count),
    phone,
  );
  const groups = new Map(arriving.map(({ journey }, i) => [journey.id, columns.centres[i] ?? []]));
  const size = Math.min(14, Math.floor((columns.wide - 0.6) * 4) / 4);
  const swatch = {
    width: Math.min(18, Math.round(Math.max(columns.wide - 5.2, columns.wide * 0.55) * 10) / 10),
    height: SWATCH_HEIGHT,
    y: phone.rank.y - SWATCH_HEIGHT,
  };
  const last = arriving.at(-1)?.journey.id;

  const ribbons = bare.map(({ journey, ribbon }, index): PhoneRibbon => {
    const group = groups.get(journey.id) ?? [];
    const earlier = bare.slice(0, index).map((other) => other.ribbon);
    const threads = journey.threads.map((thread, position): PhoneThread => {
      const woven = wovenPieces(ribbon, position, earlier, slots);
      const column = group[position] ?? 0;
      const strand = strandOf(
        ribbon,
        slots,
        position,
        woven.map(({ span }) => span),
      );
      return { thread, strand: withFan(strand, phone.above.top, [column, phone.rank.y]), woven, column };
    });
    const set = phone.journeys[journey.id];
    const name = (
      text: string,
      [x, y]: Point,
      at: { dx: number; dy: number; anchor: PhoneLabel['anchor'] } | undefined,
    ) => ({
      text,
      x: x + (at?.dx ?? 0),
      y: y + (at?.dy ?? 0),
      size: 18,
      anchor: at?.anchor ?? 'start',
    });
    const edge = (ribbon.count * pitch) / 2;
    const unit = journey.id === last ? '公里' : '';
    return {
      journey,
      ribbon,
      threads,
      cityName: name(journey.city.name, ribbon.from, set?.city_name),
      countyName: name(journey.county.name, ribbon.to, set?.county_name),
      distance:
        journey.distance === null
          ? null
          : {
              text: `约${number(printedKm(journey.distance))}${unit}`,
              x: ribbon.above + edge + 6,
              y: middle.distances,
              size: 12.5,
              anchor: 'start',
            },
    };
  });
  const longest = Math.max(...journeys.flatMap(({ threads }) => threads.map(({ place }) => [...place.name].length)));
  const frame: Box = {
    left: 1,
    right: phone.width - 1,
    top: swatch.y - 6 - longest * size - HEADING,
    bottom: phone.rank.y + 8,
  };
  return {
    width: phone.width,
    top: frame.top - 1,
    bottom: phone.notes + 18 + 8,
    /** The framed list, and the geography, which begins below it. */
    frame,
    extent: { left: 1, right: phone.width - 1, top: phone.above.top, bottom: phone.below.bottom } satisfies Box,
    slots,
    ribbons,
    size,
    swatch,
    wefts: middle.wefts.map((weft) => weftOf(weft, ribbons, heightOf, input, MARGIN)),
    notes: notesOf(phone, input.words),
  };
}

export type RiverMapPhonePlan = ReturnType<typeof layoutRiverMapPhone>;

/** Points on each segment of a strand. */
const STEPS = 24;

/** The threads as they are drawn, for what is tied to them; the fan is the last two segments of each. */
export const coursesOf = ({ ribbons }: RiverMapPhonePlan): Courses[] =>
  ribbons.map(({ journey, threads }) => ({
    journey,
    threads: threads.map(({ strand }) => ({
      points: strandPoints(strand, STEPS),
      county: (strand.segments.length - FAN) * STEPS,
    })),
  }));

/** What must be read and seen: the list, every name and distance. */
export const takenBoxes = ({ frame, ribbons, wefts }: RiverMapPhonePlan, { phone }: RiverMapPhoneInput): Box[] => [
  frame,
  ...[
    ...ribbons.flatMap(({ cityName, countyName, distance }) => [cityName, countyName, ...(distance ? [distance] : [])]),
    ...wefts.flatMap(({ name }) => name ?? []),
    ...phone.names.map((name) => ({ ...name, size: name.size ?? 13 })),
    ...[phone.above, phone.below].map(({ name }) => ({ ...name, size: 15 })),
  ].map((label) => labelBox({ role: 'small', ...label })),
];

/** px: smaller names than this are none. */
const LEAST = 9;

/** Whether every name can be read and has its place: inside the drawing and on no other one. */
export function namesStandClear(plan: RiverMapPhonePlan, input: RiverMapPhoneInput): boolean {
  const { width, top, bottom, frame, size, notes } = plan;
  const [, ...names] = takenBoxes(plan, input);
  const rulers = [input.phone.above, input.phone.below].map(({ ruler: { km, x, y } }) =>
    labelBox({ role: 'small', text: `${km}公里`, x, y: y + 15, size: 12, anchor: 'start' }),
  );
  return (
    size >= LEAST &&
    headingWidth(listName(input.words)) + 22 <= frame.right - frame.left &&
    notes.every((note) => MARGIN + textWidth(note, 12) <= width) &&
    standClear([...names, ...rulers], { left: 0, right: width, top, bottom })
  );
}

function ribbonOf(
  journey: Journey,
  phone: RiverMapPhoneLayout,
  above: MapProjection,
  below: MapProjection,
): SlotRibbon {
  const set = phone.journeys[journey.id];
  const { city, county, threads } = journey;
  if (!set) throw new Error(`river-map-phone.yaml 的 journeys 里没有 ${journey.id}`);
  if (!city.position || !county.position) throw new Error(`${city.name}或${county.name}没有坐标，画不了水系图`);
  const moved = ([x, y]: Point, by: { x: number; y: number } | undefined): Point => [
    x + (by?.x ?? 0),
    y + (by?.y ?? 0),
  ];
  return {
    count: threads.length,
    pitch: phone.pitch,
    from: moved(below(city.position.lon, city.position.lat), set.move_city),
    to: moved(above(county.position.lon, county.position.lat), set.move_county),
    lean: set.lean,
    below: set.below,
    above: set.above,
  };
}

function notesOf({ above, below, middle }: RiverMapPhoneLayout, words: PlaceWords): string[] {
  const scales = above.scale === below.scale ? '同一比例尺' : '比例尺不同';
  const way = middle.top.lon < middle.bottom.lon ? '西' : '东';
  return [
    `示意图，不绘行政区域界线；框里的${listName(words)}不表示位置。`,
    `上下两图上北下南，${scales}；中段只按经度，自下而上向${way}。`,
  ];
}

/** A river of the middle part: the points it passes, left to right, and its name. */
export interface PhoneWeft {
  readonly river: string;
  readonly points: readonly Point[];
  readonly name: PhoneLabel | null;
}

/** A river at the heights of the longitudes where it lies on the ways; it runs to a margin past the outermost ribbon. */
export function weftOf(
  weft: RiverMapPhoneLayout['middle']['wefts'][number],
  ribbons: readonly PhoneRibbon[],
  heightOf: (lon: number) => number,
  { phone: { width, middle }, waters }: RiverMapPhoneInput,
  margin: number,
): PhoneWeft {
  const lines = ribbons.map(({ journey, threads, ribbon }) => {
    const lon = mean(meetingLongitudes(journey, weft.river, waters, [middle.top.lon, middle.bottom.lon]));
    return {
      line: strandPoints(threads[0]?.strand ?? { start: ribbon.from, segments: [] }),
      half: ((ribbon.count - 1) * ribbon.pitch) / 2,
      heights: lon === undefined ? [] : [heightOf(lon)],
    };
  });
  const points = weftPoints(lines, { left: margin, right: width - margin }, weft);
  const name = weft.name && points.length ? { text: weft.river, ...weft.name, size: 13 } : null;
  return { river: weft.river, points, name };
}

/** Straight pieces of a great circle: 200 over the whole way keep it true to less than a pixel. */
const PIECES = 200;

/** Longitudes, between the two given, at which a journey's great circle meets the line of a river. */
function meetingLongitudes(
  { city, county }: Journey,
  river: string,
  waters: Waters,
  [west, east]: readonly [number, number],
): number[] {
  if (!city.position || !county.position) return [];
  const along = geoInterpolate([city.position.lon, city.position.lat], [county.position.lon, county.position.lat]);
  const way = Array.from({ length: PIECES + 1 }, (_, i) => along(i / PIECES));
  const lines = waters.features
    .filter(({ properties }) => properties.kind === 'river' && properties.name === river)
    .flatMap(linesOf);
  const [low, high] = [Math.min(west, east), Math.max(west, east)];
  return pairs(way)
    .flatMap(([a, b]) => lines.flatMap((line) => pairs(line).flatMap(([c, d]) => meetingAt(a, b, c, d) ?? [])))
    .filter((lon) => lon > low && lon < high);
}

const pairs = (points: readonly Point[]) => points.slice(1).map((b, i): [Point, Point] => [points[i] ?? b, b]);

/** x where the segments a–b and c–d cross; null where they do not. */
function meetingAt(a: Point, b: Point, c: Point, d: Point): number | null {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const turn = ux * vy - uy * vx;
  if (turn === 0) return null;
  const [dx, dy] = [c[0] - a[0], c[1] - a[1]];
  const [s, t] = [(dx * vy - dy * vx) / turn, (dx * uy - dy * ux) / turn];
  return s >= 0 && s < 1 && t >= 0 && t < 1 ? a[0] + s * ux : null;
}
