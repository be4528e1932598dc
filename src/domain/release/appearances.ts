import type { Scope } from '../consent/consent.ts';
import type { Person } from '../consent/person.ts';
import { peopleIn } from '../picture.ts';
import type { Story } from '../story.ts';
import { type NameFinder, nameFinder, nameKey } from './names/name-finder.ts';
import type { NameSpelling } from './names/spelling.ts';
import type { Face, Records } from './records.ts';

/** Someone a story tells of, names or shows. */
export interface Appearance {
  /** The name as it is printed. */
  readonly printed: string;
  /** Everyone in the records who bears that name; empty: nobody knows who it is. */
  readonly persons: readonly Person[];
  /** What has to be permitted for it. */
  readonly scopes: readonly Scope[];
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

/** A printed name without the remark that it is one: 样例同学（化名）. */
export const bareName = (printed: string) => printed.replace(/\s*[（(]化名[）)]\s*$/, '').trim();

const isSame = (known: string, printed: string, spelling: NameSpelling) =>
  nameKey(known, spelling) === nameKey(bareName(printed), spelling);

/** The real name of someone and what else is it. */
export const realNames = ({ name, also = [] }: Person) => (name === undefined ? also : [name, ...also]);

/** Whether a printed name is the real one of somebody. */
const isRealOf = (printed: string, person: Person, spelling: NameSpelling) =>
  realNames(person).some((name) => isSame(name, printed, spelling));

/** Everyone whom a printed name may mean. */
export const personsNamed = (printed: string, { people, spelling }: Pick<Records, 'people' | 'spelling'>) =>
  people.filter(
    (person) =>
      isRealOf(printed, person, spelling) || (person.alias !== undefined && isSame(person.alias, printed, spelling)),
  );

/** All names under which what is printed may stand elsewhere in the same words. */
export function namesMeant(printed: string, records: Pick<Records, 'people' | 'spelling'>): string[] {
  const { spelling } = records;
  const persons = personsNamed(printed, records).filter((person) => isRealOf(printed, person, spelling));
  return [...new Set([printed, bareName(printed), ...persons.flatMap(realNames)])];
}

/** Everything of a story in which a name may stand, also its address. */
export function wordsOf(story: Story): string[] {
  const { title, subtitle, summary, cover, author, editor, source, source_url: address, corrections, body, id } = story;
  const front = [title, subtitle, summary, author, editor, source, address, ...(corrections ?? []).map((c) => c.text)];
  return [...front, ...Object.values(cover ?? {}), id, body.source].filter((text) => text !== undefined);
}

/** The names of the records that are looked for in every text. */
interface Sought {
  readonly finder: NameFinder;
  readonly real: ReadonlyMap<string, readonly Person[]>;
  readonly alias: ReadonlyMap<string, readonly Person[]>;
}

/** A name that is somebody else's too, or a word, is taken for theirs only where the story says so. */
function soughtNames({ people, spelling }: Records): Sought {
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

const sought = new WeakMap<Records, Sought>();
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
  const same = all.find(([one]) => isSame(bareName(name), one, records.spelling));
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
      persons.length === 0 ? bareName(printed) === printed : persons.some((one) => isRealOf(printed, one, spelling));
    add(printed, ['story', ...(real ? (['name'] as const) : [])]);
  }
  const pictures = rightsAndFiles(story);
  for (const { rights } of pictures) for (const printed of rights ? peopleIn(rights) : []) add(printed, ['portrait']);
  const { finder, real, alias } = kept(sought, records, () => soughtNames(records));
  const inWords = new Set(wordsOf(story).flatMap((text) => finder.find(text, 'markdown').map(({ name }) => name)));
  const listed = (name: string) =>
    [...found.keys()].find((one) => namesMeant(one, records).some((meant) => isSame(meant, name, spelling)));
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
  return [...found].map(([printed, { scopes, sameAs }]) => ({
    ...{ printed, persons: personsNamed(printed, records), sameAs },
    scopes: [...scopes],
  }));
}

/**
 * Everyone who appears in a story: those it lists, those who can be recognised in its pictures (also where only another
 * story tells who is in the same file), and everyone of the records whose real name or 化名 stands anywhere in its words.
 */
export function appearancesOf(story: Story, records: Records): Appearance[] {
  const own = kept(known, records, () => new WeakMap<Story, Appearance[]>());
  return kept(own, story, () => allIn(story, records));
}
