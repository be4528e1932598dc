import type { Journey, Thread } from '#domain/places/journey.ts';
import { firstName, type LanguageName } from '#domain/places/language-name.ts';
import { type Place, seatWord } from '#domain/places/place.ts';
import { townshipsOf } from '#domain/places/townships.ts';
import type { Water, Waters } from '#domain/places/waters.ts';
import { sample, straight } from '../kit/chain.ts';
import { columnsOf } from '../kit/columns.ts';
import type { Box, Point } from '../kit/geometry.ts';
import type { Course, Courses } from '../kit/knots.ts';
import { headingWidth, type Way } from '../kit/map.ts';
import { heightWords } from '../kit/place-words.ts';
import { n } from '../kit/svg.ts';
import { type Label, labelBox, textWidth } from '../kit/text.ts';
import { type Strip, type StripFrame, stripProjection } from './strip-projection.ts';
import { waterOf } from './waters.ts';
import { figuresOf, footOf, type Known, knownOf } from './words.ts';

/** One thread: its strand through the ribbon, and, of a township, its swatch and its name in the rank. */
export interface Strand {
  readonly thread: Thread;
  readonly path: string;
  /** The same as points, for what is tied to it. */
  readonly course: Course;
  readonly swatch: Box | null;
  /** Where the strand ends, in its colour, if that is not at the swatch beside the name. */
  readonly ending: Box | null;
  readonly label: Label | null;
}

/** A thread that ends at the receiver stands in no list. */
const UNLISTED = { swatch: null, ending: null, label: null } as const;

/** Points on each piece of a strand. */
const STEPS = 28;

/** From the city to the county, on to where the fan begins, and through it. */
function courseOf([city, county, edge]: readonly [Point, Point, Point], fan: readonly Point[]): Course {
  const chain = [city, ...straight(city, county), ...(fan.length > 0 ? straight(county, edge) : []), ...fan];
  return { points: sample(chain, STEPS), county: STEPS };
}

/** All numbers of one form, px. */
export interface PairingLayout {
  readonly kind: 'wide' | 'phone';
  readonly width: number;
  readonly height: number;
  readonly strip: Strip | null;
  /** Where the geography is drawn; null where there are no coordinates and so none. */
  readonly extent: Box | null;
  /** The framed list of townships, outside the geography, and where its heading begins; null where threads end at the receiver. */
  readonly frame: Box | null;
  readonly strands: readonly Strand[];
  readonly strokeWidth: number;
  readonly bars: readonly Box[];
  readonly lakes: readonly string[];
  /** Rivers beneath the ribbon: beside it, in the fan, and where one runs along inside it. */
  readonly under: readonly string[];
  readonly over: readonly string[];
  /** Railways and roads, all beneath it. */
  readonly ways: readonly Way[];
  /** Paper under labels that would else stand on water. */
  readonly cleared: readonly Box[];
  readonly labels: readonly Label[];
  /** The rivers, lakes, railways and roads that are to be seen. */
  readonly shown: readonly Water[];
}

/** px: the widest ribbon. */
const RIBBON = 60;

const ribbonOf = (count: number) => {
  // Many threads lie closer, or the names beside the ribbon would have no room.
  const pitch = Math.min(6, Math.max(1.9, 39 / count), RIBBON / count);
  return { pitch, stroke: pitch > 2.7 ? pitch - 0.9 : pitch * 0.75, half: (pitch * count) / 2 };
};
const middle = (i: number, count: number) => i - (count - 1) / 2;

/** px: from the frame of the rank to its heading; what of its width the swatches and the air beside the names take. */
const [FRAME_AIR, SWATCHES] = [12, 86];

