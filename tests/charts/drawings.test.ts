import { describe, expect, it } from 'vitest';
import { figureCatalogue } from '#charts/catalogue.ts';
import { coverCloth } from '#charts/cover/cover.ts';
import { weaveCloth } from '#charts/kit/palette.ts';
import type { NumberState } from '#charts/kit/progress-words.ts';
import { onPaper, standalone } from '#charts/kit/standalone.ts';
import { progressBar } from '#charts/line-progress/bar.ts';
import { namedFigures } from '#domain/programme/figure-names.ts';
import { assemble, type Content } from '#domain/programme/programme.ts';
import { statusOf } from '#domain/programme/progress.ts';
import { routesUnder } from '#format/routes.ts';
import { readContent } from '#reader/read-content.ts';
import { indented } from './indented.ts';
import { notWellFormed } from './kit/well-formed.ts';

/**
 * Every figure in every form as a file to read and to open in a browser: tests/charts/<figure>-<form>.svg.
 * After a change that is meant to be seen: `npm test -- tests/charts/drawings.test.ts -u`, then look at the files that
 * Git shows as changed before you commit them.
 */

const contentOf = (dir: string): Content => {
  const { content, problems } = readContent({ dir, samples: false, now: new Date('2026-11-25T00:00:00Z') });
  if (!content) throw new Error(problems.map(({ message }) => message).join('\n'));
  return content;
};
const clothOf = ({ pairings, cloth }: Content) =>
  weaveCloth(
    pairings.map((p) => p.townships.length),
    pairings.map((p) => p.hue),
    cloth,
  );

/** Waters and the places of the river map are laid out for the real content only; the fictional region has every state. */
const [real, region] = [contentOf('content'), contentOf('tests/fixtures/region')];
const drawings: readonly (readonly [figure: string, name: RegExp, of: Content])[] = [
  ['river-map', /^river-map$/, real],
  ['pairing-map', /^pairing-/, real],
  ['thread-map', /^thread-map$/, region],
  ['crossing-strip', /^crossing-strip$/, region],
  ['overview', /^overview$/, region],
  ['line-progress', /^progress-screenings$/, region],
  ['money', /^money$/, region],
  ['department-matrix', /^department-matrix$/, region],
];

describe.each(drawings)('%s', (figure, wanted, content) => {
  const { named } = figureCatalogue(assemble(content), routesUnder('/'));
  const [, draw] = [...named].find(([name]) => wanted.test(name)) ?? [];
  if (!draw) throw new Error(`no figure is called like ${wanted}`);
  const { forms, ...rest } = draw();

  it.each(forms.map((form) => [form.kind, form] as const))('looks as it was last looked at: %s', async (kind, form) => {
    const svg = standalone({ ...rest, forms }, form, clothOf(content), {
      site: '样例站',
      day: '2019-05-08',
      url: 'https://example.org/',
    });
    expect(notWellFormed(svg)).toBeNull();
    await expect(indented(svg)).toMatchFileSnapshot(`./${figure}${kind === 'only' ? '' : `-${kind}`}.svg`);
  });
});

describe.each([
  ['the real content', real],
  ['the fictional region', region],
])('the figures of %s', (_, content) => {
  it('are called by the names that stories may use', () => {
    const programme = assemble(content);
    const drawn = figureCatalogue(programme, routesUnder('/')).all();
    expect(drawn.map(({ name }) => name)).toEqual(namedFigures(programme).map(({ name }) => name));
  });

  it('are named by the city, or by the journey where the city has several, and hold a river map only where one is laid out', () => {
    const names = namedFigures(assemble(content)).map(({ name }) => name);
    const cities = content.pairings.map(({ city }) => city);
    const alone = cities.filter((city) => cities.indexOf(city) === cities.lastIndexOf(city));
    expect(names.filter((name) => alone.some((city) => name === `pairing-${city}`))).toHaveLength(alone.length);
    expect(names.includes('river-map')).toBe(content.wide !== null);
  });
});

/** Drawings below one another as one file; `svgs` with the height of each. */
function sheet(svgs: readonly (readonly [svg: string, height: number])[], width: number): string {
  let y = 10;
  const placed = svgs.map(([svg, height]) => {
    const nested = svg.replace('<svg ', `<svg x="10" y="${y}" `);
    y += height + 10;
    return nested;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}"><rect width="${width}" height="${y}" fill="var(--paper)"/>${placed.join('')}</svg>`;
  return indented(onPaper({ kind: 'only', width, height: y, svg }, clothOf(real)));
}

describe('the mark of one number', () => {
  const numbers: readonly (readonly [target: number | null, reported: number | null])[] = [
    [50, null],
    [50, 0],
    [50, 32],
    [50, 50],
    [50, 57],
    [0, null],
    [0, 4],
    [null, null],
    [null, 7],
  ];
  const state = (target: number | null, reported: number | null): NumberState => ({
    ...{ target, reported, unit: '人', disagreement: null },
    status: statusOf(target, reported, target !== null),
  });
  const states: readonly NumberState[] = [
    ...numbers.map(([target, reported]) => state(target, reported)),
    { ...state(50, 32), status: 'partial', answered: 1, concerned: 4, reporter: { measure: '个', noun: '单位' } },
    { ...state(null, null), status: 'not-listed' },
    { ...state(60, null), disagreement: { quantity: 20, per: 'year', annex: '附件' } },
  ];

  it('looks as it was last looked at in every state', async () => {
    const bars = states.map((one, i) => [progressBar({ ...one, fill: 'var(--h1)' }, `s${i}`), 30] as const);
    await expect(sheet(bars, 460)).toMatchFileSnapshot('./line-progress-states.svg');
  });
});

describe('the cover of a story without a photo', () => {
  it('looks as it was last looked at', async () => {
    const stripes = clothOf(real).stripes.map((_, i) => i + 1);
    const covers = [stripes.slice(0, 8), stripes.slice(8, 13), stripes].map((some, i) => {
      const cloth = coverCloth(`story-${i}`, some).replace('<svg ', '<svg width="300" height="180" ');
      return [cloth, 180] as const;
    });
    await expect(sheet(covers, 320)).toMatchFileSnapshot('./cover.svg');
  });
});
