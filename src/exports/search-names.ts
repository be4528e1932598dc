import { LANGUAGES } from '#domain/places/language-name.ts';
import { isUnit, type Place } from '#domain/places/place.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { namedPeople } from '#domain/search/named-people.ts';
import type { SearchName, SearchNames, SearchSame } from '#domain/search/search-names.ts';
import { soundOf, soundsOfPerson, soundsWith, syllablesById } from '#format/pinyin.ts';

/** What kind of place it is, at the end of a name; the longer before those they end in. */
const KIND = /(?:民族乡|民族镇|自治[州县区旗]|地区|街道|[市县区乡镇村])$/u;
/** The same in Tibetan: municipality, county, prefecture, town, township. */
const KIND_BO = /་?(?:གྲོང་ཁྱེར|གྲོང་རྡལ|ས་ཁུལ|རྫོང|ཤང)$/u;
const LATIN = /^[\p{Script=Latin}\p{M}\p{P}\p{N}\s]+$/u;
/** A name of one character is never used without its kind. */
const SHORTEST = 2;

const union = (a: readonly string[] = [], b: readonly string[] = []) => [...new Set([...a, ...b])];

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

/** A name without the word that ends it, which says what kind of place it is; with it too. A unit has no such word. */
function shorterToo(text: string, place: Place): string[] {
  const words = text.trim().split(/\s+/u);
  return isUnit(place) || words.length < 2 ? [text] : [text, words.slice(0, -1).join(' ')];
}

/** The names of a place in other languages, by what is typed for them: Latin letters, Tibetan, other scripts. */
function inLanguages(place: Place): Pick<SearchName, 'romanised' | 'tibetan' | 'scripts'> {
  const { romanisations = [], names = [] } = place;
  const latin = names.filter(({ text }) => LATIN.test(text));
  const rest = names.filter(({ text }) => !LATIN.test(text));
  const romanised = [...romanisations, ...latin.flatMap(({ text }) => shorterToo(text, place))];
  const tibetan = rest.filter(({ lang }) => lang === 'bo').flatMap(({ text }) => tibetanNames(text));
  const scripts: Record<string, readonly string[]> = {};
  for (const { lang, text } of rest) {
    if (lang !== 'bo') scripts[LANGUAGES[lang]] = union(scripts[LANGUAGES[lang]], shorterToo(text, place));
  }
  return {
    ...(romanised.length > 0 ? { romanised } : {}),
    ...(tibetan.length > 0 ? { tibetan } : {}),
    ...(Object.keys(scripts).length > 0 ? { scripts } : {}),
  };
}

/** All names of a place, the notice's first, each with why it is offered for another. */
function namesOfPlace(place: Place, document: string): { text: string; why: string }[] {
  return [
    { text: place.name, why: `${document}里的写法` },
    ...(place.name_today ? [{ text: place.name_today, why: '今名' }] : []),
    ...(place.former_names ?? []).map((text) => ({ text, why: '曾用名' })),
    ...(place.other_spellings ?? []).map(({ text }) => ({ text, why: '也写作' })),
  ];
}

/** What a place can be asked for by: each of its names with and without its kind, other letters for the notice's. */
function searchNamesOfPlace(place: Place): SearchName[] {
  const known = syllablesById(place.name, place.id);
  const texts = namesOfPlace(place, '').flatMap(({ text }) => [text, bareName(text)]);
  const core = bareName(place.name);
  return [...new Set(texts)].map((text) => ({
    text,
    sounds: soundsWith(text, known),
    ...(text === core ? inLanguages(place) : {}),
  }));
}

/** The names of one place, whole and without its kind, where there is more than one. */
function sameNamesOfPlace(place: Place, document: string): SearchSame[] {
  const whole = namesOfPlace(place, document);
  const bare = whole.map(({ text, why }) => ({ text: bareName(text), why }));
  return [whole, bare].flatMap((all) => {
    const texts = all.filter(({ text }, i) => all.findIndex((other) => other.text === text) === i);
    return texts.length > 1 ? [{ texts }] : [];
  });
}

/** Longer names are collectives, whose first character is no surname. */
const LONGEST_PERSON = 4;

/** The name of someone as stories print it, without the word that says it is not their own. */
const plainName = (name: string) => name.replace(/（.*）$/u, '').trim();

const named = (text: string): SearchName => ({ text, sounds: [soundOf(text)] });

/** The sign between the parts of a name that has no surname before it: 甲乙·丙丁. */
const PARTS = '·';

/** A person by the whole name; one of several parts by the first too, which is what they are called. */
function person(text: string): SearchName[] {
  const [called = '', ...more] = text.split(PARTS);
  if (more.length > 0) {
    const texts = [text, ...([...called].length >= SHORTEST ? [called] : [])];
    return texts.map((own) => ({ text: own, sounds: soundsWith(own, new Map()) }));
  }
  return [[...text].length > LONGEST_PERSON ? named(text) : { text, sounds: soundsOfPerson(text) }];
}

/** Everyone the document or a story names, as they are shown. */
function people({ clauses, content }: Programme): SearchName[] {
  const told = content.stories.flatMap((story) => story.people ?? []).map(plainName);
  return [...namedPeople(clauses).map(({ name }) => name), ...told].flatMap(person);
}

/** Projects and their tasks by every name they have; who leads them; the two ends of the programme; its waters. */
function things({ projects, departments, site, content }: Programme): SearchName[] {
  const ofProjects = projects.flatMap((p) => [p.short, ...(p.aliases ?? []), p.title, ...p.lines.map((l) => l.short)]);
  const own = [site.name, site.organisation, ...(site.own_level ? [site.own_level.name] : []), site.from, site.to];
  const waters = (content.waters?.features ?? []).map((water) => water.properties.name);
  const ofDepartments = departments.flatMap(({ name }) => [name, name.replace(/^\d+个/u, '')]);
  return [...ofProjects, ...ofDepartments, ...own, ...waters].map(named);
}

/** One entry a text, with all that is known of it; nothing that cannot be typed in other letters. */
function merged(names: readonly SearchName[]): SearchName[] {
  const byText = new Map<string, SearchName>();
  for (const name of names) {
    const known = byText.get(name.text);
    const romanised = union(known?.romanised, name.romanised);
    const tibetan = union(known?.tibetan, name.tibetan);
    const scripts = { ...known?.scripts };
    for (const [script, texts] of Object.entries(name.scripts ?? {})) scripts[script] = union(scripts[script], texts);
    byText.set(name.text, {
      text: name.text,
      sounds: union(known?.sounds, name.sounds).filter((sound) => sound !== ''),
      ...(romanised.length > 0 ? { romanised } : {}),
      ...(tibetan.length > 0 ? { tibetan } : {}),
      ...(Object.keys(scripts).length > 0 ? { scripts } : {}),
    });
  }
  return [...byText.values()]
    .filter(({ text, sounds }) => [...text].length > 1 && sounds.length > 0)
    .sort((a, b) => (a.text < b.text ? -1 : 1));
}

/** What a query is read with: names in other letters, and words that mean the same. */
export function searchNames(programme: Programme): SearchNames {
  const { places, synonyms } = programme.content;
  const sameWords = synonyms.map(
    ({ words, why = '意思相同' }): SearchSame => ({ texts: words.map((text) => ({ text, why })) }),
  );
  return {
    names: merged([...places.flatMap(searchNamesOfPlace), ...things(programme), ...people(programme)]),
    same: [...places.flatMap((place) => sameNamesOfPlace(place, programme.words.document.noun)), ...sameWords],
  };
}
