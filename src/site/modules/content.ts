import type { Plugin } from 'vite';
import { assemble, type Content } from '#domain/programme/programme.ts';
import { sameRelease } from '#exports/data/release-files.ts';
import { dayInChina } from '#format/date.ts';
import type { WordsRead } from '../kept/words-read.ts';
import type { Reading, SiteSettings } from '../reading.ts';
import { handOver } from './hand-over.ts';
import { contentForPages } from './handed-content.ts';

/** Name under which `src/views/` imports what the build read. */
const NAME = 'virtual:content';

/** What its module is called inside Vite. */
export const CONTENT_MODULE = `\0${NAME}`;

/** The data release by which figures of this content are cited. */
const releaseOf = (content: Content) => (content.dataReleases.length === 0 ? null : sameRelease(assemble(content)));

/**
 * Vite plugin: `virtual:content`, all of `content/` as data, of stories all but their rendering, with what this build was
 * told. Of the hour only the day, so that a page cannot show more of it.
 *
 * Astro's content collections would do the same through files that all builds of a folder share: two builds at once,
 * or a build beside the live preview, then read each other's list of stories. Here nothing leaves the process.
 */
export function contentModule(
  reading: Reading,
  { samples, now }: Pick<SiteSettings, 'samples' | 'now'>,
  reads: WordsRead,
): Plugin {
  const taken = handOver(() => contentForPages(reading.content(), reads));
  const release = handOver(() => releaseOf(reading.content()));
  const today = `${dayInChina(now.toISOString())}T00:00:00+08:00`;
  return {
    name: 'content-module',
    resolveId: (id) => (id === NAME ? CONTENT_MODULE : undefined),
    load: (id) =>
      id === CONTENT_MODULE
        ? `export default {content:${taken}(),release:${release}(),samples:${samples},now:${JSON.stringify(today)}}`
        : undefined,
  };
}
