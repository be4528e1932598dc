import type { APIRoute } from 'astro';
import { storyFeed } from './_story-feed.ts';

/** The newest stories as JSON Feed. */
export const GET: APIRoute = ({ site }) => storyFeed(null, 'json', site);
