import type { Scope } from '../consent/consent.ts';
import { plainName } from '../consent/name.ts';
import type { Person } from '../consent/person.ts';
import { peopleIn } from '../picture.ts';
import type { Story } from '../story.ts';
import { hasName } from './names-in-text.ts';

/** Someone a story tells of, names or shows. */
export interface Appearance {
  /** The name as it is printed. */
  readonly printed: string;
  /** Everyone in the records who bears that name; empty: nobody knows who it is. */
  readonly persons: readonly Person[];
  /** What has to be permitted for it. */
  readonly scopes: readonly Scope[];
}

/** A printed name without the remark that it is one: 样例同学（化名）. */
export const bareName = (printed: string) => printed.replace(/\s*[（(]化名[）)]\s*$/, '').trim();

/** Everyone whom a printed name may mean. */
export const personsNamed = (printed: string, people: readonly Person[]) =>
  people.filter(({ name, alias }) => isSame(name, printed) || isSame(alias, printed));

const isSame = (known: string | undefined, printed: string) =>
  known !== undefined && plainName(known) === plainName(bareName(printed));

/** Whether a printed name is somebody's real one; nobody known may be anybody, unless it says that it is none. */
const isReal = (printed: string, persons: readonly Person[]) =>
  persons.length === 0 ? bareName(printed) === printed : persons.some(({ name }) => isSame(name, printed));

/** Everything of a story in which a name may stand. */
export const wordsOf = (story: Story) =>
  JSON.stringify([
    story.title,
    story.subtitle,
    story.summary,
    story.cover,
    story.author,
    story.editor,
    story.corrections,
  ]) + story.body.source;

/**
 * Everyone who appears in a story: those it lists, those who can be recognised in its pictures, and everyone of the
 * records whose real name stands anywhere in its words.
 */
export function appearancesOf(story: Story, people: readonly Person[]): Appearance[] {
  const found = new Map<string, Set<Scope>>();
  const add = (printed: string, ...scopes: Scope[]): void => {
    found.set(printed, new Set([...(found.get(printed) ?? []), ...scopes]));
  };
  for (const printed of story.people ?? []) {
    add(printed, 'story', ...(isReal(printed, personsNamed(printed, people)) ? (['name'] as const) : []));
  }
  const pictures = [
    ...(story.cover ? [story.cover] : []),
    ...story.body.pictures.flatMap(({ rights }) => rights ?? []),
  ];
  for (const picture of pictures) for (const printed of peopleIn(picture)) add(printed, 'portrait');
  const words = wordsOf(story);
  for (const { name, age_band: band, namesake } of people) {
    // A name that is somebody else's too, or a word, is taken for theirs only where the story says so.
    if (name === undefined || band === 'collective' || namesake !== undefined) continue;
    const printed = [...found.keys()].find((one) => isSame(name, one)) ?? name;
    if (hasName(words, name)) add(printed, 'story', 'name');
  }
  return [...found].map(([printed, scopes]) => ({
    printed,
    persons: personsNamed(printed, people),
    scopes: [...scopes],
  }));
}
