import { describe, expect, it } from 'vitest';
import { dataPackage } from '#exports/data/package.ts';
import {
  pairingsTable,
  progressDocument,
  progressTable,
  records,
  targetsDocument,
  targetsTable,
} from '#exports/data/tables.ts';
import { realProgramme } from '../domain/real-programme.ts';

/** The numbers themselves are held against the notice in tests/site/annexes.test.ts; here: how a row is made. */
const programme = realProgramme(true);
const at = (locator: string) => `/below/plan/#${locator}`;
const table = {
  pairings: pairingsTable(programme, at),
  targets: targetsTable(programme, at),
  progress: progressTable(programme, at),
};

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
    const resource = dataPackage(programme, '2026-11-29').resources.find((r) => r.name === name);
    expect(resource?.schema.fields.map((f) => f.name)).toEqual(columns);
    expect(resource?.path).toBe(`${name}.csv`);
  });

  it('are published by the site itself until someone answers for it, and rest on reports only where there are some', () => {
    const [open, sampled] = [
      dataPackage(realProgramme(), '2026-11-29'),
      dataPackage(realProgramme(true), '2026-11-29'),
    ];
    expect(open.contributors).toEqual([{ title: '湘青援藏（建设单位待定）', role: 'publisher' }]);
    expect(open.sources[0]?.title).toMatch(/^共青团湖南省委办公室：关于印发.*，2019-05-08$/);
    expect(open.description).not.toContain('上报');
    expect(sampled.description).toMatch(/及各单位上报。$/);
  });
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
