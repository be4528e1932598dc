import { CHANNELS, type Consent, SCOPES } from '#domain/consent/consent.ts';
import { permission } from '#domain/consent/permission.ts';
import type { Person } from '#domain/consent/person.ts';
import { bareName } from '#domain/people/bearers.ts';
import { type Appearance, appearancesOf } from '#domain/release/appearances.ts';
import type { Records } from '#domain/release/records.ts';
import type { Story } from '#domain/story.ts';
import type { SheetPermission, SheetPerson } from '#exports/review-sheet-data.ts';
import { ageWords, refusalWords, SCOPE_WORDS } from '#format/consent-words.ts';
import { longDate } from '#format/date.ts';

/** What the papers of someone permit, scope by scope and channel by channel. */
function permissionsOf(person: Person, consents: readonly Consent[], day: string): SheetPermission[] {
  return SCOPES.map((scope) => ({
    scope: SCOPE_WORDS[scope],
    channels: CHANNELS.map((channel) => {
      const answer = permission(person, scope, channel, consents, day);
      if (!answer.permitted) return { permitted: false, why: refusalWords(answer.why, scope, channel) };
      return { permitted: true, until: answer.until && longDate(answer.until) };
    }),
  }));
}

function fallbackOf({ fallbacks = [] }: Story, printed: string): string | null {
  const own = fallbacks.find(({ person }) => person === printed);
  if (!own) return null;
  const [name, portrait] = [own.name && `换成“${own.name}”`, own.portrait && '不放照片'];
  return [name, portrait].filter(Boolean).join('，') || null;
}

/** Where papers lie, without the names of guardians, of kin and of those behind a 化名. */
function papersOf(consents: readonly Consent[], persons: readonly Person[], alias: boolean): string[] {
  const secret = consents.flatMap(({ guardian, kin }) => [guardian?.name ?? [], kin?.name ?? []].flat());
  const hidden = [...secret, ...(alias ? persons.flatMap(({ name }) => name ?? []) : [])];
  return consents.map(({ paper }) => hidden.reduce((words, name) => words.replaceAll(name, '××'), paper));
}

function sheetPerson(story: Story, { printed, persons }: Appearance, records: Records, day: string): SheetPerson[] {
  const fallback = fallbackOf(story, printed);
  if (persons.length === 0) {
    return [
      {
        printed,
        alias: bareName(printed) !== printed,
        age: '没有记录',
        role: '',
        permissions: [],
        papers: [],
        fallback,
      },
    ];
  }
  return persons.map((person) => {
    const papers = records.consents.filter(({ person: id }) => id === person.id);
    const alias = person.name === undefined || bareName(printed) !== person.name;
    return {
      ...{ printed, alias, age: ageWords(person), role: person.role, fallback },
      permissions: permissionsOf(person, papers, day),
      papers: papersOf(papers, persons, alias),
    };
  });
}

/** Everyone in a story with what they permitted. */
export const sheetPeople = (story: Story, records: Records, day: string): SheetPerson[] =>
  appearancesOf(story, records).flatMap((appearance) => sheetPerson(story, appearance, records, day));
