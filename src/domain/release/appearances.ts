import { bareName, isRealNameOf, isSameName, namesMeant, personsNamed } from '../people/bearers.ts';
import type { Scope } from '../people/consent/consent.ts';
import type { Person } from '../people/consent/person.ts';
import { type FoundPerson, peopleFound } from '../people/found-people.ts';
import { soughtNames } from '../people/sought-names.ts';
import { peopleIn } from '../stories/picture.ts';
import { wordsOfProfile } from '../stories/profile.ts';
import type { Story } from '../stories/story.ts';
import type { Face, Records } from './records.ts';

/** Someone a story tells of, names or shows. */
export interface Appearance {
  /** The name as it is printed. */
  readonly printed: string;
  /** Everyone in the records who bears that name; empty: nobody knows who it is. */
  readonly persons: readonly Person[];
  /** What has to be permitted for it; what covers a name without a record is left out. */
  readonly scopes: readonly Scope[];
  /** Whether the story or the records name them; else they were found in its words. */
  readonly declared: boolean;
  /** What covers the name; null where only a picture shows them. */
  readonly found: FoundPerson | null;
  /** Where the story itself does not say so: its picture, and the place that tells who is in the same one. */
  readonly sameAs: { readonly src: string; readonly face: Face } | null;
}

/** A picture that a story shows. */
export interface ShownPicture {
  readonly src: string;
  /** The last day on which it may be shown. */
  readonly expires: string | undefined;
  /** Everyone in it, as the story prints them. */
  readonly people: readonly string[];
}

/** Everything of a story in which a name may stand, also its address. */
export function wordsOf(story: Story): string[] {
  const { title, subtitle, summary, cover, author, editor, source, source_url: address, corrections, body, id } = story;
  const profile = wordsOfProfile(story.profile).map(({ text }) => text);
  const front = [title, subtitle, summary, author, editor, source, address, ...(corrections ?? []).map((c) => c.text)];
  return [...front, ...profile, ...Object.values(cover ?? {}), id, body.source].filter((text) => text !== undefined);
}

const known = new WeakMap<Records, WeakMap<Story, Appearance[]>>();

function kept<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** Names as a story prints them, with everyone who bears them. */
type Printed = ReadonlyMap<string, readonly Person[]>;

/** How a story prints somebody whom another place names; null where it does not. */
function printedAs(name: string, printed: Printed, records: Records): string | null {
  const persons = personsNamed(name, records);
  const all = [...printed];
  const same = all.find(([one]) => isSameName(bareName(name), one, records.spelling));
  return (same ?? all.find(([, bearers]) => bearers.some((person) => persons.includes(person))))?.[0] ?? null;
}

/** Everyone in a picture by its bytes, as other places tell it. */
const facesIn = (hash: string | undefined, { faces }: Records, sample: boolean) =>
  (hash === undefined ? [] : (faces.get(hash) ?? [])).filter((face) => face.sample === sample);

const rightsAndFiles = ({ cover, coverFile, body }: Story) => [
  ...(cover ? [{ rights: cover, file: coverFile, src: cover.src }] : []),
  ...body.pictures.map(({ rights, file }) => ({ rights, file, src: file.src })),
];

/** The pictures of a story with everyone who can be recognised in them, whichever story tells it. */
export function shownPictures(story: Story, records: Records): ShownPicture[] {
  const printed = new Map(appearancesOf(story, records).map((one) => [one.printed, one.persons]));
  return rightsAndFiles(story).map(({ rights, file, src }) => {
    const faces = facesIn(file?.hash, records, story.sample);
    const told = faces.map((face) => printedAs(face.printed, printed, records) ?? face.printed);
    return { src, expires: rights?.expires, people: [...new Set([...(rights ? peopleIn(rights) : []), ...told])] };
  });
}

