import type { Journey, Thread } from './journey.ts';

/**
 * The threads that end at a place of the third level, each with a page of its own; none where the pairing ends at the
 * receiver. Apart from the journeys, for the search in the browser asks it too and needs nothing else of them.
 */
export const townshipsOf = ({ county, threads }: Pick<Journey, 'county' | 'threads'>): readonly Thread[] =>
  threads.filter(({ place }) => place.id !== county.id);
