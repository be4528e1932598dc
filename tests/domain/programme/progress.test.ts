import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cellsOf } from '#domain/plan/cell.ts';
import { lineYearsOf } from '#domain/plan/line-year.ts';
import type { TargetTable } from '#domain/plan/plan.ts';
import { collectedOf } from '#domain/plan/plan-phase.ts';
import { assemble, defaultExecutors } from '#domain/programme/programme.ts';
import { progressOf, shareOf, statusOf } from '#domain/programme/progress.ts';
import type { Report } from '#domain/programme/report.ts';
import { readContent } from '#reader/read-content.ts';
import { realContent, realProgramme } from '../real-programme.ts';

describe('the status of a number', () => {
  test.each([
    [50, null, true, 'no-report'],
    [50, 0, true, 'zero'],
    [50, 32, true, 'below'],
    [50, 50, true, 'met'],
    [50, 57, true, 'above'],
    [0, 0, true, 'met'],
    [0, 3, true, 'above'],
    [0, null, true, 'no-report'],
    [null, null, true, 'not-listed'],
    [null, null, false, 'unquantified'],
    [null, 12, false, 'unquantified-reported'],
    [null, 0, false, 'unquantified-reported'],
  ] as const)('target %j and report %j (in an annex: %j) is %s', (target, reported, quantified, status) => {
    expect(statusOf(target, reported, quantified)).toBe(status);
  });

  test('a share exists only of a target above 0 with a report', () => {
    expect([shareOf(50, 32), shareOf(0, 3), shareOf(null, 3), shareOf(50, null)]).toEqual([0.64, null, null, null]);
  });
});

describe('progress', () => {
  test('the samples together show every status', () => {
    const statuses = new Set(realProgramme(true).progress.map((row) => row.status));
    expect([...statuses].sort()).toEqual(
      ['above', 'below', 'met', 'no-report', 'not-listed', 'unquantified', 'unquantified-reported', 'zero'].sort(),
    );
  });

  test('without reports nothing is reported, and nothing becomes 0', () => {
    const { progress } = realProgramme();
    expect(progress.every((row) => row.reported === null && row.history.length === 0)).toBe(true);
    expect(new Set(progress.map((row) => row.status))).toEqual(new Set(['no-report', 'not-listed', 'unquantified']));
  });

  test('a later report supersedes an earlier one for the same number only, and both stay in the history', () => {
    const rows = realProgramme(true).progress.filter((row) => row.line === 'pen-pals' && row.year === 2019);
    const changsha = rows.find((row) => row.executor === 'changsha');
    expect(changsha?.reported?.quantity).toBe(50);
    expect(changsha?.history.map((h) => [h.report.date, h.quantity])).toEqual([
      ['2019-12-31', 50],
      ['2019-09-30', 41],
    ]);
  });

  test('a later report that is silent about a number leaves the earlier one in force', () => {
    const content = realContent(true);
    const { projects, document, reports } = content;
    const earlier = reports.find((r) => r.id === 'changsha-2019-09-30') as Report;
    const later = reports.find((r) => r.id === 'changsha-2020-09-30') as Report;
    const { cells } = realProgramme();
    const rows = progressOf(projects, cells, [later, earlier], document.years, defaultExecutors(content));
    const of = (year: number) =>
      rows.find((r) => r.line === 'pen-pals' && r.executor === 'changsha' && r.year === year);
    expect([of(2019)?.reported?.quantity, of(2020)?.reported?.quantity]).toEqual([41, 32]);
  });

  test('text and annex disagree on the two lines where they do, year by year, and nowhere else', () => {
    const { progress } = realProgramme();
    const disagreeing = progress.filter((row) => row.disagreement !== null).map((row) => `${row.line} ${row.year}`);
    expect(disagreeing).toEqual(['cadre-training 2019', 'cadre-secondment 2019']);
  });

  test('a sum has the state of a part until every executor that is planned or has reported is in it', () => {
    const years = (some: readonly Report[]) => {
      const content = realContent();
      const { projects, document } = content;
      const rows = progressOf(projects, realProgramme().cells, some, document.years, defaultExecutors(content));
      return lineYearsOf(rows);
    };
    const report = (executor: string, line: string, quantity: number): Report => ({
      ...{ id: `${executor}-2020-01-05`, executor, date: '2020-01-05', as_of: '2019-12-31', sample: false },
      ...{ reported_by: '样例单位', rows: [{ line, year: 2019, quantity, unit: '个' }] },
    });
    const of = (...some: Report[]) => years(some).find((y) => y.line === 'grassroots-league' && y.year === 2019);
    const [first, second] = [report('changsha', 'grassroots-league', 1), report('yueyang', 'grassroots-league', 1)];
    const unlisted = report('zhuzhou', 'grassroots-league', 3);
    const told = (y: ReturnType<typeof of>) => [y?.status, y?.answered, y?.concerned, y?.reported];
    expect(told(of())).toEqual(['no-report', 0, 2, null]);
    expect(told(of(first))).toEqual(['partial', 1, 2, 1]);
    // The annex leaves this city out in that year: its report does not stand in for one that is missing.
    expect(told(of(first, unlisted))).toEqual(['partial', 2, 3, 4]);
    expect(told(of(first, second))).toEqual(['met', 2, 2, 2]);
  });

  test('what has been collected is none, some or all of what is planned', () => {
    expect(collectedOf(realProgramme().progress)).toBe('none');
    const { progress } = realProgramme(true);
    expect(collectedOf(progress)).toBe('some');
    expect(collectedOf(progress.filter((row) => row.reported !== null))).toBe('all');
  });
});

