import { type Disagreement, type ProgressRow, type Status, statusOf } from '../programme/progress.ts';

/** A task line in one year over all its executors: one cell of the overview, one bar of a project. */
export interface LineYear {
  readonly line: string;
  readonly year: number;
  readonly unit: string;
  /** Sum of the filled cells; null where none is filled. */
  readonly target: number | null;
  /** Sum of what was reported; null where nobody reported. */
  readonly reported: number | null;
  /**
   * How many executors have a number in this year, planned or reported, and how many of them have a report. A line the
   * document leaves open concerns all its executors: none of them is told apart by a target.
   */
  readonly concerned: number;
  readonly answered: number;
  readonly status: Status;
  readonly disagreement: Disagreement | null;
  /** The words of the annex for when; null where none stand there. */
  readonly month: string | null;
  readonly rows: readonly ProgressRow[];
}

const total = (numbers: readonly number[]) => (numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0));

/** Joins the numbers of one line and one year; the executors of one line share its unit, so they may be added. */
function lineYear(rows: readonly ProgressRow[]): LineYear {
  const [first] = rows;
  if (!first) throw new RangeError('没有可以汇总的行');
  const targets = rows.flatMap((r) => (r.target === null ? [] : [r.target]));
  const reports = rows.flatMap((r) => (r.reported === null ? [] : [r.reported.quantity]));
  const [target, reported] = [total(targets), total(reports)];
  const quantified = first.cell !== null;
  const concerned = quantified ? rows.filter((r) => r.target !== null || r.reported !== null).length : rows.length;
  // A sum that still lacks some executors says nothing about the plan: neither short of it nor at it.
  const partial = quantified && reports.length > 0 && reports.length < concerned;
  return {
    line: first.line,
    year: first.year,
    unit: first.unit,
    target,
    reported,
    concerned,
    answered: reports.length,
    status: partial ? 'partial' : statusOf(target, reported, quantified),
    disagreement: first.disagreement,
    month: rows.find((r) => r.cell?.month)?.cell?.month ?? null,
    rows,
  };
}

/** All line-years in the order of the rows. */
export function lineYearsOf(rows: readonly ProgressRow[]): LineYear[] {
  const groups = Map.groupBy(rows, (r) => `${r.line} ${r.year}`);
  return [...groups.values()].map(lineYear);
}
