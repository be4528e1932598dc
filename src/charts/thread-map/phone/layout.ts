import { extent, max, sum } from 'd3';
import type { Journey, Thread } from '#domain/places/journey.ts';
import { townshipsOf } from '#domain/places/townships.ts';
import { type Strand, sample, straight } from '../../kit/chain.ts';
import type { Box, Point } from '../../kit/geometry.ts';
import type { Course, Courses } from '../../kit/knots.ts';
import { textWidth } from '../../kit/text.ts';
import { boxOf, type Label, type LabelStyle, measure } from '../labels.ts';
import { northToSouth, positioned } from '../places.ts';
import { aside } from '../strand.ts';

export const EDGE = 14;

/** px from the last strand of a band to the first of the next. */
export const GAP = 5;

/** Size of a city's or county's name and of its Tibetan name. */
export const STYLE = { size: 17, own: 13 } as const;

/** An ink bar across its bands, upright at a city, level at a county. */
export interface PhoneBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const WIDTH = 390;
/** px from row to row: the whole row is a target. */
export const ROW = 25;
export const NAME = 13;
/** From the trunk to a swatch, the swatch, and from there to the name. */
export const [TO_SWATCH, SWATCH, TO_NAME] = [18, 10, 5];
const CORNER = 8;

export interface PhoneRow {
  readonly thread: Thread;
  readonly strand: Strand;
  readonly y: number;
}

export interface PhoneBand {
  readonly journey: Journey;
  /** On which side of the trunk its rows stand. */
  readonly right: boolean;
  readonly rows: readonly PhoneRow[];
  /** County first, unless its threads end there, then the city where this band is its first. */
  readonly bars: readonly PhoneBar[];
  readonly labels: readonly Label[];
}

export interface PhoneThreadMap {
  readonly bands: readonly PhoneBand[];
  readonly pitch: number;
  /** Left and right edge of the cloth where it comes down. */
  readonly trunk: readonly [number, number];
  /** y where the cloth begins to swing. */
  readonly swing: number;
  readonly bottom: number;
}

/** The bands taken off on the right (the first `right`), so that both sides are as equally long as they can be. */
function share(heights: readonly number[]): number {
  const total = sum(heights);
  let best = { right: heights.length, longest: total };
  let done = 0;
  heights.forEach((height, k) => {
    done += height;
    const longest = Math.max(done, total - done);
    if (longest < best.longest) best = { right: k + 1, longest };
  });
  return best.right;
}

/**
 * The phone form in numbers. The ribbons leave their cities to the right, turn down one inside the other, swing over as
 * one cloth and come down as its warp; there every thread is taken off from the outside, row by row. Nothing can cross.
 */
