import { bareName } from '#domain/people/bearers.ts';
import { CHANNELS, type Channel, type Consent, SCOPES, type Scope } from '#domain/people/consent/consent.ts';
import { type Permission, permission } from '#domain/people/consent/permission.ts';
import type { Person } from '#domain/people/consent/person.ts';
import { type NameCover, peopleFound } from '#domain/people/found-people.ts';
import { type Appearance, appearancesOf } from '#domain/release/appearances.ts';
import type { Records } from '#domain/release/records.ts';
import type { Story } from '#domain/stories/story.ts';
import type { SheetAnswer, SheetChannel, SheetNoName, SheetPerson, SheetPlace } from '#exports/review-sheet/data.ts';
import { ageWords, CHANNEL_WORDS, REFUSAL_WORDS, refusalWords, SCOPE_WORDS } from '#format/consent-words.ts';
import { longDate } from '#format/date.ts';
import { MENTION_WORDS, NAME_KIND_WORDS } from '#format/name-words.ts';
import type { Standing } from '#reader/release/release-stories.ts';

/** What of a story on its way out tells of its people. */
type Reviewed = Pick<Standing, 'story' | 'holds' | 'position'>;

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

/** Where someone is named: in the front matter, in the text line by line; or only as another story tells of a picture. */
function placesOf({ found, sameAs }: Pick<Appearance, 'found' | 'sameAs'>, { position }: Reviewed): SheetPlace[] {
  const places = (found?.mentions ?? []).map(({ part, at: { path, start } }) => ({
    line: path === null ? position(start).line : null,
    part: MENTION_WORDS[part],
  }));
  return sameAs === null ? places : [...places, { line: null, part: `图片${sameAs.src}` }];
}

/** By what a name may stand there. */
function coverWords(cover: NameCover | null, isRecorded: boolean, isOpen: boolean): string {
  if (isRecorded) return isOpen ? '有记录，授权不够' : '有授权书';
  if (cover === null || cover.is === 'recorded' || cover.is === 'undecided') return '没有记录';
  if (cover.is === 'plan') return '文件里印着的名字';
  return `${NAME_KIND_WORDS[cover.is]}${cover.source === null ? '' : `：${cover.source}`}`;
}

function sheetPerson(appearance: Appearance, standing: Reviewed, records: Records, day: string): SheetPerson {
  const { printed, persons, found, declared } = appearance;
  const holds = standing.holds.filter(
    (hold) => (hold.kind === 'consent' || hold.kind === 'undecided') && hold.printed === printed,
  );
  const undecided = holds.some(({ kind }) => kind === 'undecided');
  const alias =
    bareName(printed) !== printed || (persons.length > 0 && persons.every(({ name }) => name !== bareName(printed)));
  const known = persons.length > 0 && (declared || found?.cover.is === 'recorded');
  return {
    ...{ printed, alias, fallback: fallbackOf(standing.story, printed) },
    places: placesOf(appearance, standing),
    cover: undecided ? '是不是人名，还没有定' : coverWords(found?.cover ?? null, known, holds.length > 0),
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
    asked: appearance.scopes.length > 0,
  };
}

/** Everyone found in a story, in its order, with what covers them and what they permitted. */
export function sheetPeople(standing: Reviewed, records: Records, day: string): SheetPerson[] {
  const { story } = standing;
  const appearances = appearancesOf(story, records);
  const named = peopleFound(story, records);
  const order = new Map(named.map((one, i) => [one.name, i]));
  const place = ({ found }: Appearance) => order.get(found?.name ?? '') ?? named.length;
  return appearances
    .toSorted((a, b) => place(a) - place(b))
    .map((appearance) => sheetPerson(appearance, standing, records, day));
}

/** Words that somebody decided are no name: whoever signs answers for that too. */
export const sheetNoNames = (standing: Reviewed, records: Records): SheetNoName[] =>
  peopleFound(standing.story, records)
    .filter(({ cover }) => cover.is === 'not-a-person')
    .map((found) => ({ printed: found.name, places: placesOf({ found, sameAs: null }, standing) }));
