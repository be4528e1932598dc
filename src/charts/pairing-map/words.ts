import { printedKm } from '#domain/places/geography.ts';
import type { Journey } from '#domain/places/journey.ts';
import { isUnit } from '#domain/places/place.ts';
import { townshipsOf } from '#domain/places/townships.ts';
import { guideSources, type Waters } from '#domain/places/waters.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import { counted } from '#format/counted.ts';
import { SCHEMATIC, UNKNOWN } from '#format/status.ts';
import { listed } from '../kit/figure.ts';
import { listName } from '../kit/map.ts';
import { distanceWords, heightWords, namesNote, namesSources, roundedWords, seatName } from '../kit/place-words.ts';
import { n } from '../kit/svg.ts';
import { type Strip, windName } from './strip-projection.ts';

/** What pairings are known by at all: what no pairing of the programme has is not missed in one of them. */
export interface Known {
  readonly positions: boolean;
  readonly heights: boolean;
}

/**
 * What is to be known of a pairing: what some end of the pairings beside it has; but of a unit, an office say, that is
 * given no place, none is missed.
 */
export function knownOf(journey: Journey, among: readonly Journey[] = [journey]): Known {
  const ends = among.flatMap(({ city, county }) => [city, county]);
  const own = [journey.city, journey.county];
  const due = (of: 'position' | 'elevation') =>
    ends.some((place) => place[of]) && !own.some((place) => isUnit(place) && !place[of]);
  return { positions: due('position'), heights: due('elevation') };
}

/** The figures under the map, distance and difference in height; a difference too small to be told is left out. */
export function figuresOf(journey: Journey, known: Known, words: readonly [string, string]) {
  const { city, county, distance, climb } = journey;
  const far = distance !== null && { lead: '约', text: n(printedKm(distance)), tail: words[0] };
  const high = climb !== null && { lead: '约', text: n(Math.abs(climb)), tail: words[1] };
  const low = city.elevation && county.elevation;
  return [
    ...(far ? [far] : known.positions ? [{ lead: '距离', text: UNKNOWN, tail: '' }] : []),
    ...(high ? [high] : known.heights && !low ? [{ lead: '高差', text: UNKNOWN, tail: '' }] : []),
  ];
}

/** The line at the foot of the drawing, short enough for a phone. */
export function footOf({ county }: Pick<Journey, 'county'>, strip: Strip | null, known: Known): string {
  const lens = strip && strip.magnified > 1.5 ? `，两端放大约${n(Math.round(strip.magnified))}倍` : '';
  return `${SCHEMATIC}：${strip ? `上方约为${windName(strip.up)}${lens}` : `${known.positions ? `坐标${UNKNOWN}，` : ''}线长只是示意`}${namesNote([county])}`;
}

/** What the map says, in one sentence; what is not known is said to be missing. */
export function sentenceOf(journey: Journey, { third }: Pick<PlaceWords, 'third'>, known: Known): string {
  const { city, county, distance } = journey;
  const thirds = townshipsOf(journey).length;
  const from = `${city.name}到${seatName(county)}`;
  const way = distance === null ? `${from}的距离${UNKNOWN}` : `${from}，${distanceWords({ distance })}`;
  const [low, high] = [heightWords(city), heightWords(county)];
  const heights = low === UNKNOWN && high === UNKNOWN ? `海拔${UNKNOWN}` : `海拔从${low}到${high}`;
  const told = [...(known.positions ? [way] : []), ...(known.heights ? [heights] : [])];
  const whom = third && thirds > 0 ? `${county.name}的${counted(thirds, third)}` : county.name;
  return `${[...told, `${told.length > 0 ? '' : city.name}结对${whom}`].join('；')}。`;
}

/** The notes under the map, in the order they are printed. */
export function notesOf(
  journey: Journey,
  strip: Strip | null,
  phone: Strip | null,
  words: PlaceWords,
  known: Known,
): string[] {
  const turned = strip && phone ? `横幅上方约为${windName(strip.up)}，竖幅上方约为${windName(phone.up)}` : '';
  const lens = strip && strip.magnified > 1.5 ? `，两端放大约${n(Math.round(strip.magnified))}倍` : '';
  const list = townshipsOf(journey).length > 0 ? `框里是${listName(words)}，按原文顺序排列，不表示位置。` : '';
  return [
    strip
      ? `${SCHEMATIC}：沿大圆线展开，${turned}${lens}；不绘行政区域界线。${list}`
      : `${SCHEMATIC}：${known.positions ? `坐标${UNKNOWN}，` : ''}线长只是示意，不表示距离和方向。${list}`,
  ];
}

/** How what it prints was measured; nothing where it prints neither distance nor height. */
export const methodOf = (journey: Journey, words: PlaceWords): string[] =>
  journey.distance === null && journey.climb === null ? [] : roundedWords([journey], words);

/** Where coordinates, heights, names in other languages and waters come from, each source once. `waters`: what is to be seen of them. */
export function sourcesOf(journey: Journey, waters: Waters | null, cited: string, known: Known): string[] {
  const { city, county } = journey;
  const parts: [string, string][] = [
    ['结对：', cited],
    ['坐标：', journey.distance === null ? '' : listed([city.position?.source, county.position?.source])],
    ['海拔：', known.heights ? listed([city.elevation?.source, county.elevation?.source]) : ''],
    ...namesSources([county]),
    ...(waters ? guideSources(waters) : []).map(({ word, sources }): [string, string] => [
      `${word}：`,
      listed(sources),
    ]),
  ];
  return parts.map(([head, value]) => value && head + value);
}
