import type { APIRoute } from 'astro';
import { type FeedOf, feedsOf } from '#views/feed.ts';
import { storyFeed } from '../../_story-feed.ts';

export const getStaticPaths = async () => (await feedsOf()).map((here) => ({ params: { ...here }, props: here }));

/** The newest stories of a kind or of a pairing as JSON Feed. */
export const GET: APIRoute<FeedOf> = ({ props, site }) => storyFeed(props, 'json', site);
