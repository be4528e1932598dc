import { canonicalJson, type Reviewed } from '#domain/approvals/reviewed.ts';
import type { Fact } from '#domain/facts/fact.ts';
import { bareName } from '#domain/people/bearers.ts';
import type { Consent } from '#domain/people/consent/consent.ts';
import { plainName } from '#domain/people/consent/name.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { quantity } from '#format/number.ts';
import { sha256 } from '../sha256.ts';

/** What is reviewed of a story, as it was read. */
export interface ReviewedSources {
  /** The front matter as data, before the schema. */
  readonly front: unknown;
  readonly body: string;
  readonly pictures: readonly { readonly src: string; readonly bytes: () => Uint8Array }[];
  /** null where the facts cannot be made. */
  readonly facts: ReadonlyMap<string, Fact> | null;
  /** Ids of the facts it prints. */
  readonly used: readonly string[];
  /** Everyone in it, as printed, with their record and all their papers. */
  readonly people: readonly { readonly printed: string; readonly records: readonly (Person | Consent)[] }[];
}

const isPerson = (one: Person | Consent): one is Person => 'age_band' in one;
const isPaper = (one: Person | Consent): one is Consent => !isPerson(one);
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * What the records say of someone. The digest of it is public: where a 化名 is printed, real name and ids (which are
 * mostly made of it) are left out, so that no guess at a name can be tried against it.
 */
function recordsAsJson(printed: string, records: readonly (Person | Consent)[]): string {
  const persons = records.filter(isPerson).toSorted(byId);
  const papers = records.filter(isPaper).toSorted(byId);
  const isNamed = ({ name }: Person) => name !== undefined && plainName(name) === plainName(bareName(printed));
  return canonicalJson({
    people: persons.map((person) => {
      const { id: _id, name, also: _also, namesake, sample: _sample, ...rest } = person;
      return isNamed(person) ? { ...rest, name, namesake } : rest;
    }),
    consents: papers.map(({ id: _id, sample: _sample, person, ...rest }) => ({
      ...rest,
      person: persons.findIndex(({ id }) => id === person),
    })),
  });
}

/** Collects everything of a story that its reviewers answer for. */
export function reviewedOf({ front, body, pictures, facts, used, people }: ReviewedSources): Reviewed {
  const keys = typeof front === 'object' && front !== null ? Object.entries(front) : [];
  const bytes = new Map(pictures.map((picture) => [picture.src, picture.bytes]));
  return {
    text: body,
    front: Object.fromEntries(keys.map(([key, value]) => [key, canonicalJson(value)])),
    pictures: Object.fromEntries([...bytes].map(([src, read]) => [src, sha256(read())])),
    facts: Object.fromEntries(
      used.flatMap((id) => {
        const fact = facts?.get(id);
        return fact ? [[id, quantity(fact.value, fact.unit, fact.approximate)]] : [];
      }),
    ),
    consents: Object.fromEntries(people.map(({ printed, records }) => [printed, recordsAsJson(printed, records)])),
  };
}
