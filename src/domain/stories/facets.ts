import type { Journey } from '../places/journey.ts';
import type { Project } from '../programme/project.ts';
import { byOrder } from './order.ts';
import { placesOfStory } from './places.ts';
import { STORY_KINDS, type Story } from './story.ts';

/** By what stories can be picked, in the order in which it is offered; part of the address of each list. */
export const FACETS = ['kind', 'city', 'county', 'project', 'year'] as const;
export type Facet = (typeof FACETS)[number];

/** The stories of one value of a facet. There is none without stories. */
export interface FacetGroup {
  readonly facet: Facet;
  /** A kind, the id of a city, a county or a project, or a year. */
  readonly value: string;
  /** In the order of the lists. */
  readonly stories: readonly Story[];
}

/** What a story counts for under each facet: a story of a township counts for its county and the paired city. */
function valuesOf(story: Story, journeys: readonly Journey[]): Readonly<Record<Facet, readonly string[]>> {
  const { cities, counties } = placesOfStory(story, journeys);
  return {
    kind: [story.kind],
    city: cities,
    county: counties,
    project: story.projects ?? [],
    year: [story.date.slice(0, 4)],
  };
}

/** The values of each facet in reading order: as the plan lists them, years from the newest. */
function orderOf(stories: readonly Story[], journeys: readonly Journey[], projects: readonly Pick<Project, 'id'>[]) {
  const years = new Set(stories.map((story) => story.date.slice(0, 4)));
  return {
    kind: STORY_KINDS,
    city: new Set(journeys.map((j) => j.city.id)),
    county: new Set(journeys.map((j) => j.county.id)),
    project: projects.map((p) => p.id),
    year: [...years].sort().reverse(),
  } satisfies Record<Facet, Iterable<string>>;
}

/** All stories grouped under all facets, in one pass; groups in reading order, values without a story left out. */
export function storyFacets(
  stories: readonly Story[],
  journeys: readonly Journey[],
  projects: readonly Pick<Project, 'id'>[],
): FacetGroup[] {
  const found = new Map<string, Story[]>();
  for (const story of stories.toSorted(byOrder)) {
    const values = valuesOf(story, journeys);
    for (const facet of FACETS) {
      for (const value of new Set(values[facet])) {
        const key = `${facet} ${value}`;
        const group = found.get(key);
        if (group) group.push(story);
        else found.set(key, [story]);
      }
    }
  }
  const order = orderOf(stories, journeys, projects);
  return FACETS.flatMap((facet) =>
    [...order[facet]].flatMap((value) => {
      const own = found.get(`${facet} ${value}`);
      return own ? [{ facet, value, stories: own }] : [];
    }),
  );
}
