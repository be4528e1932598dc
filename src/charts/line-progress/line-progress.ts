/** How far has a task line come, by who carries it out and by year? One bar a number, one scale for all. */
import { amountWords } from '#domain/plan/amount.ts';
import { annexCalled } from '#domain/plan/document-words.ts';
import { lineYearsOf, runsOf, whenOfRun } from '#domain/plan/line-year.ts';
import { inQuotes } from '#domain/plan/quotation.ts';
import type { CountedWord } from '#domain/programme/counted-word.ts';
import { type ProgressRow, whenOf } from '#domain/programme/progress.ts';
import { isQuantified, type Line } from '#domain/programme/project.ts';
import { quantity } from '#format/number.ts';
import { answeredWords, disagreementWords, partialWords, STATUS_WORDS, statusWords } from '#format/status.ts';
import { type Figure, type FigureTable, figure } from '../kit/figure.ts';
import { reportsSource, textWords } from '../kit/progress-words.ts';
import { drawLineProgress } from './draw.ts';
import { type LineProgressInput, layoutLineProgress, PHONE, WIDE } from './layout.ts';

/** The figure of one task line: wide (two columns from four executors on) and phone. */
export function lineProgress(input: LineProgressInput): Figure {
  const { line, rows, executorName, annex, reporter, name, title } = input;
  return figure(
    {
      name,
      title,
      sentence: progressSentence(line, rows, reporter),
      table: progressTable(rows, executorName, annex),
      notes: progressNotes(line, rows),
      sources: progressSources(rows, annex, reporter),
    },
    [WIDE, PHONE].map((form) => drawLineProgress(layoutLineProgress(input, form), input, form)),
  );
}

const UNCOLLECTED = `做到了多少，${STATUS_WORDS['no-report']}`;

/** What the annex is called in which some rows stand. */
const annexOf = (rows: readonly ProgressRow[]) =>
  annexCalled(rows.find((r) => r.cell?.table)?.cell?.table?.label ?? '');

/** One sentence a figure of a task line says: year by year, what is planned and what was reported. */
function progressSentence(line: Line, rows: readonly ProgressRow[], reporter: CountedWord): string {
  const years = lineYearsOf(rows);
  const reported = years.filter((y) => y.reported !== null);
  if (!isQuantified(line)) {
    const said = reported.map(
      (y) => `${y.when}上报${quantity(y.reported ?? 0, y.unit)}${answeredWords(y.answered, y.concerned, reporter)}`,
    );
    return `文件没有给${inQuotes(line.short)}定数量；${said.length > 0 ? said.join('，') : UNCOLLECTED}。`;
  }
  const quiet = reported.length === 0 && years.some((y) => y.planned !== '');
  const parts = runsOf(years).flatMap((run) => {
    const [y] = run;
    if (!y) return [];
    const when = whenOfRun(run);
    const report = y.reported === null ? '' : `上报${quantity(y.reported, y.unit)}`;
    if (y.planned === '') {
      if (y.shared) return `${y.when}${report}`;
      const open = y.status === 'not-listed' ? `${annexOf(y.rows)}未列` : STATUS_WORDS.unquantified;
      return `${y.when}${open}${report && `，${report}`}`;
    }
    const plan = y.amount ? `${when}计划${y.planned}${y.unit}` : `${when}计划写作${inQuotes(y.planned)}`;
    if (!report) return quiet ? plan : `${plan}，${UNCOLLECTED}`;
    return y.status === 'partial'
      ? `${plan}，${partialWords(y.answered, y.concerned, reporter)}，${report}`
      : `${plan}，${report}`;
  });
  if (parts.length === 0) return '还没有可以画的数。';
  return quiet ? `${parts.join('，')}；${UNCOLLECTED}。` : `${parts.join('；')}。`;
}

/** Unit, how to read the marks, and where text and annex differ. */
function progressNotes(line: Line, rows: readonly ProgressRow[]): string[] {
  const reported = rows.some((r) => r.reported !== null);
  const marks = !isQuantified(line)
    ? `文件没有定量，所以只画虚线${reported ? '；实心方块表示有上报，' : '，'}不画长短。`
    : reported
      ? '空心是计划，实心是上报，竖线是计划所在。'
      : '空心是计划；收录到上报，再填实。';
  const texts = [
    ...new Map(rows.flatMap((r) => (r.disagreement ? [[r.disagreement.quote, r.disagreement] as const] : []))).values(),
  ];
  return [
    `单位：${line.unit}${isQuantified(line) ? '' : '，记上报用，文件没有写'}。${marks}`,
    ...texts.map(
      (t) => `${disagreementWords(t.annex)}：正文写${inQuotes(t.quote)}；${t.annex}的数照${t.annex}画，两处并列。`,
    ),
  ];
}

/** Annexes the targets stand in; 样稿 where reports are samples. */
function progressSources(rows: readonly ProgressRow[], annex: string | null, reporter: CountedWord): string[] {
  const annexes = [...new Set(rows.flatMap((r) => (r.cell?.table ? [r.cell.table.label] : [])))];
  const plan =
    annexes.length > 0 ? `计划：${annexes.join('、')}` : `正文${annex === null ? '' : `（${annex}没有这一行）`}`;
  return [plan, ...reportsSource(rows, reporter)];
}

/** What is planned, as a table holds it: a number where it is one, else its words. */
const tabled = ({ amount, target, cell }: ProgressRow) =>
  amount === null || amount.bound === 'exact' ? (target ?? (cell?.words || null)) : amountWords(amount);

/** The rows of the figure as a table. */
function progressTable(
  rows: readonly ProgressRow[],
  executorName: (id: string) => string,
  annex: string | null,
): FigureTable {
  return {
    columns: [
      { key: 'executor', label: '执行单位' },
      { key: 'year', label: '年份', numeric: true },
      { key: 'target', label: '计划', numeric: true },
      { key: 'reported', label: '上报', numeric: true },
      { key: 'unit', label: '单位' },
      { key: 'as_of', label: '截至' },
      { key: 'status', label: '状态' },
      { key: 'note', label: annex === null ? '备注' : disagreementWords(annex) },
    ],
    rows: rows.map((r) => [
      executorName(r.executor),
      r.year ?? whenOf(r),
      tabled(r),
      r.reported?.quantity ?? null,
      r.unit,
      r.reported?.report.as_of ?? null,
      statusWords(r.status, r.amount, r.shared),
      r.disagreement ? `${textWords(r.disagreement)}${r.unit}` : null,
    ]),
  };
}
