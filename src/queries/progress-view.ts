import { numberOf } from './number-view.ts';
import { yearsData } from './page-search.ts';
import { build } from './programme.ts';
import { taskRow } from './task-view.ts';

export async function progressView() {
  const { programme, samples } = await build();
  const { progress } = programme;
  const rows = progress.map((r) => taskRow(programme, r));
  return {
    search: yearsData(programme, 'progress'),
    planned: numberOf(programme, 'programme-planned'),
    reported: numberOf(programme, 'programme-reported'),
    cells: numberOf(programme, 'programme-cells'),
    anyReport: progress.some((r) => r.reported !== null),
    sampleReports: samples && progress.some((r) => r.reported?.report.sample),
    rows,
    history: rows.filter((r) => r.history.length > 0),
  };
}