describe('what is reported of parts of a year', () => {
  const dir = join(import.meta.dirname, '../../fixtures/agreement');
  const { content } = readContent({ dir, samples: false, now: new Date('2026-11-25T00:00:00Z') });
  const report = (date: string, ...rows: { year: number; period?: string; quantity: number }[]): Report => ({
    ...{ id: `yuanjianban-${date}`, executor: 'yuanjianban', date, sample: false, as_of: date, reported_by: '样例' },
    rows: rows.map((row) => ({ line: 'visits', unit: '批次', ...row })),
  });
  const visits = (...reports: Report[]) => {
    if (!content) throw new Error('the agreement is not whole');
    const row = assemble({ ...content, reports }).progress.find((r) => r.line === 'visits' && r.year === 2022);
    return [row?.reported?.quantity, row?.reported?.part, row?.status];
  };
  const half = report('2022-07-05', { year: 2022, period: '2022-h1', quantity: 2 });

  test('is partial until all of the year is there, and says of which part it is', () => {
    expect(visits(half)).toEqual([2, '上半年', 'partial']);
  });

  test('is all of the year where the document plans nothing for the rest of it', () => {
    if (!content) throw new Error('the agreement is not whole');
    const report = { id: 'a', executor: 'yuanjianban', date: '2022-07-05', as_of: '2022-06-30', sample: false };
    const rows = [{ line: 'books', year: 2022, period: '2022-h1', quantity: 50, unit: '册' }];
    const books = content.projects.map((project) => ({
      ...project,
      lines: project.lines.map((line) => (line.id === 'books' ? { ...line, row: 'a1-books' } : line)),
    }));
    const tables = content.tables.map((table) =>
      table.id === 'a2' && table.kind === 'targets' ? { ...table, rows: [] } : table,
    );
    const reports = [{ ...report, reported_by: '样例', rows }];
    const row = assemble({ ...content, projects: books, tables, reports }).progress.find(
      (r) => r.line === 'books' && r.year === 2022 && r.executor === 'yuanjianban',
    );
    expect([row?.cell?.month, row?.reported?.quantity, row?.status]).toEqual(['上半年', 50, 'met']);
  });

  test('is added up, and compared when nothing is missing', () => {
    expect(visits(half, report('2023-01-05', { year: 2022, period: '2022-h2', quantity: 3 }))).toEqual([
      5,
      null,
      'met',
    ]);
  });

  test('gives way to a later number of the whole year, and to a newer one of the same part', () => {
    expect(visits(half, report('2023-01-05', { year: 2022, quantity: 4 }))).toEqual([4, null, 'below']);
    expect(visits(half, report('2022-08-05', { year: 2022, period: '2022-h1', quantity: 1 }))).toEqual([
      1,
      '上半年',
      'partial',
    ]);
  });

  test('of several parts of one report every one counts, and what the whole year has taken the place of does not', () => {
    const row = (...reports: Report[]) => {
      if (!content) throw new Error('the agreement is not whole');
      return assemble({ ...content, reports }).progress.find((r) => r.line === 'visits' && r.year === 2022);
    };
    const quarters = report(
      '2022-10-09',
      { year: 2022, period: '2022-q2', quantity: 2 },
      { year: 2022, period: '2022-q3', quantity: 0 },
    );
    const counted = (of: ReturnType<typeof row>) => of?.history.filter((value) => of.counted.includes(value)).length;
    expect(counted(row(quarters))).toBe(2);
    expect(counted(row(quarters, report('2023-01-05', { year: 2022, quantity: 4 })))).toBe(1);
  });
});

