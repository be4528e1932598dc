import { z } from 'zod';

/** How many checks passed and failed; skipped ones count as neither. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/**
 * Counts a Vitest run from its JSON report and its exit code. A test file that could not even be loaded counts as one
 * failure, and so does a run that failed without naming any test or left no readable report: a red run is never 0 failed.
 */
export function tallyVitest(json: string | undefined, exitCode: number): Tally {
  const read = report.safeParse(parse(json));
  if (!read.success) return { passed: 0, failed: 1 };
  const broken = read.data.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = read.data.numFailedTests + broken.length;
  return { passed: read.data.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

function parse(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}

/** Adds up; a step without tests of its own (lint, types) counts as one. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
  };
}

/** The line that closes every run; continuous integration reads it. */
export function closingLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
