import { join } from 'node:path';
import { clothOf } from '#charts/kit/palette.ts';
import type { ReadResult } from '#reader/read-content.ts';
import { sha256 } from '#reader/sha256.ts';
import { forgetIn, namesIn } from '../kept/forget.ts';

/** What decides which of the kept pictures may be used, and which may be there at all. */
interface Asked {
  readonly result: ReadResult;
  /** Digest of the program: see `engineDigest`. */
  readonly engine: string;
  readonly samples: boolean;
}

const own = <T extends { readonly sample: boolean }>(list: readonly T[]) => list.filter(({ sample }) => !sample);

/** Where a build keeps the pictures that pages are passed on with, and what they are drawn by besides their pages. */
export interface KeptShared {
  readonly folder: string;
  readonly key: string;
}

/**
 * Where this build keeps the pictures that pages are passed on with; what may not be there any more is removed. They show
 * titles, sentences and photos, and in a picture no name can be looked for: so with other records, other names or pictures
 * that nobody may see, all go, in the cache of the other kind of site too; and of a story that is not out any more, its own.
 */
export function forgetShared(cacheFolder: string, { result, engine, samples }: Asked): KeptShared {
  const { records, banned, content } = result;
  const people = digest([own(records.people), own(records.consents)]);
  const kind = join(cacheFolder, samples ? 'samples' : 'site');
  const name = `${people}-${digest(banned)}`;
  for (const other of namesIn(cacheFolder)) forgetIn(join(cacheFolder, other), (one) => one.startsWith(`${people}-`));
  const folder = join(kind, name);
  // Where the content has errors nothing is drawn, and what was is good when they are mended.
  if (!content) return { folder, key: engine };
  forgetIn(kind, (one) => one === name);
  const out = new Set(content.stories.map(({ id }) => id));
  forgetIn(folder, (one) => {
    const story = /^stories\+([^+]+)\+/.exec(one)?.[1];
    return story === undefined || out.has(story);
  });
  return { folder, key: digest([engine, content.site.name, clothOf(content)]) };
}

const digest = (of: unknown) => sha256(JSON.stringify(of)).slice(0, 16);
