import { describe, expect, it } from 'vitest';
import type { ScaleResult } from '../../../scripts/bench/scale/scale-bench.ts';
import { scaleFails, scaleReport } from '../../../scripts/bench/scale/scale-table.ts';

const cost = (cpu: number | null, memory: number | null = 1e9) => ({ seconds: 10, cpu, memory });
const result = (parts: Partial<ScaleResult>): ScaleResult => ({
  ...{ stories: 2000, pages: 2751, cold: cost(30), oneWord: cost(10), starlight: cost(30) },
  ...parts,
});

describe('the report on a large site', () => {
  it.each([
    ['all as it is wanted', {}, false],
    ['cold, more than Starlight', { cold: cost(31) }, true],
    ['one word, more than 0.35 of Starlight', { oneWord: cost(11) }, true],
    ['more memory than 1.2 GB, in either run', { oneWord: cost(10, 1.3e9) }, true],
    ['without Starlight no share', { starlight: null, cold: cost(300) }, false],
    ['without Starlight the memory all the same', { starlight: null, cold: cost(30, 1.3e9) }, true],
    ['where the system tells nothing', { cold: cost(null, null), oneWord: cost(null, null) }, false],
  ])('%s', (_, parts, fails) => {
    expect(scaleFails(result(parts))).toBe(fails);
    expect(scaleReport(result(parts)).includes('超出')).toBe(fails);
  });

  it('says that there was no Starlight to compare with', () => {
    expect(scaleReport(result({ starlight: null }))).toContain('没有找到装好的 Starlight');
    expect(scaleReport(result({}))).not.toContain('没有找到');
  });
});
