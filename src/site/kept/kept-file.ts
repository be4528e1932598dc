import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '#reader/sha256.ts';

/** What stands on the first line of a kept file. */
export interface KeptHeading {
  /** What nobody may see any more is the same: see `forgetOthers`. */
  readonly permits: string;
  /** All that decides what is kept is the same. */
  readonly key: string;
}

const SUFFIX = '.kept';

/** Length of the digest on the last line. */
const DIGEST = 64;

const LONGEST_HEADING = 1000;

/** How many files are kept: pages and stories of sites with and without samples, at two addresses. */
const MOST = 8;

/** A file of kept things in a folder that may be deleted at any time. */
export const keptFile = (folder: string, name: string) => join(folder, `${name}${SUFFIX}`);

/**
 * Removes what was kept while other things were permitted, whatever it is, and all but the newest few files: to be
 * called before anything else, so that what was withdrawn is nowhere from the next build on.
 */
export function forgetOthers(folder: string, permits: string): void {
  const mine = namesIn(folder).flatMap((name) => {
    const path = join(folder, name);
    const time =
      name.endsWith(SUFFIX) && permitsOf(path) === permits && statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (!time) rmSync(path, { recursive: true, force: true });
    return time ? [{ path, time }] : [];
  });
  const older = mine.toSorted((a, b) => b.time - a.time).slice(MOST);
  for (const { path } of older) rmSync(path, { force: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What the first line says; whether the rest is whole is not asked. */
function permitsOf(path: string): string | null {
  const start = Buffer.alloc(LONGEST_HEADING);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, start);
    } finally {
      closeSync(file);
    }
    return JSON.parse(start.toString('utf8', 0, start.indexOf('\n'))).permits;
  } catch {
    return null;
  }
}

/** A file as it was written, byte for byte; null where it is not there, or not whole. */
function contentOf(path: string): { readonly heading: KeptHeading; readonly lines: readonly string[] } | null {
  try {
    const bytes = readFileSync(path);
    const end = bytes.length - DIGEST;
    if (end < 1 || sha256(bytes.subarray(0, end)) !== bytes.toString('latin1', end)) return null;
    const [heading = '', ...lines] = bytes.toString('utf8', 0, end).trimEnd().split('\n');
    return { heading: JSON.parse(heading), lines };
  } catch {
    return null;
  }
}

/**
 * What was kept under this key; null where nothing was, or anything about it is not as it was written.
 * @param permits what must have been permitted then; left out where that is not known yet
 */
export function readKept<T>(path: string, key: string, permits?: string): readonly T[] | null {
  const found = contentOf(path);
  if (found?.heading.key !== key || (permits !== undefined && found.heading.permits !== permits)) return null;
  return found.lines.map((line) => JSON.parse(line) as T);
}

/**
 * Keeps things, each as one line of JSON, in place of what was kept before. A reader never sees half of it. Where it
 * cannot be written, or another build has just emptied the folder, nothing is kept: the next build makes all of it anew.
 */
export function writeKept(path: string, heading: KeptHeading, things: Iterable<unknown>): void {
  const lines = [JSON.stringify(heading)];
  for (const thing of things) lines.push(JSON.stringify(thing));
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  const aside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(aside, Buffer.concat([bytes, Buffer.from(sha256(bytes), 'latin1')]));
    renameSync(aside, path);
  } catch {
    rmSync(aside, { force: true });
    rmSync(path, { force: true });
  }
}
