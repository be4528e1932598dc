import { resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import type { MDXInstance } from 'astro';
import type { Plugin } from 'vite';
import type { Content } from '#domain/programme/programme.ts';
import { fileOfStory, type Story } from '#domain/stories/story.ts';
import type { WordsRead } from '../kept/words-read.ts';
import type { Reading, SiteSettings } from '../reading.ts';
import { handOver } from './hand-over.ts';

/** Name under which `src/views/` imports what compiles a story. */
const NAME = 'virtual:story-bodies';

/** What compiled stories import. */
const IMPORTED = ['astro/jsx-runtime', 'astro/runtime/server/index.js'];

/** The plugins by which `@astrojs/mdx` makes a module of a text, one after the other. */
const COMPILING = ['@mdx-js/rolldown', '@astrojs/mdx-postprocess'];

/** A story as the pages get it. */
type StoryModule = MDXInstance<Record<string, unknown>>;

/** What a compiled story imports, by the name it is imported under: the pages hand in their own. */
type Runtime = Readonly<Record<string, object>>;

/** Makes the module of a story from its words, as if they stood in a file. */
type CompileStory = (words: string, file: string, runtime: Runtime) => Promise<StoryModule>;

type Handler = (this: object, code: string, id: string) => Promise<{ code: string }> | { code: string };

function handlerOf(plugins: readonly Plugin[], name: string): Handler {
  const transform = plugins.find((plugin) => plugin.name === name)?.transform;
  const handler = typeof transform === 'object' ? transform.handler : transform;
  if (!handler) throw new Error(`@astrojs/mdx has no plugin ${name} any more`);
  return handler as unknown as Handler;
}

/**
 * Vite plugin: `virtual:story-bodies`, the text of a story that is out, compiled when its page asks for it. The file of a
 * story is not what is compiled: it may hold names and pictures that nobody may see. The text that the rules let out is.
 *
 * Stories are compiled one by one, by the very plugins of `@astrojs/mdx`, and outside the bundle: that would hold
 * thousands of them at once, in the bundler, on the disk and in the list of modules that nobody can take anything out of.
 * So a story is run as a function, and is gone with its page.
 */
export function storyModules(reading: Reading, { contentDir }: SiteSettings, reads: WordsRead): Plugin {
  let compile: CompileStory | undefined;
  let [content, byId] = [null as Content | null, new Map<string, Story>()];
  const storyOf = (id: string) => {
    if (content !== reading.content()) {
      content = reading.content();
      byId = new Map(content.stories.map((story) => [story.id, story]));
    }
    return byId.get(id);
  };
  const taken = handOver(async (id: string, runtime: Runtime) => {
    reads.read(id);
    const story = storyOf(id);
    return story && compile?.(story.body.source, resolve(contentDir, fileOfStory(story)), runtime);
  });
  const imports = IMPORTED.map((name, i) => `import * as runtime${i} from ${JSON.stringify(name)};`).join('');
  const runtime = IMPORTED.map((name, i) => `${JSON.stringify(name)}:runtime${i}`).join();
  return {
    name: 'story-modules',
    configResolved: ({ plugins }) => {
      compile = storyCompiler(plugins);
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `${imports}export default (id)=>${taken}(id,{${runtime}})` : undefined),
  };
}

/** @param plugins of the site, as Vite has put them in order */
function storyCompiler(plugins: readonly Plugin[]): CompileStory {
  const handlers = COMPILING.map((name) => handlerOf(plugins, name));
  return async (words, file, runtime) => {
    let code = words;
    for (const handler of handlers) ({ code } = await handler.call({ environment: { name: 'ssr' } }, code, file));
    return runModule(code, file, runtime);
  };
}

/** What stands on a line of such a module: in a string no line ends, but there may be the other ends of line of Unicode. */
const IMPORT = /(?<=^|\n)import \{(.*)\} from (["'].*["']);?(?=\n|$)/g;
const EXPORT = /(?<=^|\n)export (?:default \w+;?(?=\n|$)|(?=(?:const|function) (\w+)))/g;

/**
 * Runs the module of a story. Only that what it imports and exports is written otherwise makes a function of it: to have
 * Vite parse it for this, print it again and run it took as long as a third of compiling it. Throws where it holds more.
 */
function runModule(code: string, file: string, runtime: Runtime): StoryModule {
  const exported: string[] = [];
  const body = code
    .replaceAll(
      IMPORT,
      (_, names: string, from: string) => `const {${names.replaceAll(' as ', ':')}} = runtime[${from}];`,
    )
    .replaceAll(EXPORT, (_, name?: string) => {
      if (name) exported.push(name);
      return '';
    });
  const run = compileFunction(`'use strict';${body}\nreturn {${exported.join()}}`, ['runtime'], { filename: file });
  return run(runtime);
}
