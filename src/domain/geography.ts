import type { Water, Waters } from './waters.ts';

/** Mean radius of the Earth in km (IUGG). Stated on the method page. */
export const EARTH_RADIUS_KM = 6371.0088;
/** A river met nearer to the start than this is the river the city lies on, not one that is crossed. */
const NEAR_START_KM = 30;
/** Crossings of one river closer together than this count as one meeting with a span. */
const SAME_RIVER_KM = 60;

/** Degrees, WGS84. */
export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

/** Where a great circle meets a river: km from the start; first and last differ where it is met several times. */
export interface RiverCrossing {
  readonly river: string;
  readonly from: number;
  readonly to: number;
  readonly times: number;
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

/** Where segment a–b meets segment c–d on the sphere, as km from a; null where they do not meet. */
function meetingKm(a: Vector, b: Vector, c: Vector, d: Vector): number | null {
  const [u, v] = [cross(a, b), cross(c, d)];
  const line = cross(u, v);
  const size = length(line);
  if (size < 1e-15) return null;
  for (const sign of [1, -1]) {
    const p = line.map((n) => (sign * n) / size) as unknown as Vector;
    const inside = (s: Vector, e: Vector, normal: Vector) =>
      dot(cross(s, p), normal) >= 0 && dot(cross(p, e), normal) >= 0;
    if (inside(a, b, u) && inside(c, d, v)) return EARTH_RADIUS_KM * angle(a, p);
  }
  return null;
}

/** Every line of a river or outline of a lake, as lists of positions. */
export function linesOf(water: Water): readonly (readonly [number, number])[][] {
  const { geometry } = water;
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  return geometry.coordinates;
}

/**
 * The rivers that the great circle from a to b crosses, in the order they are met.
 * Lakes are not counted; the data is about 1 km coarse, so distances are to be shown as 约.
 */
export function riversCrossed(a: LonLat, b: LonLat, waters: Waters): RiverCrossing[] {
  const [start, end] = [vector(a), vector(b)];
  const meetings: { river: string; km: number }[] = [];
  for (const water of waters.features) {
    if (water.properties.kind !== 'river') continue;
    for (const line of linesOf(water)) {
      for (let i = 1; i < line.length; i++) {
        const [p, q] = [line[i - 1], line[i]];
        if (!p || !q) continue;
        const km = meetingKm(start, end, vector({ lon: p[0], lat: p[1] }), vector({ lon: q[0], lat: q[1] }));
        if (km !== null && km >= NEAR_START_KM) meetings.push({ river: water.properties.name, km });
      }
    }
  }
  meetings.sort((m, n) => m.km - n.km);
  const crossings: { river: string; from: number; to: number; times: number }[] = [];
  for (const { river, km } of meetings) {
    const open = crossings.findLast((c) => c.river === river);
    if (open && km - open.to < SAME_RIVER_KM) {
      open.to = km;
      open.times++;
    } else crossings.push({ river, from: km, to: km, times: 1 });
  }
  return crossings;
}

/** The names of the rivers crossed, each once, in the order they are first met. */
export function riverNames(crossings: readonly RiverCrossing[]): string[] {
  return [...new Set(crossings.map((c) => c.river))];
}
