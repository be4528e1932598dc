import { nameKey } from '../release/names/name-finder.ts';
import type { NameSpelling } from '../release/names/spelling.ts';
import type { Person } from './consent/person.ts';

/** Who is in the records, and how names are spelt. */
export interface KnownPeople {
  readonly people: readonly Person[];
  readonly spelling: NameSpelling;
}

/** A printed name without the remark that it is one: 样例同学（化名）. */
export const bareName = (printed: string) => printed.replace(/\s*[（(]化名[）)]\s*$/, '').trim();

/** Whether what is printed is a known name, however it is spaced and written. */
export const isSameName = (known: string, printed: string, spelling: NameSpelling) =>
  nameKey(known, spelling) === nameKey(bareName(printed), spelling);

/** The real name of someone and what else is it. */
export const realNames = ({ name, also = [] }: Person) => (name === undefined ? also : [name, ...also]);

/** Whether a printed name is the real one of somebody. */
export const isRealNameOf = (printed: string, person: Person, spelling: NameSpelling) =>
  realNames(person).some((name) => isSameName(name, printed, spelling));

/** Everyone whom a printed name may mean. */
export const personsNamed = (printed: string, { people, spelling }: KnownPeople) =>
  people.filter(
    (person) =>
      isRealNameOf(printed, person, spelling) ||
      (person.alias !== undefined && isSameName(person.alias, printed, spelling)),
  );

/** All names under which what is printed may stand elsewhere in the same words. */
export function namesMeant(printed: string, records: KnownPeople): string[] {
  const { spelling } = records;
  const persons = personsNamed(printed, records).filter((person) => isRealNameOf(printed, person, spelling));
  return [...new Set([printed, bareName(printed), ...persons.flatMap(realNames)])];
}
