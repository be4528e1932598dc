import type { LineYear } from '#domain/line-year.ts';
import { yearSpan } from '#format/date.ts';
import { STATUS_WORDS } from '#format/status.ts';
import type { FigureTable } from './figure.ts';
import type { OverviewInput, OverviewLayout } from './overview-layout.ts';
import { textWords } from './parts/progress-words.ts';

/** One sentence: how many projects, lines and planned cells, and how many of them have a report. */
export function overviewSentence(layout: OverviewLayout): string {
  const rows = layout.fields.flatMap((f) => f.rows);
  const open = rows.filter((r) => r.unit === null).length;
  const projects = new Set(rows.map((r) => r.project)).size;
  const answered = layout.answered === 0 ? '还没有收到上报' : `${layout.answered}格收到上报`;
  return (
    `${yearSpan(layout.years)}，${projects}个项目分${rows.length}行任务，共${layout.planned}格计划，${answered}` +
    `${open > 0 ? `；另有${open}行文件未定量` : ''}。`
  );
}

/** How to read the marks. Those of a report are explained only where there is one. */
export function overviewNotes(layout: OverviewLayout): string[] {
  const rows = layout.fields.flatMap((f) => f.rows);
  const marks =
    layout.answered > 0
      ? '横向是月份，所以上报的多少自下而上填：填满是如数，顶上多一道线是超过，左边一道粗线是上报0。'
      : '一格空心是一格计划；收到并核实，就填实。没有上报的，不写成0。';
  return rows.some((r) => r.notes.length > 0) ? [marks, '≠：正文写的数与附件不同，格子照附件画。'] : [marks];
}

const used = (input: OverviewInput): LineYear[] => {
  const lines = new Set(input.fields.flatMap((f) => f.lines.map((l) => l.id)));
  return input.lineYears.filter((y) => lines.has(y.line) && input.years.includes(y.year));
};

/** Annexes the targets stand in; 样稿 where reports are samples. */
export function overviewSource(input: OverviewInput): string {
  const rows = used(input).flatMap((y) => y.rows);
  const annexes = [...new Set(rows.flatMap((r) => (r.cell ? [r.cell.table.label] : [])))].toSorted();
  const sample = rows.some((r) => r.reported?.report.sample);
  return `计划：${annexes.join('、')}${sample ? '；上报：样稿，不是真数' : ''}`;
}

/** Every line in every year as a table; empty where the document is empty. */
export function overviewTable(input: OverviewInput): FigureTable {
  const years = used(input);
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
      { key: 'note', label: '正文与附件不一致' },
    ],
    rows: input.fields.flatMap((field) =>
      field.lines.flatMap((line) =>
        years
          .filter((y) => y.line === line.id)
          .map((y) => [
            field.title,
            line.number,
            line.short,
            y.year,
            y.month,
            y.target,
            y.reported,
            y.unit,
            STATUS_WORDS[y.status],
            y.disagreement ? `${textWords(y.disagreement)}${y.unit}` : null,
          ]),
      ),
    ),
  };
}
