import type { Place } from '#domain/places/place.ts';
import type { SearchName, SearchSame } from '#domain/search/search-names.ts';
import { soundWith, syllablesById } from '#format/pinyin.ts';

/** What kind of place it is, at the end of a name; the longer before those they end in. */
const KIND = /(?:民族乡|民族镇|自治[州县区旗]|地区|街道|[市县区乡镇村])$/u;
/** The same in Tibetan: municipality, county, prefecture, town, township. */
const KIND_BO = /་?(?:གྲོང་ཁྱེར|གྲོང་རྡལ|ས་ཁུལ|རྫོང|ཤང)$/u;
/** A name of one character is never used without its kind. */
const SHORTEST = 2;

/** A name of a place without what kind of place it is, where enough remains; else the name. */
export function bareName(name: string): string {
  const bare = name.replace(KIND, '');
  return [...bare].length >= SHORTEST ? bare : name;
}

/** The Tibetan name without the signs that end it, with and without its kind. */
function tibetanNames(text: string): string[] {
  const whole = text.trim().replace(/[་།༎]+$/u, '');
  return [...new Set([whole, whole.replace(KIND_BO, '')])].filter((name) => name !== '');
}

/** All names of a place, the notice's first, each with why it is offered for another. */
function namesOf(place: Place): { text: string; why: string }[] {
  return [
    { text: place.name, why: '通知里的写法' },
    ...(place.name_today ? [{ text: place.name_today, why: '今名' }] : []),
    ...(place.former_names ?? []).map((text) => ({ text, why: '曾用名' })),
    ...(place.other_spellings ?? []).map(({ text }) => ({ text, why: '也写作' })),
  ];
}

/** What a place can be asked for by: each of its names with and without its kind, other letters for the notice's. */
export function searchNamesOfPlace(place: Place): SearchName[] {
  const known = syllablesById(place.name, place.id);
  const texts = namesOf(place).flatMap(({ text }) => [text, bareName(text)]);
  const core = bareName(place.name);
  return [...new Set(texts)].map((text) => ({
    text,
    sounds: [soundWith(text, known)],
    ...(text === core && place.romanisations ? { romanised: place.romanisations } : {}),
    ...(text === core && place.name_bo ? { tibetan: tibetanNames(place.name_bo.text) } : {}),
  }));
}

/** The names of one place, whole and without its kind, where there is more than one. */
export function sameNamesOfPlace(place: Place): SearchSame[] {
  const whole = namesOf(place);
  const bare = whole.map(({ text, why }) => ({ text: bareName(text), why }));
  return [whole, bare].flatMap((all) => {
    const texts = all.filter(({ text }, i) => all.findIndex((other) => other.text === text) === i);
    return texts.length > 1 ? [{ texts }] : [];
  });
}
