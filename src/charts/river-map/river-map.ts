import { printedKm } from '#domain/places/geography.ts';
import type { Journey } from '#domain/places/journey.ts';
import { printedHeight } from '#domain/places/place.ts';
import { guideSources, guideWords } from '#domain/places/waters.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import { type Figure, type FigureTable, figure } from '../kit/figure.ts';
import { knotNotes } from '../kit/knots.ts';
import { listName } from '../kit/map.ts';
import { roundedWords, seatsWord } from '../kit/place-words.ts';
import { drawPhone as drawThreadsPhone } from '../thread-map/phone/draw.ts';
import { layoutPhone as layoutThreadsPhone } from '../thread-map/phone/layout.ts';
import { threadMap } from '../thread-map/thread-map.ts';
import { drawWide as drawThreadsWide } from '../thread-map/wide/draw.ts';
import { layoutWide as layoutThreadsWide } from '../thread-map/wide/layout.ts';
import { drawRiverMapPhone } from './phone/draw.ts';
import { layoutRiverMapPhone, namesStandClear as phoneStandsClear } from './phone/layout.ts';
import type { RiverMapInput } from './types.ts';
import { drawRiverMapWide } from './wide/draw.ts';
import { layoutRiverMapWide, namesStandClear as wideStandsClear } from './wide/layout.ts';
import { riverMapSentence } from './words.ts';

/**
 * Who is paired with whom, which rivers lie between, and which townships does each thread reach? A form in which the names
 * have no place, for they are too many or too long, is that of the thread map, which lists as many as there are.
 */
export function riverMap(input: RiverMapInput): Figure {
  const { journeys, waters, name, title, words, knots = [] } = input;
  const [wide, phone] = [layoutRiverMapWide(input), layoutRiverMapPhone(input)];
  const [isWide, isPhone] = [wideStandsClear(wide, input.wide), phoneStandsClear(phone, input)];
  if (!isWide && !isPhone) return threadMap(input);
  const ends = words.giver.noun === words.receiver.noun ? words.giver.noun : `${words.giver.noun}、${seatsWord(words)}`;
  const guides = guideWords(waters);
  return figure(
    {
      name,
      title,
      sentence: riverMapSentence(journeys, words),
      table: tableOf(journeys, words),
      notes: [
        `示意图：线表示结对，不是路线；${ends}为点，框里是${listName(words)}，不表示位置；${guides && `${guides}供辨认方位，没有画全；`}不绘行政区域界线。`,
        ...(isWide && isPhone ? [] : [`${isPhone ? '宽屏' : '窄屏'}上名字放不下，画的是不带地理的线图。`]),
        ...knotNotes(knots, journeys, words),
      ],
      method: roundedWords(journeys, words),
      sources: sourcesOf(input),
    },
    [
      isWide ? drawRiverMapWide(input, wide) : drawThreadsWide(layoutThreadsWide(journeys), input),
      isPhone ? drawRiverMapPhone(input, phone) : drawThreadsPhone(layoutThreadsPhone(journeys), input),
    ],
  );
}

/** One row a journey; a missing value stays empty. */
function tableOf(journeys: readonly Journey[], words: PlaceWords): FigureTable {
  const { giver, receiver } = words;
  const third = words.third ?? receiver;
  return {
    columns: [
      { key: 'city', label: giver.label },
      { key: 'county', label: receiver.label },
      { key: 'townships', label: third.label },
      { key: 'count', label: `${third.label}数`, numeric: true },
      { key: 'distance_km', label: '球面距离（约，公里）', numeric: true },
      { key: 'city_elevation_m', label: `${giver.label}海拔（约，米）`, numeric: true },
      { key: 'county_elevation_m', label: `${seatsWord(words)}海拔（约，米）`, numeric: true },
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
    ...guideSources(waters).map(({ word, sources }) => `${word}：${named(sources).join('、')}`),
    ...(places.length ? [`坐标：${places[0]}${places.length > 1 ? '等' : ''}，逐处来源见结对页`] : []),
  ];
}