/** Lays out the strip from right to left, the rank at the left. `list`: the heading of the rank. */
export function layoutWide(
  journey: Journey,
  waters: Waters | null,
  known: Known = knownOf(journey),
  list = '',
  width = 1080,
): PairingLayout {
  const { threads, city, county } = journey;
  const count = threads.length;
  const row = Math.max(21, Math.min(35, 272 / count));
  const size = row < 23 ? 13 : 15;
  const listed = townshipsOf(journey).length > 0;
  const headed = headingWidth(list) + 2 * FRAME_AIR - SWATCHES;
  const names = Math.max(72, headed, ...threads.map(({ place }) => textWidth(place.name, size)));
  const swatch = listed ? 20 + names + 10 : -140;
  const [end, edge] = [swatch + 48, swatch + 160];
  const countyAt = edge + 66;
  const endRoom = Math.max(textWidth(city.name, 26), textWidth(`海拔${heightWords(city)}`, 13));
  const cityAt = width - 24 - endRoom - 10;
  const reach = Math.max(145, (row * count) / 2);
  const axis = 46 + reach;
  const ribbon = ribbonOf(count);
  const strands = threads.map((thread, i): Strand => {
    const [from, to] = [axis + middle(i, count) * ribbon.pitch, axis + middle(i, count) * row];
    const way: [Point, Point, Point] = [
      [cityAt, from],
      [countyAt, from],
      [edge, from],
    ];
    const course = courseOf(
      way,
      listed
        ? [
            [edge - 62, from],
            [end + 62, to],
            [end, to],
          ]
        : [],
    );
    if (!listed) return { thread, path: `M${n(cityAt)} ${n(from)}H${n(countyAt)}`, course, ...UNLISTED };
    const path = `M${n(cityAt)} ${n(from)}H${n(edge)}C${n(edge - 62)} ${n(from)} ${n(end + 62)} ${n(to)} ${n(end)} ${n(to)}`;
    const deep = Math.min(18, row * 0.62) / 2;
    return {
      thread,
      path,
      course,
      swatch: { left: swatch, right: end, top: to - deep, bottom: to + deep },
      ending: null,
      label: { role: 'township', text: thread.place.name, x: swatch - 10, y: to + size * 0.36, size, anchor: 'end' },
    };
  });
  const bar = (x: number): Box => ({
    left: x - 2,
    right: x + 2,
    top: axis - ribbon.half - 3,
    bottom: axis + ribbon.half + 3,
  });
  const under = axis + ribbon.half + 31;
  const start = { size: 13, anchor: 'start' } as const;
  const own = firstName(county);
  const upright = own && columnsOf(own, 18);
  // Beside the name, where it has the whole height below the ribbon.
  const beside: Point = [countyAt + 4 + textWidth(county.name, 26) + 14, under - 20];
  const high = (text: string, x: number, y: number): Label[] =>
    known.heights ? [{ role: 'small', text, x, y, ...start }] : [];
  const labels: Label[] = [
    { role: 'place', text: county.name, x: countyAt + 4, y: under, size: 26, anchor: 'start' },
    ...(own ? languageLabels(own, upright ? beside : [countyAt + 4, under + 26], 18) : []),
    ...high(`${seatWord(county)}海拔${heightWords(county)}`, countyAt + 4, under + (own && !upright ? 52 : 22)),
    { role: 'place', text: city.name, x: cityAt + 10, y: axis + 4, size: 26, anchor: 'start' },
    ...high(`海拔${heightWords(city)}`, cityAt + 10, axis + 25),
  ];
  const floor = axis + reach;
  const figures = figuresOf(journey, known, ['公里，球面距离', '米，高差']);
  const foot = figures.length > 0 ? 80 : 36;
  figures.forEach((figure, i) => {
    const x = Math.min(countyAt, 480) + i * 225;
    labels.push({ role: 'figure', ...figure, x, y: floor + 44, size: 26, anchor: 'start' });
  });
  const strip = stripOf(journey, { start: cityAt, end: countyAt, axis, direction: 'left', lens: 6, closeUp: 1.25 });
  labels.push({ role: 'small', text: footOf(journey, strip, known), x: 20, y: floor + foot, ...start });
  const room = { left: edge, right: width - 8, top: axis - 145, bottom: axis + 145 };
  const nameRoom = { left: room.left + 4, right: room.right - 4, top: room.top + 4, bottom: room.bottom - 4 };
  const band = { left: countyAt, right: cityAt, top: axis - ribbon.half, bottom: axis + ribbon.half };
  const fan = { left: edge, right: countyAt - 6, top: axis - ribbon.half - 3, bottom: axis + ribbon.half + 3 };
  const half = (row * count) / 2;
  return {
    kind: 'wide',
    width,
    height: floor + foot + 10,
    strip,
    extent: strip && room,
    frame: listed ? { left: 4, right: end + 12, top: axis - half - 36, bottom: axis + half + 12 } : null,
    strands,
    strokeWidth: ribbon.stroke,
    bars: [bar(countyAt), bar(cityAt)],
    ...waterOf({ strip, waters, room, nameRoom, band, fan, along: 0, labels, tolerance: 0.9, size: 14 }),
  };
}

/** A name in another language: a line whose base begins at the point, or columns whose room begins there. */
function languageLabels(own: LanguageName, [x, y]: Point, size: number): Label[] {
  const { lang, text } = own;
  const label = { role: 'language', lang, size, y, anchor: 'start' } as const;
  const upright = columnsOf(own, size);
  if (!upright) return [{ ...label, text, x }];
  const step = upright.width / upright.columns.length;
  return upright.columns.map((column, i) => ({ ...label, text: column, x: x + (i + 0.5) * step, vertical: true }));
}

