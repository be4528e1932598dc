import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment, projectNode } from '../../setup/install.mjs';
import { watchMemory } from './process-memory.ts';

/** What making one index took. */
export interface IndexingCost {
  /** Wall clock of the whole process. */
  readonly seconds: number;
  /** Peak of the process and of Pagefind's own, bytes; null where the system does not tell. */
  readonly memory: number | null;
}

/** Makes the index of a folder of pages, ours or with Pagefind as it comes, in a process of its own. */
export function indexingCost(way: 'ours' | 'stock', folder: string, output: string): Promise<IndexingCost> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(projectNode, [join(import.meta.dirname, 'index-once.ts'), way, folder, output], {
      env: childEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const watch = watchMemory(child.pid ?? 0);
    let log = '';
    child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      const memory = watch.stop();
      if (code !== 0) reject(new Error(`索引没有做成：\n${log}`));
      else resolve({ seconds: (performance.now() - started) / 1000, memory });
    });
  });
}
