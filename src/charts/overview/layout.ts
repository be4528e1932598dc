import { isSet, monthsOf } from '#domain/plan/cell.ts';
import { isTimed, type LineYear } from '#domain/plan/line-year.ts';
import { shortNumber } from '#domain/plan/numbering.ts';
import type { CountedWord } from '#domain/programme/counted-word.ts';
import { fillOf, type Status, tenthsOf } from '#domain/programme/progress.ts';
import { isQuantified, type Line } from '#domain/programme/project.ts';
import { number } from '#format/number.ts';
import { answeredWords, partialWords, STATUS_WORDS } from '#format/status.ts';
import type { Links } from '../kit/figure.ts';
import { type NumberState, spoken, textWords } from '../kit/progress-words.ts';
import { textWidth, wrap } from '../kit/text.ts';

/** A line with the number its project has in the plan. */
export type OverviewLine = Line & { readonly number: number | string };

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
  /** The plan is 0 and nothing above it is reported: there is nothing to fill, so no frame stands open. */
  readonly nothing: boolean;
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

/** px of all months together on the narrowest wide page; only decides what fits into a cell. */
const LOOM = 640;
/** px of what is written large and small in the draft. */
export const [SIZE, SMALL] = [15, 13];
/** px of the drawing and of its columns: the numbers at the left, the reports at the right. */
export const WIDTH = 1200;
const NUMBER = 30;
const UNKNOWN_MONTH = '未写月份';

/** Months and the words beside the number. Words that name no month keep standing, over the whole year. */
function timeOf(month: string | null): { from: number; to: number; words: string | null } {
  const span = monthsOf(month);
  if (!span || span.from < 1 || span.to > 12 || span.to < span.from)
    return { from: 1, to: 12, words: month ?? UNKNOWN_MONTH };
  return { ...span, words: span.to - span.from === 11 ? (month ?? UNKNOWN_MONTH) : null };
}

/** The months of a number that the document sets for one part of its year, for all who carry it out. */
function partOf({ rows }: LineYear): { from: number; to: number; words: null } | null {
  const [first, ...others] = new Map(
    rows.flatMap(({ cell }) => (cell && isSet(cell) ? [[cell.period.key, cell.period]] : [])),
  ).values();
  return first && others.length === 0 && first.to - first.from < 11
    ? { from: first.from, to: first.to, words: null }
    : null;
}

/** On the right up to August, as the eye reads; with more years to a page, on the side with more room. */
function sideOf(from: number, to: number, years: number): 'left' | 'right' {
  return (years > 2 ? 12 - to < from - 1 : to > 8) ? 'left' : 'right';
}

/** The words in a cell of a whole year: how many of its executors have reported, then when. A month has no room for them. */
function besides({ status, answered, concerned }: LineYear, when: string | null, reporter: CountedWord): string | null {
  if (when === null || status !== 'partial') return when || null;
  return [partialWords(answered, concerned, reporter), when].filter((part) => part !== '').join('　');
}

/** The cell of a line in one year. */
function cellOf(year: LineYear, line: OverviewLine, { years, lineYears, reporter }: OverviewInput): OverviewCell {
  const timed = lineYears.some(isTimed);
  const { from, to, words } = partOf(year) ?? timeOf(year.month);
  const share = fillOf(year);
  const whole = year.year === null;
  const listed = year.amount !== null;
  const [figure, of] =
    year.reported === null
      ? [listed ? year.planned : '', null]
      : listed
        ? [number(year.reported), year.planned]
        : [`上报${number(year.reported)}`, null];
  const state: NumberState = { ...year, reporter };
  const when = words ?? (year.month as string);
  const [only] = year.rows;
  const room = (LOOM / years.length / 12) * (to - from + 1);
  return {
    kind: listed ? 'number' : 'not-listed',
    year: year.year,
    column: year.year === null ? 0 : years.indexOf(year.year),
    columns: whole ? years.length : 1,
    from,
    to,
    figure,
    of,
    words: listed
      ? besides(year, whole ? year.when : words !== null && !timed ? '' : words, reporter)
      : year.planned || STATUS_WORDS[year.status],
    status: year.status,
    share,
    tenths: tenthsOf(share),
    nothing: year.target === 0 && share === 0,
    side: sideOf(from, to, years.length),
    inside:
      textWidth(figure, SIZE) + 8 <= room &&
      (share === 0 || share === 1) &&
      year.status !== 'zero' &&
      year.status !== 'partial' &&
      year.status !== 'above',
    reports: [],
    locator: year.rows.length === 1 ? (only?.cell?.locator ?? null) : null,
    project: line.project,
    spoken: listed && !whole && timed ? `${year.when}，${when}：${spoken(state)}` : `${year.when}：${spoken(state)}`,
  };
}

