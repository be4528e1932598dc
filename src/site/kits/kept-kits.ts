import { join } from 'node:path';
import { forgetIn } from '../kept/forget.ts';

/** So many digits tell apart what was permitted. */
const DIGITS = 16;

const folderIn = (cache: string) => join(cache, 'kits');

/**
 * Where the packed kits of a kind of site are kept from one build to the next, below what is permitted now.
 * @param permits see `permitsDigest`
 */
export const keptKits = (cache: string, permits: string, samples: boolean): string =>
  join(folderIn(cache), permits.slice(0, DIGITS), samples ? 'samples' : 'site');

/** Removes the kits that were kept while other things were permitted: they are packed, so that nobody can tell what is in them. */
export function forgetKits(cache: string, permits: string): void {
  forgetIn(folderIn(cache), (name) => name === permits.slice(0, DIGITS));
}
