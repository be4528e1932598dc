import { type NameFinder, nameFinder } from '../release/names/name-finder.ts';
import { type KnownPeople, realNames } from './bearers.ts';
import type { Person } from './consent/person.ts';

/** The names of the records that are looked for in every text. */
export interface SoughtNames {
  readonly finder: NameFinder;
  readonly real: ReadonlyMap<string, readonly Person[]>;
  readonly alias: ReadonlyMap<string, readonly Person[]>;
}

/** A name that is somebody else's too, or a word, is taken for theirs only where the story says so. */
function made({ people, spelling }: KnownPeople): SoughtNames {
  const [real, alias] = [new Map<string, Person[]>(), new Map<string, Person[]>()];
  const add = (map: Map<string, Person[]>, name: string, person: Person) =>
    map.set(name, [...(map.get(name) ?? []), person]);
  for (const person of people) {
    if (person.age_band === 'collective' || person.namesake !== undefined) continue;
    for (const name of realNames(person)) add(real, name, person);
    if (person.alias !== undefined) add(alias, person.alias, person);
  }
  return { finder: nameFinder([...real.keys(), ...alias.keys()], spelling), real, alias };
}

const known = new WeakMap<object, SoughtNames>();

/** The names of everyone in the records, made once for all stories. */
export function soughtNames(records: KnownPeople): SoughtNames {
  const names = known.get(records) ?? made(records);
  known.set(records, names);
  return names;
}
