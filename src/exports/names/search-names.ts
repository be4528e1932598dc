import type { Programme } from '#domain/programme/programme.ts';
import { namedPeople } from '#domain/search/named-people.ts';
import type { SearchName, SearchNames, SearchSame } from '#domain/search/search-names.ts';
import { soundOf, soundsOfPerson } from '#format/pinyin.ts';
import { sameNamesOfPlace, searchNamesOfPlace } from './place-names.ts';

/** Longer names are collectives, whose first character is no surname. */
const LONGEST_PERSON = 4;

/** The name of someone as stories print it, without the word that says it is not their own. */
const plainName = (name: string) => name.replace(/（.*）$/u, '').trim();

const named = (text: string): SearchName => ({ text, sounds: [soundOf(text)] });

function person(text: string): SearchName {
  return [...text].length > LONGEST_PERSON ? named(text) : { text, sounds: soundsOfPerson(text) };
}

/** Everyone the document or a story names, as they are shown. */
function people({ clauses, content }: Programme): SearchName[] {
  const told = content.stories.flatMap((story) => story.people ?? []).map(plainName);
  return [...namedPeople(clauses).map(({ name }) => name), ...told].map(person);
}

/** Projects and their tasks by every name they have; who leads them; the two ends of the programme; its waters. */
function things({ projects, departments, site, content }: Programme): SearchName[] {
  const ofProjects = projects.flatMap((p) => [p.short, ...(p.aliases ?? []), p.title, ...p.lines.map((l) => l.short)]);
  const own = [site.name, site.organisation, site.own_level.name, site.from, site.to];
  const waters = (content.waters?.features ?? []).map((water) => water.properties.name);
  const ofDepartments = departments.flatMap(({ name }) => [name, name.replace(/^\d+个/u, '')]);
  return [...ofProjects, ...ofDepartments, ...own, ...waters].map(named);
}

const union = (a: readonly string[] = [], b: readonly string[] = []) => [...new Set([...a, ...b])];

/** One entry a text, with all that is known of it; nothing that cannot be typed in other letters. */
function merged(names: readonly SearchName[]): SearchName[] {
  const byText = new Map<string, SearchName>();
  for (const name of names) {
    const known = byText.get(name.text);
    const romanised = union(known?.romanised, name.romanised);
    const tibetan = union(known?.tibetan, name.tibetan);
    byText.set(name.text, {
      text: name.text,
      sounds: union(known?.sounds, name.sounds).filter((sound) => sound !== ''),
      ...(romanised.length > 0 ? { romanised } : {}),
      ...(tibetan.length > 0 ? { tibetan } : {}),
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
    same: [...places.flatMap(sameNamesOfPlace), ...sameWords],
  };
}
