import { resolve } from 'node:path';
import { readEnvironment } from '#reader/environment.ts';
import { makeSite } from '#site/make-site.ts';
import type { OpenSite } from '#site/publish/open-site.ts';
import { tellBuildTrouble } from '../../scripts/terminal/tell-build-trouble.ts';
import type { BuildEnd, BuildOrder } from './built-site.ts';

/**
 * A process that does what `npm run build` does, one site after another, as it is told by messages. Of what a small site
 * costs most is the same for every site: Astro, Vite and the program have to be read, and to become fast. That the bytes
 * do not depend on what was built before is what kept-between-builds.test.ts and same-bytes.test.ts hold.
 */

const projectFolder = resolve(import.meta.dirname, '..', '..');

/** What a build says, on either stream, until it is asked for. */
let said = '';
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk: string | Uint8Array) => {
    said += chunk.toString();
    return true;
  };
}

async function build({ settings, samples = false }: BuildOrder): Promise<BuildEnd> {
  let open: OpenSite | undefined;
  said = '';
  try {
    const order = {
      environment: readEnvironment(settings, projectFolder),
      projectFolder,
      keptFolder: resolve(projectFolder, '.cache', 'kept'),
      ...{ samples, back: false, adopt: false },
    };
    const { code, words } = await makeSite(order, (site) => (open = site));
    return { status: code, output: `${said}${words.join('\n')}\n` };
  } catch (error) {
    return { status: tellBuildTrouble(error, open), output: said };
  } finally {
    open?.close();
  }
}

process.on('message', (order: BuildOrder) => {
  build(order).then((end) => process.send?.(end));
});
