import { collectedOf } from '#domain/plan/plan-phase.ts';
import type { Programme } from '#domain/programme/programme.ts';
import type { ProgressRow } from '#domain/programme/progress.ts';
import { taskTables } from '#domain/programme/words.ts';
import { dayInChina } from '#format/date.ts';
import { planPhaseWords } from '#format/status.ts';
import { numberIfAny, numberOf } from './number.ts';
import { yearsData } from './page-search.ts';
import { type Build, build } from './programme.ts';
import { stripOf } from './progress-strip.ts';
import { taskRow } from './task-row.ts';

/** What a page answers to “was it done?”, for the numbers it shows; of all of them where none are given. */
export function planStanding({ programme, now }: Build, rows: readonly ProgressRow[] = programme.progress): string {
  return planPhaseWords(programme.document.years, dayInChina(now), collectedOf(rows));
}

const isInText = ({ cell }: ProgressRow) => cell !== null && cell.table === null;

/** What the table of the targets holds: a cell a row, and what the text alone sets. */
export function targetsTableWords({ cells, progress, words }: Programme): string {
  const inAnnexes = cells.length > 0 ? [`${taskTables(words)}每一格一行，空格子也在内`] : [];
  return [...inAnnexes, ...(progress.some(isInText) ? ['只写在正文里的数，一年一行，或者各年一行'] : [])].join('；');
}

export async function progressView() {
  const here = await build();
  const { programme, samples } = here;
  const { progress } = programme;
  const rows = progress.map((r) => taskRow(programme, r));
  return {
    search: yearsData(programme, 'progress'),
    lineWord: programme.words.line.noun,
    /** null: the document sets words and no number. */
    planned: programme.lineYears.some(({ target }) => target !== null)
      ? numberOf(programme, 'programme-planned')
      : null,
    /** null: none is here, which is no number. */
    reported: numberIfAny(programme, 'programme-reported'),
    /** null: no annex sets any. */
    cells: numberIfAny(programme, 'programme-cells'),
    /** Whether the text sets what no annex does. */
    inText: progress.some(isInText),
    differs: progress.some(({ disagreement }) => disagreement !== null),
    /** Whether some target is no plain number: 不少于20. */
    bounded: progress.some(({ amount }) => amount !== null && amount.bound !== 'exact'),
    /** Whether some target is set for all years together. */
    whole: progress.some(({ year }) => year === null),
    standing: planStanding(here),
    sampleReports: samples && progress.some((r) => r.reported?.report.sample),
    strips: [...programme.lines.values()].flatMap((line) => stripOf(programme, line) ?? []),
    rows,
    history: rows.filter((r) => r.history.length > 0),
  };
}
