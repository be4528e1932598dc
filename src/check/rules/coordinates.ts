import { linesOf } from '#domain/places/geography.ts';
import { type DataPath, type Finding, finding } from '../finding.ts';
import type { Rule } from './draft.ts';

/** Degrees; generous bounds of where a coordinate of this site can lie at all. Not a boundary and never drawn. */
const BOUNDS = { lon: [73, 136], lat: [3, 54] } as const;

const inside = (lon: number, lat: number) =>
  lon >= BOUNDS.lon[0] && lon <= BOUNDS.lon[1] && lat >= BOUNDS.lat[0] && lat <= BOUNDS.lat[1];

function outside(file: string, path: DataPath, lon: number, lat: number): Finding {
  const swapped = inside(lat, lon);
  return finding({
    file,
    path,
    code: 'coordinate-outside',
    what: '坐标不在中国范围内',
    found: `经度 ${lon}、纬度 ${lat}`,
    expected: `经度（lon）${BOUNDS.lon[0]}—${BOUNDS.lon[1]}，纬度（lat）${BOUNDS.lat[0]}—${BOUNDS.lat[1]}`,
    mend: swapped ? '经度和纬度多半写反了：把 lon 和 lat 的数对调。' : '对照来源核对经纬度，单位是度。',
  });
}

/** Coordinates of places and waters lie where they can; swapped ones are named as such. */
export const coordinates: Rule = (draft) => [
  ...draft.places.flatMap(({ id, position }) =>
    position && !inside(position.lon, position.lat)
      ? [outside('places.yaml', [id, 'position'], position.lon, position.lat)]
      : [],
  ),
  ...(draft.waters?.features ?? []).flatMap((water, i) => {
    const point = linesOf(water)
      .flat()
      .find(([lon, lat]) => !inside(lon, lat));
    return point ? [outside('map/waters.json', ['features', i, 'geometry'], point[0], point[1])] : [];
  }),
];
