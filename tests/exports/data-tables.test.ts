import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble, type Programme } from '#domain/programme/programme.ts';
import type { Site } from '#domain/programme/site.ts';
import { tableWords } from '#exports/data/fields.ts';
import { dataPackage } from '#exports/data/package.ts';
import {
  DATA_TABLES,
  type DataTableName,
  pairingsTable,
  progressDocument,
  progressTable,
  records,
  tableCsv,
  targetsDocument,
  targetsTable,
} from '#exports/data/tables.ts';
import { readContent } from '#reader/read-content.ts';
import { realProgramme } from '../domain/real-programme.ts';
import { makeTargets } from '../fixtures/targets/programme.ts';
import { packageFaults } from './standards/data-package.ts';

/** The numbers themselves are held against the notice in tests/site/annexes.test.ts; here: how a row is made. */
const programme = realProgramme(true);
const at = (locator: string) => `/below/plan/#${locator}`;
const table = {
  pairings: pairingsTable(programme, at),
  targets: targetsTable(programme, at),
  progress: progressTable(programme, at),
};

const packageOf = (some: Programme, version: string | null = null) =>
  dataPackage(
    some,
    '2026-11-29',
    { home: 'https://aid.example.cn/below/', plan: 'https://aid.example.cn/below/plan/', passage: at },
    version,
  );

describe('every table', () => {
  it.each(Object.entries(table))('has rows as wide as its columns: %s', (_, { columns, rows }) => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.length !== columns.length)).toEqual([]);
  });

  it.each(Object.entries(table))('cites a passage under the address it was given, in every row: %s', (_, some) => {
    const passages = new Set(programme.passages.keys());
    for (const { source } of records(some)) {
      expect(source).toMatch(/^\/below\/plan\/#/);
      expect(passages).toContain(String(source).split('#')[1]);
    }
  });

  it.each(Object.entries(table))('is described column by column in the data package: %s', (name, { columns }) => {
    const resource = packageOf(programme).resources.find((r) => r.name === name);
    expect(resource?.schema.fields.map((f) => f.name)).toEqual(columns);
    expect(resource?.path).toBe(`${name}.csv`);
  });

  it('are published by the site itself until someone answers for it, and rest on reports only where there are some', () => {
    const [open, sampled] = [packageOf(realProgramme()), packageOf(realProgramme(true))];
    expect(open.contributors).toEqual([{ title: '湘青援藏（建设单位待定）' }]);
    expect(open.sources[0]?.title).toMatch(/^共青团湖南省委办公室：关于印发.*，2019-05-08$/);
    expect(open.description).not.toContain('上报');
    expect(sampled.description).toContain('及各单位上报。');
  });
});

/** The same programme as if somebody had confirmed to answer for it, and had decided on a licence. */
const licensed = (confirmed: string | null, licence: Site['data_licence']): Programme => ({
  ...programme,
  site: {
    ...programme.site,
    publisher: { name: '样例单位', confirmed: confirmed === null ? null : { date: confirmed, paper: '样例函1号' } },
    data_licence: licence,
  },
});
const LICENCE = { name: '样例许可', id: 'Sample-1.0', url: 'https://licence.example.cn/1.0/' };

describe('the licence of the tables', () => {
  it('is that of site.yaml once somebody who may decide has decided', () => {
    const { licenses, contributors, description } = packageOf(licensed('2026-01-01', LICENCE));
    expect(licenses).toEqual([{ name: 'Sample-1.0', title: '样例许可', path: 'https://licence.example.cn/1.0/' }]);
    expect(contributors).toEqual([{ title: '样例单位', roles: ['publisher'] }]);
    expect(description).not.toContain('许可');
  });

  it.each<[string, string | null, Site['data_licence']]>([
    ['nobody has decided', '2026-01-01', null],
    ['the key is not there', '2026-01-01', undefined],
    ['nobody answers for the site', null, LICENCE],
    ['whoever will answer for it does not do so yet', '2026-12-31', LICENCE],
  ])('is said to be open where %s', (_, confirmed, licence) => {
    const open = packageOf(licensed(confirmed, licence));
    expect(open).not.toHaveProperty('licenses');
    expect(open.description).toContain('许可还没有定：数据用什么许可由建设单位决定。');
  });
});

