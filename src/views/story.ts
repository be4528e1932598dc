import type { Programme } from '#domain/programme/programme.ts';
import type { Tombstone } from '#domain/release/tombstone.ts';
import type { OfferedPicture } from '#domain/stories/picture.ts';
import { stripesOfStory } from '#domain/stories/places.ts';
import { type Relation, relatedTo, type SharedThing } from '#domain/stories/relations.ts';
import type { Story } from '#domain/stories/story.ts';
import { dayInChina, longDate } from '#format/date.ts';
import { citedPage } from '#format/publisher.ts';
import type { PosterWords } from '#format/share-picture.ts';
import { storyPage } from '#format/story-page.ts';
import { MOST_RELATED, storyArchive } from './archive.ts';
import { storyData } from './page-search.ts';
import { build, routes } from './programme.ts';
import { pictureView, sharedPhoto, storyCard } from './story-card.ts';

export async function storyIds(): Promise<string[]> {
  return (await storyArchive()).all.map((story) => story.id);
}

/** What two stories share, in the words that stand beside the link. */
function reasonText(programme: Programme, { kind, id }: SharedThing): string {
  if (kind === 'person') return `同写${id}`;
  if (kind === 'place') return `同在${programme.places.get(id)?.name ?? id}`;
  return `同属${programme.projects.find((p) => p.id === id)?.short ?? id}`;
}

const NARROW: Readonly<Record<string, number>> = { township: 3, county: 2, city: 1 };

function relatedOf(programme: Programme, story: Story, akin: Iterable<Story>) {
  const narrow = (id: string) => NARROW[programme.places.get(id)?.level ?? ''] ?? 1;
  return relatedTo(story, akin, narrow, MOST_RELATED).map(({ story: other, reason }: Relation) => ({
    ...storyCard(programme, other),
    reason: reasonText(programme, reason),
  }));
}

const FIRST_SENTENCE = /^.*?[。！？](?:[”’」』）]*)/u;

/** What the poster of a story says: the first sentence of its summary, and whose it is. */
function posterOf(story: Story): PosterWords {
  const { id, summary, title, source, author, cover, date, clearance } = story;
  const said = FIRST_SENTENCE.exec(summary)?.[0] ?? summary;
  const aliases = clearance.aliases.filter((name) => `${title}${said}`.includes(name));
  const by = [author && `文：${author}`, cover && `图：${cover.photographer}`].flatMap((one) => one || []);
  return {
    ...{ id, said },
    credits: [
      `来源：${source}　${longDate(date)}`,
      ...(by.length > 0 ? [by.join('　')] : []),
      ...(aliases.length > 0 ? [`${aliases.join('、')}是化名`] : []),
    ],
  };
}

export type StoryView = Awaited<ReturnType<typeof storyView>>;

export async function storyView(id: string) {
  const [{ programme, all, places, akin }, { samples }] = [await storyArchive(), await build()];
  const at = places.get(id) ?? -1;
  const story = all[at];
  if (!story) throw new Error(`没有稿件 ${id}`);
  const neighbour = (i: number) => {
    const other = all[i];
    return other ? { title: other.title, href: routes.story(other.id) } : null;
  };
  const card = storyCard(programme, story);
  const { numbers, names, passage, sides, ...page } = storyPage(programme, story, routes);
  const full = new Set(story.body.pictures.flatMap(({ file, form }) => (form === 'full' ? [file.src] : [])));
  return {
    ...card,
    ...page,
    published: story.date,
    news: story.kind === 'news',
    author: story.author ?? null,
    source: story.source,
    sourceUrl: story.source_url ?? null,
    people: story.people ?? [],
    agreed: story.clearance.agreed,
    modified:
      story.corrections
        ?.map((c) => c.date)
        .toSorted()
        .at(-1) ?? null,
    /** Whether this is a preview, where each story says what is still open for it. */
    preview: samples,
    open: story.clearance.open,
    search: storyData(programme, story),
    /** What the components inside the text ask for by name. */
    parts: {
      numbers,
      names,
      passage,
      sides,
      pictures: new Map<string, OfferedPicture>(
        story.body.pictures.map(({ file }) => [file.src, pictureView(file, full.has(file.src))]),
      ),
    },
    stripes: stripesOfStory(story, programme.journeys),
    /** What the pictures show that its link is passed on with, and its poster. */
    shared: {
      ...{
        seed: story.id,
        stripes: stripesOfStory(story, programme.journeys),
        photo: sharedPhoto(story),
        sample: story.sample,
      },
      poster: posterOf(story),
    },
    poster: routes.poster(story.id),
    /** A story of a person: numbers in it stay in the background. */
    portrait: story.kind === 'person',
    related: relatedOf(programme, story, akin(story)),
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
    all: routes.stories,
  };
}

/** How a story is quoted: in a text, and as a reference after GB/T 7714. `siteUrl`: address of the site, with protocol. */
export async function storyCitations(id: string, siteUrl: string): Promise<{ inText: string; reference: string }> {
  const { programme, now } = await build();
  const { all, places } = await storyArchive();
  const story = all[places.get(id) ?? -1];
  if (!story) throw new Error(`没有稿件 ${id}`);
  const { title, author, date } = story;
  const url = new URL(routes.story(id), siteUrl).href;
  return {
    inText: `《${title}》，${programme.site.name}，${longDate(date)}，${url}`,
    reference: citedPage(programme.site, { title, author, published: date, day: dayInChina(now), url }),
  };
}

/** What a reader is told where a story was, by why it is not there any more. */
const WORDS: Readonly<Record<Tombstone['why'], { readonly title: string; readonly text: string }>> = {
  end: { title: '这一篇已经撤下', text: '这篇稿件到了约定的时间，已经撤下。网址保留，内容不再提供。' },
  consent: { title: '这一篇已经撤下', text: '这篇稿件已经撤下，内容已经删除，网址保留。' },
  review: { title: '这一篇正在重新审核', text: '这篇稿件改动以后正在重新审核，审完会回到这个网址。' },
};

export async function tombstoneIds(): Promise<string[]> {
  return (await build()).programme.content.tombstones.map(({ id }) => id);
}

export type TombstoneView = Awaited<ReturnType<typeof tombstoneView>>;

export async function tombstoneView(id: string) {
  const { programme, samples } = await build();
  const stone = programme.content.tombstones.find((one) => one.id === id);
  if (!stone) throw new Error(`没有撤下的稿件 ${id}`);
  const { stories, people, home } = routes;
  return {
    ...WORDS[stone.why],
    why: stone.why,
    sample: stone.sample,
    open: stone.open,
    samples,
    stories,
    people,
    home,
  };
}
