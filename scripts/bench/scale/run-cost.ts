import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { childEnvironment, projectNode } from '../../setup/install.mjs';
import { watchMemory } from '../search/process-memory.ts';

/** What a command cost with everything it started. */
export interface RunCost {
  /** Wall clock, from its start to its end. */
  readonly seconds: number;
  /** Seconds of processor, user and system; null where the system does not tell. */
  readonly cpu: number | null;
  /** Most resident memory, bytes: each process at its own peak, added up; null where the system does not tell. */
  readonly memory: number | null;
}

/** A measured command ended with an error; `log` is all it printed. */
export class RunFailed extends Error {
  override readonly name = 'RunFailed';
  readonly log: string;
  constructor(what: string, log: string) {
    super(`${what}没有成功。`);
    this.log = log;
  }
}

/** A command to be measured. */
export interface MeasuredCommand {
  /** Called so when it fails. */
  readonly what: string;
  /** Program and arguments; without a program the project's own Node runs them. */
  readonly program?: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** To look more often would itself take a noticeable part of two processors. */
const LOOK_EVERY_MS = 200;

/** Runs a command in a process of its own and measures it. Nothing else may be started meanwhile. Throws `RunFailed`. */
export function runCost({ what, program = projectNode, args, cwd, env = {} }: MeasuredCommand): Promise<RunCost> {
  return new Promise((resolve, reject) => {
    const before = childrenSeconds();
    const started = performance.now();
    const child = spawn(program, args, { cwd, env: childEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'] });
    const memory = watchMemory(child.pid ?? 0, LOOK_EVERY_MS);
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk));
    child.on('error', (error) => {
      memory.stop();
      reject(error);
    });
    child.on('close', (code) => {
      const seconds = (performance.now() - started) / 1000;
      const after = childrenSeconds();
      const peak = memory.stop();
      if (code !== 0) reject(new RunFailed(what, log));
      else resolve({ seconds, cpu: before === null || after === null ? null : after - before, memory: peak });
    });
  });
}

/** Linux counts in hundredths of a second, whatever the machine. */
const TICKS = 100;

/** Processor time of all children of this process that have ended, with theirs; null where the system does not tell. */
function childrenSeconds(): number | null {
  try {
    // The name of the program stands in brackets and may hold spaces; the 14th and 15th fields behind it are meant.
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const ticks = Number(fields[13]) + Number(fields[14]);
    return Number.isNaN(ticks) ? null : ticks / TICKS;
  } catch {
    return null;
  }
}