describe('what the document sets for several together', () => {
  const line = { id: 'talks', project: 'talks', title: '同上一堂课', short: '同课', what: 'classes', unit: '班' };
  const report = (executor: string, quantity: number): Report => ({
    ...{
      id: `${executor}-2024`,
      executor,
      date: '2024-01-05',
      sample: false,
      as_of: '2023-12-31',
      reported_by: '样例',
    },
    rows: [{ line: 'talks', unit: '班', year: 2023, quantity }],
  });
  const rowsOf = (text: { quantity: number | string; per: 'year' | 'total' }, ...reports: Report[]) => {
    const target = { ...text, source: 'c-1', quote: '样例' };
    const project = {
      id: 'talks',
      number: 1,
      title: '同课',
      short: '同课',
      field: 'c',
      clause: 'c-1',
      lead: [],
      partners: [],
    };
    const projects = [{ ...project, lines: [{ ...line, text_targets: [target] }] }];
    return progressOf(projects, [], reports, [2023, 2024], ['a', 'b', 'c']);
  };
  const told = (rows: ReturnType<typeof rowsOf>) =>
    rows.map((r) => [r.executor, r.year, r.status, r.shared, r.answered]);

  test('one of them is not left open by the document: its part is set together with others', () => {
    expect(told(rowsOf({ quantity: 12, per: 'year' }, report('a', 5)))).toEqual([
      ['a', 2023, 'unquantified-reported', true, 1],
      ['a+b+c', 2023, 'partial', false, 1],
      ['a+b+c', 2024, 'no-report', false, 0],
    ]);
  });

  test('how many of them have reported is told of the year of all together', () => {
    const years = lineYearsOf(rowsOf({ quantity: 12, per: 'year' }, report('a', 5), report('b', 5)));
    expect(years.map(({ when, concerned, answered, shared }) => [when, concerned, answered, shared])).toEqual([
      ['2023年', 3, 2, false],
      ['2024年', 3, 0, false],
    ]);
  });

  test('a year is not left open either where the number is set for all years', () => {
    const years = lineYearsOf(rowsOf({ quantity: '每班45学时，五年共90班', per: 'total' }, report('a', 5)));
    expect(years.map(({ when, shared }) => [when, shared])).toEqual([
      ['2023年', true],
      ['各年合计', false],
    ]);
  });
});

describe('when within the year', () => {
  const executors = [
    { id: 'a', label: '甲' },
    { id: 'b', label: '乙' },
  ];
  const tableOf = (halves: Record<'a' | 'b', number | null>[]) =>
    ({
      ...{ id: 'a2', kind: 'targets', label: '附表2', title: '样例', head: '任务', notes: [] },
      years: [
        { period: '2023-h1', label: '上半年', executors },
        { period: '2023-h2', label: '下半年', executors },
      ],
      rows: [{ line: 'visits', name: '互访', unit: '人', cells: { '2023-h1': halves[0], '2023-h2': halves[1] } }],
    }) as unknown as TargetTable;
  const line = {
    id: 'visits',
    project: 'visits',
    title: '互访',
    short: '互访',
    what: 'people',
    unit: '人',
    row: 'a2-visits',
  };
  const project = {
    id: 'visits',
    number: 1,
    title: '互访',
    short: '互访',
    field: 'c',
    clause: 'c-1',
    lead: [],
    partners: [],
  };
  const monthOf = (...halves: Record<'a' | 'b', number | null>[]) =>
    lineYearsOf(progressOf([{ ...project, lines: [line] }], cellsOf(tableOf(halves)), [], [2023], ['a']))[0]?.month;

  test('a year whose parts several carry out has each part, with the sum of all of them', () => {
    expect(monthOf({ a: null, b: 4 }, { a: 4, b: 4 })).toBe('上半年4，下半年8');
  });

  test('what all of them do in one part is of that part, without a number of its own', () => {
    expect(monthOf({ a: null, b: null }, { a: 4, b: 4 })).toBe('下半年');
  });
});
