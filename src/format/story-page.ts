import type { Programme } from '#domain/programme/programme.ts';
import { readingMinutes } from '#domain/stories/reading-time.ts';
import type { Story } from '#domain/stories/story.ts';
import { longDate } from './date.ts';
import { type PrintedNumber, printedById } from './printed-number.ts';
import type { Routes } from './routes.ts';
import { boxOf, type Linked } from './story-box.ts';
import { KIND_WORDS } from './story-kind.ts';

/** 来源, 作者, 编辑, in this order, each where it is known. */
function bylineOf(story: Story) {
  const said = (term: string, text: string | undefined, href: string | null = null) =>
    text ? [{ term, text, href }] : [];
  return [
    ...said('来源', story.source, story.source_url ?? null),
    ...said('作者', story.author),
    ...said('编辑', story.editor),
  ];
}

/**
 * What a reader of a story sees round its text, and what the components in its text ask for by name; pictures aside,
 * which each medium has in a kind of its own. The page and the review sheet are made of it, so that they say the same.
 */
export function storyPage(programme: Programme, story: Story, routes: Routes) {
  const { body } = story;
  return {
    kind: { text: KIND_WORDS[story.kind], href: routes.storiesBy('kind', story.kind) },
    projects: (story.projects ?? []).map((id) => ({
      text: programme.projects.find((project) => project.id === id)?.short ?? id,
      href: routes.project(id),
    })),
    title: story.title,
    subtitle: story.subtitle ?? null,
    summary: story.summary,
    byline: bylineOf(story),
    date: story.date,
    dateText: longDate(story.date),
    minutes: readingMinutes(body.length),
    /** Names in it that are 化名: a reader is told. */
    aliases: story.clearance.aliases,
    coverRights: story.cover ?? null,
    corrections: (story.corrections ?? []).map((c) => ({ date: c.date, dateText: longDate(c.date), text: c.text })),
    box: boxOf(programme, story, routes),
    numbers: new Map<string, PrintedNumber>(body.facts.map((id) => [id, printedById(programme, id, routes)])),
    /** The passage at a locator, as a quotation cites it. */
    passage: (locator: string): Linked => ({
      text: `${programme.document.short}，${programme.passages.get(locator)?.short ?? locator}`,
      href: routes.passage(locator),
    }),
    sides: { left: programme.site.from, right: programme.site.to },
  };
}

export type StoryPage = ReturnType<typeof storyPage>;
