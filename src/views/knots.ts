import type { Journey } from '#domain/places/journey.ts';
import { type StoryKnot, storyKnots } from '#domain/stories/knots.ts';
import { byOrder } from '#domain/stories/order.ts';
import type { Story } from '#domain/stories/story.ts';
import { pairName } from '#format/pair-name.ts';
import { storyArchive } from './archive.ts';
import { routes } from './programme.ts';
import type { StoriesHere, StoriesLink } from './stories-here.ts';
import { storyCard } from './story-card.ts';

/** What is tied to one place of the cloth, as maps draw it. */
export interface KnotView {
  /** Id of the journey. */
  readonly journey: string;
  /** Id of the place whose thread it is tied to; null: to the ribbon. */
  readonly thread: string | null;
  readonly count: number;
  /** null: a plain mark. */
  readonly link: { readonly href: string; readonly name: string } | null;
}

/** A story that is tied, as a line under the map. */
export interface TiedStory {
  /** What it is tied to: names of townships, 甲→乙 where it is the ribbon. */
  readonly over: string;
  readonly title: string;
  readonly href: string;
  readonly sample: boolean;
}

/** The stories that are tied to a map, the newest first, and where all are if those are not all. */
export interface StoriesOnThreads {
  readonly stories: readonly TiedStory[];
  readonly all: StoriesLink | null;
}

type OwnKnot = StoryKnot<Story>;

let tied: Promise<readonly OwnKnot[]> | undefined;

async function tie(): Promise<readonly OwnKnot[]> {
  const { all, programme } = await storyArchive();
  return storyKnots(all, programme.journeys);
}

/** Once a build; afresh at each request of the live preview, as `build()` is. */
function storiesTied(): Promise<readonly OwnKnot[]> {
  if (import.meta.env.DEV) return tie();
  tied ??= tie();
  return tied;
}

const placeOf = ({ journey, thread }: OwnKnot): string => thread?.place.name ?? pairName(journey);

/** One story: its title, and it. Several: how many, and where they are listed. */
function linkOf(knot: OwnKnot): KnotView['link'] {
  const { journey, thread, stories } = knot;
  const [first, ...more] = stories;
  if (first && more.length === 0) {
    return { href: routes.story(first.id), name: `${first.title}${first.sample ? '，样稿' : ''}` };
  }
  const href = thread ? routes.township(thread.place.id) : routes.storiesBy('city', journey.city.id);
  return { href, name: `${placeOf(knot)}，${stories.length}篇故事` };
}

const viewOf = (knot: OwnKnot, link: KnotView['link']): KnotView => ({
  journey: knot.journey.id,
  thread: knot.thread?.place.id ?? null,
  count: knot.stories.length,
  link,
});

/** The knots of all maps: as many as there are threads and pairings at most, however many stories there are. */
export async function knotsView(): Promise<KnotView[]> {
  return (await storiesTied()).map((knot) => viewOf(knot, linkOf(knot)));
}

/** The same for a file that is taken away: marks without links and titles, for a story may be withdrawn one day. */
export async function knotMarks(): Promise<KnotView[]> {
  return (await storiesTied()).map((knot) => viewOf(knot, null));
}

/** So many stories stand beside a map. */
const LISTED = 6;
/** So many places of a story are named. */
const NAMED = 3;

const newestFirst = (a: Story, b: Story) => (a.date === b.date ? byOrder(a, b) : a.date < b.date ? 1 : -1);

function whereOf(knots: readonly OwnKnot[]): string {
  const names = knots.map(placeOf);
  const more = names.length > NAMED ? `等${names.length}处` : '';
  return names.slice(0, NAMED).join('、') + more;
}

const tiesOf = async (journeys?: readonly Journey[]): Promise<readonly OwnKnot[]> => {
  const ids = journeys && new Set(journeys.map(({ id }) => id));
  return (await storiesTied()).filter(({ journey }) => !ids || ids.has(journey.id));
};

const storiesOf = (knots: readonly OwnKnot[]): Story[] =>
  [...new Set(knots.flatMap((knot) => knot.stories))].sort(newestFirst);

const overOf = (knots: readonly OwnKnot[], story: Story): string =>
  whereOf(knots.filter(({ stories }) => stories.includes(story)));

/** The knots of a map as a list, for fingers and for readers of the screen; null where nothing is tied. */
export async function storiesOnThreads(): Promise<StoriesOnThreads | null> {
  const knots = await tiesOf();
  const stories = storiesOf(knots);
  if (stories.length === 0) return null;
  return {
    stories: stories.slice(0, LISTED).map((story) => ({
      over: overOf(knots, story),
      title: story.title,
      href: routes.story(story.id),
      sample: story.sample,
    })),
    all: stories.length > LISTED ? { text: `线上共${stories.length}篇，看全部故事`, href: routes.stories } : null,
  };
}

/**
 * The stories of a page that has a map, as its one list: those that are tied to it first, the newest before the others,
 * each with where it is tied; then the rest, as many as there is room for.
 * @param own all stories of the page, in the order of lists
 */
export async function storiesBesideMap(
  own: readonly Story[],
  all: readonly StoriesLink[],
  journeys?: readonly Journey[],
): Promise<StoriesHere | null> {
  const { programme } = await storyArchive();
  const knots = await tiesOf(journeys);
  const tied = storiesOf(knots).filter((story) => own.includes(story));
  const rest = own.filter((story) => !tied.includes(story));
  if (own.length === 0) return null;
  return {
    cards: [...tied, ...rest].slice(0, LISTED).map((story) => {
      const card = storyCard(programme, story);
      return tied.includes(story) ? { ...card, reason: `${card.kindWord}\u3000${overOf(knots, story)}` } : card;
    }),
    more: own.length > LISTED ? all : [],
  };
}
