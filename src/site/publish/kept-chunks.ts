import type { Manifest } from './manifest.ts';

/**
 * Files that a page which is open now may still ask for: their names are made of what stands in them, so they never
 * stand in the way of newer ones. What has one name for ever, as the list that names the others, is not among them.
 */
const ASKED_FOR_LATER = /^(pagefind\/(fragment|index|filter)\/[^/]+|pagefind\/[^/]+\.pf_meta|assets\/[^/]+\.js)$/;

/**
 * What lives on for one more release, so that a search page that is open finds on: what the last release made itself
 * and what is still as it made it.
 * @param hashOf SHA-256 of a file of the last release as it lies there now
 */
export function keptOf(last: Manifest, next: Manifest, hashOf: (path: string) => string): Record<string, string> {
  // Built again with the same outcome: whoever had the pages of before open has had a release's time.
  if (last.id === next.id) return {};
  return Object.fromEntries(
    Object.entries(last.files).filter(
      ([path, hash]) => ASKED_FOR_LATER.test(path) && next.files[path] === undefined && isSound(path, hash, hashOf),
    ),
  );
}

function isSound(path: string, hash: string, hashOf: (path: string) => string): boolean {
  try {
    return hashOf(path) === hash;
  } catch {
    return false;
  }
}
