import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Problem } from '#check/finding.ts';
import { readContent } from '#reader/read-content.ts';
import { sharedCopies } from './shared-copies.ts';

const CONTENT = join(import.meta.dirname, '../../content');
export const NOW = new Date('2026-11-25T00:00:00Z');

/** One change of one file: words replaced (they must be there), or the whole file written, or (null) deleted. */
export interface Mutation {
  readonly file: string;
  readonly replace?: readonly [from: string | RegExp, to: string];
  readonly write?: string | Uint8Array | null;
}

/** What of the real content is copied; its stories, nine tenths of the reading, only where one is changed. */
const PARTS = [
  'site.yaml',
  'places.yaml',
  'pairings.yaml',
  'departments.yaml',
  'plan',
  'projects',
  'map',
  'samples/reports',
];

const partsCopied = (withStories: boolean) => (withStories ? [...PARTS, 'stories'] : PARTS);

function copyOfContent(withStories: boolean, within = tmpdir()): string {
  const dir = mkdtempSync(join(within, 'content-'));
  for (const part of partsCopied(withStories)) cpSync(join(CONTENT, part), join(dir, part), { recursive: true });
  return dir;
}

const changesStories = (mutations: readonly Mutation[]) => mutations.some(({ file }) => file.startsWith('stories/'));

function mutate(dir: string, { file, replace, write }: Mutation): void {
  const path = join(dir, file);
  mkdirSync(dirname(path), { recursive: true });
  if (write === null) rmSync(path);
  else if (write !== undefined) writeFileSync(path, write);
  else if (replace) {
    const before = readFileSync(path, 'utf8');
    const after = before.replace(replace[0], () => replace[1]);
    if (after === before) throw new Error(`${file} 里没有可以改的“${replace[0]}”`);
    writeFileSync(path, after);
  }
}

/** A copy of the real content with the changes made, its stories only where one is changed; the caller removes it. */
export function mutatedContent(mutations: readonly Mutation[]): string {
  const dir = copyOfContent(changesStories(mutations));
  for (const mutation of mutations) mutate(dir, mutation);
  return dir;
}

/** Copies that one test after the other changes and puts right again: to copy and remove takes longer than to check. */
const shared = new Map<boolean, string>();

function sharedCopy(withStories: boolean): string {
  const known = shared.get(withStories);
  if (known !== undefined) return known;
  const folder = sharedCopies(process.ppid);
  mkdirSync(folder, { recursive: true });
  const dir = copyOfContent(withStories, folder);
  shared.set(withStories, dir);
  return dir;
}

/** The file in a copy as it was before any change, and no folder of which nothing was there. */
function putRight(dir: string, file: string): void {
  const path = join(dir, file);
  const original = join(CONTENT, file);
  if (partsCopied(true).some((part) => `${file}/`.startsWith(`${part}/`)) && existsSync(original)) {
    cpSync(original, path);
    return;
  }
  rmSync(path, { force: true });
  for (let folder = dirname(path); folder !== dir && readdirSync(folder).length === 0; folder = dirname(folder))
    rmdirSync(folder);
}

/** What the check says of the changed content, but for the one warning that the real content has. */
export function problemsAfter(mutations: readonly Mutation[], now = NOW): { problems: Problem[]; refused: boolean } {
  const withStories = changesStories(mutations);
  const dir = sharedCopy(withStories);
  try {
    for (const mutation of mutations) mutate(dir, mutation);
    const { problems, content } = readContent({ dir, samples: true, now });
    const refused = content === null || problems.some((p) => p.severity === 'error');
    return { problems: problems.filter((p) => p.code !== 'placeholder-address'), refused };
  } finally {
    for (const { file } of mutations) putRight(dir, file);
  }
}

/** A problem in one string, as the tests pin it. */
export const told = (p: Problem) => `${p.file}:${p.line}:${p.column} ${p.severity} ${p.code}｜${p.message}｜${p.mend}`;

export interface Case {
  readonly title: string;
  readonly mutations: readonly Mutation[];
  /** Every problem told, in order; an error refuses the content, a warning does not. */
  readonly told: readonly string[];
  readonly refused: boolean;
}
