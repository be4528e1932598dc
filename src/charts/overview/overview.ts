/** What is planned when, and what of it has been reported? The weaving draft (意匠图): rows are lines, columns months. */
import type { LineYear } from '#domain/plan/line-year.ts';
import { yearSpan } from '#format/date.ts';
import { disagreementWords, statusWords } from '#format/status.ts';
import { type Figure, type FigureTable, figure, type Links } from '../kit/figure.ts';
import { reportsSource, textWords } from '../kit/progress-words.ts';
import { drawOverview } from './draw.ts';
import { layoutOverview, type OverviewInput, type OverviewLayout } from './layout.ts';

/** The draft as a figure. */
export function overview(
  input: OverviewInput & { readonly links: Links; readonly name: string; readonly title: string },
): Figure {
  const { links, name, title } = input;
  const layout = layoutOverview(input);
  return figure(
    {
      name,
      title,
      sentence: overviewSentence(layout, input.line.short),
      table: overviewTable(input),
      notes: overviewNotes(layout, input),
      sources: overviewSources(input),
    },
    [drawOverview(layout, links)],
  );
}

/** One sentence: how many projects and lines, how many plans year by year, and how many of these have a report here. */
function overviewSentence(layout: OverviewLayout, measure: string): string {
  const rows = layout.fields.flatMap((f) => f.rows);
  const open = rows.filter((r) => r.unit === null).length;
  const projects = new Set(rows.map((r) => r.project)).size;
  const unset = open > 0 ? `，其中${open}${measure}文件未定量` : '';
  const answered = layout.answered > 0 ? `，其中${layout.answered}项收录了上报` : '';
  return (
    `${yearSpan(layout.years)}，${projects}个项目分${rows.length}${measure}任务${unset}；` +
    `按年度分开，有计划数的共${layout.planned}项${answered}。`
  );
}

/** How to read the marks. Those of a report are explained only where there is one. */
function overviewNotes(layout: OverviewLayout, { annex, reporter }: OverviewInput): string[] {
  const rows = layout.fields.flatMap((f) => f.rows);
  const marks =
    layout.answered > 0
      ? `${layout.timed ? '横向是月份，所以' : ''}上报的多少自下而上填：填满是如数，顶上多一道线是超过，左边一道粗线是上报0，` +
        `上沿带一排短线是只有部分${reporter.noun}上报。`
      : `空心是计划${layout.timed ? '，画在计划的月份上' : ''}；收录到上报，再填实。`;
  return rows.some((r) => r.notes.length > 0) ? [marks, `≠：正文写的数与${annex}不同，图照${annex}画。`] : [marks];
}

const used = (input: OverviewInput): LineYear[] => {
  const lines = new Set(input.fields.flatMap((f) => f.lines.map((l) => l.id)));
  return input.lineYears.filter((y) => lines.has(y.line) && (y.year === null || input.years.includes(y.year)));
};

/** Annexes the targets stand in, and the text where it alone sets one; 样稿 where reports are samples. */
function overviewSources(input: OverviewInput): string[] {
  const rows = used(input).flatMap((y) => y.rows);
  const annexes = [...new Set(rows.flatMap((r) => (r.cell?.table ? [r.cell.table.label] : [])))].toSorted();
  const text = rows.some((r) => r.cell !== null && r.cell.table === null) ? ['正文'] : [];
  return [`计划：${[...annexes, ...text].join('、')}`, ...reportsSource(rows, input.reporter)];
}

/** Every line in every year as a table; empty where the document is empty. */
function overviewTable(input: OverviewInput): FigureTable {
  const years = used(input);
  const differs = years.some((y) => y.disagreement !== null);
  return {
    columns: [
      { key: 'field', label: '类别' },
      { key: 'number', label: '项目', numeric: true },
      { key: 'line', label: '任务' },
      { key: 'year', label: '年份', numeric: true },
      { key: 'month', label: '计划时间' },
      { key: 'target', label: '计划', numeric: true },
      { key: 'reported', label: '上报', numeric: true },
      { key: 'unit', label: '计量单位' },
      { key: 'status', label: '状态' },
      ...(differs ? [{ key: 'note', label: disagreementWords(input.annex) }] : []),
    ],
    rows: input.fields.flatMap((field) =>
      field.lines.flatMap((line) =>
        years
          .filter((y) => y.line === line.id)
          .map((y) => [
            field.title,
            line.number,
            line.short,
            y.year ?? y.when,
            y.month,
            y.amount === null || y.amount.bound === 'exact' ? (y.target ?? (y.planned || null)) : y.planned,
            y.reported,
            y.unit,
            statusWords(y.status, y.amount, y.shared),
            ...(differs ? [y.disagreement ? `${textWords(y.disagreement)}${y.unit}` : null] : []),
          ]),
      ),
    ),
  };
}
