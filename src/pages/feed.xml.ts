import type { APIRoute } from 'astro';
import { storyFeed } from './_story-feed.ts';

/** The newest stories as RSS. */
export const GET: APIRoute = ({ site }) => storyFeed(null, 'xml', site);
