import { z } from 'zod';
import type { Journey } from '../places/journey.ts';
import type { Place, PlaceLevel } from '../places/place.ts';
import { townshipsOf } from '../places/townships.ts';
import type { CountedWord } from './counted-word.ts';

/** A kind of thing as sentences count it, with its shorter forms. */
export interface PlaceWord extends CountedWord {
  /** Behind the measure word in a title: 四座城. */
  readonly short: string;
  /** At the head of a column, beside a name. */
  readonly label: string;
}

/** What those who give, receive and lie below are called in this programme, and what is counted of their work. */
export interface PlaceWords {
  /** Who helps, who is helped, and what lies below the receivers; null where pairings end at the receiver. */
  readonly giver: PlaceWord;
  readonly receiver: PlaceWord;
  readonly third: PlaceWord | null;
  /** Who carries tasks out and reports: 4个单位中1个; the label where it is said of one: 承担单位报的数. */
  readonly reporter: PlaceWord;
  /** What is counted together year by year, and one number of the annexes. */
  readonly line: PlaceWord;
  readonly cell: PlaceWord;
}

const text = z.string().min(1);
const wordSchema = z.strictObject({ noun: text, measure: text.default('个'), short: text.optional() });

/** `words` of `content/site.yaml`: what is not written there follows from the kinds of the places. */
export const wordsSchema = z
  .strictObject({
    giver: wordSchema,
    receiver: wordSchema,
    third: wordSchema,
    reporter: wordSchema,
    line: wordSchema,
    cell: wordSchema,
    /** What was done with the document on its day, where that does not follow from what it is: 通过, 公布. */
    issued: text,
  })
  .partial();

export type GivenWords = z.output<typeof wordsSchema>;

const counted = (measure: string, noun: string, { short = noun, label = noun } = {}): PlaceWord => ({
  measure,
  noun,
  short,
  label,
});

/** What a place of each level is called where its name says no more. */
export const OF_LEVEL: Readonly<Record<PlaceLevel, PlaceWord>> = {
  city: counted('座', '城市', { short: '城', label: '市' }),
  county: counted('个', '县'),
  township: counted('个', '乡镇'),
  region: counted('个', '受援地'),
  office: counted('个', '机关'),
  department: counted('个', '部门'),
  command: counted('个', '前方指挥部'),
  enterprise: counted('家', '企业'),
  school: counted('所', '学校'),
  hospital: counted('家', '医院'),
};

/** Kinds of areas of one level by how their names end, in the order in which they are said together. */
const ENDINGS: Readonly<Partial<Record<PlaceLevel, readonly (readonly [RegExp, string])[]>>> = {
  city: [
    [/自治州$/u, '州'],
    [/地区$/u, '地区'],
    [/盟$/u, '盟'],
    [/新?区$/u, '区'],
  ],
  county: [
    [/县$/u, '县'],
    [/市$/u, '市'],
    [/区$/u, '区'],
    [/旗$/u, '旗'],
  ],
  township: [
    [/乡$/u, '乡'],
    [/镇$/u, '镇'],
    [/街道(?:办事处)?$/u, '街道'],
    [/苏木$/u, '苏木'],
    [/社区$/u, '社区'],
    [/村$/u, '村'],
    [/团(?:场)?$/u, '团场'],
    [/[农牧林渔]场$/u, '场'],
  ],
};

/** Several kinds of one level together, where that is more than the kinds in a row. */
const TOGETHER: Readonly<Record<string, string>> = {
  乡镇街道: '乡镇（街道）',
  乡街道: '乡（街道）',
  镇街道: '镇（街道）',
  社区村: '村（社区）',
};

/** The kind of area that a name ends in: 镇, 街道, 区; null where it shows none. */
export const kindOfName = ({ level, name }: Pick<Place, 'level' | 'name'>): string | null =>
  ENDINGS[level]?.find(([ending]) => ending.test(name))?.[1] ?? null;

/** What places of one level are called together: 县 · 区 · 县市区 · 乡镇（街道）. */
function ofLevel(level: PlaceLevel, names: readonly string[]): PlaceWord {
  const usual = OF_LEVEL[level];
  const endings = ENDINGS[level] ?? [];
  const kinds = names.map((name) => kindOfName({ level, name }));
  const told = endings.map(([, word]) => word).filter((word) => kinds.includes(word));
  if (told.length === 0) return usual;
  // A name that shows no kind is one of the usual ones.
  if (kinds.includes(null)) {
    return level === 'city' ? counted('个', `市${told.join('')}`) : usual;
  }
  const word = told.join('');
  return counted('个', TOGETHER[word] ?? word);
}

/** What some places are called together; `mixed` where they are of several levels. */
export function wordOfPlaces(places: readonly Pick<Place, 'level' | 'name'>[], mixed: string): PlaceWord {
  const levels = new Set(places.map(({ level }) => level));
  const [level, ...more] = levels;
  if (level === undefined || more.length > 0) return counted('个', mixed);
  return ofLevel(
    level,
    places.map(({ name }) => name),
  );
}

/** What one place is called: 城市, 区, 学校. */
export const wordOfPlace = (place: Pick<Place, 'level' | 'name'>): PlaceWord => wordOfPlaces([place], '');

const own = (given: GivenWords['giver'], usual: PlaceWord): PlaceWord =>
  given ? counted(given.measure, given.noun, { ...(given.short ? { short: given.short } : {}) }) : usual;

/** The same of what is counted by its measure word alone: 7项, 12行. */
const ownCounted = (given: GivenWords['line'], usual: PlaceWord): PlaceWord =>
  own(given && { ...given, short: given.short ?? given.measure }, usual);

/** Those given in `site.yaml`, else those its places are called by. */
export function placeWordsOf(given: GivenWords | undefined, journeys: readonly Journey[]): PlaceWords {
  const thirds = journeys.flatMap((journey) => townshipsOf(journey).map(({ place }) => place));
  const giver = wordOfPlaces(
    journeys.map(({ city }) => city),
    '支援单位',
  );
  const receiver = wordOfPlaces(
    journeys.map(({ county }) => county),
    '受援单位',
  );
  return {
    giver: own(given?.giver, giver),
    receiver: own(given?.receiver, receiver),
    third: thirds.length > 0 ? own(given?.third, wordOfPlaces(thirds, '受援点')) : null,
    reporter: own(given?.reporter, counted('个', '单位', { label: '承担单位' })),
    line: ownCounted(given?.line, counted('个', '任务行', { short: '行' })),
    cell: ownCounted(given?.cell, counted('个', '格子', { short: '格' })),
  };
}
