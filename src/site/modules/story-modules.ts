import { resolve } from 'node:path';
import type { MDXInstance } from 'astro';
import { moduleRunnerTransform, type Plugin } from 'vite';
import {
  ESModulesEvaluator,
  ssrDynamicImportKey,
  ssrExportAllKey,
  ssrExportNameKey,
  ssrImportKey,
  ssrImportMetaKey,
  ssrModuleExportsKey,
} from 'vite/module-runner';
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
 * So a story is run as Vite runs a module for a preview, and is gone with its page.
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
  const evaluator = new ESModulesEvaluator();
  return async (words, file, runtime) => {
    let code = words;
    for (const handler of handlers) ({ code } = await handler.call({ environment: { name: 'ssr' } }, code, file));
    const made = await moduleRunnerTransform(code, null, file, code);
    const exports: Record<string, unknown> = {};
    const imported = async (name: string) => {
      const found = runtime[name];
      if (!found) throw new Error(`${file} imports ${name}`);
      return found;
    };
    const context = {
      [ssrModuleExportsKey]: exports,
      [ssrImportMetaKey]: {},
      [ssrImportKey]: imported,
      [ssrDynamicImportKey]: imported,
      [ssrExportAllKey]: (other: object) => Object.assign(exports, other),
      [ssrExportNameKey]: (name: string, get: () => unknown) =>
        Object.defineProperty(exports, name, { enumerable: true, configurable: true, get }),
    };
    await evaluator.runInlinedModule(context as never, made?.code ?? '');
    return exports as unknown as StoryModule;
  };
}
