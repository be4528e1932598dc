import { printedKm } from '#domain/places/geography.ts';
import type { Journey } from '#domain/places/journey.ts';
import { firstName, languagesOf, type Named, nameWord } from '#domain/places/language-name.ts';
import { isHeightModel, type Place, printedHeight, seatWord } from '#domain/places/place.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import { quantity } from '#format/number.ts';
import { UNKNOWN, UNVERIFIED } from '#format/status.ts';

/** 约2140公里 as the sources allow it; 距离待补 where it is not known. */
export function distanceWords({ distance }: Pick<Journey, 'distance'>): string {
  return distance === null ? `距离${UNKNOWN}` : quantity(printedKm(distance), '公里', true);
}

/** 约3570米 as the sources allow it; 待补 where it is not known. */
export function heightWords(place: Pick<Place, 'elevation'>): string {
  const metres = printedHeight(place);
  return metres === null ? UNKNOWN : quantity(metres, '米', true);
}

/** 示例县县城: what distance and height of a county belong to. */
export function seatName(place: Pick<Place, 'name' | 'level'>): string {
  return `${place.name}${seatWord(place)}`;
}

/** What stands at a point of the receivers: of counties their seat. */
export const seatsWord = ({ receiver }: Pick<PlaceWords, 'receiver'>): string =>
  receiver.noun === '县' ? '县城' : receiver.noun;

/** What a figure that prints distances and heights says of them, under the drawing; only of what it prints. */
export function roundedWords(journeys: readonly Journey[], words: PlaceWords): string[] {
  const centre = words.giver.noun === '城市' ? '市中心' : words.giver.noun;
  const far = journeys.some(({ distance }) => distance !== null);
  const heights = journeys.flatMap(({ city, county }) => [city.elevation, county.elevation]).filter(Boolean);
  // Only where a source says that it is one.
  const model = heights.some((height) => isHeightModel(height?.source ?? '')) ? '来自高程模型，' : '';
  const parts = [
    ...(far ? [`距离是${centre}到${seatsWord(words)}的球面距离，取整到10公里`] : []),
    ...(heights.length > 0 ? [`海拔${model}取整到10米，较粗的取整到100米`] : []),
  ];
  return parts.length > 0 ? [`${parts.join('；')}。`] : [];
}

/** What a drawing says where a name on it in another language is not confirmed: ；藏文名待核. Empty where every one is, or none stands there. */
export function namesNote(places: readonly Named[]): string {
  const open = languagesOf(places.map(shown).filter(({ names }) => names[0]?.unverified));
  return open.length > 0 ? `；${open.map(nameWord).join('、')}${UNVERIFIED}` : '';
}

/** Where the names of a drawing in other languages come from, each source once, with 待核 where it is not confirmed; by language. */
export function namesSources(places: readonly Named[]): [head: string, sources: string][] {
  const all = places.map(shown);
  return languagesOf(all).map((lang) => {
    const sources = all
      .flatMap(({ names }) => names.filter((name) => name.lang === lang))
      .map(({ source, unverified }) => (unverified ? `${source}（${UNVERIFIED}）` : source));
    return [`${nameWord(lang)}：`, [...new Set(sources)].join('、')];
  });
}

/** A drawing has room for one name. */
const shown = (place: Named) => ({ names: [firstName(place)].filter((name) => name !== undefined) });
