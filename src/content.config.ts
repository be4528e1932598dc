import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import type { Content } from '#domain/programme.ts';
import { readEnvironment } from '../scripts/lib/environment.ts';
import { readContent } from '../scripts/lib/read-content.ts';

/**
 * The content folder as one entry, read and checked by the same reader as `npm run check`.
 * What: everything of `content/` but the stories. Where: CONTENT_DIR. Who reads it: `queries/programme.ts`, nobody else.
 */
const content = defineCollection({
  loader: {
    name: 'content-folder',
    load: async ({ store, watcher, logger }) => {
      const environment = readEnvironment(process.env, process.cwd());
      const samples = process.env['SAMPLES'] === '1';
      const read = () => {
        const { content, problems } = readContent({ dir: environment.contentDir, samples, now: environment.now });
        const errors = problems.filter((p) => p.severity === 'error').length;
        if (content === null || errors > 0) return logger.error(`内容有${errors}处错误，运行 npm run check 查看`);
        store.clear();
        store.set({ id: 'content', data: { content, samples, now: environment.now.toISOString() } });
      };
      read();
      watcher?.add(environment.contentDir);
      watcher?.on('change', (file) => file.startsWith(environment.contentDir) && read());
    },
  },
  schema: z.object({ content: z.custom<Content>(), samples: z.boolean(), now: z.string() }),
});

export const collections = { content };
