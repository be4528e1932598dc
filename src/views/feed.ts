import { STORY_KINDS, type StoryKind } from '#domain/stories/kinds.ts';
import { byOrder } from '#domain/stories/order.ts';
import { instantOf, type Story } from '#domain/stories/story.ts';
import { dayInChina, longDate } from '#format/date.ts';
import { KIND_WORDS } from '#format/kinds.ts';
import { pairName } from '#format/pair-name.ts';
import { speaker } from '#format/publisher.ts';
import type { FeedFormat } from '#format/routes.ts';
import { type StoryArchive, storyArchive } from './archive.ts';
import { build, routes } from './programme.ts';
import { feedLinks, type MachineLink } from './site.ts';
import { storyView } from './story.ts';
import { pictureView } from './story-card.ts';

/** As many stories stand in a feed; a reader who comes later finds the others on the site. */
const MOST = 20;

/** What stories a feed is of, besides the one of all: those of a kind, or those of a pairing, known by its city. */
export interface FeedOf {
  readonly facet: 'kind' | 'city';
  readonly value: string;
}

/** When a story came out: the moment its front matter says, else the beginning of its day in China. */
const momentOf = (story: Story) => instantOf(story.publish_at ?? story.date);

/** Newest first, whatever stands in front in the lists. */
function byDay(a: Story, b: Story): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return momentOf(b).getTime() - momentOf(a).getTime() || byOrder({ ...a, weight: 0 }, { ...b, weight: 0 });
}

/** When the newest of its corrections was made; null where there is none. */
function correctedOn({ corrections = [] }: Story): Date | null {
  const day = corrections
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  return day === undefined ? null : instantOf(day);
}

async function makeItem(story: Story, markdown: string) {
  const { programme } = await build();
  const view = await storyView(story.id);
  const places = (story.places ?? []).map((id) => programme.places.get(id)?.name ?? id);
  return {
    href: view.href,
    title: story.sample ? `【样稿】${story.title}` : story.title,
    subtitle: view.subtitle,
    profile: view.profile,
    summary: story.summary,
    published: momentOf(story),
    corrected: correctedOn(story),
    categories: [view.kind.text, ...view.projects.map((p) => p.text), ...places],
    author: story.author ?? null,
    source: story.source,
    sourceUrl: story.source_url ?? null,
    editor: story.editor,
    dateText: longDate(story.date),
    corrections: view.corrections,
    cover: view.cover.picture && story.cover ? { ...story.cover, picture: view.cover.picture } : null,
    markdown,
    parts: view.parts,
  };
}

const items = new WeakMap<Story, ReturnType<typeof makeItem>>();

/** A story as a feed tells it, the same for all feeds in which it stands. */
function itemOf(story: Story) {
  // Read each time: whose words a feed shows is noted as they are read.
  const markdown = story.body.source;
  const item = items.get(story) ?? makeItem(story, markdown);
  items.set(story, item);
  return item;
}

/** What a feed is called, what it holds, and which page it belongs to. */
interface FeedFacts {
  /** Without the name of the site; empty for the feed of all. */
  readonly name: string;
  readonly about: string;
  readonly home: string;
  readonly address: (format: FeedFormat) => string;
  readonly stories: readonly Story[];
}

/** Every pairing by its city, each once. */
const citiesOf = ({ programme }: StoryArchive) => [...new Set(programme.journeys.map(({ city }) => city.id))];

function factsOf(archive: StoryArchive, here: FeedOf | null): FeedFacts {
  const { programme, all, of } = archive;
  if (!here) {
    return { name: '', about: programme.site.description, home: routes.home, address: routes.feed, stories: all };
  }
  const { facet, value } = here;
  const stories = of(facet, value);
  const own = programme.journeys.filter(({ city }) => city.id === value);
  const name = facet === 'kind' ? KIND_WORDS[value as StoryKind] : own.map(pairName).join('、');
  // The list of a kind is there once it has a story.
  const list = stories.length > 0 ? routes.storiesBy(facet, value) : routes.stories;
  return {
    name,
    about: facet === 'kind' ? `“${name}”一类的稿件，全文。` : `写到${name}这一组结对的稿件，全文。`,
    home: facet === 'kind' ? list : routes.pairing(value),
    address: (format) => routes.feedOf(facet, value, format),
    stories,
  };
}

/** Every feed of a kind or of a pairing. They are there from the first day, also while they are empty: an address stays. */
export async function feedsOf(): Promise<FeedOf[]> {
  const archive = await storyArchive();
  return [
    ...STORY_KINDS.map((value) => ({ facet: 'kind', value }) as const),
    ...citiesOf(archive).map((value) => ({ facet: 'city', value }) as const),
  ];
}

const titled = (site: string, name: string) => (name === '' ? site : `${site}：${name}`);

/** A feed: what it is, and its newest stories. Addresses are under the base path, not yet whole. */
export async function feedView(here: FeedOf | null) {
  const [archive, { programme, now }] = [await storyArchive(), await build()];
  const { name, about, home, address, stories } = factsOf(archive, here);
  return {
    title: titled(programme.site.name, name),
    description: about,
    publisher: speaker(programme.site, dayInChina(now)),
    home,
    address,
    items: await Promise.all(stories.toSorted(byDay).slice(0, MOST).map(itemOf)),
  };
}

/** The links to the feed of what a page lists; none where it has no feed of its own. */
export async function feedLinksOf(facet: string, value: string): Promise<MachineLink[]> {
  const own = (await feedsOf()).find((one) => one.facet === facet && one.value === value);
  if (!own) return [];
  const archive = await storyArchive();
  const { name, address } = factsOf(archive, own);
  return feedLinks(titled(archive.programme.site.name, name), address);
}

/** All stories for machines, in the order of the lists. Addresses are under the base path, not yet whole. */
export async function storyIndex() {
  const { all } = await storyArchive();
  return all.map((story) => ({
    id: story.id,
    url: routes.story(story.id),
    kind: story.kind,
    title: story.title,
    summary: story.summary,
    date: story.date,
    projects: story.projects ?? [],
    places: story.places ?? [],
    cover: story.coverFile ? pictureView(story.coverFile).src : null,
  }));
}

/** One feed as the page of all feeds lists it. */
interface FeedLine {
  readonly name: string;
  readonly rss: string;
  readonly json: string | null;
}

/** All feeds, for people: the one of all stories, those of kinds and pairings, and what others published. */
export async function feedsView() {
  const archive = await storyArchive();
  const { programme } = archive;
  const line = (here: FeedOf | null): FeedLine => {
    const { name, address } = factsOf(archive, here);
    return { name: name || '全部稿件', rss: address('xml'), json: address('json') };
  };
  const all = await feedsOf();
  const of = (facet: FeedOf['facet']) => all.filter((one) => one.facet === facet).map(line);
  const reports = programme.content.coverage.length > 0;
  return {
    most: MOST,
    groups: [
      { title: '全部', lines: [line(null)] },
      { title: '按类别', lines: of('kind') },
      { title: '按结对', lines: of('city') },
      ...(reports
        ? [{ title: '别人登过的', lines: [{ name: '媒体报道', rss: routes.coverageFeed, json: null }] }]
        : []),
      {
        title: '改过的',
        lines: [{ name: '更正', rss: routes.correctionsFeed('xml'), json: routes.correctionsFeed('json') }],
      },
    ],
  };
}
