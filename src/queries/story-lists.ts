import type { Programme } from '#domain/programme.ts';
import type { Story } from '#domain/story.ts';
import { type Facet, type FacetGroup, storyFacets } from '#domain/story-facets.ts';
import { byOrder } from '#domain/story-order.ts';
import { build } from './programme.ts';

/** All stories as lists need them, sorted and grouped once a build. */
export interface StoryLists {
  readonly programme: Programme;
  /** In the order of the lists. */
  readonly all: readonly Story[];
  readonly groups: readonly FacetGroup[];
  /** The stories of one value of a facet; none where nobody wrote any, and then there is no page for them either. */
  readonly of: (facet: Facet, value: string) => readonly Story[];
}

let grouped: Promise<StoryLists> | undefined;

async function group(): Promise<StoryLists> {
  const { programme } = await build();
  const { journeys, projects, content } = programme;
  const groups = storyFacets(content.stories, journeys, projects);
  const byKey = new Map(groups.map((g) => [`${g.facet} ${g.value}`, g.stories]));
  return {
    programme,
    all: content.stories.toSorted(byOrder),
    groups,
    of: (facet, value) => byKey.get(`${facet} ${value}`) ?? [],
  };
}

/** Afresh at each request of the live preview, as `build()` is. */
export function storyLists(): Promise<StoryLists> {
  if (import.meta.env.DEV) return group();
  grouped ??= group();
  return grouped;
}
