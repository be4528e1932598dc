import { resolve } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import type { Content } from '#domain/programme/programme.ts';
import { fileOfStory } from '#domain/stories/story.ts';
import type { Environment } from '#reader/environment.ts';
import { readContent } from '#reader/read-content.ts';

/** Names under which `src/views/` imports what the build read. */
const CONTENT = 'virtual:content';
const BODIES = 'virtual:story-bodies';

/**
 * Vite plugin: the content folder as two modules, read and checked by the same reader as `npm run check`.
 *
 * - `virtual:content`: all of `content/` as data, of stories all but their rendering, with what this build was told.
 * - `virtual:story-bodies`: the stories that are out, each to be compiled from its file when its page asks for it.
 *
 * Astro's content collections would do the same through files that all builds of a folder share: two builds at once,
 * or a build beside the live preview, then read each other's list of stories. Here nothing leaves the process.
 * In the live preview the modules follow the files; content that has an error leaves the last sound one standing.
 */
export function contentModules(environment: Environment, samples: boolean): Plugin {
  const { contentDir, recordsDir, now } = environment;
  const read = () => readContent({ dir: contentDir, recordsDir, samples, now });
  let content: Content | null = null;
  const sound = () => {
    content ??= read().content;
    return content;
  };
  const sources: Readonly<Record<string, () => string>> = {
    [CONTENT]: () => `export default ${JSON.stringify({ content: sound(), samples, now: now.toISOString() })}`,
    [BODIES]: () => {
      const entries = (sound()?.stories ?? []).map((story) => {
        const file = resolve(contentDir, fileOfStory(story));
        return `[${JSON.stringify(story.id)},()=>import(${JSON.stringify(file)})]`;
      });
      return `export default new Map([${entries.join(',')}])`;
    },
  };
  return {
    name: 'content-modules',
    resolveId: (id) => (Object.hasOwn(sources, id) ? `\0${id}` : undefined),
    load: (id) => sources[id.slice(1)]?.(),
    configureServer(server) {
      // Records may lie elsewhere; a consent that ends changes pages as a word does.
      const watched = [contentDir, recordsDir];
      server.watcher.add(watched);
      for (const event of ['add', 'change', 'unlink']) {
        server.watcher.on(event, (file: string) => {
          if (!watched.some((folder) => file.startsWith(folder))) return;
          const { content: fresh, problems } = read();
          const errors = problems.filter((p) => p.severity === 'error').length;
          if (!fresh || errors > 0) {
            server.config.logger.error(`内容有${errors}处错误，网页先不变；运行 npm run check 查看`);
            return;
          }
          content = fresh;
          forget(server);
        });
      }
    },
  };
}

/** Has the modules made anew at the next request, and open pages loaded again. */
function forget({ environments }: ViteDevServer): void {
  for (const environment of Object.values(environments)) {
    for (const name of [CONTENT, BODIES]) {
      const module = environment.moduleGraph.getModuleById(`\0${name}`);
      if (module) environment.moduleGraph.invalidateModule(module);
    }
    environment.hot.send({ type: 'full-reload', path: '*' });
  }
}
