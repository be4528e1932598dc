import { plainName } from '../consent/name.ts';
import { permission } from '../consent/permission.ts';
import type { Records } from './clearing.ts';

/** What may stand nowhere in a built site, nor in anything kept from one. */
export interface Banned {
  /** Real names. */
  readonly names: readonly string[];
  /** Hashes of picture files. */
  readonly pictures: readonly string[];
}

/**
 * Real names that nobody permitted to show on a day; in a preview only those whose permission ended or was withdrawn.
 * A name that stands in the plan itself is public, and one that is another person's too (`namesake`) may be read.
 * @param plan all words of the plan
 */
export function bannedNames({ people, consents }: Records, day: string, preview: boolean, plan: string): string[] {
  const told = plainName(plan);
  return people.flatMap((person) => {
    const { name, age_band: band, namesake } = person;
    if (name === undefined || band === 'collective' || namesake !== undefined) return [];
    if (plainName(name).length < 2 || told.includes(plainName(name))) return [];
    const answer = permission(person, 'name', 'site', consents, day);
    if (answer.permitted || (preview && answer.why !== 'withdrawn' && answer.why !== 'expired')) return [];
    return [name];
  });
}
