import type { Point } from '../../kit/geometry.ts';
import { KM_PER_DEGREE } from '../../kit/map.ts';

/** A place fixed on the drawing. */
interface Fixed {
  readonly x: number;
  readonly lon: number;
}

/** Two lenses of one scale with a waist between them; see `bowProjection`. */
export interface Bow {
  /** px per km in both lenses. */
  readonly scale: number;
  readonly west: Fixed;
  readonly east: Fixed;
  readonly centre: { readonly y: number; readonly lat: number };
  readonly waist: {
    readonly from: number;
    readonly fade_from: number;
    readonly to: number;
    readonly fade_to: number;
  };
}

export interface BowProjection {
  /** Degrees in, px out. */
  readonly project: (lon: number, lat: number) => Point;
  /** px per km at x. */
  readonly scaleAt: (x: number) => number;
  /** How many times larger the ends are than the waist. */
  readonly ratio: number;
}

const smooth = (t: number) => {
  const c = Math.min(1, Math.max(0, t));
  return c * c * (3 - 2 * c);
};

/**
 * One continuous map, north up, whose two ends are magnified: the scale depends on x alone, so meridians stay
 * vertical and parallels flare towards the ends. The scale of the waist is found so that both fixed places hold.
 */
export function bowProjection(bow: Bow, width: number): BowProjection {
  const { waist, centre, west, east } = bow;
  const kmPerDegree = KM_PER_DEGREE * Math.cos((centre.lat * Math.PI) / 180);
  const scaleFor = (low: number) => (x: number) => {
    const open =
      1 - smooth((x - waist.from) / waist.fade_from) + smooth((x - (waist.to - waist.fade_to)) / waist.fade_to);
    return low + (bow.scale - low) * Math.min(1, open);
  };
  const degreesBetween = (low: number) => {
    const scale = scaleFor(low);
    let sum = 0;
    for (let x = west.x; x < east.x; x++) {
      const step = Math.min(1, east.x - x);
      sum += step / (scale(x + step / 2) * kmPerDegree);
    }
    return sum;
  };
  // More px per km in the waist means fewer degrees between the fixed places.
  let [least, most] = [bow.scale / 1000, bow.scale * 1000];
  for (let i = 0; i < 60; i++) {
    const middle = Math.sqrt(least * most);
    if (degreesBetween(middle) > east.lon - west.lon) least = middle;
    else most = middle;
  }
  const low = Math.sqrt(least * most);
  const scaleAt = scaleFor(low);
  const table = longitudes(scaleAt, kmPerDegree, west, width);
  const project = (lon: number, lat: number): Point => {
    const x = table.x(lon);
    return [x, centre.y - scaleAt(x) * KM_PER_DEGREE * (lat - centre.lat)];
  };
  return { project, scaleAt, ratio: bow.scale / low };
}

/** Longitude at every whole px (a margin of one width on either side included), and its inverse. */
function longitudes(scaleAt: (x: number) => number, kmPerDegree: number, west: Fixed, width: number) {
  const first = -width;
  const lons = [0];
  for (let x = first; x < 2 * width; x++) lons.push((lons.at(-1) ?? 0) + 1 / (scaleAt(x + 0.5) * kmPerDegree));
  const at = (x: number) => {
    const i = Math.floor(x - first);
    const [a, b] = [lons[i] ?? 0, lons[i + 1] ?? lons[i] ?? 0];
    return a + (b - a) * (x - first - i);
  };
  const shift = west.lon - at(west.x);
  return {
    x: (lon: number): number => {
      let [from, to] = [0, lons.length - 1];
      while (to - from > 1) {
        const middle = (from + to) >> 1;
        if ((lons[middle] ?? 0) + shift <= lon) from = middle;
        else to = middle;
      }
      const [a, b] = [lons[from] ?? 0, lons[to] ?? 0];
      const t = b > a ? (lon - shift - a) / (b - a) : 0;
      return first + from + Math.min(1, Math.max(0, t));
    },
  };
}
