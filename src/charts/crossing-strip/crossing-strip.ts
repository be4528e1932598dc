import { printedKm } from '#domain/places/geography.ts';
import type { Journey } from '#domain/places/journey.ts';
import { printedHeight } from '#domain/places/place.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import { UNKNOWN } from '#format/status.ts';
import { type Figure, type FigureTable, figure, type Links, listed } from '../kit/figure.ts';
import { roundedWords, seatsWord } from '../kit/place-words.ts';
import { n } from '../kit/svg.ts';
import { drawStrip } from './draw.ts';
import { layoutStrip } from './layout.ts';

/** How far is each journey, and how high does it lead? */
export interface CrossingStripInput {
  readonly journeys: readonly Journey[];
  readonly links: Links;
  readonly words: PlaceWords;
  readonly name: string;
  readonly title: string;
}

/** One row a journey, all on one scale of km. What is missing is written 待补 and drawn dashed. */
export function crossingStrip({ journeys, links, words, name, title }: CrossingStripInput): Figure {
  return figure(
    {
      name,
      title,
      sentence: sentenceOf(journeys),
      table: tableOf(journeys, words),
      notes: notesOf(journeys, words),
      method: roundedWords(journeys, words),
      sources: sourcesOf(journeys),
    },
    (['wide', 'phone'] as const).map((kind) => drawStrip(layoutStrip(journeys, kind), links)),
  );
}

function sentenceOf(journeys: readonly Journey[]): string {
  const known = journeys.flatMap((j) => (j.distance === null ? [] : [printedKm(j.distance)]));
  const missing = journeys.length - known.length;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const long = known.length ? `球面距离约${least === most ? n(least) : `${n(least)}到${n(most)}`}公里` : '';
  const gap = missing ? `${missing === journeys.length ? '' : `${n(missing)}组`}距离${UNKNOWN}` : '';
  const climbs = journeys.flatMap(({ climb }) => climb ?? []);
  const [low, high] = [Math.min(...climbs), Math.max(...climbs)];
  const rises = climbs.length > 0 && low > 0 ? `升高约${low === high ? n(low) : `${n(low)}到${n(high)}`}米` : '';
  return `${n(journeys.length)}组结对，${[long, gap, rises].filter(Boolean).join('，')}。`;
}

function notesOf(journeys: readonly Journey[], words: PlaceWords): string[] {
  const { giver, receiver, third } = words;
  const ends =
    giver.label === receiver.label ? '右边是出力的，左边是受援的' : `右边是${giver.label}，左边是${receiver.label}`;
  return [
    `示意图：横向是离起点的球面距离，${ends}；线按${third?.noun ?? '结对'}分色。`,
    ...(journeys.some((j) => j.distance === null) ? [`虚线：坐标${UNKNOWN}，线长只是示意。`] : []),
  ];
}

function sourcesOf(journeys: readonly Journey[]): string[] {
  const places = journeys.flatMap(({ city, county }) => [city, county]);
  const positions = listed(places.map((p) => p.position?.source));
  const heights = listed(places.map((p) => p.elevation?.source));
  return [positions && `坐标：${positions}`, heights && `海拔：${heights}`];
}

function tableOf(journeys: readonly Journey[], words: PlaceWords): FigureTable {
  const { giver, receiver } = words;
  const [from, to] = giver.label === receiver.label ? ['起点', '终点'] : [giver.label, seatsWord(words)];
  return {
    columns: [
      { key: 'city', label: giver.label },
      { key: 'county', label: receiver.label },
      { key: 'distance_km', label: '球面距离（约，公里）', numeric: true },
      { key: 'city_elevation_m', label: `${from}海拔（约，米）`, numeric: true },
      { key: 'county_elevation_m', label: `${to}海拔（约，米）`, numeric: true },
      { key: 'climb_m', label: '高差（约，米）', numeric: true },
    ],
    rows: journeys.map(({ city, county, distance, climb }) => [
      city.name,
      county.name,
      distance === null ? null : printedKm(distance),
      printedHeight(city),
      printedHeight(county),
      climb,
    ]),
  };
}
