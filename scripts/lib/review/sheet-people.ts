import { CHANNELS, type Channel, type Consent, SCOPES, type Scope } from '#domain/consent/consent.ts';
import { type Permission, permission } from '#domain/consent/permission.ts';
import type { Person } from '#domain/consent/person.ts';
import { bareName } from '#domain/people/bearers.ts';
import { type Appearance, appearancesOf } from '#domain/release/appearances.ts';
import type { ConsentHold } from '#domain/release/hold.ts';
import { nameFinder } from '#domain/people/names/name-finder.ts';
import type { Records } from '#domain/release/records.ts';
import type { Story } from '#domain/story.ts';
import type { SheetAnswer, SheetChannel, SheetPerson, SheetPlace } from '#exports/review-sheet-data.ts';
import { ageWords, CHANNEL_WORDS, REFUSAL_WORDS, refusalWords, SCOPE_WORDS } from '#format/consent-words.ts';
import { longDate } from '#format/date.ts';
import type { Standing } from '../release/release-stories.ts';

/** One answer for scopes that share it: of several the reason names none. */
function answerOf(answer: Permission, scopes: readonly Scope[], channel: Channel): SheetAnswer {
  const words = scopes.map((scope) => SCOPE_WORDS[scope]);
  if (answer.permitted) return { scopes: words, permitted: true, until: answer.until && longDate(answer.until) };
  const [only, ...more] = scopes;
  const why = only && more.length === 0 ? refusalWords(answer.why, only, channel) : REFUSAL_WORDS[answer.why];
  return { scopes: words, permitted: false, why };
}

/** What the papers of someone permit, channel by channel; scopes with the same answer stand together. */
export function channelsOf(
  person: Person,
  papers: readonly Consent[],
  day: string,
  scopes: readonly Scope[] = SCOPES,
): SheetChannel[] {
  return CHANNELS.map((channel) => {
    const each = scopes.map((scope) => ({ scope, answer: permission(person, scope, channel, papers, day) }));
    const alike = Map.groupBy(each, ({ answer }) => JSON.stringify(answer));
    const answers = [...alike.values()].flatMap((same) => {
      const [first] = same;
      const all = same.map(({ scope }) => scope);
      return first ? [answerOf(first.answer, all, channel)] : [];
    });
    return { channel: CHANNEL_WORDS[channel], answers };
  });
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

/** Where a name stands: in the front matter, in the text line by line, in a picture. */
function placesOf({ printed, sameAs }: Appearance, { story, position }: Standing, { spelling }: Records): SheetPlace[] {
  const { title, subtitle = '', summary, body, people = [] } = story;
  const finder = nameFinder([bareName(printed)], spelling);
  const stands = (words: string) => finder.find(words, 'plain').length > 0;
  const front = [
    ...(stands(`${title}\n${subtitle}`) ? ['标题'] : []),
    ...(stands(summary) ? ['摘要'] : []),
    ...(people.includes(printed) ? ['稿头'] : []),
    // Another story tells who is in the same picture.
    ...(sameAs === null ? [] : [`图片${sameAs.src}`]),
  ];
  const lines = finder.find(body.source, 'markdown').map(({ start }) => position(start).line);
  return [...front.map((part) => ({ line: null, part })), ...[...new Set(lines)].map((line) => ({ line, part: '' }))];
}

function coverOf({ persons, printed }: Appearance, holds: readonly ConsentHold[]): string {
  if (persons.length > 0) return holds.length > 0 ? '有记录，授权不够' : '有授权书';
  return bareName(printed) === printed ? '没有记录' : '写明是化名，没有记录';
}

function sheetPerson(appearance: Appearance, standing: Standing, records: Records, day: string): SheetPerson {
  const { printed, persons } = appearance;
  const holds = standing.holds.filter((hold) => hold.kind === 'consent' && hold.printed === printed) as ConsentHold[];
  const alias =
    bareName(printed) !== printed || (persons.length > 0 && persons.every(({ name }) => name !== bareName(printed)));
  return {
    ...{ printed, alias, fallback: fallbackOf(standing.story, printed) },
    places: placesOf(appearance, standing, records),
    cover: coverOf(appearance, holds),
    settled: holds.length === 0,
    persons: persons.map((person) => {
      const papers = records.consents.filter(({ person: id }) => id === person.id);
      const hidden = person.name === undefined || bareName(printed) !== person.name;
      return {
        ...{ age: ageWords(person), role: person.role },
        channels: channelsOf(person, papers, day),
        papers: papersOf(papers, persons, hidden),
      };
    }),
  };
}

/** Everyone in a story with what covers them and what they permitted. */
export const sheetPeople = (standing: Standing, records: Records, day: string): SheetPerson[] =>
  appearancesOf(standing.story, records).map((appearance) => sheetPerson(appearance, standing, records, day));
