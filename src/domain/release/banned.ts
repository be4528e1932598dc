import { realNames } from '../people/bearers.ts';
import { permission } from '../people/consent/permission.ts';
import { nameFinder } from './names/name-finder.ts';
import type { Records } from './records.ts';

/** What may stand nowhere in a built site, nor in anything kept from one. */
export interface Banned {
  /** Real names, and their other spellings. */
  readonly names: readonly string[];
  /** Hashes of picture files. */
  readonly pictures: readonly string[];
}

/**
 * Real names that nobody permitted to show on a day; in a preview only those whose permission ended or was withdrawn.
 * A name that stands in the plan itself is public, and one that is another person's too (`namesake`) may be read.
 * @param plan all words of the plan
 */
export function bannedNames(records: Records, day: string, preview: boolean, plan: string): string[] {
  const { people, consents, spelling } = records;
  const names = people.flatMap((person) => {
    if (person.age_band === 'collective' || person.namesake !== undefined) return [];
    const answer = permission(person, 'name', 'site', consents, day);
    if (answer.permitted || (preview && answer.why !== 'withdrawn' && answer.why !== 'expired')) return [];
    return realNames(person);
  });
  const told = new Set(
    nameFinder(names, spelling)
      .find(plan, 'plain')
      .map(({ name }) => name),
  );
  return [...new Set(names)].filter((name) => !told.has(name));
}
