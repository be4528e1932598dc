import type { Journey } from '#domain/places/journey.ts';
import { directionOf, firstName, languagesOf, type Named, nameWord, tagAlone } from '#domain/places/language-name.ts';
import { nameToday, type Place, printedHeight, seatWord } from '#domain/places/place.ts';
import { wordOfPlace } from '#domain/programme/place-words.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { isThird, placePage } from '#format/place-page.ts';
import type { PrintedNumber } from '#format/printed-number.ts';
import { UNVERIFIED } from '#format/status.ts';
import { numberIfAny } from './number.ts';
import { routes } from './programme.ts';

/** Where a thread leads: to the page of its place, or, where it ends at the receiver, to that of the pairing. */
export const threadHref = ({ city, county }: Journey, { id }: Pick<Place, 'id'>): string =>
  id === county.id ? routes.pairing(city.id) : routes.township(id);

/** The page of a place; what has none stands among all pairings. */
export const pageOfPlace = (programme: Programme, id: string): string =>
  placePage(programme, id, routes) ?? routes.pairings;

/** What a place is called in this programme: as those of its role are, where they are of one kind. */
export function kindOfPlace(programme: Programme, place: Place): string {
  const { words } = programme;
  if (words.third && isThird(programme, place.id)) return words.third.label;
  return wordOfPlace(place).label;
}

/** One thing known of a place, with where it was read. */
export interface KnownView {
  readonly term: string;
  readonly text: string;
  /** As `tagAlone` gives it. */
  readonly lang?: string | undefined;
  readonly dir?: 'rtl' | undefined;
  readonly number?: PrintedNumber | undefined;
  readonly source: string | null;
  readonly sourceHref: string | null;
}

/** A name in another language as pages print it; `mark` is 待核 where nobody has confirmed it. */
export interface LanguageNameView {
  readonly lang: string;
  readonly dir: 'rtl' | undefined;
  readonly text: string;
  readonly mark: string | null;
}

/** The name of a place in another language, where there is room for one; null where no source gives any. */
export function languageNameOf(place: Named): LanguageNameView | null {
  const name = firstName(place);
  if (!name) return null;
  const { text, unverified } = name;
  return { lang: tagAlone(name), dir: directionOf(text), text, mark: unverified ? UNVERIFIED : null };
}

/**
 * What the names in other languages are called that a place and those around it have: its receiver, and what else lies
 * below that. In a land of several languages not every one of them is missed everywhere.
 */
export function nameWordsOf({ journeys }: Pick<Programme, 'journeys'>, { id }: Pick<Place, 'id'>): string[] {
  const around = journeys.filter((j) => j.county.id === id || j.threads.some(({ place }) => place.id === id));
  return languagesOf(around.flatMap((j) => [j.county, ...j.threads.map(({ place }) => place)])).map(nameWord);
}

/** Whether the programme has a code of any place of a level: where it has none, none is missed. */
export const hasCodes = ({ content }: Pick<Programme, 'content'>, { level }: Pick<Place, 'level'>): boolean =>
  content.places.some((place) => place.level === level && place.code);

/** One thing not known yet, and why it is left open. */
export interface OpenView {
  readonly term: string;
  readonly text: string;
}

const entry = (term: string, text: string, source: string | null, sourceHref: string | null = null): KnownView => ({
  term,
  text,
  source,
  sourceHref,
});

/** Everything known of a place, in the order of a register; the locator is where the plan names it. */
export function knownOf(programme: Programme, place: Place, locator: string): KnownView[] {
  const passage = programme.passages.get(locator);
  const number = (what: string) => numberIfAny(programme, `${place.id}-${what}`) ?? undefined;
  const known: KnownView[] = [entry('文件里', place.name, passage?.short ?? null, routes.passage(locator))];
  if (place.name_today) {
    const since = place.name_since;
    const source = since ? `${since.text}。来源：${since.source}` : (place.code?.source ?? null);
    known.push(entry('今名', nameToday(place), source));
  }
  if (place.former_names?.length) known.push(entry('曾用名', place.former_names.join('、'), null));
  for (const { text, source } of place.other_spellings ?? []) known.push(entry('也写作', text, source));
  for (const { lang, text, source, note, unverified } of place.names ?? []) {
    const words = [note, source, unverified && UNVERIFIED].filter(Boolean).join('；');
    known.push({ ...entry(nameWord(lang), text, words), lang: tagAlone({ lang, text }), dir: directionOf(text) });
  }
  if (place.romanisations?.length) known.push(entry('拉丁字母写法', place.romanisations.join('、'), null));
  if (place.code) known.push({ ...entry('区划代码', place.code.value, place.code.source), number: number('code') });
  if (place.elevation) {
    known.push({
      ...entry(`${seatWord(place)}海拔`, String(printedHeight(place)), place.elevation.source),
      number: number('elevation'),
    });
  }
  return known;
}

/**
 * What a reliable source is still missing for; of names in other languages those that others around it have. A
 * township's position is never shown as a point.
 */
export function openOf(programme: Programme, place: Place): OpenView[] {
  const open: OpenView[] = [];
  const known = (what: 'position' | 'elevation') => programme.content.places.some((other) => other[what]);
  if (!place.position && known('position')) open.push({ term: '位置', text: '没有可靠来源，不上地图，列在名单里' });
  if (!place.elevation && known('elevation')) open.push({ term: '海拔', text: '没有可靠来源' });
  const has = languagesOf([place]).map(nameWord);
  for (const term of nameWordsOf(programme, place)) {
    if (!has.includes(term)) open.push({ term, text: '没有可靠来源，不作音译' });
  }
  if (!place.code && hasCodes(programme, place)) open.push({ term: '区划代码', text: '没有可靠来源' });
  return open;
}
