import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFaults } from '../exports/standards/data-package.ts';
import { builtSites } from './built-site.ts';
import { attribute, elements, only, readPage, readText, squeezed, tag, textOf } from './pages.ts';

const sites = await builtSites('production', 'based', 'samples', 'region', 'agreement');
const SITES = Object.entries(sites).map(([name, site]) => ({ name, site }));

interface Package {
  readonly homepage: string;
  readonly resources: {
    readonly name: string;
    readonly title: string;
    readonly description: string;
    readonly schema: { readonly fields: { readonly name: string; readonly description: string }[] };
  }[];
}

describe.each(SITES)('the tables of the site "$name"', ({ site }) => {
  const described = JSON.parse(readText(site, '/data/datapackage.json')) as Package;
  const main = only(readPage(site, '/data/').root, tag('main'), 'main');
  const words = squeezed(textOf(main));

  it('are as datapackage.json describes them, byte for byte and value for value, after Data Package 2', () => {
    expect(packageFaults(described, (path) => readFileSync(join(site.folder, 'data', path)))).toEqual([]);
    expect(described.homepage.endsWith(site.base)).toBe(true);
  });

  it('are told of on a page: what each holds, every column, and what it means that nothing stands there', () => {
    for (const { title, description, schema } of described.resources) {
      for (const text of [title, description]) expect(words).toContain(squeezed(text));
      for (const field of schema.fields) {
        const [meaning = '', blank] = field.description.split(/；空白：/);
        for (const text of [field.name, meaning, ...(blank ? [`空白：${blank}`] : [])])
          expect([field.name, words.includes(squeezed(text))]).toEqual([field.name, true]);
      }
    }
  });

  it('are all to be had from that page, which the page of the figures leads to', () => {
    const hrefs = elements(main, tag('a')).map((a) => attribute(a, 'href'));
    const files = described.resources.flatMap(({ name }) => [`${name}.csv`, `${name}.json`]);
    for (const file of [...files, 'datapackage.json', 'stories.json'])
      expect(hrefs).toContain(`${site.base}data/${file}`);
    const figures = elements(readPage(site, '/figures/').root, tag('a')).map((a) => attribute(a, 'href'));
    expect(figures).toContain(`${site.base}data/`);
  });

  it('are quoted by a sentence and after GB/T 7714, which can be selected without a script', () => {
    const lines = elements(main, tag('textarea')).map((field) => textOf(field));
    expect(lines.length).toBe(2);
    for (const line of lines) expect(line).toMatch(/https:\/\/[^ ）]+\/data\//);
    expect(lines[1]).toContain('[EB/OL]');
  });
});

describe('the licence of the tables', () => {
  const of = (name: 'production' | 'region') => ({
    page: squeezed(textOf(only(readPage(sites[name], '/data/').root, tag('main'), 'main'))),
    described: readText(sites[name], '/data/datapackage.json'),
  });

  it('is said to be open, in plain words, while nobody has decided on one', () => {
    const { page, described } = of('production');
    expect(page).toContain('许可还没有定：数据用什么许可由建设单位决定。');
    expect(described).toContain('许可还没有定');
    expect(described).not.toContain('"licenses"');
    expect(squeezed(textOf(readPage(sites.production, '/figures/').root))).not.toMatch(/即可使用/);
  });

  it('is named where site.yaml names it, with the address where it stands', () => {
    const { page, described } = of('region');
    expect(page).toContain('青禾数据许可（虚构）');
    expect(JSON.parse(described).licenses).toEqual([
      { name: 'QINGHE-1.0', title: '青禾数据许可（虚构）', path: 'https://licence.region.internal/qinghe-1.0/' },
    ]);
    const link = elements(readPage(sites.region, '/data/').root, (e) => /\blicense\b/.test(attribute(e, 'rel') ?? ''));
    expect(link.map((a) => attribute(a, 'href'))).toEqual(['https://licence.region.internal/qinghe-1.0/']);
  });
});
