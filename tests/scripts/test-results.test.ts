import { describe, expect, it } from 'vitest';
import { addTallies, closingLine, tallyVitest } from '../../scripts/testing/test-results.ts';

const report = (
  passed: number,
  failed: number,
  files: readonly { status: string; assertionResults: unknown[] }[] = [],
) => JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults: files });

describe('the count of a test run', () => {
  it('is that of the report', () => {
    expect(tallyVitest(report(12, 3), 1)).toEqual({ passed: 12, failed: 3 });
    expect(tallyVitest(report(12, 0), 0)).toEqual({ passed: 12, failed: 0 });
  });

  it('counts a file that could not be loaded as one failure', () => {
    const files = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}] },
    ];
    expect(tallyVitest(report(1, 0, files), 1)).toEqual({ passed: 1, failed: 1 });
  });

  it('is never 0 failed when the run was red or left no report', () => {
    expect(tallyVitest(report(5, 0), 1)).toEqual({ passed: 5, failed: 1 });
    expect(tallyVitest(undefined, 0)).toEqual({ passed: 0, failed: 1 });
    expect(tallyVitest('{"half', 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('adds up to the line that closes the run', () => {
    const total = addTallies([
      { passed: 1, failed: 0 },
      { passed: 0, failed: 1 },
      { passed: 40, failed: 2 },
    ]);
    expect(closingLine(total)).toBe('41 passed, 3 failed');
  });
});
