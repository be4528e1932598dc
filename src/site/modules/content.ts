import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { Content } from '#domain/programme/programme.ts';
import { fileOfStory } from '#domain/stories/story.ts';
import { dayInChina } from '#format/date.ts';
import type { WordsRead } from '../kept/words-read.ts';
import type { Reading } from '../reading.ts';
import { contentForPages } from './handed-content.ts';

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

/** Which stories are compiled, and who is told what a page reads. */
interface Asked {
  readonly reads: WordsRead;
  readonly isNeeded: (story: string) => boolean;
}

/** What the pages take from this process, in which they are rendered: content of any size costs nothing to hand over. */
interface Handed {
  readonly content: () => Content;
  readonly compiled: (story: string) => void;
}

/** Under this name in the registry of the process, which is the one thing that pages and builder share. */
const HANDED = 'handed-to-pages';
const registry = globalThis as { [name: symbol]: Handed[] | undefined };
const handed = registry[Symbol.for(HANDED)] ?? [];
registry[Symbol.for(HANDED)] = handed;

/** The words of the stories that are out, as they may be shown, by the file that the compiler asks for. */
export const wordsByFile = ({ stories }: Pick<Content, 'stories'>, contentDir: string): Map<string, string> =>
  new Map(stories.map((story) => [resolve(contentDir, fileOfStory(story)), story.body.source]));

/**
 * Vite plugin: the content as two modules, and the stories as the MDX compiler gets them.
 *
 * - `virtual:content`: all of `content/` as data, of stories all but their rendering, with what this build was told. Of
 *   the hour only the day, so that a page cannot show more of it.
 * - `virtual:story-bodies`: the stories that are out, each to be compiled from its file when its page asks for it.
 * - the file of a story is not what is compiled: it may hold names and pictures that nobody may see. The text that the
 *   rules let out is. Stories may lie outside the project, where no package is found: what they import is looked for
 *   from the project.
 *
 * Astro's content collections would do the same through files that all builds of a folder share: two builds at once,
 * or a build beside the live preview, then read each other's list of stories. Here nothing leaves the process.
 */
export function contentModules(
  reading: Reading,
  { contentDir, samples, now }: Told,
  { reads, isNeeded }: Asked,
): Plugin {
  let read: Content | undefined;
  let words: ReadonlyMap<string, string> = new Map();
  const wordsOf = (file: string) => {
    if (read !== reading.content()) {
      read = reading.content();
      words = wordsByFile(read, contentDir);
    }
    return words.get(resolve(file)) ?? '';
  };
  const place = handed.push({
    content: () => contentForPages(reading.content(), reads),
    compiled: (story) => reads.compiled(story),
  });
  const taken = `globalThis[Symbol.for(${JSON.stringify(HANDED)})][${place - 1}]`;
  const today = `${dayInChina(now.toISOString())}T00:00:00+08:00`;
  const sources: Readonly<Record<string, () => string>> = {
    [CONTENT]: () => `export default {content:${taken}.content(),samples:${samples},now:${JSON.stringify(today)}}`,
    [BODIES]: () => {
      const needed = reading.content().stories.filter(({ id }) => isNeeded(id));
      const entries = needed.map((story) => {
        const file = resolve(contentDir, fileOfStory(story));
        return `[${JSON.stringify(story.id)},()=>import(${JSON.stringify(file)})]`;
      });
      return `const bodies=new Map([${entries.join(',')}]);
export default {get:(id)=>{${taken}.compiled(id);return bodies.get(id)}}`;
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
