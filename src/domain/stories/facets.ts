import type { Journey } from '../places/journey.ts';
import type { Project } from '../programme/project.ts';
import { STORY_KINDS, type StoryKind } from './kinds.ts';
import { byOrder } from './order.ts';
import { placesOfStory } from './places.ts';
import type { Story } from './story.ts';

/**
 * What pages can be picked by, in the order in which it is offered, as it is called where no programme says otherwise. The one list of it: the key is part
 * of the address of each list of stories and of the search, and what each means for a story stands below in `FACET`.
 */
export const FACET_TITLES = {
  kind: '类别',
  city: '城市',
  county: '县',
  project: '项目',
  year: '年份',
} as const;

export type Facet = keyof typeof FACET_TITLES;
export const FACETS = Object.keys(FACET_TITLES) as readonly Facet[];

/** The values a page has, by facet; the words a reader sees. */
export type FacetValues = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** What the values of facets are the ids of. */
export interface FacetWorld {
  readonly journeys: readonly Journey[];
  readonly projects: readonly Pick<Project, 'id'>[];
}

/** The words for what values are the ids of. */
export interface FacetNames {
  readonly kinds: Readonly<Record<StoryKind, string>>;
  readonly projects: readonly Pick<Project, 'id' | 'short'>[];
  readonly places: ReadonlyMap<string, { readonly name: string }>;
}

interface FacetSpec {
  /** What a story counts for; part of an address. */
  readonly of: (story: Story, journeys: readonly Journey[]) => readonly string[];
  /** The values in reading order. */
  readonly order: (world: FacetWorld, found: readonly string[]) => Iterable<string>;
  /** What a value is called. */
  readonly word: (value: string, names: FacetNames) => string | undefined;
  /** What it is called where nothing says which facet it is of. */
  readonly alone?: (word: string) => string;
}

const placeName: FacetSpec['word'] = (id, { places }) => places.get(id)?.name;

/** A story of a township counts for its county and the paired city. */
const FACET: Readonly<Record<Facet, FacetSpec>> = {
  kind: {
    of: ({ kind }) => [kind],
    order: () => STORY_KINDS,
    word: (value, { kinds }) => kinds[value as StoryKind],
  },
  city: {
    of: (story, journeys) => placesOfStory(story, journeys).cities,
    order: ({ journeys }) => journeys.map((j) => j.city.id),
    word: placeName,
  },
  county: {
    of: (story, journeys) => placesOfStory(story, journeys).counties,
    order: ({ journeys }) => journeys.map((j) => j.county.id),
    word: placeName,
  },
  project: {
    of: ({ projects = [] }) => projects,
    order: ({ projects }) => projects.map((p) => p.id),
    word: (value, { projects }) => projects.find((p) => p.id === value)?.short,
  },
  year: {
    of: ({ date }) => [date.slice(0, 4)],
    order: (_, found) => found.toSorted().reverse(),
    word: (value) => value,
    alone: (word) => `${word}年`,
  },
};

/** What a value of a facet is called; `alone`: where nothing beside it says which facet it is of. */
export function facetWord(facet: Facet, value: string, names: FacetNames, alone = true): string {
  const spec = FACET[facet];
  const word = spec.word(value, names) ?? value;
  return alone && spec.alone ? spec.alone(word) : word;
}

/** Everything a story can be picked by, in the words a reader sees, in reading order. */
export function facetWords(story: Story, world: FacetWorld, names: FacetNames): FacetValues {
  const wordsOf = (facet: Facet) => {
    const own = new Set(FACET[facet].of(story, world.journeys));
    const ordered = [...new Set(FACET[facet].order(world, [...own]))].filter((value) => own.has(value));
    return ordered.map((value) => facetWord(facet, value, names, false));
  };
  return Object.fromEntries(FACETS.map((facet) => [facet, wordsOf(facet)]));
}

/** The stories of one value of a facet. There is none without stories. */
export interface FacetGroup {
  readonly facet: Facet;
  /** A kind, the id of a city, a county or a project, or a year. */
  readonly value: string;
  /** In the order of the lists. */
  readonly stories: readonly Story[];
}

/** All stories grouped under all facets; groups in reading order, values without a story left out. */
export function storyFacets(
  stories: readonly Story[],
  journeys: readonly Journey[],
  projects: FacetWorld['projects'],
): FacetGroup[] {
  const ordered = stories.toSorted(byOrder);
  return FACETS.flatMap((facet) => {
    const found = new Map<string, Story[]>();
    for (const story of ordered) {
      for (const value of new Set(FACET[facet].of(story, journeys))) {
        const group = found.get(value);
        if (group) group.push(story);
        else found.set(value, [story]);
      }
    }
    return [...new Set(FACET[facet].order({ journeys, projects }, [...found.keys()]))].flatMap((value) => {
      const own = found.get(value);
      return own ? [{ facet, value, stories: own }] : [];
    });
  });
}
