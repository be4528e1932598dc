import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { childEnvironment, projectFolder, projectNode } from '../../scripts/setup/install.mjs';
import { makeArchive } from '../fixtures/stories/archive.ts';

/**
 * Builds the sites that the site and browser tests read, once per run, two at a time: as many as the smallest machine has cores.
 * A test asks for them with `inject('sites')`. `REUSE_SITES=1` keeps what an earlier run built, for work on the tests.
 */
export interface BuiltSite {
  /** Absolute path of the built site. */
  readonly folder: string;
  /** Sub-path it was built for, with slashes at both ends. */
  readonly base: string;
}

export interface Sites {
  /** The production site at `/`. */
  readonly production: BuiltSite;
  /** The production site under `/aid/`. */
  readonly based: BuiltSite;
  /** The site with samples. */
  readonly samples: BuiltSite;
  /** The fictional region of tests/fixtures/region, production. */
  readonly region: BuiltSite;
  /** The production site grown by some four hundred stories: see tests/fixtures/stories. With the content it was built from. */
  readonly archive: BuiltSite & { readonly content: string };
}

declare module 'vitest' {
  export interface ProvidedContext {
    sites: Sites;
  }
}

/** "Now" in every test build: what is dated later is not there yet. */
export const SITE_NOW = '2026-12-01T09:00:00+08:00';

interface Recipe {
  readonly base: string;
  readonly args?: readonly string[];
  /** The real content where it says nothing else. */
  readonly content?: string;
  /** Makes the content folder before the build. */
  readonly prepare?: (content: string) => Promise<void>;
}

const CONTENT = join(projectFolder, 'content');
const SITES = join(projectFolder, '.cache', 'test-sites');

const RECIPES: Readonly<Record<keyof Sites, Recipe>> = {
  production: { base: '/' },
  based: { base: '/aid/' },
  samples: { base: '/', args: ['--samples'] },
  region: { base: '/', content: join(projectFolder, 'tests/fixtures/region') },
  archive: { base: '/', content: join(SITES, 'archive-content'), prepare: (dir) => makeArchive(dir, CONTENT) },
};

export default async function setup(project: TestProject): Promise<void> {
  const sites: Partial<Record<keyof Sites, Sites['archive']>> = {};
  const waiting = Object.keys(RECIPES) as (keyof Sites)[];
  const builder = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) sites[name] = await build(name, RECIPES[name]);
  };
  await Promise.all([builder(), builder()]);
  project.provide('sites', sites as unknown as Sites);
}

async function build(name: string, recipe: Recipe): Promise<Sites['archive']> {
  const folder = join(SITES, name);
  const content = recipe.content ?? CONTENT;
  const site = { folder, base: recipe.base, content };
  if (process.env.REUSE_SITES && existsSync(join(folder, 'index.html'))) return site;
  await rm(folder, { recursive: true, force: true });
  const began = Date.now();
  console.log(`  生成测试用的网站：${name}…`);
  await recipe.prepare?.(content);
  const log = await run(['scripts/build.ts', ...(recipe.args ?? [])], {
    OUT_DIR: folder,
    BASE_PATH: recipe.base,
    SITE_NOW,
    CONTENT_DIR: content,
  });
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`the site "${name}" was not built:\n${log}`);
  console.log(`  ${name} 好了，用了 ${Math.round((Date.now() - began) / 1000)} 秒`);
  return site;
}

/** Runs a command of the project and returns what it printed; throws with all of it where it fails. */
function run(args: readonly string[], environment: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const env: NodeJS.ProcessEnv = childEnvironment(environment);
    // Vitest's own mode must not reach the build: it would be a test build, not the one readers get.
    for (const key of ['NODE_ENV', 'VITEST', 'MODE', 'DEV', 'PROD', 'TEST']) delete env[key];
    const child = spawn(projectNode, [...args], { cwd: projectFolder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(log) : reject(new Error(`${args.join(' ')} failed:\n${log}`))));
  });
}
