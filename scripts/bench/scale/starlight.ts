import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectFolder } from '../../setup/install.mjs';
import type { MadeStory } from './made-stories.ts';
import { type RunCost, runCost } from './run-cost.ts';
import { plainStory } from './story-files.ts';

/** Where its documents lie, and in it those of this bench: nothing else of the project is touched but what it builds. */
const STORIES = join('src', 'content', 'docs', 'stories');
/** What an earlier run of it may have kept: a cold build finds none of it. */
const KEPT = ['dist', '.astro', join('node_modules', '.astro'), join('node_modules', '.vite')];

/**
 * The folder of a Starlight project to compare with: STARLIGHT_DIR, else `starlight-bench` beside this project; null
 * where there is none that has been installed.
 */
export function starlightFolder(env: Readonly<Record<string, string | undefined>>, cwd: string): string | null {
  const folder = env['STARLIGHT_DIR']
    ? resolve(cwd, env['STARLIGHT_DIR'])
    : resolve(projectFolder, '..', 'starlight-bench');
  const installed = ['astro', join('@astrojs', 'starlight')].every((name) =>
    existsSync(join(folder, 'node_modules', name, 'package.json')),
  );
  return installed ? folder : null;
}

/** Puts the same stories into a Starlight project and builds it from nothing. Throws `RunFailed`. */
export function starlightCost(folder: string, stories: readonly MadeStory[]): Promise<RunCost> {
  const target = join(folder, STORIES);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const story of stories) writeFileSync(join(target, `${story.id}.mdx`), plainStory(story));
  for (const name of KEPT) rmSync(join(folder, name), { recursive: true, force: true });
  const astro = join(folder, 'node_modules', 'astro');
  const { bin } = JSON.parse(readFileSync(join(astro, 'package.json'), 'utf8'));
  return runCost({ what: 'Starlight ', args: [join(astro, bin.astro), 'build'], cwd: folder });
}
