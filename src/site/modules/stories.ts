import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { Content } from '#domain/programme/programme.ts';
import { fileOfStory } from '#domain/stories/story.ts';

/** What a build may read: the content, and where it lies. */
interface Source {
  readonly contentDir: string;
  /** The content as it may be shown; null where it has errors. */
  readonly read: () => Pick<Content, 'stories'> | null;
}

/**
 * Vite plugin: hands a story to the MDX compiler as it may be shown: not its file, which may hold names and pictures
 * that nobody may see, but the text the rules let out. Stories may lie outside the project, where no package is found:
 * what they import is looked for from the project.
 */
export function storyModules({ contentDir, read }: Source): Plugin {
  let sources: ReadonlyMap<string, string> | null = null;
  let live = false;
  const find = (): ReadonlyMap<string, string> =>
    new Map(read()?.stories.map((story) => [resolve(contentDir, fileOfStory(story)), story.body.source]));
  return {
    name: 'story-modules',
    enforce: 'pre',
    config: (_, { command }) => {
      live = command === 'serve';
      return { resolve: { dedupe: ['astro'] } };
    },
    // Astro marks each story with a directive of its own, and the bundler warns of each that it may be lost: it is not.
    onLog: (_, { code }) => (code === 'MODULE_LEVEL_DIRECTIVE' ? false : undefined),
    load: {
      filter: { id: /\.mdx$/ },
      handler: (id) => {
        if (live || !sources) sources = find();
        return sources.get(resolve(id)) ?? '';
      },
    },
  };
}
