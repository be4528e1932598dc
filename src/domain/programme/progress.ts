import type { Cell } from '../plan/cell.ts';
import { annexCalled } from '../plan/document-words.ts';
import type { Line, Project, TextTarget } from './project.ts';
import type { Report } from './report.ts';

/** What is known of one number; the words for each stand in `format/status`. */
export const statuses = [
  'no-report',
  'zero',
  'partial',
  'below',
  'met',
  'above',
  'unquantified',
  'unquantified-reported',
  'not-listed',
] as const;
export type Status = (typeof statuses)[number];

/** One reported value, with the report it stands in. */
export interface ReportedValue {
  readonly quantity: number;
  readonly report: Report;
  readonly note: string | null;
}

/** What the text says of a line instead of the annex. */
export interface Disagreement extends TextTarget {
  /** Which of the line's text targets it is. */
  readonly at: number;
  /** What the annex is called that says otherwise: 附件, 表. */
  readonly annex: string;
}

/** One number to follow: a task line in one year, carried out by one executor. */
export interface ProgressRow {
  readonly project: string;
  readonly line: string;
  readonly year: number;
  readonly executor: string;
  readonly unit: string;
  /** null: the annex leaves the cell empty, or sets no number at all. Never 0 unless 0 stands there. */
  readonly target: number | null;
  /** The cell of the annex; null for an unquantified line. */
  readonly cell: Cell | null;
  /** The value that counts now; null: nothing reported. */
  readonly reported: ReportedValue | null;
  /** Every value ever reported for this number, newest first; `reported` is the first. */
  readonly history: readonly ReportedValue[];
  readonly status: Status;
  /** What the text says instead, where it differs from the annex in this year. */
  readonly disagreement: Disagreement | null;
}

/**
 * The status of a number. A target of 0 that is met by 0 is met; a missing target is never compared.
 * Percentages are not made at all where the target is 0 or missing.
 */
export function statusOf(target: number | null, reported: number | null, quantified: boolean): Status {
  if (!quantified) return reported === null ? 'unquantified' : 'unquantified-reported';
  if (target === null) return 'not-listed';
  if (reported === null) return 'no-report';
  if (reported === target) return 'met';
  if (reported === 0) return 'zero';
  return reported < target ? 'below' : 'above';
}

/** Share of the target reached, 1 = all; null where there is no target, the target is 0, or nothing is reported. */
export function shareOf(target: number | null, reported: number | null): number | null {
  return target === null || target === 0 || reported === null ? null : reported / target;
}

/** What the text of the plan says of a line in a year, where that contradicts the sum of the annex. */
export function disagreementOf(line: Line, year: number, cells: readonly Cell[]): Disagreement | null {
  const filled = cells.filter((c) => c.line === line.id && c.quantity !== null);
  const sumOf = (some: readonly Cell[]) => some.reduce((total, c) => total + (c.quantity ?? 0), 0);
  const ofYear = filled.filter((c) => c.year === year);
  const [first] = ofYear;
  if (!first) return null;
  const differs = (text: TextTarget) =>
    (text.per === 'year' && text.quantity !== sumOf(ofYear)) ||
    (text.per === 'total' && text.quantity !== sumOf(filled));
  const at = line.text_targets?.findIndex(differs) ?? -1;
  const text = line.text_targets?.[at];
  return text ? { ...text, at, annex: annexCalled(first.table.label) } : null;
}

/** What was reported for one number, newest first: by day of report, then by file name. */
function historyOf(line: string, year: number, executor: string, reports: readonly Report[]): ReportedValue[] {
  return reports
    .filter((report) => report.executor === executor)
    .toSorted((a, b) => b.date.localeCompare(a.date) || b.id.localeCompare(a.id))
    .flatMap((report) =>
      report.rows
        .filter((row) => row.line === line && row.year === year)
        .map((row) => ({ quantity: row.quantity, report, note: row.note ?? null })),
    );
}

/** Every number to follow, in the order of the plan: project, line, year, executor. */
export function progressOf(
  projects: readonly Project[],
  cells: readonly Cell[],
  reports: readonly Report[],
  years: readonly number[],
  defaultExecutors: readonly string[],
): ProgressRow[] {
  return projects.flatMap((project) =>
    project.lines.flatMap((line) => {
      const row = (year: number, executor: string, cell: Cell | null): ProgressRow => {
        const history = historyOf(line.id, year, executor, reports);
        const [reported = null] = history;
        const target = cell?.quantity ?? null;
        return {
          project: project.id,
          line: line.id,
          year,
          executor,
          unit: line.unit,
          target,
          cell,
          reported,
          history,
          status: statusOf(target, reported?.quantity ?? null, line.row !== undefined),
          disagreement: disagreementOf(line, year, cells),
        };
      };
      if (line.row === undefined) {
        return years.flatMap((year) =>
          (line.executors ?? defaultExecutors).map((executor) => row(year, executor, null)),
        );
      }
      return cells.filter((c) => c.line === line.id).map((cell) => row(cell.year, cell.executor, cell));
    }),
  );
}