export function layoutPhone(all: readonly Journey[]): PhoneThreadMap {
  const journeys = northToSouth(all).map((i) => all[i] as Journey);
  const threads = sum(journeys, (j) => j.threads.length);
  const clothOf = (pitch: number) => sum(journeys, (j) => (j.threads.length - 1) * pitch) + (journeys.length - 1) * GAP;
  const pitchFor = (cloth: number) => Math.max(0.4, Math.min(2.5, (cloth - (journeys.length - 1) * GAP) / threads));
  const room = (list: readonly Journey[]) =>
    TO_SWATCH +
    SWATCH +
    TO_NAME +
    EDGE +
    (max(
      list.flatMap((j) => j.threads),
      (t) => textWidth(t.place.name, NAME),
    ) ?? 0);

  const heights = journeys.map((j) => j.threads.length * ROW + 80);
  const half = share(heights);
  const [rightRoom, leftRoom] = [room(journeys.slice(0, half)), room(journeys.slice(half))];
  const two = half < journeys.length && rightRoom + leftRoom + clothOf(pitchFor(96)) <= WIDTH;
  const pitch = pitchFor(two ? 96 : 130);
  const cloth = clothOf(pitch);
  const middle = two
    ? Math.max(leftRoom + cloth / 2, Math.min(WIDTH / 2, WIDTH - rightRoom - cloth / 2))
    : EDGE + 4 + cloth / 2 + Math.max(0, (WIDTH - 2 * EDGE - cloth - rightRoom) / 3);
  const trunk = [middle - cloth / 2, middle + cloth / 2] as const;
  const count = two ? half : journeys.length;

  // From the right edge of the cloth inwards: the middle of every band, relative to the middle of the cloth.
  let edge = cloth / 2;
  const offsets = journeys.map((j) => {
    const width = (j.threads.length - 1) * pitch;
    edge -= width + GAP;
    return edge + GAP + width / 2;
  });
  const top = citiesOf(journeys, offsets, pitch, WIDTH - EDGE - cloth / 2, cloth);
  const from = WIDTH - EDGE - cloth / 2;
  const [a, b] = [top.end, top.end + 90 + cloth / 2 + 0.65 * (from - middle)];
  const swing: Strand = [
    [from, a],
    [from, a + (b - a) * 0.5],
    [middle, b - (b - a) * 0.5],
    [middle, b],
  ];

  const heads: [number, number] = [b + 2, b + 2];
  const bands: PhoneBand[] = [];
  const place = (k: number) => {
    const journey = journeys[k] as Journey;
    const right = k < count;
    const s = right ? 1 : -1;
    const [offset, width] = [offsets[k] ?? 0, (journey.threads.length - 1) * pitch];
    const outer = middle + offset + (s * width) / 2;
    const swatch = (right ? trunk[1] : trunk[0]) + s * TO_SWATCH;
    const at = outer + s * 11;
    const free = right ? WIDTH - EDGE + 8 - at : at - EDGE + 8;
    const style: LabelStyle = { ...STYLE, most: Math.max(2, Math.floor(free / (STYLE.size * 1.04))) };
    // Where a thread ends at the receiver, its name stands in the list already.
    const named = townshipsOf(journey).length > 0;
    const size = named ? measure(journey.county, style) : { lines: [], own: null, width: 0, height: 0 };
    const head = heads[right ? 1 : 0] + 8;
    const label: Label = {
      ...size,
      hue: journey.hue,
      style,
      anchor: right ? 'start' : 'end',
      left: right ? at : at - size.width,
      top: head,
    };
    const first = head + size.height + 10 + ROW / 2;
    const rows = journey.threads.map((thread, i): PhoneRow => {
      const d = (s * width) / 2 - s * i * pitch;
      const [x, y] = [middle + offset + d, first + i * ROW];
      const c = CORNER * 0.45;
      const own = top.ribbons[k] as Strand;
      const strand: Point[] = [
        ...aside(own, d),
        ...straight([from + offset + d, own.at(-1)?.[1] ?? a], [from + offset + d, a]),
        ...aside(swing, offset + d).slice(1),
        ...straight([x, b], [x, y - CORNER]),
        [x, y - c],
        [x + s * c, y],
        [x + s * CORNER, y],
        ...straight([x + s * CORNER, y], [swatch, y]),
      ];
      return { thread, strand, y };
    });
    heads[right ? 1 : 0] = first + (journey.threads.length - 0.5) * ROW + 8;
    const bar = { x: middle + offset - width / 2 - 3.5, y: head + size.height / 2 - 2, width: width + 7, height: 4 };
    const city = top.cities[k];
    bands.push({
      journey,
      right,
      rows,
      // A bar without a name would be a place that nobody knows.
      bars: [...(named ? [bar] : []), ...(city ? [city.bar] : [])],
      labels: [...(named ? [label] : []), ...(city ? [city.label] : [])],
    });
  };
  for (let k = 0; k < count; k++) place(k);
  for (let k = journeys.length - 1; k >= count; k--) place(k);
  return { bands, pitch, trunk, swing: a, bottom: Math.max(...heads) };
}

