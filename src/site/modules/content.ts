import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { Content } from '#domain/programme/programme.ts';
import { fileOfStory } from '#domain/stories/story.ts';
import type { Reading } from '../reading.ts';

/** Names under which `src/views/` imports what the build read. */
const CONTENT = 'virtual:content';
const BODIES = 'virtual:story-bodies';

/** What the modules are called inside Vite. */
export const CONTENT_MODULES = [CONTENT, BODIES].map((name) => `\0${name}`);

/** What the pages are told besides the content. */
interface Told {
  readonly contentDir: string;
  readonly samples: boolean;
  readonly now: Date;
}

/** The words of the stories that are out, as they may be shown, by the file that the compiler asks for. */
export const wordsByFile = ({ stories }: Pick<Content, 'stories'>, contentDir: string): Map<string, string> =>
  new Map(stories.map((story) => [resolve(contentDir, fileOfStory(story)), story.body.source]));

/**
 * Vite plugin: the content as two modules, and the stories as the MDX compiler gets them.
 *
 * - `virtual:content`: all of `content/` as data, of stories all but their rendering, with what this build was told.
 * - `virtual:story-bodies`: the stories that are out, each to be compiled from its file when its page asks for it.
 * - the file of a story is not what is compiled: it may hold names and pictures that nobody may see. The text that the
 *   rules let out is. Stories may lie outside the project, where no package is found: what they import is looked for
 *   from the project.
 *
 * Astro's content collections would do the same through files that all builds of a folder share: two builds at once,
 * or a build beside the live preview, then read each other's list of stories. Here nothing leaves the process.
 */
export function contentModules(reading: Reading, { contentDir, samples, now }: Told): Plugin {
  let read: Content | undefined;
  let words: ReadonlyMap<string, string> = new Map();
  const wordsOf = (file: string) => {
    if (read !== reading.content()) {
      read = reading.content();
      words = wordsByFile(read, contentDir);
    }
    return words.get(resolve(file)) ?? '';
  };
  const sources: Readonly<Record<string, () => string>> = {
    [CONTENT]: () =>
      `export default ${JSON.stringify({ content: reading.content(), samples, now: now.toISOString() })}`,
    [BODIES]: () => {
      const entries = reading.content().stories.map((story) => {
        const file = resolve(contentDir, fileOfStory(story));
        return `[${JSON.stringify(story.id)},()=>import(${JSON.stringify(file)})]`;
      });
      return `export default new Map([${entries.join(',')}])`;
    },
  };
  return {
    name: 'content-modules',
    enforce: 'pre',
    config: () => ({ resolve: { dedupe: ['astro'] } }),
    // Astro marks each story with a directive of its own, and the bundler warns of each that it may be lost: it is not.
    onLog: (_, { code }) => (code === 'MODULE_LEVEL_DIRECTIVE' ? false : undefined),
    resolveId: (id) => (Object.hasOwn(sources, id) ? `\0${id}` : undefined),
    load: {
      filter: { id: /\.mdx$|^\0virtual:/ },
      handler: (id) => (id.endsWith('.mdx') ? wordsOf(id) : sources[id.slice(1)]?.()),
    },
  };
}
