import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

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
  for (const name of namesIn(folderIn(cache))) {
    if (name !== permits.slice(0, DIGITS)) rmSync(join(folderIn(cache), name), { recursive: true, force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
