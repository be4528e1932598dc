import { z } from 'zod';
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
      z.strictObject({
        line: idOf('line'),
        year: z.number().int(),
        quantity: z.number().nonnegative(),
        unit: z.string().min(1),
        note: z.string().min(1).optional(),
      }),
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
