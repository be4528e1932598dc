import type { APIRoute } from 'astro';
import { robotsText } from '#exports/feeds/robots.ts';
import { build, routes } from '#views/programme.ts';

/** What search engines may ask for, and where the map of the site lies. */
export const GET: APIRoute = async ({ site }) => {
  const { samples } = await build();
  return new Response(robotsText(samples ? null : new URL(routes.sitemap, site).href));
};
