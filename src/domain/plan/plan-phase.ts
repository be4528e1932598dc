import type { ProgressRow } from '../programme/progress.ts';

/** Where a day stands to the years of the plan. A year between two of them, though not itself planned, is within. */
export type PlanPhase = 'before' | 'during' | 'after';

/** The phase of the plan on a calendar day, `YYYY-MM-DD`; `years` are those of the document, in any order. */
export function planPhase(years: readonly number[], day: string): PlanPhase {
  const year = Number(day.slice(0, 4));
  if (year < Math.min(...years)) return 'before';
  return year > Math.max(...years) ? 'after' : 'during';
}

/** How much of what was done has been collected here: of these numbers none, some or every one has a report. */
export type Collected = 'none' | 'some' | 'all';

/** Looks at the numbers that the document sets a target for; where it sets none, at all of them. */
export function collectedOf(rows: readonly ProgressRow[]): Collected {
  const planned = rows.filter((row) => row.target !== null);
  const asked = planned.length > 0 ? planned : rows;
  if (rows.every((row) => row.reported === null)) return 'none';
  return asked.every((row) => row.reported !== null) ? 'all' : 'some';
}
