import type { SeenAs } from '#domain/outside/citation.ts';

/** What is said of a publication that was not seen where it came out. */
export const SEEN_AS_WORDS: Readonly<Record<SeenAs, string | null>> = {
  original: null,
  repost: '据转载',
  encyclopedia: '据资料条目',
};
