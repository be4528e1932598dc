import { numberIfAny, numberOf } from './number.ts';
import { yearsData } from './page-search.ts';
import { planStanding } from './plan-standing.ts';
import { build } from './programme.ts';
import { taskRow } from './task.ts';

export async function progressView() {
  const here = await build();
  const { programme, samples } = here;
  const { progress } = programme;
  const rows = progress.map((r) => taskRow(programme, r));
  return {
    search: yearsData(programme, 'progress'),
    planned: numberOf(programme, 'programme-planned'),
    /** null: none is here, which is no number. */
    reported: numberIfAny(programme, 'programme-reported'),
    cells: numberOf(programme, 'programme-cells'),
    standing: planStanding(here),
    sampleReports: samples && progress.some((r) => r.reported?.report.sample),
    rows,
    history: rows.filter((r) => r.history.length > 0),
  };
}
