import { monthsOf } from '#domain/plan/cell.ts';
import type { LineYear } from '#domain/plan/line-year.ts';
import { shareOf } from '#domain/programme/progress.ts';
import { number } from '#format/number.ts';
import { answeredWords, partialWords, STATUS_WORDS } from '#format/status.ts';
import { type NumberState, spoken } from '../kit/progress-words.ts';
import { textWidth } from '../kit/text-width.ts';
import type { OverviewCell, OverviewLine } from './types.ts';

/** px of all months together on the narrowest wide page; only decides what fits into a cell. */
const LOOM = 640;
const SIZE = 15;
/** As full as a cell becomes while some of its executors have not reported: room for its loose threads. */
const MOST_PARTLY = 0.8;
const UNKNOWN_MONTH = '未写月份';

/** Months and the words beside the number. Words that name no month keep standing, over the whole year. */
function timeOf(month: string | null): { from: number; to: number; words: string | null } {
  const span = monthsOf(month);
  if (!span || span.from < 1 || span.to > 12 || span.to < span.from)
    return { from: 1, to: 12, words: month ?? UNKNOWN_MONTH };
  return { ...span, words: span.to - span.from === 11 ? (month ?? UNKNOWN_MONTH) : null };
}

/** 0–1: how much of the cell is filled. A target of 0 has nothing to fill, unless more than 0 is reported. */
function filled(year: LineYear): number {
  const share = Math.min(1, shareOf(year.target, year.reported) ?? 0);
  // Never to the brim while some executors are missing: their part is still to come.
  if (year.status === 'partial') return Math.min(share, MOST_PARTLY);
  if (year.target === 0) return year.status === 'above' ? 1 : 0;
  return year.status === 'met' || year.status === 'above' ? 1 : share;
}

/** On the right up to August, as the eye reads; with more years to a page, on the side with more room. */
function sideOf(from: number, to: number, years: number): 'left' | 'right' {
  return (years > 2 ? 12 - to < from - 1 : to > 8) ? 'left' : 'right';
}

/** The words in a cell of a whole year: how many of its executors have reported, then when. A month has no room for them. */
function besides({ status, answered, concerned }: LineYear, when: string | null): string | null {
  return when === null || status !== 'partial' ? when : `${partialWords(answered, concerned)}　${when}`;
}

/** The cell of a line in one year. */
export function cellOf(year: LineYear, line: OverviewLine, years: readonly number[]): OverviewCell {
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
    words: listed ? besides(year, words) : STATUS_WORDS['not-listed'],
    status: year.status,
    share,
    tenths: share === 0 || share === 1 ? share * 10 : Math.min(9, Math.max(1, Math.round(share * 10))),
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
    spoken: listed ? `${year.year}年，${when}：${spoken(state)}` : `${year.year}年：${spoken(state)}`,
  };
}

/** The one mark of a line without targets: over all years, with what each year reported. */
export function unquantified(all: readonly LineYear[], line: OverviewLine, years: readonly number[]): OverviewCell {
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
    reports: reported.map((y) => ({ column: years.indexOf(y.year), words: words(y) })),
    locator: null,
    project: line.project,
    spoken: [
      STATUS_WORDS.unquantified,
      ...(reported.length > 0
        ? reported.map((y) => `${y.year}年${words(y)}${answeredWords(y.answered, y.concerned)}`)
        : [STATUS_WORDS['no-report']]),
    ].join('，'),
  };
}

/** px of number and plan together, as they stand beside a cell. */
export const labelWidth = (c: OverviewCell) => textWidth(c.figure + (c.of === null ? '' : `/${c.of}`), SIZE);
