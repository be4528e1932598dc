import { printedKm } from '#domain/places/geography.ts';
import type { Journey } from '#domain/places/journey.ts';
import { printedHeight } from '#domain/places/place.ts';
import { type Figure, type FigureTable, figure } from '../kit/figure.ts';
import { ROUNDED } from '../kit/place-words.ts';
import { drawRiverMapPhone } from './phone/draw.ts';
import type { RiverMapInput } from './types.ts';
import { drawRiverMapWide } from './wide/draw.ts';
import { riverMapSentence } from './words.ts';

/** Who is paired with whom, which rivers lie between, and which townships does each thread reach? */
export function riverMap(input: RiverMapInput): Figure {
  const { journeys, name, title } = input;
  return figure(
    {
      name,
      title,
      sentence: riverMapSentence(journeys),
      table: tableOf(journeys),
      notes: [
        '线表示结对，不是路线；城市、县城为点，框里是乡镇名单，不表示位置；江河、湖泊供辨认方位，没有画全；不绘行政区域界线。',
        ROUNDED,
      ],
      sources: sourcesOf(input),
    },
    [drawRiverMapWide(input), drawRiverMapPhone(input)],
  );
}

/** One row a journey; a missing value stays empty. */
function tableOf(journeys: readonly Journey[]): FigureTable {
  return {
    columns: [
      { key: 'city', label: '市' },
      { key: 'county', label: '县' },
      { key: 'townships', label: '乡镇' },
      { key: 'count', label: '乡镇数', numeric: true },
      { key: 'distance_km', label: '球面距离（约，公里）', numeric: true },
      { key: 'city_elevation_m', label: '市海拔（约，米）', numeric: true },
      { key: 'county_elevation_m', label: '县城海拔（约，米）', numeric: true },
    ],
    rows: journeys.map(({ city, county, threads, distance }) => [
      city.name,
      county.name,
      threads.map(({ place }) => place.name).join('、'),
      threads.length,
      distance === null ? null : printedKm(distance),
      printedHeight(city),
      printedHeight(county),
    ]),
  };
}

/** Where pairings, water and coordinates come from, shortened: each place has its own sources on its page. */
function sourcesOf({ journeys, cited, waters }: RiverMapInput): string[] {
  const named = (sources: readonly (string | undefined)[]) => [
    ...new Set(sources.flatMap((source) => source?.match(/^[^\d，,（(]+/)?.[0].trim() ?? [])),
  ];
  const places = named(journeys.flatMap(({ city, county }) => [city.position?.source, county.position?.source]));
  return [
    ...cited.map((place) => `结对：${place}`),
    `水系：${named([waters.source]).join('')}`,
    ...(places.length ? [`坐标：${places[0]}${places.length > 1 ? '等' : ''}，逐处来源见结对页`] : []),
  ];
}