function allIn(story: Story, records: Records): Appearance[] {
  const { spelling } = records;
  const found = new Map<string, { scopes: Set<Scope>; sameAs: Appearance['sameAs'] }>();
  const add = (printed: string, scopes: readonly Scope[], sameAs: Appearance['sameAs'] = null): void => {
    const before = found.get(printed);
    found.set(printed, {
      scopes: new Set([...(before?.scopes ?? []), ...scopes]),
      sameAs: before ? before.sameAs && sameAs : sameAs,
    });
  };
  for (const printed of story.people ?? []) {
    const persons = personsNamed(printed, records);
    // Nobody known may be anybody, unless the name says that it is none.
    const real =
      persons.length === 0
        ? bareName(printed) === printed
        : persons.some((one) => isRealNameOf(printed, one, spelling));
    add(printed, ['story', ...(real ? (['name'] as const) : [])]);
  }
  const pictures = rightsAndFiles(story);
  for (const { rights } of pictures) for (const printed of rights ? peopleIn(rights) : []) add(printed, ['portrait']);
  const { finder, real, alias } = soughtNames(records);
  const inWords = new Set(wordsOf(story).flatMap((text) => finder.find(text, 'markdown').map(({ name }) => name)));
  const listed = (name: string) =>
    [...found.keys()].find((one) => namesMeant(one, records).some((meant) => isSameName(meant, name, spelling)));
  for (const [name, [person]] of real) {
    if (inWords.has(name)) add(listed(name) ?? person?.name ?? name, ['story', 'name']);
  }
  for (const name of alias.keys()) if (inWords.has(name)) add(listed(name) ?? name, ['story']);
  for (const { file, src } of pictures) {
    for (const face of facesIn(file?.hash, records, story.sample)) {
      const printed = new Map([...found.keys()].map((one) => [one, personsNamed(one, records)]));
      add(printedAs(face.printed, printed, records) ?? face.printed, ['portrait'], { src, face });
    }
  }
  const declared = new Set(found.keys());
  const named = peopleFound(story, records);
  const printedOf = (name: string) => [...found.keys()].find((one) => isSameName(bareName(name), one, spelling));
  const coverage = new Map<string, FoundPerson>();
  for (const one of named) {
    const printed = printedOf(one.name);
    coverage.set(printed ?? one.name, one);
    const inWords = one.mentions.some(({ part }) => part !== 'people' && part !== 'photo-people');
    // Of those in the records the words were looked through above.
    const known = printed !== undefined && one.cover.is === 'recorded';
    if (!inWords || known || one.cover.is === 'not-a-person') continue;
    const persons = personsNamed(one.name, records);
    const real = persons.length === 0 || persons.some((person) => isRealNameOf(one.name, person, spelling));
    add(printed ?? one.name, ['story', ...(real ? (['name'] as const) : [])]);
  }
  return [...found].map(([printed, { scopes, sameAs }]) => {
    const one = coverage.get(printed) ?? null;
    const asked = one ? [...scopes].filter((scope) => !isCovered(scope, one)) : [...scopes];
    const persons = personsNamed(printed, records);
    return { printed, persons, sameAs, scopes: asked, declared: declared.has(printed), found: one };
  });
}

/**
 * Whether something needs no paper: the name of somebody in public office, of whom others have published, or that is made
 * up. Whom a story lists it tells of: then only an office covers that. A portrait is covered by nothing but a record.
 */
function isCovered(scope: Scope, { cover, mentions }: FoundPerson): boolean {
  if (scope === 'portrait' || cover.is === 'recorded' || cover.is === 'undecided') return false;
  return (
    scope === 'name' || cover.is === 'public' || cover.is === 'plan' || !mentions.some(({ part }) => part === 'people')
  );
}

/**
 * Everyone who appears in a story: those it lists, those who can be recognised in its pictures (also where only another
 * story tells who is in the same file), everyone of the records whose real name or 化名 stands anywhere in its words, and
 * everyone else who is named in it, whether or not anybody declared them.
 */
export function appearancesOf(story: Story, records: Records): Appearance[] {
  const own = kept(known, records, () => new WeakMap<Story, Appearance[]>());
  return kept(own, story, () => allIn(story, records));
}
