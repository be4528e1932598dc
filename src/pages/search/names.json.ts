import type { APIRoute } from 'astro';
import { searchNames } from '#exports/search-names.ts';
import { build } from '#views/programme.ts';

/** What a query is read with: names in other letters, and words that mean the same. As small as it can be: each first search loads it. */
export const GET: APIRoute = async () => {
  const { programme } = await build();
  return new Response(JSON.stringify(searchNames(programme)));
};
