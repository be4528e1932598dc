import { riverNames } from '#domain/geography.ts';
import type { Journey } from '#domain/journey.ts';
import type { Place } from '#domain/place.ts';
import type { RiverMapWideLayout } from '#domain/river-map-layout.ts';
import type { RiverMapPhoneLayout } from '#domain/river-map-phone-layout.ts';
import type { Waters } from '#domain/waters.ts';
import type { Figure, FigureTable, Links } from './figure.ts';
import { drawRiverMapPhone } from './river-map-phone.ts';
import { drawRiverMapWide } from './river-map-wide.ts';
import { riverMapSentence } from './river-map-words.ts';

/** What both forms are drawn from. */
export interface RiverMapInput {
  /** In the notice's order; those without coordinates or without a place in the layout are listed but not drawn. */
  readonly journeys: readonly Journey[];
  readonly waters: Waters;
  readonly wide: RiverMapWideLayout;
  readonly phone: RiverMapPhoneLayout;
  readonly links: Links;
  readonly title: string;
  /** File name of the figure, and prefix of every id in it. */
  readonly name: string;
}

/** Who is paired with whom, which rivers lie between, and which townships does each thread reach? */
export function riverMap(input: RiverMapInput): Figure {
  const { journeys, name, title } = input;
  return {
    name,
    title,
    sentence: riverMapSentence(journeys),
    forms: [drawRiverMapWide(input), drawRiverMapPhone(input)],
    table: tableOf(journeys),
    notes: [
      '线表示结对，不是路线；城市、县为点，乡镇只按所属县排列，不绘行政区域界线。',
      '距离为两地坐标之间的球面距离；跨过的河流按简化的水系数据计算，湖泊不计。',
    ],
    source: sourceOf(input),
  };
}

/** One row a journey; a missing value stays empty. */
function tableOf(journeys: readonly Journey[]): FigureTable {
  const metres = ({ elevation }: Place) => (elevation ? Math.round(elevation.metres) : null);
  return {
    columns: [
      { key: 'city', label: '市' },
      { key: 'county', label: '县' },
      { key: 'townships', label: '乡镇' },
      { key: 'count', label: '乡镇数', numeric: true },
      { key: 'distance_km', label: '球面距离（公里）', numeric: true },
      { key: 'city_elevation_m', label: '市海拔（米）', numeric: true },
      { key: 'county_elevation_m', label: '县海拔（米）', numeric: true },
      { key: 'rivers', label: '途中跨过' },
    ],
    rows: journeys.map(({ city, county, threads, distance, crossings }) => [
      city.name,
      county.name,
      threads.map(({ place }) => place.name).join('、'),
      threads.length,
      distance === null ? null : Math.round(distance),
      metres(city),
      metres(county),
      crossings && riverNames(crossings).join('、'),
    ]),
  };
}

/** Where pairings, water and coordinates come from, shortened: each place has its own sources on its page. */
function sourceOf({ journeys, waters }: RiverMapInput): string {
  const annexes = new Set(
    journeys.map(({ source }) => source.match(/^a(\d+)-/)?.[1]).filter((number) => number !== undefined),
  );
  const named = (sources: readonly (string | undefined)[]) => [
    ...new Set(sources.flatMap((source) => source?.match(/^[^\d，,（(]+/)?.[0].trim() ?? [])),
  ];
  const places = named(journeys.flatMap(({ city, county }) => [city.position?.source, county.position?.source]));
  return [
    ...[...annexes].map((number) => `结对：附件${number}`),
    `水系：${named([waters.source]).join('')}`,
    ...(places.length ? [`坐标：${places[0]}${places.length > 1 ? '等' : ''}，逐处来源见结对页`] : []),
  ].join('；');
}
