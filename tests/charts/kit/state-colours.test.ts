import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { clothCss } from '#charts/kit/cloth.ts';
import { weaveCloth } from '#charts/kit/palette.ts';
import { onPaper } from '#charts/kit/standalone.ts';
import { STATE_COLOURS } from '#charts/kit/state-colours.ts';
import { progressBar } from '#charts/line-progress/bar.ts';
import { overview } from '#charts/overview/overview.ts';
import { lineYearsOf } from '#domain/plan/line-year.ts';
import { line, links, row } from '../fictional-rows.ts';

const cloth = weaveCloth([2, 1], [], null);
const bar = () =>
  progressBar({ target: 50, reported: 57, status: 'above', unit: '人', disagreement: null, fill: 'var(--h1)' }, 'x');
const draft = () => {
  const of = line('one');
  const fields = [{ title: '样例', lines: [of] }];
  const lineYears = lineYearsOf([row(of, 2021, 'a', 50, 57)]);
  return (
    overview({
      fields,
      lineYears,
      years: [2021],
      annex: '附件',
      line: { short: '行' },
      reporter: { measure: '个', noun: '单位' },
      links,
      name: 'overview',
      title: '样例',
    }).forms[0]?.svg ?? ''
  );
};

describe('a state in a colour of its own', () => {
  afterEach(() => delete STATE_COLOURS.above);

  it('is one entry: bars, the overview, its table, and what leaves the site take it', () => {
    const before = [bar(), draft(), clothCss(cloth)];
    expect(before.join('')).not.toContain('state-above');
    STATE_COLOURS.above = { light: '#0c7a6f', dark: '#4fb3a7' };
    expect(bar().match(/fill="var\(--state-above\)"/g)).toHaveLength(1);
    expect(draft().match(/fill="var\(--state-above\)"/g)).toHaveLength(1);
    expect(clothCss(cloth)).toMatch(/:root\{[^}]*--state-above:#0c7a6f\}.*dark\)\{:root\{[^}]*--state-above:#4fb3a7\}/);
    expect(readFileSync('src/components/figures/Overview.css', 'utf8')).toContain('var(--state-above, ');
    const form = { kind: 'only' as const, width: 340, height: 30, svg: bar() };
    expect(onPaper(form, cloth)).toContain('fill="#0c7a6f"');
    expect([bar(), draft()].map((svg) => svg.replaceAll('--state-above', '--h1').replaceAll('--h1', '--ink'))).toEqual(
      before.slice(0, 2).map((svg) => svg.replaceAll('--h1', '--ink')),
    );
  });
});
