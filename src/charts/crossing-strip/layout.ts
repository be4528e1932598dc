import { ticks as niceTicks } from 'd3';
import type { Journey } from '#domain/places/journey.ts';
import { distanceWords, heightWords } from '../kit/place-words.ts';
import { n } from '../kit/svg.ts';
import { type Label, labelBox, textWidth } from '../kit/text.ts';

/** One journey: its ribbon from the start (right) to the county, px. */
export interface Row {
  readonly journey: Journey;
  readonly y: number;
  readonly start: number;
  readonly end: number;
  /** The length is only a sign: the distance is not known. */
  readonly unknown: boolean;
  readonly pitch: number;
  /** Half the height of the ribbon. */
  readonly half: number;
  readonly labels: readonly Label[];
}

/** All numbers of one form, px. */
export interface StripLayout {
  readonly kind: 'wide' | 'phone';
  readonly width: number;
  readonly height: number;
  readonly rows: readonly Row[];
  readonly axis: { readonly y: number; readonly ticks: readonly { readonly km: number; readonly x: number }[] } | null;
  /** The numbers of the axis, the line at the foot. */
  readonly labels: readonly Label[];
}

/** How one form divides its room. */
interface Form {
  readonly kind: 'wide' | 'phone';
  readonly width: number;
  readonly row: number;
  readonly ribbon: number;
}

const WIDE: Form = { kind: 'wide', width: 1200, row: 32, ribbon: 15 };
const PHONE: Form = { kind: 'phone', width: 390, row: 56, ribbon: 16 };

/** px between two numbers of the axis. */
const AIR = 4;
/** px above the first row. */
const TOP = 6;

/** x is the distance from the start, which stands at the right; one row a journey. */
export function layoutStrip(journeys: readonly Journey[], kind: 'wide' | 'phone'): StripLayout {
  const form = kind === 'wide' ? WIDE : PHONE;
  const { width } = form;
  const wide = kind === 'wide';
  // What no place has is not missed in one of them.
  const heights = journeys.some(({ city, county }) => city.elevation || county.elevation);
  const room = (texts: readonly string[], size: number) => Math.max(0, ...texts.map((t) => textWidth(t, size)));
  const cityRoom = wide
    ? Math.max(0, ...journeys.map(({ city }) => textWidth(city.name, 16) + textWidth(heightWords(city), 13) + 6))
    : Math.max(
        room(
          journeys.map((j) => j.city.name),
          15,
        ),
        room(
          journeys.map((j) => heightWords(j.city)),
          12,
        ),
      );
  const distanceRoom = room(journeys.map(distanceWords), wide ? 13 : 12);
  const countyRoom = wide
    ? Math.max(
        0,
        ...journeys.map(({ county }) => textWidth(county.name, 16) + textWidth(heightWords(county), 13) + 6),
      ) +
      distanceRoom +
      24
    : Math.max(
        Math.min(
          COUNTY_ROOM,
          room(
            journeys.map((j) => j.county.name),
            15,
          ),
        ),
        room(
          journeys.map((j) => heightWords(j.county)),
          12,
        ),
        distanceRoom,
      );
  const edge = wide ? 20 : 12;
  const [start, farEnd] = [width - edge - cityRoom - 10, edge + countyRoom + 10];
  const longest = Math.max(0, ...journeys.map((j) => j.distance ?? 0));
  const x = (km: number) => start - (longest ? (km / longest) * (start - farEnd) : 0);

  const rows = journeys.map((journey, i): Row => {
    const { distance, threads } = journey;
    const pitch = Math.min(wide ? 1.6 : 2, form.ribbon / Math.max(1, threads.length));
    const y = TOP + form.row * (i + 0.5);
    const end = distance === null ? start - (start - farEnd) * (longest ? 0.4 : 1) : x(distance);
    const half = (pitch * threads.length) / 2;
    return {
      journey,
      y,
      start,
      end,
      unknown: distance === null,
      pitch,
      half,
      labels: endLabels(journey, y, start, end, edge, wide, heights),
    };
  });
  const rowsFoot = TOP + form.row * rows.length;
  const labels: Label[] = [];
  const axisY = rowsFoot + 6;
  const km = longest ? niceTicks(0, longest, Math.min(5, Math.max(1, Math.floor((start - farEnd) / 62)))) : [];
  const numbers = km.map((value, i): Label => {
    const text = i === km.length - 1 ? `${n(value)}公里` : n(value);
    return { role: 'small', text, x: x(value), y: axisY + 18, size: 12, anchor: 'middle' };
  });
  // From the last, which has the unit, to the first: where two would touch, the nearer to the start is left out.
  const written: Label[] = [];
  for (const number of numbers.toReversed()) {
    const last = written.at(-1);
    if (!last || labelBox(last).right + AIR <= labelBox(number).left) written.push(number);
  }
  labels.push(...written.toReversed());
  const foot = (km.length ? axisY + 18 : rowsFoot) + 22;
  labels.push({ role: 'small', text: FOOT, x: edge, y: foot, size: 12, anchor: 'start' });
  return {
    kind,
    width,
    height: foot + 8,
    rows,
    axis: km.length ? { y: axisY, ticks: km.map((value) => ({ km: value, x: x(value) })) } : null,
    labels,
  };
}

/** px on the phone: a longer county name is written smaller. */
export const COUNTY_ROOM = 132;

/** The line at the foot of the drawing. */
export const FOOT = '示意图：横向是离起点的球面距离';

const spoken = (labels: readonly Label[]): Label[] => labels.filter(({ text }) => text !== '');

/** Names, heights and distance at both ends of a row. */
export function endLabels(
  { city, county, distance }: Journey,
  y: number,
  start: number,
  end: number,
  edge: number,
  wide: boolean,
  heights = true,
): Label[] {
  const name = (text: string, x: number, dy: number, anchor: Label['anchor']): Label => ({
    role: 'place',
    text,
    x,
    y: y + dy,
    size: wide ? 16 : 15,
    anchor,
  });
  const small = (text: string, x: number, dy: number, anchor: Label['anchor']): Label => ({
    role: 'small',
    text,
    x,
    y: y + dy,
    size: wide ? 13 : 12,
    anchor,
  });
  const [far, low = '', high = ''] = [
    distanceWords({ distance }),
    ...(heights ? [heightWords(city), heightWords(county)] : ['', '']),
  ];
  if (wide) {
    return spoken([
      name(county.name, end - 16 - textWidth(high, 13), 6, 'end'),
      small(high, end - 10, 5, 'end'),
      small(far, edge, 5, 'start'),
      name(city.name, start + 10, 6, 'start'),
      small(low, start + 16 + textWidth(city.name, 16), 5, 'start'),
    ]);
  }
  return spoken([
    { ...name(county.name, edge, -9, 'start'), size: Math.min(15, COUNTY_ROOM / textWidth(county.name, 1)) },
    small(high, edge, 7, 'start'),
    small(far, edge, 22, 'start'),
    name(city.name, start + 10, -1, 'start'),
    small(low, start + 10, 16, 'start'),
  ]);
}
