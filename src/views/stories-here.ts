import { byOrder } from '#domain/stories/order.ts';
import type { Story } from '#domain/stories/story.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import { type StoryArchive, storyArchive } from './archive.ts';
import { routes } from './programme.ts';
import { type StoryCard, storyCard } from './story-card.ts';

/** A link to a list of stories, saying how many stand there. */
export interface StoriesLink {
  readonly text: string;
  readonly href: string;
}

/** The stories of a project, a place or the whole site, as its page shows them: the first few, then where all are. */
export interface StoriesHere {
  /** A reason says why a card stands here, instead of its kind. */
  readonly cards: readonly (StoryCard & { readonly reason?: string })[];
  readonly more: readonly StoriesLink[];
}

/** As many cards fill one row. */
const A_ROW = 3;
/** A township has no list of its own; its page holds this many, then its county's list takes over. */
const OF_A_TOWNSHIP = 6;

const shown = ({ programme }: StoryArchive, stories: readonly Story[], most: number) =>
  stories.slice(0, most).map((story) => storyCard(programme, story));

const link = (text: string, href: string): StoriesLink => ({ text, href });

/** The first row of a list, and where the whole of it stands if there is more. */
function rowOf(lists: StoryArchive, own: readonly Story[], href: string): StoriesHere | null {
  if (own.length === 0) return null;
  return { cards: shown(lists, own, A_ROW), more: own.length > A_ROW ? [link(`全部${own.length}篇`, href)] : [] };
}

/** null where there is no story: then the page has no such section. */
export async function storiesOfProject(id: string): Promise<StoriesHere | null> {
  const lists = await storyArchive();
  return rowOf(lists, lists.of('project', id), routes.storiesBy('project', id));
}

/** Where all stories of a city stand, and those of each of its counties. */
export function linksOfPairing(lists: StoryArchive, city: string): readonly StoriesLink[] {
  const counties = lists.programme.journeys.filter((j) => j.city.id === city).map((j) => j.county);
  return [
    link(`全部${lists.of('city', city).length}篇`, routes.storiesBy('city', city)),
    ...counties.flatMap(({ id, name }) => {
      const count = lists.of('county', id).length;
      return count > 0 ? [link(`${name}${count}篇`, routes.storiesBy('county', id))] : [];
    }),
  ];
}

export async function storiesOfTownship(id: string): Promise<StoriesHere | null> {
  const lists = await storyArchive();
  const own = lists.at(id);
  const county = lists.programme.journeys.find((j) => j.threads.some((t) => t.place.id === id))?.county;
  if (own.length === 0 || !county) return null;
  const inCounty = lists.of('county', county.id).length;
  const further = inCounty > Math.min(own.length, OF_A_TOWNSHIP);
  return {
    cards: shown(lists, own, OF_A_TOWNSHIP),
    more: further ? [link(`${county.name}全部${inCounty}篇`, routes.storiesBy('county', county.id))] : [],
  };
}

/** A story as a link in a line of text. */
export interface StoryLink {
  readonly title: string;
  readonly href: string;
  readonly kind: string;
  readonly sample: boolean;
}

/** A story as such a link. */
export const storyLine = (story: Story): StoryLink => ({
  title: story.title,
  href: routes.story(story.id),
  kind: KIND_WORDS[story.kind],
  sample: story.sample,
});

/** Where a reader found nothing: the first stories of the site; none where there are none. */
export async function storiesOffered() {
  const { all } = await storyArchive();
  return all.slice(0, A_ROW).map((story) => ({ ...storyLine(story), over: KIND_WORDS[story.kind] }));
}

/** The stories of the projects a department leads, as lines; where there are more, the lists of those projects. */
export function storiesOfProjects(
  lists: StoryArchive,
  projects: readonly { readonly id: string; readonly short: string }[],
) {
  const own = [...new Set(projects.flatMap((p) => lists.of('project', p.id)))].sort(byOrder);
  const rest = projects.flatMap(({ id, short }) => {
    const count = lists.of('project', id).length;
    return count > 0 ? [link(`${short}${count}篇`, routes.storiesBy('project', id))] : [];
  });
  return {
    stories: own.slice(0, A_ROW).map(storyLine),
    more: own.length > A_ROW ? rest : [],
  };
}
