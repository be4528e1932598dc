import type { LineYear } from '#domain/plan/line-year.ts';
import { STATUS_WORDS } from '#format/status.ts';
import type { Links } from '../kit/figure.ts';
import { textWords } from '../kit/progress-words.ts';
import { cellOf, labelWidth, unquantified } from './cells.ts';
import type { OverviewCell, OverviewLine } from './types.ts';

export interface OverviewField {
  readonly title: string;
  readonly lines: readonly OverviewLine[];
}

export interface OverviewRow {
  readonly id: string;
  readonly project: string;
  readonly number: number;
  readonly name: string;
  /** null where nothing is counted. */
  readonly unit: string | null;
  /** What the text says instead of the annex: 正文每年20人. */
  readonly notes: readonly string[];
  readonly cells: readonly OverviewCell[];
  /** How many of its years have a report. */
  readonly reported: number;
  readonly reportedWords: string;
}

export interface OverviewLayout {
  readonly years: readonly number[];
  readonly fields: readonly { readonly title: string; readonly rows: readonly OverviewRow[] }[];
  /** Cells with a plan, and how many of them have a report. */
  readonly planned: number;
  readonly answered: number;
  /** Too much for years side by side on a phone: they stand below one another there. */
  readonly stacked: boolean;
}

export interface OverviewInput {
  readonly fields: readonly OverviewField[];
  readonly lineYears: readonly LineYear[];
  readonly years: readonly number[];
}

function rowOf(line: OverviewLine, all: readonly LineYear[], years: readonly number[]): OverviewRow {
  const own = years.flatMap((year) => all.find((y) => y.line === line.id && y.year === year) ?? []);
  const open = line.row === undefined;
  const reported = own.filter((y) => y.reported !== null).length;
  const texts = own.flatMap((y) => (y.disagreement ? [y.disagreement] : []));
  const notes = texts.map((t) => `${textWords(t).replace('正文', t.per === 'year' ? '正文每年' : '正文')}${line.unit}`);
  return {
    id: line.id,
    project: line.project,
    number: line.number,
    name: line.short,
    unit: open ? null : line.unit,
    notes: [...new Set(notes)],
    cells: open ? [unquantified(own, line, years)] : own.map((y) => cellOf(y, line, years)),
    reported,
    reportedWords: reported === 0 ? STATUS_WORDS['no-report'] : `${reported}个年度`,
  };
}

/** Fields → rows → cells, in the order of the plan: plain numbers and words for the drawing and for the HTML table. */
export function layoutOverview(input: OverviewInput): OverviewLayout {
  const { years, lineYears } = input;
  const fields = input.fields.map(({ title, lines }) => ({
    title,
    rows: lines.map((line) => rowOf(line, lineYears, years)),
  }));
  const cells = fields.flatMap((f) => f.rows.flatMap((r) => r.cells)).filter((c) => c.kind === 'number');
  // Cells of a whole year have their number inside; the others beside them, in what the months leave free.
  const beside = cells.filter((c) => c.to - c.from < 11);
  const longest = Math.max(0, ...beside.map((c) => labelWidth(c)));
  return {
    years,
    fields,
    planned: cells.length,
    answered: cells.filter((c) => c.of !== null).length,
    stacked: years.length > 2 || (years.length === 2 && longest > 62),
  };
}

/** Where a cell leads: to its place in the document, or to the project where it sums several. */
export function cellHref(cell: OverviewCell, links: Pick<Links, 'cell' | 'project'>): string {
  return cell.locator === null ? links.project(cell.project) : links.cell(cell.locator);
}

/** What a cell is called: first what is seen in it, so that it can be called by that, then the whole of it in words. */
export function cellName(cell: OverviewCell): string {
  const seen = [cell.figure, cell.of === null ? null : `/${cell.of}`, cell.words, ...cell.reports.map((r) => r.words)];
  return `${seen.filter((part) => part !== null).join('')}　${cell.spoken}`;
}
