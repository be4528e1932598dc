import { extent } from 'd3';
import type { Journey } from '#domain/places/journey.ts';
import type { Place } from '#domain/places/place.ts';
import type { Point } from '../kit/strand.ts';
import { positioned } from './order.ts';

/** Kilometres of one degree of longitude at the equator, and of one degree of latitude at middle latitudes. */
const [KM_LON, KM_LAT] = [111.32, 110.9];
/** Ends whose scales differ by less than this share the smaller one. */
const ONE_SCALE = 2;

/** One end of the map: where its places would stand by their coordinates, and the scale they are drawn at. */
export interface End {
  /** Id of the place → x from the left edge of the end, y down from the middle of the map. */
  readonly at: ReadonlyMap<string, Point>;
  /** px per km. */
  readonly scale: number;
  /** Width used, px. */
  readonly width: number;
}

/** Both ends; null where a position is missing. `oneAxis`: both measure y from the same latitude. */
export interface Geography {
  readonly cities: End | null;
  readonly counties: End | null;
  readonly oneAxis: boolean;
}

interface Extent {
  readonly places: readonly Place[];
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

function extentOf(places: readonly Place[], cos: number): Extent {
  const [x0 = 0, x1 = 0] = extent(places, (p) => (p.position?.lon ?? 0) * cos * KM_LON);
  const [y0 = 0, y1 = 0] = extent(places, (p) => (p.position?.lat ?? 0) * KM_LAT);
  return { places, x: [x0, x1], y: [y0, y1] };
}

/**
 * Projects both ends (equirectangular, one middle latitude) into boxes of `width` × `height` px: with one scale and
 * one latitude axis where that leaves both readable, each with its own where they differ too much.
 */
export function geographyOf(journeys: readonly Journey[], width: number, height: number): Geography {
  const known = positioned(journeys);
  const all = journeys.flatMap((j) => [known.cities ? j.city : [], known.counties ? j.county : []].flat());
  const [south = 0, north = 0] = extent(all, (p) => p.position?.lat ?? 0);
  const cos = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const ends = {
    cities: known.cities
      ? extentOf(
          journeys.map((j) => j.city),
          cos,
        )
      : null,
    counties: known.counties
      ? extentOf(
          journeys.map((j) => j.county),
          cos,
        )
      : null,
  };
  const fit = (end: Extent | null) =>
    end ? Math.min(width / Math.max(end.x[1] - end.x[0], 1), height / Math.max(end.y[1] - end.y[0], 1)) : Infinity;
  const [a, b] = [fit(ends.cities), fit(ends.counties)];
  const shared = Math.max(a, b) < ONE_SCALE * Math.min(a, b) || Math.max(a, b) >= width;
  const [scaleA, scaleB] = shared ? [Math.min(a, b), Math.min(a, b)] : [a, b];
  const middle = (end: Extent | null) => (end ? (end.y[0] + end.y[1]) / 2 : null);
  const [ma, mb] = [middle(ends.cities), middle(ends.counties)];
  const oneAxis = ma !== null && mb !== null && scaleA === scaleB && Math.abs(ma - mb) * scaleA < height / 4;
  const place = (end: Extent | null, scale: number, own: number | null): End | null =>
    end && {
      at: new Map(
        end.places.map((p) => {
          const { lon = 0, lat = 0 } = p.position ?? {};
          const middleY = oneAxis ? ((ma as number) + (mb as number)) / 2 : (own ?? 0);
          return [p.id, [(lon * cos * KM_LON - end.x[0]) * scale, (middleY - lat * KM_LAT) * scale]];
        }),
      ),
      scale,
      width: (end.x[1] - end.x[0]) * scale,
    };
  return { cities: place(ends.cities, scaleA, ma), counties: place(ends.counties, scaleB, mb), oneAxis };
}
