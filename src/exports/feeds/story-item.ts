import { lookupOf, type StoryFigure, type StoryParts } from '#stories/render/components.ts';
import { feedHtml, framedHtml, type StoryFrame } from '#stories/render/feed.ts';
import type { FeedItem } from './rss.ts';

/** A story as a feed tells it, before its text is made; addresses are under the base path, not yet whole. */
export interface FeedStory extends StoryFrame, Omit<FeedItem, 'url' | 'html' | 'image' | 'author' | 'source'> {
  readonly href: string;
  readonly markdown: string;
  readonly parts: StoryParts;
}

/** The site that a feed is of. */
export interface FeedSite {
  /** Whole address of a path. */
  readonly whole: (href: string) => string;
  /** Path the site lies under, with slashes at both ends. */
  readonly base: string;
  readonly figure: (name: string) => StoryFigure | undefined;
}

/** A story as an item of a feed in whichever form: every address whole, the whole text as HTML that stands by itself. */
export function storyItem(story: FeedStory, { whole, base, figure }: FeedSite): FeedItem {
  const page = whole(story.href);
  const text = feedHtml(story.markdown, { base, page, lookup: lookupOf(story.parts, figure) });
  const image = story.cover ? whole(story.cover.picture.src) : null;
  return { ...story, url: page, image, html: framedHtml(text, story, page) };
}
