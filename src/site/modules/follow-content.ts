import type { ViteDevServer } from 'vite';
import type { Reading } from '../reading.ts';
import { CONTENT_MODULES, wordsByFile } from './content.ts';

/** An editor that saves several files, or one in several steps, changes the content once. Milliseconds. */
const SETTLED = 50;

/**
 * Has the live preview follow the files: content and records are read again after a change, once, and open pages loaded
 * again. Content that has an error leaves the last sound one standing, and says so on the terminal.
 */
export function followContent(
  server: ViteDevServer,
  reading: Reading,
  { contentDir, recordsDir }: { readonly contentDir: string; readonly recordsDir: string },
): void {
  // Records may lie elsewhere; a consent that ends changes pages as a word does.
  const watched = [contentDir, recordsDir];
  let waiting: NodeJS.Timeout | undefined;
  const follow = () => {
    const before = wordsByFile(reading.content(), contentDir);
    const errors = reading.again();
    if (errors > 0) {
      server.config.logger.error(`内容有${errors}处错误，网页先不变；运行 npm run check 查看`);
      return;
    }
    const now = wordsByFile(reading.content(), contentDir);
    // A consent changes the words of a story whose file nobody touched.
    const changed = [...now].filter(([file, words]) => before.get(file) !== words).map(([file]) => file);
    forget(server, changed);
  };
  server.watcher.add(watched);
  for (const event of ['add', 'change', 'unlink']) {
    server.watcher.on(event, (file: string) => {
      if (!watched.some((folder) => file.startsWith(folder))) return;
      clearTimeout(waiting);
      waiting = setTimeout(follow, SETTLED);
    });
  }
}

/** Has the modules of the content and of these files made anew at the next request, and open pages loaded again. */
function forget({ environments }: ViteDevServer, files: readonly string[]): void {
  for (const { moduleGraph, hot } of Object.values(environments)) {
    for (const id of [...CONTENT_MODULES, ...files]) {
      const module = moduleGraph.getModuleById(id);
      if (module) moduleGraph.invalidateModule(module);
    }
    hot.send({ type: 'full-reload', path: '*' });
  }
}