/** The one mark of a line without targets: over all years, with what each year reported. */
function unquantified(all: readonly LineYear[], line: OverviewLine, { years, reporter }: OverviewInput): OverviewCell {
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
    nothing: false,
    side: 'right',
    inside: true,
    reports: reported.map((y) => ({ column: years.indexOf(y.year ?? 0), words: words(y) })),
    locator: null,
    project: line.project,
    spoken: [
      STATUS_WORDS.unquantified,
      ...(reported.length > 0
        ? reported.map((y) => `${y.when}${words(y)}${answeredWords(y.answered, y.concerned, reporter)}`)
        : [STATUS_WORDS['no-report']]),
    ].join('，'),
  };
}

/** px of number and plan together, as they stand beside a cell. */
export const labelWidth = (c: OverviewCell) => textWidth(c.figure + (c.of === null ? '' : `/${c.of}`), SIZE);

export interface OverviewField {
  readonly title: string;
  readonly lines: readonly OverviewLine[];
}

export interface OverviewRow {
  readonly id: string;
  readonly project: string;
  /** The number of its project where there is room for digits only. */
  readonly mark: string;
  readonly name: string;
  /** null where nothing is counted. */
  readonly unit: string | null;
  /** What the text says instead of the annex: 正文每年20人. */
  readonly notes: readonly string[];
  /** What is planned for all years together, beside the numbers of single years. */
  readonly aside: readonly string[];
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
  /** Whether the document says of any number when within the year: else no months are drawn, and none is missed. */
  readonly timed: boolean;
  /** What stands in a year that the annexes of a line have no column of: what the text says of it is not known here. */
  readonly absent: string;
}

export interface OverviewInput {
  readonly fields: readonly OverviewField[];
  readonly lineYears: readonly LineYear[];
  readonly years: readonly number[];
  /** What the annexes are called all together. */
  readonly annex: string;
  /** What is counted together year by year, by its measure word: 行. */
  readonly line: { readonly short: string };
  /** Who reports. */
  readonly reporter: CountedWord;
}

function rowOf(line: OverviewLine, input: OverviewInput): OverviewRow {
  const { lineYears: all, years } = input;
  const own = years.flatMap((year) => all.find((y) => y.line === line.id && y.year === year) ?? []);
  const open = !isQuantified(line);
  const whole = all.find((y) => y.line === line.id && y.year === null);
  const reported = own.filter((y) => y.reported !== null).length;
  const texts = own.flatMap((y) => (y.disagreement ? [y.disagreement] : []));
  // What is set for all years together lies over them all, or stands beside those that have numbers of their own.
  const yearly = own.some((y) => y.planned !== '');
  const shown = whole && !yearly ? [whole] : own;
  const aside = whole && yearly ? [`${whole.when}${whole.planned}${line.unit}`] : [];
  const notes = texts.map((t) => `${textWords(t).replace('正文', t.per === 'year' ? '正文每年' : '正文')}${line.unit}`);
  return {
    id: line.id,
    project: line.project,
    mark: shortNumber(line.number),
    name: line.short,
    unit: open ? null : line.unit,
    notes: [...new Set(notes)],
    aside,
    cells: open ? [unquantified(own, line, input)] : shown.map((y) => cellOf(y, line, input)),
    reported,
    reportedWords: reported > 0 ? `${reported}个年度` : whole?.reported ? '有上报' : STATUS_WORDS['no-report'],
  };
}

