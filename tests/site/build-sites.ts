import { type ChildProcess, fork, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TestProject } from 'vitest/node';
import { childEnvironment, projectFolder, projectNode } from '../../scripts/setup/install.mjs';
import { addStandIns } from '../fixtures/photos/stand-ins.ts';
import { makeProgramme, type ShapeName } from '../fixtures/shapes/programme.ts';
import { makeArchive } from '../fixtures/stories/archive.ts';
import { makeTargets } from '../fixtures/targets/programme.ts';
import { type BuildEnd, type BuildOrder, SITE_NOW, type SiteName, type SiteWithContent } from './built-site.ts';

/**
 * Builds the sites that the site and browser tests read: each when a test first asks for it (`builtSite`), two at a time,
 * as many as the smallest machine has cores. A built site is kept in .cache/test-sites under a hash of everything it is made
 * of, and built anew only when one of those bytes is another. What a test builds for itself (`buildSite`) takes its turn.
 */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
  const asked = new Map<SiteName, Promise<SiteWithContent>>();
  const builders = [new Builder(), new Builder()];
  const inTurn = byTheNextFree(builders);
  const server = createServer(async (request, response) => {
    const name = (request.url ?? '').slice(1) as SiteName;
    try {
      let answer: Promise<unknown>;
      if (request.method === 'POST') {
        const order = JSON.parse(await text(request)) as BuildOrder;
        answer = inTurn((builder) => builder.build(order));
      } else {
        answer = asked.get(name) ?? inTurn((builder) => build(builder, name, RECIPES[name]));
        asked.set(name, answer as Promise<SiteWithContent>);
      }
      response.end(JSON.stringify(await answer));
    } catch (error) {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    }
  });
  // A site may take longer than any page would.
  server.requestTimeout = 0;
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      project.provide('siteBuilder', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      resolve(async () => {
        for (const builder of builders) builder.end();
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      });
    });
  });
}

/** A process that builds one site after another: see build-process.ts. It begins when it is first needed. */
class Builder {
  #process: ChildProcess | undefined;

  build(order: BuildOrder): Promise<BuildEnd> {
    this.#process ??= fork(join(import.meta.dirname, 'build-process.ts'), {
      cwd: projectFolder,
      env: readersEnvironment(),
      execPath: projectNode,
      // A site is made of much that lives for one page: twice as fast collected in a larger room for the young.
      execArgv: ['--max-semi-space-size=64'],
      serialization: 'json',
    });
    const builder = this.#process;
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => {
        this.#process = undefined;
        reject(new Error(`the process that builds sites ended with ${code}`));
      };
      builder.once('exit', ended);
      builder.once('message', (end) => {
        builder.off('exit', ended);
        resolve(end as BuildEnd);
      });
      builder.send(order);
    });
  }

  end(): void {
    this.#process?.kill();
  }
}

/** Vitest's own mode must not reach a build: it would be a test build, not the one readers get. */
function readersEnvironment(settings: Record<string, string> = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = childEnvironment(settings);
  for (const key of ['NODE_ENV', 'VITEST', 'MODE', 'DEV', 'PROD', 'TEST']) delete env[key];
  return env;
}

interface Recipe {
  readonly base: string;
  readonly samples?: true;
  /** The real content where it says nothing else. */
  readonly content?: string;
  /** Makes the content folder before the build, from these folders besides the real content. */
  readonly prepare?: { readonly from: readonly string[]; readonly make: (content: string) => Promise<void> };
}

const CONTENT = join(projectFolder, 'content');
const SITES = join(projectFolder, '.cache', 'test-sites');

/** A programme made for its size and the length of its names, perhaps with stories. */
const shape = (name: ShapeName, stories?: { from: string; add: (dir: string) => Promise<void> }): Recipe => ({
  base: '/',
  content: join(SITES, `${name}-content`),
  prepare: {
    from: ['tests/fixtures/shapes', ...(stories ? [stories.from] : [])],
    make: async (dir) => {
      await rm(dir, { recursive: true, force: true });
      makeProgramme(dir, name);
      await stories?.add(dir);
    },
  },
});

