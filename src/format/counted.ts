import type { Journey } from '#domain/places/journey.ts';
import type { Place } from '#domain/places/place.ts';
import { townshipsOf } from '#domain/places/townships.ts';
import type { CountedWord } from '#domain/programme/counted-word.ts';
import { type PlaceWord, type PlaceWords, wordOfPlace } from '#domain/programme/place-words.ts';
import { chineseCount, number } from './number.ts';

/** 4座城市: a number in digits with what it counts. */
export const counted = (value: number, { measure, noun }: CountedWord): string => `${number(value)}${measure}${noun}`;

/** 四座城市, 两个街道: the same in words. */
export const countedInWords = (value: number, { measure, noun }: CountedWord): string =>
  `${chineseCount(value)}${measure}${noun}`;

/** 四座城: the same in the shortest words, for titles. */
export const countedInTitle = (value: number, { measure, short }: PlaceWord): string =>
  `${chineseCount(value)}${measure}${short}`;

/** 一座城, 一家企业: one giver by its own kind; 一个市 where those who give are not all cities. */
export const oneGiver = (place: Pick<Place, 'level' | 'name'>, { giver }: Pick<PlaceWords, 'giver'>): string => {
  const own = wordOfPlace(place);
  return own.noun === giver.noun || own.label === own.noun ? countedInTitle(1, own) : `一个${own.label}`;
};

/** How many givers, receivers and places of the third level there are, each once, and how many threads. */
export function countsOf(journeys: readonly Journey[]) {
  const distinct = (ids: readonly string[]) => new Set(ids).size;
  return {
    givers: distinct(journeys.map((j) => j.city.id)),
    receivers: distinct(journeys.map((j) => j.county.id)),
    thirds: distinct(journeys.flatMap((j) => townshipsOf(j).map((t) => t.place.id))),
    threads: journeys.reduce((sum, j) => sum + j.threads.length, 0),
  };
}

/**
 * What one thread stands for: 一个乡镇，一根线; where pairings end at the receiver, or two givers reach the same places,
 * a thread is less simple to say.
 */
export function threadRule(journeys: readonly Journey[], { third }: PlaceWords, comma = '，'): string {
  const { thirds, threads } = countsOf(journeys);
  if (third && thirds === threads) return `一${third.measure}${third.noun}${comma}一根线`;
  if (!third && (journeys.length === 1 || comma === '')) return `一组结对${comma}一根线`;
  if (!third) return `${chineseCount(journeys.length)}组结对${comma}每组一根线`;
  const direct = journeys.some((journey) => townshipsOf(journey).length === 0);
  return direct ? '同一组的线一种颜色' : `每组结对里${comma === '' ? '' : '，'}一${third.measure}${third.noun}一根线`;
}

/** 四座城，四个县; where both ends are of one kind: 两所学校结对两所学校. */
export function endsInTitle(journeys: readonly Journey[], { giver, receiver }: PlaceWords): string {
  const { givers, receivers } = countsOf(journeys);
  const joint = giver.noun === receiver.noun ? '结对' : '，';
  return `${countedInTitle(givers, giver)}${joint}${countedInTitle(receivers, receiver)}`;
}

/** The two ends as heads of columns and names of lists: 城市, 县; where both are of one kind the second is told apart. */
export const endNouns = ({ giver, receiver }: Pick<PlaceWords, 'giver' | 'receiver'>): readonly [string, string] => [
  giver.noun,
  receiver.noun === giver.noun ? `受援${receiver.noun}` : receiver.noun,
];
