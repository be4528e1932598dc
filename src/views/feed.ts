import { byOrder } from '#domain/stories/order.ts';
import { instantOf, type Story } from '#domain/stories/story.ts';
import { dayInChina, longDate } from '#format/date.ts';
import { speaker } from '#format/publisher.ts';
import { storyArchive } from './archive.ts';
import { build, routes } from './programme.ts';
import { storyView } from './story.ts';
import { pictureView } from './story-card.ts';

/** As many stories stand in the feed; a reader who comes later finds the others on the site. */
const MOST = 20;

/** When a story came out: the moment its front matter says, else the beginning of its day in China. */
const momentOf = (story: Story) => instantOf(story.publish_at ?? story.date);

/** Newest first, whatever stands in front in the lists. */
function byDay(a: Story, b: Story): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return momentOf(b).getTime() - momentOf(a).getTime() || byOrder({ ...a, weight: 0 }, { ...b, weight: 0 });
}

async function itemOf(story: Story) {
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
    categories: [view.kind.text, ...view.projects.map((p) => p.text), ...places],
    author: story.author ?? null,
    source: story.source,
    sourceUrl: story.source_url ?? null,
    editor: story.editor,
    dateText: longDate(story.date),
    corrections: view.corrections,
    cover: view.cover.picture && story.cover ? { ...story.cover, picture: view.cover.picture } : null,
    markdown: story.body.source,
    parts: view.parts,
  };
}

export type FeedItemView = Awaited<ReturnType<typeof itemOf>>;

/** The feed of the site: what it is, and its newest stories. Addresses are under the base path, not yet whole. */
export async function feedView() {
  const { programme, now } = await build();
  const newest = programme.content.stories.toSorted(byDay).slice(0, MOST);
  return {
    title: programme.site.name,
    description: programme.site.description,
    publisher: speaker(programme.site, dayInChina(now)),
    home: routes.home,
    self: routes.feed,
    items: await Promise.all(newest.map(itemOf)),
  };
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
