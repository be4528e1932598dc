import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { splitStory } from './story-split.ts';

/**
 * Vite plugin: hands a story to the MDX compiler as the check read it: line ends made one, no BOM, front matter gone.
 * Stories may lie outside the project, where no package is found: what they import is looked for from the project.
 */
export function storyModules(): Plugin {
  return {
    name: 'story-modules',
    enforce: 'pre',
    config: () => ({ resolve: { dedupe: ['astro'] } }),
    // Astro marks each story with a directive of its own, and the bundler warns of each that it may be lost: it is not.
    onLog: (_, { code }) => (code === 'MODULE_LEVEL_DIRECTIVE' ? false : undefined),
    load: {
      filter: { id: /\.mdx$/ },
      handler: (id) => splitStory(textOf(readFileSync(id))).body,
    },
  };
}

/** The text of a file that passed the check, as the check reads it. */
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, '\n');