const RECIPES: Readonly<Record<SiteName, Recipe>> = {
  production: { base: '/' },
  based: { base: '/aid/' },
  samples: { base: '/', samples: true },
  region: { base: '/', content: join(projectFolder, 'tests/fixtures/region') },
  joint: { base: '/', content: join(projectFolder, 'tests/fixtures/joint') },
  schools: { base: '/', content: join(projectFolder, 'tests/fixtures/schools') },
  hospitals: { base: '/', content: join(projectFolder, 'tests/fixtures/hospitals') },
  agreement: { base: '/', content: join(projectFolder, 'tests/fixtures/agreement') },
  'begun-county': begun('county'),
  'begun-schools': begun('schools'),
  'begun-office': begun('office'),
  'one-without-third': shape('one-without-third'),
  'four-with-28-long': shape('four-with-28-long'),
  'thirteen-with-60': shape('thirteen-with-60'),
  'many-to-many': shape('many-to-many', { from: 'tests/fixtures/photos', add: addStandIns }),
  targets: {
    base: '/',
    content: join(SITES, 'targets-content'),
    prepare: {
      from: ['tests/fixtures/targets'],
      make: async (dir) => {
        await rm(dir, { recursive: true, force: true });
        makeTargets(dir);
      },
    },
  },
  archive: {
    base: '/',
    content: join(SITES, 'archive-content'),
    prepare: {
      from: ['content', 'tests/fixtures/stories', 'tests/fixtures/history.ts'],
      make: (dir) => makeArchive(dir, CONTENT),
    },
  },
};

/** A site of what the command makes of some answers. */
function begun(name: string): Recipe {
  const answers = `tests/fixtures/new-programme/${name}.txt`;
  return {
    base: '/',
    content: join(SITES, `begun-${name} content`),
    prepare: {
      from: [answers],
      make: async (dir) => {
        await rm(dir, { recursive: true, force: true });
        await run(
          ['scripts/new-programme.ts', '--folder', dir],
          { SITE_NOW },
          readFileSync(join(projectFolder, answers)),
        );
      },
    },
  };
}

/** What every site is made with. */
const ENGINE = ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/** A hash over the names and bytes of everything that a site is made of. */
function keyOf(name: SiteName, { base, samples, content = CONTENT, prepare }: Recipe): string {
  const hash = createHash('sha256').update(JSON.stringify([name, base, samples, SITE_NOW]));
  for (const part of [...ENGINE, ...(prepare?.from ?? [])].map((path) => join(projectFolder, path))) add(part);
  if (!prepare) add(content);
  return hash.digest('hex');

  function add(path: string): void {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) for (const inside of readdirSync(path).sort()) add(join(path, inside));
    else hash.update(`${path}\n`).update(readFileSync(path));
  }
}

async function build(builder: Builder, name: SiteName, recipe: Recipe): Promise<SiteWithContent> {
  const folder = join(SITES, name);
  const content = recipe.content ?? CONTENT;
  const site = { folder, base: recipe.base, content };
  const keyFile = `${folder}.key`;
  const key = keyOf(name, recipe);
  if (existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key && existsSync(join(folder, 'index.html')))
    return site;
  await rm(keyFile, { force: true });
  await rm(folder, { recursive: true, force: true });
  const began = performance.now();
  console.log(`  生成测试用的网站：${name}…`);
  await recipe.prepare?.make(content);
  const { status, output } = await builder.build({
    settings: { OUT_DIR: folder, BASE_PATH: recipe.base, SITE_NOW, CONTENT_DIR: content },
    ...(recipe.samples && { samples: true }),
  });
  if (status !== 0) throw new Error(`the site "${name}" was not built:\n${output}`);
  writeFileSync(keyFile, key);
  console.log(`  ${name} 好了，用了 ${Math.round((performance.now() - began) / 1000)} 秒`);
  return site;
}

/** Hands each work to the builder that is free first; the others wait in the order in which they came. */
function byTheNextFree(builders: readonly Builder[]): <T>(work: (builder: Builder) => Promise<T>) => Promise<T> {
  const free = [...builders];
  const waiting: ((builder: Builder) => void)[] = [];
  const give = (builder: Builder) => {
    const next = waiting.shift();
    if (next) next(builder);
    else free.push(builder);
  };
  return async (work) => {
    const builder = free.shift() ?? (await new Promise<Builder>((resolve) => waiting.push(resolve)));
    try {
      return await work(builder);
    } finally {
      give(builder);
    }
  };
}

/** Runs a command of the project; throws with all that it printed where it fails. */
function run(args: readonly string[], environment: Record<string, string>, input: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(projectNode, [...args], { cwd: projectFolder, env: readersEnvironment(environment) });
    child.stdin.end(input);
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')} failed:\n${log}`))));
  });
}
