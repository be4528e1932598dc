import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EnvironmentError, readEnvironment } from '#reader/environment.ts';
import { readContent } from '#reader/read-content.ts';
import { childEnvironment, projectFolder, projectNode } from '../setup/install.mjs';
import { complain } from '../terminal/complain.ts';
import { failureWords } from '../terminal/failure-words.ts';
import { type BenchResult, keepRun, lastRun } from './history.ts';
import { RunFailed } from './scale/run-cost.ts';
import { scaleBench } from './scale/scale-bench.ts';
import { scaleFails, scaleReport } from './scale/scale-table.ts';
import { starlightFolder } from './scale/starlight.ts';
import { queryNames } from './search/query-names.ts';
import { searchBench } from './search/search-bench.ts';
import { type SearchResult, searchFails } from './search/search-budgets.ts';
import { searchReport } from './search/search-table.ts';
import { countPages, siteWeights } from './site-weights.ts';
import { benchReport } from './table.ts';
import { isOver } from './weight-budgets.ts';

const RUNS = 2;
const folder = resolve(import.meta.dirname, '..', '..', '.cache', 'bench');
const site = join(folder, 'site');

/** What one build cost. */
interface BuildCost {
  /** Wall clock, from start to end of the process. */
  seconds: number;
  /** Most resident memory of the process, bytes. */
  memory: number;
}

/** The build did not come through; `log` is all it printed. */
class BuildFailed extends Error {
  override readonly name = 'BuildFailed';
  readonly log: string;
  constructor(log: string) {
    super('生成网站没有成功。');
    this.log = log;
  }
}

/** Builds the production site at `/` into a folder, in a process of its own. Throws `BuildFailed`. */
function timedBuild(target: string): Promise<BuildCost> {
  const preload = pathToFileURL(join(import.meta.dirname, 'report-memory.ts')).href;
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(projectNode, ['--import', preload, join(projectFolder, 'scripts', 'build.ts')], {
      env: childEnvironment({ OUT_DIR: target, BASE_PATH: '' }),
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const [, out, err, extra] = child.stdio;
    let log = '';
    let memory = '';
    for (const stream of [out, err]) stream?.on('data', (chunk) => (log += chunk));
    extra?.on('data', (chunk) => (memory += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) reject(new BuildFailed(log));
      else resolve({ seconds: (performance.now() - started) / 1000, memory: Number(memory) });
    });
  });
}

/** The middle value, or the mean of the two middle ones; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** Measures all there is and says whether something is wrong. */
export async function everything(json: boolean, progress: (line: string) => void): Promise<boolean> {
  const { contentDir } = readEnvironment(process.env, process.cwd());
  const history = join(folder, 'last.json');
  const costs = await builds(RUNS, progress);
  progress('■ 称网页……');
  const weights = siteWeights(site);
  const search = await searched(progress);
  const result: BenchResult & { search: SearchResult } = {
    at: new Date().toISOString(),
    content: contentDir,
    build: {
      runs: RUNS,
      seconds: median(costs.map(({ seconds }) => seconds)),
      memory: median(costs.map(({ memory }) => memory)),
      pages: countPages(site),
    },
    weights,
    search,
  };
  const report = () => `\n${searchReport(search)}\n\n${benchReport(result, lastRun(history, contentDir))}`;
  console.log(json ? JSON.stringify(result, null, 2) : report());
  keepRun(history, result);
  return weights.some(isOver) || searchFails(search);
}

/** Measures search alone, on a site built for it. */
export async function searchOnly(json: boolean, progress: (line: string) => void): Promise<boolean> {
  const { contentDir } = readEnvironment(process.env, process.cwd());
  await builds(1, progress);
  const search = await searched(progress);
  const result = { at: new Date().toISOString(), content: contentDir, search };
  console.log(json ? JSON.stringify(result, null, 2) : `\n${searchReport(search)}`);
  return searchFails(search);
}

/** Measures the building of a site with so many stories more, alone. */
export async function scaleOnly(stories: number, json: boolean, progress: (line: string) => void): Promise<boolean> {
  const { contentDir: content, now } = readEnvironment(process.env, process.cwd());
  const starlight = starlightFolder(process.env, process.cwd());
  const measured = await scaleBench({ stories, content, now, folder: join(folder, 'scale'), starlight, progress });
  console.log(json ? JSON.stringify({ at: now.toISOString(), ...measured }, null, 2) : `\n${scaleReport(measured)}`);
  return scaleFails(measured);
}

/** The site must be built: its content has then passed its check. */
function searched(progress: (line: string) => void): Promise<SearchResult> {
  const { contentDir: dir, recordsDir, now } = readEnvironment(process.env, process.cwd());
  const { content } = readContent({ dir, recordsDir, samples: false, now });
  if (!content) throw new Error('the content changed while it was measured and does not pass its check');
  const townships = content.places.filter(({ level }) => level === 'township').map(({ name }) => name);
  return searchBench({ site, folder, names: queryNames(content), townships, progress });
}

async function builds(runs: number, progress: (line: string) => void): Promise<BuildCost[]> {
  const costs: BuildCost[] = [];
  for (let run = 1; run <= runs; run++) {
    progress(`■ 生成网站，第${run}次，共${runs}次……`);
    const cost = await timedBuild(site);
    progress(`  用了${cost.seconds.toFixed(1)}秒，内存最多占${Math.round(cost.memory / 1e6)} MB`);
    costs.push(cost);
  }
  return costs;
}

/** Tells why nothing could be measured; returns the exit code. */
export function tellTrouble(error: unknown): number {
  const own =
    error instanceof BuildFailed || error instanceof RunFailed ? `${error.message}它说：\n\n${error.log}` : null;
  if (error instanceof EnvironmentError) return complain(error.message, 2);
  return complain(own ?? failureWords(error, { failed: '没有量完', untouched: '内容和网站没有动。' }), 1);
}
