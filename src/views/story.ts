import type { Programme } from '#domain/programme/programme.ts';
import { type Relation, relatedTo, type SharedThing } from '#domain/stories/relations.ts';
import type { Story } from '#domain/stories/story.ts';
import { storyPage } from '#format/story-page.ts';
import { storyData } from './page-search.ts';
import { type PictureView, pictureView } from './picture.ts';
import { build, routes } from './programme.ts';
import { storyCard, stripesOf } from './story-card.ts';
import { storyLists } from './story-lists.ts';

/** How many related stories are offered. */
const MOST_RELATED = 3;

export async function storyIds(): Promise<string[]> {
  return (await storyLists()).all.map((story) => story.id);
}

/** What two stories share, in the words that stand beside the link. */
function reasonText(programme: Programme, { kind, id }: SharedThing): string {
  if (kind === 'person') return `同写${id}`;
  if (kind === 'place') return `同在${programme.places.get(id)?.name ?? id}`;
  return `同属${programme.projects.find((p) => p.id === id)?.short ?? id}`;
}

const NARROW: Readonly<Record<string, number>> = { township: 3, county: 2, city: 1 };

function relatedOf(programme: Programme, story: Story, akin: readonly Story[]) {
  const narrow = (id: string) => NARROW[programme.places.get(id)?.level ?? ''] ?? 1;
  return relatedTo(story, akin, narrow, MOST_RELATED).map(({ story: other, reason }: Relation) => ({
    ...storyCard(programme, other),
    reason: reasonText(programme, reason),
  }));
}

export async function storyView(id: string) {
  const [{ programme, all, akin }, { samples }] = [await storyLists(), await build()];
  const at = all.findIndex((story) => story.id === id);
  const story = all[at];
  if (!story) throw new Error(`没有稿件 ${id}`);
  const neighbour = (i: number) => {
    const other = all[i];
    return other ? { title: other.title, href: routes.story(other.id) } : null;
  };
  const card = storyCard(programme, story);
  const { numbers, passage, sides, ...page } = storyPage(programme, story, routes);
  const pictures = [...new Map(story.body.pictures.map(({ file }) => [file.src, file])).values()];
  return {
    ...card,
    ...page,
    published: story.date,
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
      passage,
      sides,
      pictures: new Map<string, PictureView>(pictures.map((file) => [file.src, pictureView(file)])),
      figures: story.body.figures,
    },
    stripes: stripesOf(programme, story),
    related: relatedOf(programme, story, akin(story)),
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
    all: routes.stories,
  };
}