/** Names that stand on end in one tier of the phone form, and in two; more are listed in columns above the fan. */
const [ONE_TIER, TWO_TIERS] = [15, 30];
/** px: the columns of that list. */
const LISTED = { size: 13, row: 24, top: 58, swatch: 10, gap: 6, between: 8, edge: 16 } as const;

interface Rank {
  /** Where the names end and the fan begins. */
  readonly foot: number;
  /** Of the thread `i` whose place in the fan is `x`: its swatches, its name, and how its strand goes on from the fan. */
  readonly of: (i: number, x: number) => Pick<Strand, 'swatch' | 'label' | 'ending'> & { readonly drop: string };
}

/** The names on end over the ends of their threads, in one tier or in two. */
function uprightRank(threads: readonly Thread[], column: number): Rank {
  const tiers = threads.length > ONE_TIER ? 2 : 1;
  const size = column * tiers < 25 ? 13 : 15;
  const longest = (tier: number) =>
    Math.max(...threads.filter((_, i) => i % tiers === tier).map(({ place }) => textWidth(place.name, size)));
  const deep = tiers > 1 ? 18 : 30;
  const wide = Math.min(16, column * tiers * 0.55);
  const feet = [44 + longest(0)];
  if (tiers > 1) feet.push((feet[0] ?? 0) + deep + 18 + longest(1));
  const foot = (feet.at(-1) ?? 0) + 6 + deep;
  return {
    foot,
    of: (i, x) => {
      const own = feet[i % tiers] ?? 0;
      return {
        drop: own + 6 + deep < foot ? `V${n(own + 6 + deep)}` : '',
        swatch: { left: x - wide / 2, right: x + wide / 2, top: own + 6, bottom: own + 6 + deep },
        ending: null,
        label: {
          role: 'township',
          text: threads[i]?.place.name ?? '',
          x,
          y: own,
          size,
          anchor: 'end',
          vertical: true,
        },
      };
    },
  };
}

/** The names in columns, each with its swatch, in the order of the threads; these end in a row of swatches below. */
function listedRank(threads: readonly Thread[], column: number, width: number): Rank {
  const { size, row, top, swatch, gap, between, edge } = LISTED;
  const entry = swatch + gap + Math.max(...threads.map(({ place }) => textWidth(place.name, size)));
  const columns = Math.max(1, Math.floor((width - 2 * edge + between) / (entry + between)));
  const rows = Math.ceil(threads.length / columns);
  const ends = top + rows * row + 4;
  return {
    foot: ends + 12,
    of: (i, x) => {
      const left = edge + Math.floor(i / rows) * (entry + between);
      const y = top + (i % rows) * row;
      return {
        drop: '',
        swatch: { left, right: left + swatch, top: y - 10, bottom: y + 1 },
        label: {
          role: 'township',
          text: threads[i]?.place.name ?? '',
          x: left + swatch + gap,
          y,
          size,
          anchor: 'start',
        },
        ending: { left: x - column * 0.45, right: x + column * 0.45, top: ends, bottom: ends + 12 },
      };
    },
  };
}

/** px: the sizes of a place's name on the phone, the smallest in one line. */
const [NAME_MOST, NAME_LEAST] = [22, 12];

/** The name of a place beside the ribbon: smaller where it is long, and in two lines rather than too small. */
function nameBeside(name: string, x: number, y: number, room: number): Label[] {
  const letters = [...name];
  const label = (text: string, at: number, size: number): Label => ({
    role: 'place',
    text,
    x,
    y: at,
    size,
    anchor: 'start',
  });
  const size = Math.min(NAME_MOST, room / letters.length);
  if (size >= NAME_LEAST) return [label(name, y, size)];
  const half = Math.ceil(letters.length / 2);
  const [first, second] = [letters.slice(0, half), letters.slice(half)].map((line) => line.join(''));
  const smaller = Math.min(16, room / half);
  return [label(first ?? '', y - 14, smaller), label(second ?? '', y + 4, smaller)];
}

