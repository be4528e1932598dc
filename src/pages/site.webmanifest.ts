import type { APIRoute } from 'astro';
import { webManifest } from '#exports/icons/manifest.ts';
import { siteView } from '#views/site.ts';

/** What a phone is told of the site where somebody puts it among their programs. */
export const GET: APIRoute = async () => {
  const { name, description, home, icons } = await siteView();
  return new Response(`${JSON.stringify(webManifest({ name, description, home, icons }))}\n`);
};
