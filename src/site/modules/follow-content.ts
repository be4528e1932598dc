import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import type { Problem } from '#check/finding.ts';
import { problemsAsText } from '#check/print-problems.ts';
import { html } from '#exports/markup.ts';
import { errorsIn, type Reading } from '../reading.ts';
import { CONTENT_MODULE } from './content.ts';

/** An editor that saves several files, or one in several steps, changes the content once. Milliseconds. */
const SETTLED = 50;

/**
 * Has the live preview follow the files: content and records are read again after a change, once, and open pages loaded
 * again. Where the content has an error every page says so until it is mended, and so does the terminal.
 */
export function followContent(
  server: ViteDevServer,
  reading: Reading,
  { contentDir, recordsDir }: { readonly contentDir: string; readonly recordsDir: string },
): void {
  // Records may lie elsewhere; a consent that ends changes pages as a word does.
  const watched = [contentDir, recordsDir];
  let waiting: NodeJS.Timeout | undefined;
  let wrong: readonly Problem[] | null = null;
  /** How often the content was read again, and how often it had been when the last page was asked for. */
  let [readings, shown] = [0, 0];
  const follow = () => {
    wrong = reading.again();
    readings++;
    if (wrong) server.config.logger.error(`内容有${errorsIn(wrong)}处错误，网页上写着；改好保存，就又是网页`);
    forget(server);
    reload(server);
  };
  server.middlewares.use((request, _, next) => {
    if (request.headers.accept?.includes('text/html')) shown = readings;
    next();
  });
  // A page that was on its way while a file was saved was not there yet to be told.
  server.ws.on('connection', () => {
    if (shown < readings) reload(server);
  });
  server.middlewares.use((request, response, next) => {
    if (!wrong || !request.headers.accept?.includes('text/html')) return next();
    response.writeHead(500, { 'content-type': 'text/html; charset=utf-8' }).end(errorPage(wrong, contentDir));
  });
  server.watcher.add(watched);
  for (const event of ['add', 'change', 'unlink']) {
    server.watcher.on(event, (file: string) => {
      if (!watched.some((folder) => file.startsWith(folder))) return;
      clearTimeout(waiting);
      waiting = setTimeout(follow, SETTLED);
    });
  }
}

/**
 * Has the module of the content made anew at the next request. What renders pages forgets here and now: told by a message
 * it does so when it has done with the one before, and a browser that was faster would get the page as it was, and keep it.
 */
function forget({ environments }: ViteDevServer): void {
  for (const environment of Object.values(environments)) {
    const { moduleGraph } = environment;
    const module = moduleGraph.getModuleById(CONTENT_MODULE);
    if (module) moduleGraph.invalidateModule(module);
    if (isRunnableDevEnvironment(environment)) environment.runner.evaluatedModules.clear();
  }
}

/** Has open pages loaded again. */
const reload = ({ environments }: ViteDevServer) => environments.client?.hot.send({ type: 'full-reload', path: '*' });

/** What stands in place of every page while the content has an error; the first sound save loads the page again. */
function errorPage(wrong: readonly Problem[], contentDir: string): string {
  const title = `内容有${errorsIn(wrong)}处错误`;
  const errors = wrong.filter(({ severity }) => severity === 'error');
  const lines = problemsAsText(errors.length > 0 ? errors : wrong, contentDir).split('\n');
  return html`<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<script type="module" src="/@vite/client"></script>
<h1>${title}</h1>
<p>改好保存，这里就又是网页，不用重新打开。</p>
<pre style="white-space: pre-wrap">${lines.map((line) => html`${line}\n`)}</pre>
</html>`.html;
}
