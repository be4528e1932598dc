import { collectedOf } from '#domain/plan/plan-phase.ts';
import type { ProgressRow } from '#domain/programme/progress.ts';
import { dayInChina } from '#format/date.ts';
import { planPhaseWords } from '#format/plan-phase.ts';
import type { Build } from './programme.ts';

/** What a page answers to “was it done?”, for the numbers it shows; of all of them where none are given. */
export function planStanding({ programme, now }: Build, rows: readonly ProgressRow[] = programme.progress): string {
  return planPhaseWords(programme.document.years, dayInChina(now), collectedOf(rows));
}
