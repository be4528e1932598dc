import type { APIRoute } from 'astro';
import { storyIndex } from '#views/feed.ts';

/** The list of all stories with whole addresses, in the order in which the site lists them. */
export const GET: APIRoute = async ({ site }) => {
  const whole = (href: string) => new URL(href, site).href;
  const stories = (await storyIndex()).map((story) => ({
    ...story,
    url: whole(story.url),
    cover: story.cover && whole(story.cover),
  }));
  return new Response(`${JSON.stringify(stories, null, 2)}\n`);
};
