import { cellFactId } from '#domain/facts/plan.ts';
import { reportedFactId } from '#domain/facts/report.ts';
import type { Programme } from '#domain/programme/programme.ts';
import type { ProgressRow } from '#domain/programme/progress.ts';
import { shareOf } from '#domain/programme/progress.ts';
import { number, percent } from '#format/number.ts';
import { DISAGREEMENT, STATUS_WORDS } from '#format/status.ts';
import { type NumberView, numberIfAny } from './number.ts';
import { routes } from './programme.ts';

/** One superseded or current report of a number. */
export interface HistoryView {
  readonly value: string;
  readonly date: string;
  readonly by: string;
  readonly note: string | null;
  readonly sample: boolean;
  readonly current: boolean;
}

/** One number to follow, as tables print it. Missing values are null and printed in words. */
export interface TaskRowView {
  readonly project: { short: string; href: string };
  readonly line: { id: string; short: string; title: string };
  readonly year: number;
  readonly executor: string;
  readonly executorHref: string | null;
  readonly unit: string;
  readonly target: NumberView | null;
  readonly reported: NumberView | null;
  /** Reported minus planned, with sign; null where one of them is missing. */
  readonly difference: string | null;
  /** Whole percent of the target; null where there is no target, it is 0, or nothing is reported. */
  readonly share: string | null;
  readonly status: string;
  readonly statusCode: ProgressRow['status'];
  readonly note: string | null;
  readonly asOf: string | null;
  readonly sample: boolean;
  readonly history: readonly HistoryView[];
  readonly month: string | null;
  readonly departments: readonly string[];
}

function differenceOf(row: ProgressRow): string | null {
  if (row.target === null || row.reported === null) return null;
  const difference = row.reported.quantity - row.target;
  return `${difference > 0 ? '+' : ''}${number(difference)}`;
}

export function taskRow(programme: Programme, row: ProgressRow): TaskRowView {
  const project = programme.projects.find((p) => p.id === row.project);
  const line = programme.lines.get(row.line);
  if (!project || !line) throw new Error(`没有任务行 ${row.line}`);
  const share = shareOf(row.target, row.reported?.quantity ?? null);
  return {
    project: { short: project.short, href: routes.project(project.id) },
    line: { id: line.id, short: line.short, title: line.title },
    year: row.year,
    executor: programme.executorName(row.executor),
    executorHref: programme.journeys.some((j) => j.city.id === row.executor) ? routes.pairing(row.executor) : null,
    unit: row.unit,
    target: row.cell && row.target !== null ? numberIfAny(programme, cellFactId(line, row.cell)) : null,
    reported: row.reported ? numberIfAny(programme, reportedFactId(line, row)) : null,
    difference: differenceOf(row),
    share: share === null ? null : percent(share),
    status: STATUS_WORDS[row.status],
    statusCode: row.status,
    note: row.disagreement ? DISAGREEMENT : null,
    asOf: row.reported?.report.as_of ?? null,
    sample: row.reported?.report.sample ?? false,
    history: row.history.map((value, i) => ({
      value: `${number(value.quantity)}${row.unit}`,
      date: value.report.date,
      by: value.report.reported_by,
      note: value.note,
      sample: value.report.sample,
      current: i === 0,
    })),
    month: row.cell?.month ?? null,
    departments: row.cell?.departments ?? [],
  };
}