/** Lays out the same strip upwards, the rank on top. */
export function layoutPhone(
  journey: Journey,
  waters: Waters | null,
  known: Known = knownOf(journey),
  width = 390,
): PairingLayout {
  const { threads, city, county } = journey;
  const count = threads.length;
  const column = Math.min(40, (width - 24) / count);
  const listed = townshipsOf(journey).length > 0;
  const rank = count > TWO_TIERS ? listedRank(threads, column, width) : uprightRank(threads, column);
  const fanTop = listed ? rank.foot : -84;
  const edge = fanTop + 92;
  const [countyAt, cityAt, axis] = [edge + 56, edge + 56 + 330, 195];
  const ribbon = ribbonOf(count);
  const strands = threads.map((thread, i): Strand => {
    const [from, to] = [axis + middle(i, count) * ribbon.pitch, axis + middle(i, count) * column];
    const way: [Point, Point, Point] = [
      [from, cityAt],
      [from, countyAt],
      [from, edge],
    ];
    const course = courseOf(
      way,
      listed
        ? [
            [from, edge - 50],
            [to, fanTop + 50],
            [to, fanTop],
          ]
        : [],
    );
    if (!listed) return { thread, path: `M${n(from)} ${n(cityAt)}V${n(countyAt)}`, course, ...UNLISTED };
    const { drop, ...own } = rank.of(i, to);
    return {
      thread,
      course,
      path: `M${n(from)} ${n(cityAt)}V${n(edge)}C${n(from)} ${n(edge - 50)} ${n(to)} ${n(fanTop + 50)} ${n(to)} ${n(fanTop)}${drop}`,
      ...own,
    };
  });
  const bar = (y: number): Box => ({
    top: y - 2,
    bottom: y + 2,
    left: axis - ribbon.half - 3,
    right: axis + ribbon.half + 3,
  });
  const [before, after] = [axis - ribbon.half - 12, axis + ribbon.half + 12];
  const name = (place: Place, y: number) => nameBeside(place.name, after, y, width - 12 - after);
  const end = { role: 'small', x: before, size: 13, anchor: 'end' } as const;
  const own = firstName(county);
  const high = (text: string, y: number): Label[] =>
    known.heights
      ? [
          { ...end, text: '海拔', y },
          { ...end, text, y: y + 18 },
        ]
      : [];
  const labels: Label[] = [
    ...name(county, countyAt + 5),
    ...(own ? languageLabels(own, [after, countyAt + (columnsOf(own, 16) ? 14 : 29)], 16) : []),
    ...high(heightWords(county), countyAt - 3),
    ...name(city, cityAt + 7),
    ...high(heightWords(city), cityAt - 8),
  ];
  const figures = figuresOf(journey, known, ['公里球面距离', '米高差']).map(
    (figure): Label => ({ role: 'figure', ...figure, x: 0, y: cityAt + 58, size: 24, anchor: 'start' }),
  );
  const foot = figures.length > 0 ? 90 : 52;
  const widths = figures.map((figure) => labelBox(figure).right);
  const gap = (width - 32 - widths.reduce((a, b) => a + b, 0)) / Math.max(1, figures.length - 1);
  let x = 16;
  figures.forEach((figure, i) => {
    labels.push({ ...figure, x });
    x += (widths[i] ?? 0) + gap;
  });
  const strip = stripOf(journey, { start: cityAt, end: countyAt, axis, direction: 'up', lens: 3, closeUp: 1 });
  labels.push({
    role: 'small',
    text: footOf(journey, strip, known),
    x: 16,
    y: cityAt + foot,
    size: 13,
    anchor: 'start',
  });
  const extent = { left: 4, right: width - 4, top: edge, bottom: cityAt + 30 };
  const room = { ...extent, left: axis - 96, right: axis + 96 };
  const nameRoom = { left: 12, right: width - 12, top: extent.top + 4, bottom: extent.bottom - 4 };
  const band = { left: axis - ribbon.half, right: axis + ribbon.half, top: countyAt, bottom: cityAt };
  const fan = { left: axis - ribbon.half - 3, right: axis + ribbon.half + 3, top: edge, bottom: countyAt };
  return {
    kind: 'phone',
    width,
    height: cityAt + foot + 14,
    strip,
    extent: strip && extent,
    frame: listed ? { left: 4, right: width - 4, top: 4, bottom: fanTop + 10 } : null,
    strands,
    strokeWidth: ribbon.stroke,
    bars: [bar(countyAt), bar(cityAt)],
    ...waterOf({ strip, waters, room, nameRoom, band, fan, along: 1, labels, tolerance: 0.8, size: 14 }),
  };
}

function stripOf({ city, county }: Journey, frame: StripFrame): Strip | null {
  return city.position && county.position ? stripProjection(city.position, county.position, frame) : null;
}

/** The threads as they are drawn, for what is tied to them. */
export const coursesOf = ({ strands }: PairingLayout, journey: Journey): Courses[] => [
  { journey, threads: strands.map(({ course }) => course) },
];

/** What must be read and seen: the list, every text, the bars at both ends. */
export const takenBoxes = ({ frame, labels, bars }: PairingLayout): Box[] => [
  ...(frame ? [frame] : []),
  ...bars,
  ...labels.map(labelBox),
];
