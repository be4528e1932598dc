import { monthsOf } from '#domain/cell.ts';
import type { LineYear } from '#domain/line-year.ts';
import { type Status, shareOf } from '#domain/progress.ts';
import type { Line } from '#domain/project.ts';
import { number } from '#format/number.ts';
import { STATUS_WORDS } from '#format/status.ts';
import type { Links } from './figure.ts';
import { type NumberState, spoken, textWords } from './parts/progress-words.ts';
import { textWidth } from './parts/text-width.ts';

/** A line with the number its project has in the plan. */
export type OverviewLine = Line & { readonly number: number };

export interface OverviewField {
  readonly title: string;
  readonly lines: readonly OverviewLine[];
}

/** One mark of a row: a cell in its months, a dotted line over all years, or words where the annex is empty. */
export interface OverviewCell {
  readonly kind: 'number' | 'unquantified' | 'not-listed';
  /** null: it lies over all years. */
  readonly year: number | null;
  /** First year it stands in, counted from 0, and how many it spans. */
  readonly column: number;
  readonly columns: number;
  /** Months it spans, 1–12, both included. */
  readonly from: number;
  readonly to: number;
  /** What is large in it: the report, else the plan; '' where there is no number. */
  readonly figure: string;
  /** The plan, beside a report. */
  readonly of: string | null;
  /** Printed beside the number: 全年, 未写月份, 本年未列 …; null for a plain month. */
  readonly words: string | null;
  readonly status: Status;
  /** Filled from below, 0–1; exact for the drawing, in tenths (never 0 or 10 for a part) for classes. */
  readonly share: number;
  readonly tenths: number;
  /** Where the number stands when the cell is too narrow for it: right, or left late in the year. */
  readonly side: 'right' | 'left';
  /** Whether the number fits into the cell on a wide page. */
  readonly inside: boolean;
  /** For an unquantified line: what was reported, by year. */
  readonly reports: readonly { readonly column: number; readonly words: string }[];
  readonly locator: string | null;
  readonly project: string;
  /** All of it in words, for someone who does not see the mark. */
  readonly spoken: string;
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
  /** How many cells have a report. */
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

/** px of all months together on a wide page; only decides what fits into a cell. */
const LOOM = 880;
const SIZE = 15;
const UNKNOWN_MONTH = '未写月份';

/** Months and the words beside the number. Words that name no month keep standing, over the whole year. */
function timeOf(month: string | null): { from: number; to: number; words: string | null } {
  const span = monthsOf(month);
  if (!span || span.from < 1 || span.to > 12 || span.to < span.from)
    return { from: 1, to: 12, words: month ?? UNKNOWN_MONTH };
  return { ...span, words: span.to - span.from === 11 ? (month ?? UNKNOWN_MONTH) : null };
}

/** 0–1: how much of the cell is filled. Where there is no share (target 0) a met or passed plan is full. */
function filled(year: LineYear): number {
  if (year.status === 'met' || year.status === 'above') return 1;
  return Math.min(1, shareOf(year.target, year.reported) ?? 0);
}

const sideOf = (to: number) => (to > 8 ? 'left' : 'right');

function cellOf(year: LineYear, line: OverviewLine, years: readonly number[]): OverviewCell {
  const { from, to, words } = timeOf(year.month);
  const share = filled(year);
  const listed = year.target !== null;
  const [figure, of] =
    year.reported === null
      ? [listed ? number(year.target) : '', null]
      : [number(year.reported), listed ? number(year.target) : null];
  const state: NumberState = { ...year };
  const when = words ?? (year.month as string);
  const [only] = year.rows;
  const room = (LOOM / years.length / 12) * (to - from + 1);
  return {
    kind: listed ? 'number' : 'not-listed',
    year: year.year,
    column: years.indexOf(year.year),
    columns: 1,
    from,
    to,
    figure,
    of,
    words: listed ? words : STATUS_WORDS['not-listed'],
    status: year.status,
    share,
    tenths: share === 0 || share === 1 ? share * 10 : Math.min(9, Math.max(1, Math.round(share * 10))),
    side: sideOf(to),
    inside:
      textWidth(figure, SIZE) + 8 <= room &&
      (share === 0 || share === 1) &&
      year.status !== 'zero' &&
      year.status !== 'above',
    reports: [],
    locator: year.rows.length === 1 ? (only?.cell?.locator ?? null) : null,
    project: line.project,
    spoken: listed ? `${year.year}年，${when}：${spoken(state)}` : `${year.year}年：${spoken(state)}`,
  };
}

/** The one mark of a line without targets: over all years, with what each year reported. */
function unquantified(all: readonly LineYear[], line: OverviewLine, years: readonly number[]): OverviewCell {
  const reported = all.filter((y) => y.reported !== null);
  const words = (y: LineYear) => `上报${number(y.reported ?? 0)}${y.unit}`;
  return {
    kind: 'unquantified',
    year: null,
    column: 0,
    columns: years.length,
    from: 1,
    to: 12,
    figure: '',
    of: null,
    words: STATUS_WORDS.unquantified,
    status: reported.length > 0 ? 'unquantified-reported' : 'unquantified',
    share: 0,
    tenths: 0,
    side: 'right',
    inside: true,
    reports: reported.map((y) => ({ column: years.indexOf(y.year), words: words(y) })),
    locator: null,
    project: line.project,
    spoken: [
      STATUS_WORDS.unquantified,
      ...(reported.length > 0 ? reported.map((y) => `${y.year}年${words(y)}`) : [STATUS_WORDS['no-report']]),
    ].join('，'),
  };
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
    reportedWords: reported === 0 ? STATUS_WORDS['no-report'] : `${reported}格`,
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
  const longest = Math.max(0, ...cells.map((c) => textWidth(c.figure + (c.of === null ? '' : `/${c.of}`), SIZE)));
  return {
    years,
    fields,
    planned: cells.length,
    answered: cells.filter((c) => c.of !== null).length,
    stacked: years.length > 2 || (years.length === 2 && longest > 56),
  };
}

/** Where a cell leads: to its place in the document, or to the project where it sums several. */
export function cellHref(cell: OverviewCell, links: Pick<Links, 'cell' | 'project'>): string {
  return cell.locator === null ? links.project(cell.project) : links.cell(cell.locator);
}
