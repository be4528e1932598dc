import type { Links } from '#charts/kit/figure.ts';
import type { OverviewLine } from '#charts/overview/layout.ts';
import { exactly } from '#domain/plan/amount.ts';
import { amountOf, type Cell } from '#domain/plan/cell.ts';
import { periodOf } from '#domain/plan/period.ts';
import { type ProgressRow, statusOf } from '#domain/programme/progress.ts';
import type { TextTarget } from '#domain/programme/project.ts';
import type { Report } from '#domain/programme/report.ts';

export const links: Links = {
  township: (id) => `/townships/${id}/`,
  pairing: (id) => `/pairings/${id}/`,
  project: (id) => `/projects/${id}/`,
  department: (id) => `/departments/#${id}`,
  fact: (id) => `/facts/${id}/`,
  cell: (id) => `/plan/#${id}`,
};

export const LONG = '样例青少年跨省联谊交流研学与社会实践项目';
export const years = [2021, 2022, 2023];
const table = { id: 'a2', label: '附件2' } as unknown as Cell['table'];

export const report = (executor: string, rows: Report['rows']): Report => ({
  id: `${executor}-2024-01-31`,
  executor,
  date: '2024-01-31',
  as_of: '2023-12-31',
  reported_by: '样例单位',
  sample: true,
  rows,
});

export function line(id: string, more: Partial<OverviewLine> = {}): OverviewLine {
  return {
    id,
    project: `p-${id}`,
    title: id,
    short: id,
    what: 'people',
    unit: '人',
    row: `a2-${id}`,
    number: 1,
    ...more,
  };
}

export const text = (quantity: number, per: TextTarget['per'] = 'year'): TextTarget => ({
  quantity,
  per,
  source: 'c-1',
  quote: `样例写${quantity}人`,
});

/** One invented number to follow. */
export function row(
  of: OverviewLine,
  year: number,
  executor: string,
  target: number | null,
  reported: number | null,
  more: { month?: string | null; disagreement?: TextTarget } = {},
): ProgressRow {
  const open = of.row === undefined;
  const cell: Cell = {
    locator: `a2-${of.id}-${year}-${executor}`,
    table,
    line: of.id,
    period: periodOf(String(year)),
    year,
    when: `${year}年`,
    executor,
    ...amountOf(target, of.unit),
    departments: [],
    month: more.month ?? null,
  };
  const value = reported === null ? null : { quantity: reported, report: report(executor, []), note: null, part: null };
  return {
    project: of.project,
    line: of.id,
    year,
    executor,
    unit: of.unit,
    target,
    amount: target === null ? null : exactly(target),
    cell: open ? null : cell,
    reported: value,
    history: value ? [value] : [],
    counted: value ? [value] : [],
    answered: value ? 1 : 0,
    shared: false,
    status: statusOf(target, reported, !open),
    disagreement: more.disagreement
      ? {
          ...more.disagreement,
          quantity: Number(more.disagreement.quantity),
          words: String(more.disagreement.quantity),
          at: 0,
          annex: '附件',
        }
      : null,
  };
}
