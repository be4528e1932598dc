import { bisectRight } from 'd3';
import { EARTH_RADIUS_KM, type LonLat } from '#domain/places/geography.ts';

/** Where the two ends of the strip lie on the page, px along its axis; the end is the smaller: left, or on top. */
export interface StripFrame {
  readonly start: number;
  readonly end: number;
  /** px: where the axis lies across the strip. */
  readonly axis: number;
  /** `left`: the way runs to the left, x is along it. `up`: it runs upward, y is along it. */
  readonly direction: 'left' | 'up';
  /** How many times larger the ends may be drawn than the middle; 1 is one scale throughout. */
  readonly lens?: number;
  /** px/km at the ends that is large enough: beyond it nothing is magnified. */
  readonly closeUp?: number;
}

/** A map along one great circle: the way is a straight line, everything else lies where it lies beside it. */
export interface Strip {
  /** Degrees in, px out. */
  readonly project: (lon: number, lat: number) => readonly [number, number];
  /** km from the start → px along the axis. */
  readonly along: (km: number) => number;
  /** Scale of the ends over scale of the middle; 1 where there is one scale. */
  readonly magnified: number;
  /** Where the top of the page points to, degrees from north, measured in the middle of the way. */
  readonly up: number;
}

const { PI, sin, cos, atan2, asin, max, min } = Math;
const radians = (degrees: number) => (degrees * PI) / 180;
type Vector = readonly [number, number, number];
const vector = (lon: number, lat: number): Vector => {
  const [l, p] = [radians(lon), radians(lat)];
  return [cos(p) * cos(l), cos(p) * sin(l), sin(p)];
};
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const scaled = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
const unit = (a: Vector): Vector => scaled(a, 1 / Math.hypot(...a));

/**
 * The great circle from `from` to `to` becomes the axis (as if it were the equator), and a bow lens magnifies both
 * ends along it and across it alike. The page is turned, never mirrored, so that the end is left or on top.
 * Null where both points are one: no circle goes through them.
 */
export function stripProjection(from: LonLat, to: LonLat, frame: StripFrame): Strip | null {
  const [a, b] = [vector(from.lon, from.lat), vector(to.lon, to.lat)];
  const pole = cross(a, b);
  if (Math.hypot(...pole) < 1e-9) return null;
  const left = unit(pole);
  const ahead = cross(left, a);
  const distance = EARTH_RADIUS_KM * atan2(dot(b, ahead), dot(b, a));
  const lens = bowLens(distance, frame.start - frame.end, frame.lens ?? 1, frame.closeUp ?? 0);
  const along = (km: number) => frame.start - lens.px(km);
  const project = (lon: number, lat: number): readonly [number, number] => {
    const p = vector(lon, lat);
    const km = EARTH_RADIUS_KM * atan2(dot(p, ahead), dot(p, a));
    const toTheLeft = EARTH_RADIUS_KM * asin(max(-1, min(1, dot(p, left))));
    const off = toTheLeft * lens.scale(lens.px(km));
    return frame.direction === 'left' ? [along(km), frame.axis + off] : [frame.axis - off, along(km)];
  };
  const onward = headingHalfway(a, ahead, distance / 2 / EARTH_RADIUS_KM);
  const up = frame.direction === 'left' ? onward + 90 : onward;
  return { project, along, magnified: lens.magnified, up: ((up % 360) + 360) % 360 };
}

/** Degrees from north in which the way runs `angle` radians after its start. */
function headingHalfway(a: Vector, ahead: Vector, angle: number): number {
  const add = (p: Vector, q: Vector): Vector => [p[0] + q[0], p[1] + q[1], p[2] + q[2]];
  const here = add(scaled(a, cos(angle)), scaled(ahead, sin(angle)));
  const onward = add(scaled(a, -sin(angle)), scaled(ahead, cos(angle)));
  const east = unit(cross([0, 0, 1], here));
  return (atan2(dot(onward, east), dot(onward, cross(here, east))) * 180) / PI;
}

/**
 * px/km along a strip of `size` px for `distance` km: full scale in the first and last twentieth, falling smoothly
 * over the next fifth to the scale of the middle. Found by halving; outside the strip the full scale goes on.
 */
function bowLens(distance: number, size: number, most: number, closeUp: number) {
  const even = size / distance;
  const full = most <= 1 || even >= closeUp ? even : null;
  let [low, high] = [0, even];
  const shape = (middle: number) => {
    const end = full ?? min(closeUp, middle * most);
    return (px: number) => {
      const inward = min(1, max(0, (min(px, size - px) / size - 0.05) / 0.2));
      return end + (middle - end) * inward * inward * (3 - 2 * inward);
    };
  };
  for (let i = 0; i < 40 && full === null; i++) {
    const middle = (low + high) / 2;
    if ((steps(shape(middle), size).at(-1) ?? 0) > distance) low = middle;
    else high = middle;
  }
  const scale = shape(full ?? (low + high) / 2);
  const km = steps(scale, size);
  const total = km.at(-1) ?? distance;
  const px = (at: number): number => {
    if (at <= 0) return at * scale(0);
    if (at >= total) return size + (at - total) * scale(size);
    const i = bisectRight(km, at);
    const [before, after] = [km[i - 1] ?? 0, km[i] ?? total];
    return ((i - 1 + (at - before) / (after - before)) * size) / (km.length - 1);
  };
  return { scale, px, magnified: scale(0) / scale(size / 2) };
}

/** km run through after every whole step of about one px. */
function steps(scale: (px: number) => number, size: number): number[] {
  const count = max(1, Math.round(size));
  const step = size / count;
  const km = [0];
  for (let i = 0; i < count; i++) km.push((km[i] ?? 0) + step / scale((i + 0.5) * step));
  return km;
}

const WINDS = ['北', '东北', '东', '东南', '南', '西南', '西', '西北'];

/** Degrees from north → the nearest of the eight winds, in Chinese. */
export function windName(degrees: number): string {
  return WINDS[Math.round(degrees / 45) % 8] ?? '北';
}