/** Fields → rows → cells, in the order of the plan: plain numbers and words for the drawing and for the HTML table. */
export function layoutOverview(input: OverviewInput): OverviewLayout {
  const { years } = input;
  const fields = input.fields.map(({ title, lines }) => ({
    title,
    rows: lines.map((line) => rowOf(line, input)),
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
    timed: input.lineYears.some(isTimed),
    absent: `${input.annex}未写`,
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
  const gap = cell.kind === 'not-listed' ? '　' : '';
  return `${seen.filter((part) => part !== null && part !== '').join(gap)}　${cell.spoken}`;
}

/** The row and year a cell stands in, px: its left edge, its top, and how wide one year is. */
export interface CellPlace {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly yearWidth: number;
  readonly size: number;
  readonly small: number;
}

/** Numbers of one cell: its box, and where its words begin with how much room they have. */
export function layoutOverviewCell(cell: OverviewCell, place: CellPlace) {
  const month = place.yearWidth / 12;
  const whole = cell.to - cell.from === 11;
  const inset = whole ? 4 : 0;
  const box = {
    x: place.x + (cell.from - 1) * month + inset,
    y: place.y + 5,
    width: (cell.to - cell.from + 1) * month - 2 * inset + (whole ? 0 : 1),
    height: place.height - 9,
  };
  const figure = cell.figure + (cell.of === null ? '' : `/${cell.of}`);
  const width = textWidth(figure, place.size);
  const fits = whole || cell.inside;
  const right = box.x + box.width + 5;
  const at = whole
    ? box.x + 10
    : fits
      ? box.x + (box.width - textWidth(cell.inside ? cell.figure : figure, place.size)) / 2
      : cell.side === 'right'
        ? right
        : box.x - 5 - width;
  const words = shorten(cell.words ?? '', place.small, place.x + place.yearWidth - (at + width + 12) - 10);
  return { box, fits, whole, at, width, words };
}

function shorten(words: string, size: number, room: number): string {
  if (textWidth(words, size) <= room) return words;
  const chars = [...words];
  while (chars.length > 0 && textWidth(`${chars.join('')}…`, size) > room) chars.pop();
  return chars.length > 0 ? `${chars.join('')}…` : '';
}

/** Words of a row's head, placed: name, unit and note on one line where they fit, else on several. */
export interface RowHead {
  readonly lines: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly part: 'name' | 'unit' | 'note';
  }[];
  readonly height: number;
}

/** The head of a row, `width` px wide, from the top of the row. */
export function layoutRowHead(row: OverviewRow, width: number): RowHead {
  const names = wrap(row.name, SIZE, width - NUMBER - 12);
  const lines: RowHead['lines'][number][] = names.map((name, i) => ({
    text: name,
    x: NUMBER,
    y: 22 + i * 20,
    part: 'name',
  }));
  let [x, y] = [NUMBER + textWidth(names.at(-1) ?? '', SIZE), 22 + (names.length - 1) * 20];
  const parts = [
    ...(row.unit ? [{ text: row.unit, part: 'unit' as const }] : []),
    ...row.aside.map((t) => ({ text: t, part: 'note' as const })),
    ...row.notes.map((t) => ({ text: `≠ ${t}`, part: 'note' as const })),
  ];
  for (const { text: words, part } of parts) {
    const gap = part === 'unit' ? 6 : 12;
    const wide = textWidth(words, SMALL);
    if (x + gap + wide > width - 8) [x, y] = [NUMBER - gap, y + 19];
    lines.push({ text: words, x: x + gap, y, part });
    x += gap + wide;
  }
  return { lines, height: y + 12 };
}

/** Left column: as wide as the rows' heads want, within reason. */
export function headWidth(layout: OverviewLayout): number {
  const rows = layout.fields.flatMap((f) => f.rows);
  const wanted = rows.map(
    (r) =>
      NUMBER + textWidth(r.name, SIZE) + textWidth((r.unit ?? '') + r.notes.map((t) => `≠ ${t}`).join(''), SMALL) + 30,
  );
  return Math.min(300, Math.max(200, ...wanted));
}
