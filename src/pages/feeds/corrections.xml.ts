import type { APIRoute } from 'astro';
import { correctionFeed } from './_correction-feed.ts';

/** The newest corrections as RSS. */
export const GET: APIRoute = ({ site }) => correctionFeed('xml', site);
