import type { Status } from '#domain/programme/progress.ts';
import type { Line } from '#domain/programme/project.ts';

/** A line with the number its project has in the plan. */
export type OverviewLine = Line & { readonly number: number };

/** One mark of a row: a cell in its months, a dotted line over all years, or words where the annex is empty. */
export interface OverviewCell {
  readonly kind: 'number' | 'unquantified' | 'not-listed';
  /** null: it lies over all years. */
  readonly year: number | null;
  /** First year it stands in, counted from 0, and how many it spans. */
  readonly column: number;
  readonly columns: number;
  /** Months it spans, 1–12, both included. */
  readonly from: number;
  readonly to: number;
  /** What is large in it: the report, else the plan; '' where there is no number. */
  readonly figure: string;
  /** The plan, beside a report. */
  readonly of: string | null;
  /** Printed beside the number: 全年, 未写月份, 本年未列 …; null for a plain month. */
  readonly words: string | null;
  readonly status: Status;
  /** Filled from below, 0–1; exact for the drawing, in tenths (never 0 or 10 for a part) for classes. */
  readonly share: number;
  readonly tenths: number;
  /** The plan is 0 and nothing above it is reported: there is nothing to fill, so no frame stands open. */
  readonly nothing: boolean;
  /** Where the number stands when the cell is too narrow for it: right, or left late in the year. */
  readonly side: 'right' | 'left';
  /** Whether the number fits into the cell on a wide page. */
  readonly inside: boolean;
  /** For an unquantified line: what was reported, by year. */
  readonly reports: readonly { readonly column: number; readonly words: string }[];
  readonly locator: string | null;
  readonly project: string;
  /** All of it in words, for someone who does not see the mark. */
  readonly spoken: string;
}
