import { cellFactId } from '#domain/facts/plan.ts';
import { reportedFactId } from '#domain/facts/report.ts';
import { isRough } from '#domain/plan/amount.ts';
import { isSet, membersOf } from '#domain/plan/cell.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { type ProgressRow, shareOf, whenOf } from '#domain/programme/progress.ts';
import { number, percent } from '#format/number.ts';
import type { PrintedNumber } from '#format/printed-number.ts';
import { disagreementWords, openWords, partialWords, statusWords } from '#format/status.ts';
import { numberIfAny } from './number.ts';
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
  /** 2021; what the document calls all years together. */
  readonly year: number | string;
  readonly executor: string;
  readonly executorHref: string | null;
  readonly unit: string;
  readonly target: PrintedNumber | null;
  /** What stands there in words, where no number is made of it. */
  readonly planned: string | null;
  readonly reported: PrintedNumber | null;
  /** Of which part of the year that is: 上半年; null: of the whole. */
  readonly part: string | null;
  /** Reported minus planned, with sign; null where one of them is missing, in whole or in part. */
  readonly difference: string | null;
  /** Whole percent of the target; null where there is no target, it is 0, or nothing is reported. */
  readonly share: string | null;
  readonly status: string;
  readonly statusCode: ProgressRow['status'];
  /** What stands where what is planned would, where nothing is. */
  readonly open: string;
  readonly note: string | null;
  readonly asOf: string | null;
  readonly sample: boolean;
  readonly history: readonly HistoryView[];
  readonly month: string | null;
  readonly departments: readonly string[];
}

/** The page of who gives or receives; null of who does neither: the own level has none. */
export function pairingOf({ journeys }: Programme, executor: string): string | null {
  const journey = journeys.find((j) => j.city.id === executor) ?? journeys.find((j) => j.county.id === executor);
  return journey ? routes.pairing(journey.city.id) : null;
}

function differenceOf(row: ProgressRow): string | null {
  // Nor is what is reported in part so far.
  if (row.status === 'partial') return null;
  // From what is only about so many, or within a range, nothing is so many away.
  const { amount, reported } = row;
  if (amount === null || reported === null || isRough(amount) || amount.bound === 'range') return null;
  const difference = reported.quantity - amount.value;
  return `${difference > 0 ? '+' : ''}${number(difference)}`;
}

/** The state in words; of several together also how many of them have reported. */
function stateOf({ words }: Programme, { status, amount, shared, executor, answered }: ProgressRow): string {
  const members = membersOf(executor).length;
  return status === 'partial' && members > 1
    ? partialWords(answered, members, words.reporter)
    : statusWords(status, amount, shared);
}

export function taskRow(programme: Programme, row: ProgressRow): TaskRowView {
  const project = programme.projects.find((p) => p.id === row.project);
  const line = programme.lines.get(row.line);
  if (!project || !line) throw new Error(`没有这一行：${row.line}`);
  const share = row.status === 'partial' ? null : shareOf(row.amount, row.reported?.quantity ?? null);
  return {
    project: { short: project.short, href: routes.project(project.id) },
    line: { id: line.id, short: line.short, title: line.title },
    year: row.year ?? whenOf(row),
    executor: programme.executorName(row.executor),
    executorHref: pairingOf(programme, row.executor),
    unit: row.unit,
    target: row.cell && isSet(row.cell) ? numberIfAny(programme, cellFactId(line, row.cell)) : null,
    planned: row.cell?.words || null,
    reported: row.reported ? numberIfAny(programme, reportedFactId(line, row)) : null,
    part: row.reported?.part ?? null,
    difference: differenceOf(row),
    share: share === null ? null : percent(share),
    status: stateOf(programme, row),
    open: openWords(row.status, row.shared),
    statusCode: row.status,
    note: row.disagreement ? disagreementWords(row.disagreement.annex) : null,
    asOf: row.reported?.report.as_of ?? null,
    sample: row.reported?.report.sample ?? false,
    history: row.history.map((value) => ({
      value: `${value.part ?? ''}${number(value.quantity)}${row.unit}`,
      date: value.report.date,
      by: value.report.reported_by,
      note: value.note,
      sample: value.report.sample,
      current: row.counted.includes(value),
    })),
    month: row.cell?.month ?? null,
    departments: row.cell?.departments ?? [],
  };
}
