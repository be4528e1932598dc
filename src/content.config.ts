import { defineCollection } from 'astro:content';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import type { Content } from '#domain/programme.ts';
import { fileOfStory } from '#domain/story.ts';
import { readEnvironment } from '../scripts/lib/environment.ts';
import { readContent } from '../scripts/lib/read-content.ts';

type Store = Parameters<Loader['load']>[0]['store'];

/** A loader that fills its store from the content folder, and again after each change of a file in the live preview. */
function fromContentFolder(name: string, fill: (store: Store, content: Content, build: Build) => void): Loader {
  const load: Loader['load'] = async ({ config, store, watcher, logger }) => {
    const { contentDir, recordsDir, now } = readEnvironment(process.env, process.cwd());
    const samples = process.env['SAMPLES'] === '1';
    const read = () => {
      const { content, problems } = readContent({ dir: contentDir, recordsDir, samples, now });
      const errors = problems.filter((p) => p.severity === 'error').length;
      if (content === null || errors > 0) return logger.error(`内容有${errors}处错误，运行 npm run check 查看`);
      store.clear();
      fill(store, content, { root: fileURLToPath(config.root), contentDir, samples, now: now.toISOString() });
    };
    read();
    // Records may lie elsewhere; a consent that ends changes pages as a word does.
    const watched = [contentDir, recordsDir];
    watcher?.add(watched);
    for (const event of ['add', 'change', 'unlink']) {
      watcher?.on(event, (file: string) => watched.some((folder) => file.startsWith(folder)) && read());
    }
  };
  return { name, load };
}

interface Build {
  /** The project folder. */
  readonly root: string;
  readonly contentDir: string;
  readonly samples: boolean;
  readonly now: string;
}

/**
 * The content folder as one entry, read and checked by the same reader as `npm run check`.
 * What: all of `content/`, of stories all but their rendering. Who reads it: `queries/programme.ts`, nobody else.
 */
const content = defineCollection({
  loader: fromContentFolder('content-folder', (store, content, { samples, now }) => {
    store.set({ id: 'content', data: { content, samples, now } });
  }),
  schema: z.object({ content: z.custom<Content>(), samples: z.boolean(), now: z.string() }),
});

/**
 * The stories that are out, each to be compiled from its file. Astro's own folder loader would take in what is not out
 * yet and samples too. Who reads it: `queries/story-body.ts`, nobody else.
 */
const stories = defineCollection({
  loader: fromContentFolder('stories', (store, content, { root, contentDir }) => {
    for (const story of content.stories) {
      const filePath = relative(root, `${contentDir}/${fileOfStory(story)}`);
      store.set({ id: story.id, data: {}, filePath, deferredRender: true });
    }
  }),
  schema: z.object({}),
});

export const collections = { content, stories };
