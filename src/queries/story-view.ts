import type { Programme } from '#domain/programme.ts';
import { readingMinutes } from '#domain/reading-time.ts';
import type { Story } from '#domain/story.ts';
import { type Relation, relatedTo, type SharedThing } from '#domain/story-relations.ts';
import { longDate } from '#format/date.ts';
import { type NumberView, numberOf } from './number-view.ts';
import { storyData } from './page-search.ts';
import { type PictureView, pictureView } from './picture-view.ts';
import { build, routes } from './programme.ts';
import { boxOf, type LinkView } from './story-box.ts';
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

/** 来源, 作者, 编辑, 时间, in this order, each where it is known. */
function bylineOf(story: Story) {
  const said = (term: string, text: string | undefined, href: string | null = null) =>
    text ? [{ term, text, href }] : [];
  return [
    ...said('来源', story.source, story.source_url ?? null),
    ...said('作者', story.author),
    ...said('编辑', story.editor),
  ];
}

/** What the components inside the text ask for by name. */
function partsOf(programme: Programme, story: Story) {
  const { body } = story;
  const pictures = [...new Map(body.pictures.map(({ file }) => [file.src, file])).values()];
  return {
    numbers: new Map<string, NumberView>(body.facts.map((id) => [id, numberOf(programme, id)])),
    pictures: new Map<string, PictureView>(pictures.map((file) => [file.src, pictureView(file)])),
    /** The passage at a locator, as a quotation cites it. */
    passage: (locator: string): LinkView => ({
      text: `${programme.document.short}，${programme.passages.get(locator)?.short ?? locator}`,
      href: routes.passage(locator),
    }),
    sides: { left: programme.site.from, right: programme.site.to },
    figures: body.figures,
  };
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
  return {
    ...card,
    subtitle: story.subtitle ?? null,
    kind: { text: card.kindWord, href: routes.storiesBy('kind', story.kind) },
    projects: (story.projects ?? []).map((p) => ({
      text: programme.projects.find((project) => project.id === p)?.short ?? p,
      href: routes.project(p),
    })),
    byline: bylineOf(story),
    published: story.date,
    modified:
      story.corrections
        ?.map((c) => c.date)
        .toSorted()
        .at(-1) ?? null,
    minutes: readingMinutes(story.body.length),
    corrections: (story.corrections ?? []).map((c) => ({ date: c.date, dateText: longDate(c.date), text: c.text })),
    /** Whether this is a preview, where each story says what is still open for it. */
    preview: samples,
    open: story.clearance.open,
    aliases: story.clearance.aliases,
    coverRights: story.cover ?? null,
    search: storyData(programme, story),
    box: boxOf(programme, story),
    parts: partsOf(programme, story),
    stripes: stripesOf(programme, story),
    related: relatedOf(programme, story, akin(story)),
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
    all: routes.stories,
  };
}
