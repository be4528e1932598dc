import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { childEnvironment, projectFolder, projectNode } from '../setup/install.mjs';

/** What one build cost. */
export interface BuildCost {
  /** Wall clock, from start to end of the process. */
  seconds: number;
  /** Most resident memory of the process, bytes. */
  memory: number;
}

/** The build did not come through; `log` is all it printed. */
export class BuildFailed extends Error {
  override readonly name = 'BuildFailed';
  readonly log: string;
  constructor(log: string) {
    super('生成网站没有成功。');
    this.log = log;
  }
}

/** Builds the production site at `/` into a folder, in a process of its own. Throws `BuildFailed`. */
export function timedBuild(target: string): Promise<BuildCost> {
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