describe('what is said of the columns', () => {
  const read = (name: string, dir: string) => {
    const { content } = readContent({ dir, samples: true, now: new Date('2023-06-01T00:00:00Z') });
    if (!content) throw new Error(`${name} does not pass its check`);
    return [name, assemble(content)] as const;
  };
  const fixture = (name: string) => read(name, join(import.meta.dirname, '../fixtures', name));
  const made = mkdtempSync(join(tmpdir(), 'targets-'));
  makeTargets(made);
  const programmes = [
    ...['region', 'agreement', 'joint', 'schools', 'hospitals'].map(fixture),
    read('every form of a target', made),
  ];
  rmSync(made, { recursive: true });

  it.each([['notice', programme] as const, ...programmes])(
    'holds of every value in the tables of the programme %s, as Data Package 2 has it',
    (_, some) => {
      const bytesOf = (path: string) => Buffer.from(tableCsv(path.replace('.csv', '') as DataTableName, some, at));
      expect(packageFaults(JSON.parse(JSON.stringify(packageOf(some))), bytesOf)).toEqual([]);
    },
  );

  it.each([['notice', programme] as const, ...programmes])(
    'says of the programme %s what it means that nothing stands there, wherever nothing does',
    (_, some) => {
      for (const { name, fields } of tableWords(some)) {
        const { columns, rows } = DATA_TABLES[name](some, at);
        const empty = columns.filter((_column, i) => rows.some((row) => row[i] === null || row[i] === ''));
        const told = fields.filter(({ blank }) => blank !== null).map((field) => field.name);
        expect([name, empty.filter((column) => !told.includes(column))]).toEqual([name, []]);
      }
    },
  );
});

describe('the table of targets', () => {
  it('writes a month as a number, a whole year in words, and leaves open what the annex does not say', () => {
    const months = new Set(records(table.targets).map((r) => r['month']));
    expect([...months].filter((m) => m !== null && m !== '全年' && !(Number(m) >= 1 && Number(m) <= 12))).toEqual([]);
    expect([months.has('全年'), months.has(null)]).toEqual([true, true]);
  });

  it('leaves an empty cell empty, and gives it a row all the same', () => {
    const empty = records(table.targets).filter((r) => r['quantity'] === null);
    expect(empty.length).toBe(programme.cells.filter((c) => c.quantity === null).length);
    expect(empty.length).toBeGreaterThan(0);
    expect(empty.filter((r) => !r['line'] || !r['unit'] || !r['source'])).toEqual([]);
  });

  it('holds no total and no value of the text; the document beside it does', () => {
    const { cells, totals, text, unit_costs: costs } = targetsDocument(programme, at);
    expect(cells).toEqual(records(table.targets));
    expect(cells.filter((c) => /-total$|#c-/.test(String(c['source'])))).toEqual([]);
    expect(totals.filter((t) => !t.source.endsWith('-total'))).toEqual([]);
    expect(text.filter((t) => !t.source.includes('#c-') || !t.quote)).toEqual([]);
    expect(costs.filter((c) => !c.quote || c.amount <= 0)).toEqual([]);
  });
});

describe('the table of progress', () => {
  const rows = records(table.progress);

  it('gives the day of a report exactly where something is reported', () => {
    for (const row of rows) expect([row, row['as_of'] === null]).toEqual([row, row['reported'] === null]);
    expect(rows.some((row) => row['reported'] === 0)).toBe(true);
  });

  it('marks a sample in its note, once', () => {
    const reported = rows.filter((row) => row['reported'] !== null);
    const marks = reported.map(
      (row) =>
        String(row['note'])
          .split('；')
          .filter((note) => note === '样稿').length,
    );
    expect(new Set(marks)).toEqual(new Set([1]));
  });

  it('keeps the history of every number in the document, the newest first', () => {
    const { rows: long } = progressDocument(programme, at);
    for (const row of long) {
      const { history } = row;
      expect(history[0]?.reported ?? null).toBe((row as Record<string, unknown>)['reported']);
      const days = history.map((h) => h.date);
      expect(days).toEqual([...days].sort().reverse());
    }
    expect(long.some((row) => row.history.length > 1)).toBe(true);
  });
});
