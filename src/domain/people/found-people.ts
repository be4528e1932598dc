import { type NameFinder, nameFinder, nameKey } from '../release/names/name-finder.ts';
import type { Records } from '../release/records.ts';
import { wordsOfProfile } from '../stories/profile.ts';
import type { Story } from '../stories/story.ts';
import { bareName, isRealNameOf, namesMeant, personsNamed } from './bearers.ts';
import type { Person } from './consent/person.ts';
import type { Certainty, Mention, MentionPart, MentionPlace, NamingPart } from './mentions.ts';
import { soughtNames } from './sought-names.ts';

/**
 * What covers somebody named in a story. `recorded`: the records know them; `plan`: the plan itself prints the name;
 * `public`, `published`, `alias`, `not-a-person`: the story's front matter says so (an `alias` may also be marked where it
 * stands: then the source is null); `undecided`: nothing.
 */
export type NameCover =
  | { readonly is: 'recorded'; readonly persons: readonly Person[] }
  | { readonly is: 'plan' }
  | { readonly is: 'public' | 'published' | 'alias' | 'not-a-person'; readonly source: string | null }
  | { readonly is: 'undecided' };

/** Somebody named in a story, with every place that names them. */
export interface FoundPerson {
  /** As it is printed first. */
  readonly name: string;
  /** `certain` where one place is. */
  readonly certainty: Certainty;
  /** Whether the story itself lists them: in `people`, or as who can be recognised in a picture. */
  readonly listed: boolean;
  readonly cover: NameCover;
  /** Front matter first, then the body, each in the order of the text. */
  readonly mentions: readonly Mention[];
}

/** What of the records is asked. */
export type PeopleRecords = Pick<Records, 'people' | 'spelling' | 'planNames' | 'placeNames'>;

const isListing = ({ part }: Mention) => part === 'people' || part === 'photo-people';

/** The decision that the front matter holds about a name; the first one counts. */
export const decisionOn = ({ names = [] }: Pick<Story, 'names'>, name: string, { spelling }: PeopleRecords) =>
  names.find((one) => nameKey(bareName(one.name), spelling) === nameKey(bareName(name), spelling));

/** Whether the records know somebody by a name, and the name is nobody else's. */
const isPlain = ({ namesake }: Person) => namesake === undefined;

/** What covers a name that a story prints. The records come first: no decision overrules them. */
export function coverOf(
  name: string,
  story: Pick<Story, 'names'>,
  records: PeopleRecords,
  said: { readonly listed: boolean; readonly alias: boolean },
): NameCover {
  const persons = personsNamed(name, records);
  const decision = decisionOn(story, name, records);
  if (persons.length > 0 && (persons.some(isPlain) || said.listed || decision?.is === 'recorded')) {
    return { is: 'recorded', persons };
  }
  if (decision && decision.is !== 'recorded' && !(decision.is === 'not-a-person' && said.listed)) {
    return { is: decision.is, source: decision.source ?? null };
  }
  if (records.planNames.has(bareName(name))) return { is: 'plan' };
  return said.alias ? { is: 'alias', source: null } : { is: 'undecided' };
}

/** The words of the front matter in which a name may stand, each with what it is and where. */
export function frontWords(
  story: Pick<Story, 'title' | 'subtitle' | 'summary' | 'cover' | 'corrections' | 'profile'>,
): { text: string; part: MentionPart; path: readonly (string | number)[] }[] {
  const { title, subtitle, summary, cover, corrections = [], profile } = story;
  return [
    { text: title, part: 'title' as const, path: ['title'] },
    { text: subtitle ?? '', part: 'subtitle' as const, path: ['subtitle'] },
    { text: summary, part: 'summary' as const, path: ['summary'] },
    { text: cover?.alt ?? '', part: 'alt' as const, path: ['cover', 'alt'] },
    { text: cover?.caption ?? '', part: 'caption' as const, path: ['cover', 'caption'] },
    ...corrections.map(({ text }, i) => ({ text, part: 'correction' as const, path: ['corrections', i, 'text'] })),
    ...wordsOfProfile(profile).map(({ key, text }) => ({ text, part: 'profile' as const, path: ['profile', key] })),
  ];
}

const FRONT_ORDER: readonly (string | number)[] = [
  'title',
  'subtitle',
  'summary',
  'people',
  'author',
  'cover',
  'corrections',
  'profile',
];

/** Front matter first, in the order of its manual, then the body by its offsets. */
const placeIn = (order: ReadonlyMap<string | number, number>, { mention }: Placed): number => {
  const { path, start } = mention.at;
  return path === null ? start : (order.get(path[0] ?? '') ?? 0) - order.size;
};

/** A place with the name under which it counts. */
interface Placed {
  readonly mention: Mention;
  /** As the story prints them, or as the records call them. */
  readonly called: string;
  readonly as: string;
}

