import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Weight } from './weight-budgets.ts';

/** One run of the bench: what it prints as JSON, and what the next run compares itself with. */
export interface BenchResult {
  /** When it ran, ISO. */
  at: string;
  /** Content folder; runs over different content are not compared. */
  content: string;
  /** Medians of the runs: seconds, bytes; pages of the site. */
  build: { runs: number; seconds: number; memory: number; pages: number };
  weights: Weight[];
}

/** The last run; null where there is none, it cannot be read, or it weighed other content. */
export function lastRun(file: string, content: string): BenchResult | null {
  try {
    const last: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isResult(last) && last.content === content ? last : null;
  } catch {
    return null;
  }
}

function isResult(value: unknown): value is BenchResult {
  if (typeof value !== 'object' || value === null) return false;
  return 'content' in value && 'build' in value && 'weights' in value && Array.isArray(value.weights);
}

/** Keeps a run for the next one to compare with. */
export function keepRun(file: string, result: BenchResult): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
}

/** What a thing weighed last time: the same name in the same group, on whatever page it stands now. */
export function lastWeight(weight: Weight, last: BenchResult | null): number | undefined {
  return last?.weights.find(({ group, name }) => group === weight.group && name === weight.name)?.bytes;
}

/** A difference in words; `before` undefined: nothing to compare with. `say` writes an amount without its sign. */
export function differenceInWords(now: number, before: number | undefined, say: (amount: number) => string): string {
  if (before === undefined) return '上次没有';
  const [amount, zero] = [say(Math.abs(now - before)), say(0)];
  if (amount === zero) return '和上次一样';
  return `比上次${now > before ? '多' : '少'}${amount}`;
}