/** Where a strand that runs down meets the bar of its county; it never turns up again. */
function courseOf(strand: Strand, bar: PhoneBar | undefined): Course {
  const points = sample(strand, 28);
  if (!bar) return { points, county: points.length - 1 };
  const y = bar.y + bar.height / 2;
  const before = points.findLastIndex((point) => point[1] <= y);
  const [x = 0] = points[before] ?? [];
  return { points: points.toSpliced(before + 1, 0, [x, y]), county: before + 1 };
}

/** The threads as they are drawn, for what is tied to them. */
export const coursesOf = ({ bands }: PhoneThreadMap): Courses[] =>
  bands.map(({ journey, rows, bars }) => {
    const named = townshipsOf(journey).length > 0;
    return { journey, threads: rows.map(({ strand }) => courseOf(strand, named ? bars[0] : undefined)) };
  });

/** What must be read and seen: names of places, the bars. */
export const takenBoxes = ({ bands }: PhoneThreadMap): Box[] =>
  bands.flatMap(({ bars, labels }) => [
    ...bars.map(({ x, y, ...size }) => boxOf({ left: x, top: y, ...size })),
    ...labels.map(boxOf),
  ]);

/** The upper end of the phone form. */
export interface Cities {
  /** Middle of every band from its city to where it runs straight down. */
  readonly ribbons: readonly Strand[];
  /** For the first band of every city: its bar and label. */
  readonly cities: readonly ({ readonly bar: PhoneBar; readonly label: Label } | null)[];
  readonly end: number;
}

/** The cities one below the other, from west to east as their coordinates say, and the quarter turns of their ribbons. */
export function citiesOf(
  journeys: readonly Journey[],
  offsets: readonly number[],
  pitch: number,
  from: number,
  cloth: number,
): Cities {
  const known = positioned(journeys).cities;
  const [west = 0, east = 0] = extent(journeys, (j) => j.city.position?.lon ?? 0);
  const reach = from - cloth / 2 - 64 - EDGE;
  const ribbons: Strand[] = [];
  const cities: ({ bar: PhoneBar; label: Label } | null)[] = [];
  let y = 6;
  let end = 0;
  journeys.forEach((journey, k) => {
    const { city } = journey;
    const again = journeys[k - 1]?.city.id === city.id;
    const run = journeys.slice(k).findIndex((j) => j.city.id !== city.id);
    const members = journeys.slice(k, run < 0 ? undefined : k + run);
    const first = journeys.findIndex((j) => j.city.id === city.id);
    const even = first / Math.max(1, journeys.length - 1);
    const share = known && east > west ? ((city.position?.lon ?? 0) - west) / (east - west) : even;
    const x = Math.round(EDGE + 4 + reach * share);
    if (!again) {
      const style = { ...STYLE, most: 12 };
      const size = measure(city, style);
      const left = Math.max(EDGE, Math.min(x - 2, from - cloth / 2 - 12 - size.width));
      const depth = sum(members, (j) => (j.threads.length - 1) * pitch) + (members.length - 1) * GAP;
      const hue = Math.min(...members.map((j) => j.hue));
      const label: Label = { ...size, hue, style, anchor: 'start', left, top: y };
      y += size.height + 9;
      cities.push({ label, bar: { x: x - 2, y: y - 3.5, width: 4, height: depth + 7 } });
    } else {
      y += GAP;
      cities.push(null);
    }
    const width = (journey.threads.length - 1) * pitch;
    const [mid, down, r] = [y + width / 2, from + (offsets[k] ?? 0), 18 + width / 2];
    ribbons.push([
      [x, mid],
      ...straight([x, mid], [down - r, mid]),
      [down - r * 0.45, mid],
      [down, mid + r * 0.45],
      [down, mid + r],
    ]);
    end = Math.max(end, mid + r);
    y += width;
    if (journeys[k + 1]?.city.id !== city.id) y += 14;
  });
  return { ribbons, cities, end: end + 4 };
}