/** Names that are known beforehand, and under which name each counts. */
interface KnownNames {
  readonly finder: NameFinder;
  readonly as: (name: string) => Omit<Placed, 'mention'>;
}

/** Where names that are known beforehand stand, however they are written; each text is read once for all of them. */
function knownPlaces(story: Story, known: readonly KnownNames[]): Placed[] {
  const { body } = story;
  const [first] = known;
  const placesIn = (text: string, path: MentionPlace['path'], partOf: (at: number) => MentionPart | null): Placed[] => {
    const read = first?.finder.read(text, 'markdown');
    return known.flatMap(({ finder, as }) =>
      (read ? finder.findIn(read) : []).flatMap(({ start, end, name }): Placed[] => {
        const part = partOf(start);
        if (part === null) return [];
        const at = { path, start, end };
        const mention: Mention = { name: text.slice(start, end), part, certainty: 'certain', alias: false, at };
        return [{ mention, ...as(name) }];
      }),
    );
  };
  return [
    ...frontWords(story).flatMap(({ text, part, path }) => placesIn(text, path, () => part)),
    ...placesIn(body.source, null, (at) => partAt(body.naming.parts, at)),
  ];
}

/** The part of the body that holds an offset; null: an address, a mark. */
function partAt(parts: readonly NamingPart[], offset: number): MentionPart | null {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const own = parts[low];
  return own && own.start <= offset && offset < own.end ? own.part : null;
}

const valueAt = ({ at }: Mention) => at.path?.join(' ') ?? '';

/** Of places in one value those that lie inside no other; of two alike the first. */
function outermost(all: readonly Placed[]): Placed[] {
  const kept: Placed[] = [];
  const byPlace = all.toSorted(
    (a, b) => a.mention.at.start - b.mention.at.start || b.mention.at.end - a.mention.at.end,
  );
  for (const one of byPlace) {
    const last = kept.at(-1);
    if (last && one.mention.at.end <= last.mention.at.end) {
      if (one.mention.alias && one.as === last.as)
        kept[kept.length - 1] = { ...last, mention: { ...last.mention, alias: true } };
    } else kept.push(one);
  }
  return kept;
}

/** Every place of a story that names somebody: names known beforehand stand for what lies inside them. */
function allPlaces(story: Story, records: PeopleRecords): Placed[] {
  const key = (name: string) => nameKey(bareName(name), records.spelling);
  const found = [...story.named, ...story.body.naming.mentions].filter(
    ({ name, certainty }) => certainty === 'certain' || !records.placeNames.has(name),
  );
  const as = (called: string) => ({ called, as: key(called) });
  const own = new Map<string, string>();
  for (const { name } of story.names ?? []) own.set(name, name);
  for (const { name } of found.filter(isListing)) {
    for (const meant of namesMeant(name, records)) own.set(meant, name);
  }
  const { finder: ofRecords, real, alias } = soughtNames(records);
  const known = knownPlaces(story, [
    ...(own.size > 0
      ? [{ finder: nameFinder(own.keys(), records.spelling), as: (name: string) => as(own.get(name) ?? name) }]
      : []),
    ...(real.size + alias.size > 0
      ? [{ finder: ofRecords, as: (name: string) => as(own.get(name) ?? real.get(name)?.[0]?.name ?? name) }]
      : []),
  ]);
  const all = [...known, ...found.map((mention) => ({ mention, ...as(mention.name) }))];
  return [...Map.groupBy(all, ({ mention }) => valueAt(mention)).values()].flatMap(outermost);
}

/**
 * Everyone whom a story names, each once, with every place and with what covers them: nobody has to be declared. Those
 * that a decision calls no person are among them.
 */
export function peopleFound(story: Story, records: PeopleRecords): FoundPerson[] {
  const order = new Map(FRONT_ORDER.map((part, index) => [part, index]));
  const places = allPlaces(story, records).toSorted((a, b) => placeIn(order, a) - placeIn(order, b));
  return [...Map.groupBy(places, ({ as }) => as).values()].flatMap((same): FoundPerson[] => {
    const mentions = same.map(({ mention }) => mention);
    const [first] = same;
    if (!first) return [];
    const name = mentions.find(isListing)?.name ?? first.called;
    const listed = mentions.some(isListing);
    const alias = mentions.some((mention) => mention.alias);
    const cover = coverOf(name, story, records, { listed, alias });
    const certain = mentions.some(({ certainty }) => certainty === 'certain');
    return [{ name, certainty: certain ? 'certain' : 'likely', listed, cover, mentions }];
  });
}

/** Whether a decision would hide somebody whom the records know by their real name. */
export const isRealNameInRecords = (name: string, { people, spelling }: PeopleRecords): boolean =>
  people.some((person) => isPlain(person) && isRealNameOf(name, person, spelling));
