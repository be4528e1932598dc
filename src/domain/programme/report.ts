import { z } from 'zod';
import { periodKey, periodOf, WHOLE, yearOrPeriod } from '../plan/period.ts';
import { idOf } from '../plan/reference.ts';

/**
 * `content/reports/<executor>-<YYYY-MM-DD>.yaml`: what one unit reported on one day. Never edited: a later file
 * supersedes an earlier one cell by cell. Executor and day are the file name and are not repeated inside.
 */
export const reportSchema = z.strictObject({
  /** The day up to which the figures count. */
  as_of: z.iso.date(),
  /** Who signed for it, as a unit or post; no private data. */
  reported_by: z.string().min(1),
  rows: z
    .array(
      z
        .strictObject({
          line: idOf('line'),
          /** The year the number counts from its beginning; or the part of a year that it is of, and no more than that. */
          year: z.number().int().optional(),
          /** 2022-h1, 2022-q3, 2022-m7-8 */
          period: periodKey.optional(),
          quantity: z.number().nonnegative(),
          unit: z.string().min(1),
          note: z.string().min(1).optional(),
        })
        .refine(({ year, period }) => (year === undefined) !== (period === undefined), yearOrPeriod)
        .refine(({ period }) => period !== WHOLE, { path: ['period'], params: { told: 'whole-in-report' } })
        .transform((row) => ({ ...row, year: row.year ?? periodOf(row.period ?? '0').year ?? 0 })),
    )
    .min(1),
});

/** The name of a report file without its ending. */
export const reportName = /^([a-z][a-z0-9-]*?)-(\d{4}-\d{2}-\d{2})$/;

export interface Report extends z.output<typeof reportSchema> {
  readonly id: string;
  readonly executor: string;
  /** Day of the report, `YYYY-MM-DD`. */
  readonly date: string;
  readonly sample: boolean;
}
