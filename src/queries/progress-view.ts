import { numberOf } from './number-view.ts';
import { build } from './programme.ts';
import { fieldsOf, yearsOf } from './project-view.ts';
import { routes } from './programme.ts';
import { taskRow } from './task-view.ts';

export async function progressView() {
  const { programme, samples } = await build();
  const { progress, document } = programme;
  const rows = progress.map((r) => taskRow(programme, r));
  return {
    years: document.years,
    planned: numberOf(programme, 'programme-planned'),
    reported: numberOf(programme, 'programme-reported'),
    cells: numberOf(programme, 'programme-cells'),
    anyReport: progress.some((r) => r.reported !== null),
    sampleReports: samples && progress.some((r) => r.reported?.report.sample),
    fields: fieldsOf(programme).map((f) => ({
      title: f.title,
      projects: f.projects.map((p) => ({
        short: p.short,
        number: p.number,
        href: routes.project(p.id),
        lines: p.lines.map((line) => ({
          ...line,
          quantified: line.row !== undefined,
          years: yearsOf(programme, line),
        })),
      })),
    })),
    rows,
    history: rows.filter((r) => r.history.length > 0),
  };
}
