import type { Water } from './waters.ts';

/** Mean radius of the Earth in km (IUGG). Stated on the method page. */
export const EARTH_RADIUS_KM = 6371.0088;
/** What is printed of a distance: two sources put the centre of one place up to 5 km apart, so both ends make 10 km. */
export const PRINTED_KM = 10;

/** Degrees, WGS84. */
export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

type Vector = readonly [number, number, number];

const radians = (degrees: number) => (degrees * Math.PI) / 180;

function vector({ lon, lat }: LonLat): Vector {
  const [l, p] = [radians(lon), radians(lat)];
  return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const length = (a: Vector) => Math.sqrt(dot(a, a));
const angle = (a: Vector, b: Vector) => Math.atan2(length(cross(a, b)), dot(a, b));

/** Great-circle distance in km, not rounded. */
export function distanceKm(a: LonLat, b: LonLat): number {
  return EARTH_RADIUS_KM * angle(vector(a), vector(b));
}

/** A distance as it is printed, always with 约: the sources agree on the tens of km. */
export function printedKm(km: number): number {
  return Math.round(km / PRINTED_KM) * PRINTED_KM;
}

/** Every line of a river or outline of a lake, as lists of positions. */
export function linesOf(water: Water): readonly (readonly [number, number])[][] {
  const { geometry } = water;
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  return geometry.coordinates;
}
