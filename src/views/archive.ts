import type { Programme } from '#domain/programme/programme.ts';
import { type Facet, type FacetGroup, storyFacets } from '#domain/stories/facets.ts';
import { byOrder } from '#domain/stories/order.ts';
import { keyOf, kinFinder, thingsOf } from '#domain/stories/relations.ts';
import type { Story } from '#domain/stories/story.ts';
import { build } from './programme.ts';

/** All stories as lists need them, sorted and grouped once a build. */
export interface StoryArchive {
  readonly programme: Programme;
  /** In the order of the lists. */
  readonly all: readonly Story[];
  /** At which place among all each stands, by its id. */
  readonly places: ReadonlyMap<string, number>;
  readonly groups: readonly FacetGroup[];
  /** The stories of one value of a facet; none where nobody wrote any, and then there is no page for them either. */
  readonly of: (facet: Facet, value: string) => readonly Story[];
  /** The stories that name a place themselves, not one in it. */
  readonly at: (place: string) => readonly Story[];
  /** The stories among which those are that are offered as related to one; it may be among them. */
  readonly akin: (story: Story) => Iterable<Story>;
}

/** How many related stories are offered. */
export const MOST_RELATED = 3;

let grouped: Promise<StoryArchive> | undefined;

async function group(): Promise<StoryArchive> {
  const { programme } = await build();
  const { journeys, projects, content } = programme;
  const groups = storyFacets(content.stories, journeys, projects);
  const all = content.stories.toSorted(byOrder);
  const byValue = new Map(groups.map((g) => [`${g.facet} ${g.value}`, g.stories]));
  const byThing = new Map<string, Story[]>();
  for (const story of all) {
    for (const key of new Set(thingsOf(story).map(keyOf))) {
      const known = byThing.get(key);
      if (known) known.push(story);
      else byThing.set(key, [story]);
    }
  }
  const sharing = (key: string) => byThing.get(key) ?? [];
  let kin: ReturnType<typeof kinFinder> | undefined;
  return {
    programme,
    all,
    places: new Map(all.map(({ id }, at) => [id, at])),
    groups,
    of: (facet, value) => byValue.get(`${facet} ${value}`) ?? [],
    at: (place) => sharing(keyOf({ kind: 'place', id: place })),
    akin: (story) => {
      kin ??= kinFinder(content.stories, MOST_RELATED);
      return kin(story);
    },
  };
}

/** Afresh at each request of the live preview, as `build()` is. */
export function storyArchive(): Promise<StoryArchive> {
  if (import.meta.env.DEV) return group();
  grouped ??= group();
  return grouped;
}
