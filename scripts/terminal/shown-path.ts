import { relative } from 'node:path';

/** A path as it is read from where the command runs; one that lies elsewhere stays whole. */
export function shownPath(path: string): string {
  const own = relative(process.cwd(), path);
  return own.startsWith('..') || own === '' ? path : own;
}
