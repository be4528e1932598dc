import type { APIRoute } from 'astro';
import { correctionFeed } from './_correction-feed.ts';

/** The newest corrections as JSON Feed. */
export const GET: APIRoute = ({ site }) => correctionFeed('json', site);
