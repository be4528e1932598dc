import { type Amount, amountWords, compared, exactly, isCeiling, isFloor, isRateUnit } from '../plan/amount.ts';
import { amountOf, apart, type Cell, isSet, membersOf, sumOfCells, together } from '../plan/cell.ts';
import { annexCalled } from '../plan/document-words.ts';
import { isPartOf, type Period, partWords, periodOf, WHOLE } from '../plan/period.ts';
import type { Line, Project, TextTarget } from './project.ts';
import type { Report } from './report.ts';

/** What is known of one number; the words for each stand in `format/status`. */
export const statuses = [
  'no-report',
  'zero',
  'partial',
  'below',
  'met',
  'above',
  'unquantified',
  'unquantified-reported',
  'not-listed',
] as const;
export type Status = (typeof statuses)[number];

/** One reported value, with the report it stands in. */
export interface ReportedValue {
  readonly quantity: number;
  readonly report: Report;
  readonly note: string | null;
  /** The part of the year it is of, where that is not the whole: 上半年; of several parts all of them. */
  readonly part: string | null;
}

/** What the text says of a line instead of the annex. */
export interface Disagreement extends Omit<TextTarget, 'quantity'> {
  readonly quantity: number;
  /** The number as the text means it: 20, 不少于20. */
  readonly words: string;
  /** Which of the line's text targets it is. */
  readonly at: number;
  /** What the annex is called that says otherwise: 附件, 表. */
  readonly annex: string;
}

/** One number to follow: a task line in one year, or over all of them, carried out by one executor, or by several together. */
export interface ProgressRow {
  readonly project: string;
  readonly line: string;
  /** null: all years of the plan together. */
  readonly year: number | null;
  readonly executor: string;
  readonly unit: string;
  /** null: the document leaves the cell empty, or sets no number at all. Never 0 unless 0 stands there. */
  readonly target: number | null;
  /** The same as it is meant: 不少于20, 20—30. */
  readonly amount: Amount | null;
  /** What the document sets; null for an unquantified line. */
  readonly cell: Cell | null;
  /** The value that counts now; null: nothing reported. */
  readonly reported: ReportedValue | null;
  /** Every value ever reported for this number, newest first. Of a sum, none. */
  readonly history: readonly ReportedValue[];
  /** Those of the history that count now: the newest of the whole year, and of each part of it that came after. */
  readonly counted: readonly ReportedValue[];
  /** How many of those who carry it out have a report. */
  readonly answered: number;
  /** Its number is set together with others only: for several who carry it out, or for all years. */
  readonly shared: boolean;
  readonly status: Status;
  /** What the text says instead, where it differs from the annex in this year. */
  readonly disagreement: Disagreement | null;
}

/** The time of a number as its document calls it: 2021年, 三年合计. */
export const whenOf = ({ year, cell }: Pick<ProgressRow, 'year' | 'cell'>): string =>
  year === null ? (cell?.when ?? '合计') : `${year}年`;

/**
 * The status of a number, by what its target means. A target of 0 that is met by 0 is met; a missing target is never
 * compared. Percentages are not made at all where the target is 0 or missing.
 */
export function statusOf(target: Amount | number | null, reported: number | null, quantified: boolean): Status {
  if (!quantified) return reported === null ? 'unquantified' : 'unquantified-reported';
  if (target === null) return 'not-listed';
  if (reported === null) return 'no-report';
  const amount = typeof target === 'number' ? exactly(target) : target;
  const found = compared(amount, reported);
  // At most so many is kept by nothing at all too, but nothing at all is what has to be said.
  const nothing = reported === 0 && !(found === 'met' && !isCeiling(amount));
  return nothing ? 'zero' : found;
}

/**
 * Share of the target reached, 1 = all; null where there is no target, the target is 0 or no number to be reached, or
 * nothing is reported.
 */
export function shareOf(target: Amount | number | null, reported: number | null): number | null {
  const amount = typeof target === 'number' ? exactly(target) : target;
  if (amount === null || amount.value === 0 || reported === null) return null;
  return amount.bound === 'exact' || isFloor(amount) ? reported / amount.value : null;
}

/** How full a cell is drawn at most while some of those who carry it out are missing; and where less is reported than planned. */
const MOST_PARTLY = 0.8;
const MOST_BELOW = 0.95;

/** A number of the plan with what is reported of it, of one executor or of several together. */
type Filled = Pick<ProgressRow, 'target' | 'amount' | 'status'> & { readonly reported: number | null };

/**
 * 0–1: how much of the cell of a number is filled where it is drawn. What is planned from so many to so many, about so
 * many, or at most so many is filled as far as it has come; a target of 0 has nothing to fill, unless more is reported.
 */
export function fillOf({ target, amount, reported, status }: Filled): number {
  const roughly = target === null || target === 0 || reported === null ? 0 : reported / target;
  const share = Math.min(1, shareOf(amount, reported) ?? roughly);
  // Never to the brim while some executors are missing: their part is still to come.
  if (status === 'partial') return Math.min(share, MOST_PARTLY);
  if (target === 0) return status === 'above' ? 1 : 0;
  if (status === 'met' || status === 'above') return 1;
  // 20 of 超过20 is not all of it.
  return share < 1 ? share : MOST_BELOW;
}

/** A fill in whole tenths, for classes: never 0 or 10 for a part. */
export const tenthsOf = (fill: number): number =>
  fill === 0 || fill === 1 ? fill * 10 : Math.min(9, Math.max(1, Math.round(fill * 10)));

/** What the text of the plan says of a line in a year, or of all years, where that contradicts the sum of the annex. */
export function disagreementOf(line: Line, year: number | null, cells: readonly Cell[]): Disagreement | null {
  const filled = cells.filter((c) => c.line === line.id && c.table !== null && isSet(c));
  const ofYear = filled.filter((c) => c.year === year);
  const [first] = ofYear;
  if (!first?.table) return null;
  const differs = (text: TextTarget, from: readonly Cell[]) => {
    const [said, sum] = [amountOf(text.quantity, line.unit).amount, sumOfCells(from)];
    return said !== null && sum !== null && amountWords(said) !== amountWords(sum);
  };
  const at = (line.text_targets ?? []).findIndex(
    (text) =>
      (text.per === 'year' && year !== null && differs(text, ofYear)) ||
      (text.per === 'total' && differs(text, filled)),
  );
  const text = line.text_targets?.[at];
  const amount = text ? amountOf(text.quantity, line.unit).amount : null;
  if (!text || !amount) return null;
  return { ...text, quantity: amount.value, words: amountWords(amount), at, annex: annexCalled(first.table.label) };
}

/** A reported value with the time it is of. */
interface Dated extends ReportedValue {
  readonly period: Period;
}

/**
 * What counts now of a year: the newest value of the whole year, and what was reported since of parts of the year that
 * begin later; of each part its newest value, and none within another one. `whole`: nothing of the year is missing.
 */
function currentOf(history: readonly Dated[], cell: Cell | null, unit: string): Added {
  const base = history.find(({ part }) => part === null);
  const until = base ? monthOf(base.report.as_of, base.period.year) : 0;
  const newer = base ? history.slice(0, history.indexOf(base)) : history;
  const newest = newer.filter(({ period }, i) => newer.findIndex((one) => one.period.key === period.key) === i);
  const parts = newest
    .filter(({ period }) => period.from > until)
    .filter(({ period }) => !newest.some((one) => isPartOf(period, one.period)))
    .toSorted((a, b) => a.period.from - b.period.from);
  const [first] = history;
  if (!first || parts.length === 0) return { reported: base ?? null, counted: base ? [base] : [], whole: true };
  const told = new Set(parts.flatMap(({ period }) => monthsFrom(period.from, period.to)));
  // What the document plans for half a year is told whole by a report of that half.
  const cells = cell?.parts ?? (cell ? [cell] : []);
  const months = cells.flatMap(({ period }) => monthsFrom(period.from, period.to));
  const planned = months.length > 0 ? months : monthsFrom(1, 12);
  const whole = planned.every((month) => month <= until || told.has(month));
  const counted = base ? [base, ...parts] : parts;
  const quantity = isRateUnit(unit)
    ? (parts.at(-1)?.quantity ?? 0)
    : parts.reduce((sum, value) => sum + value.quantity, base?.quantity ?? 0);
  const notes = [base, ...parts].flatMap((value) => value?.note ?? []);
  const part = whole ? null : parts.map((value) => value.part).join('、');
  return { reported: { ...first, quantity, note: notes.join('；') || null, part: base ? null : part }, counted, whole };
}

const monthsFrom = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
/** The last month of a year that a day (`YYYY-MM-DD`) has reached. */
const monthOf = (day: string, year: number | null) =>
  year === null || day.slice(0, 4) > String(year) ? 12 : day.slice(0, 4) < String(year) ? 0 : Number(day.slice(5, 7));

/** What was reported for one number, newest first: by day of report, then by file name. */
function historyOf(line: string, year: number, executor: string, reports: readonly Report[]): Dated[] {
  return reports
    .filter((report) => report.executor === executor)
    .toSorted((a, b) => b.date.localeCompare(a.date) || b.id.localeCompare(a.id))
    .flatMap((report) =>
      report.rows
        .filter((row) => row.line === line && row.year === year)
        .map((row) => ({
          quantity: row.quantity,
          report,
          note: row.note ?? null,
          part: row.period === undefined ? null : partWords(periodOf(row.period)) || null,
          period: periodOf(row.period ?? String(year)),
        })),
    );
}

/** The cells of one line, one for each executor and year: what an annex sets for parts of a year, or several set, is joined. */
export function yearCellsOf(cells: readonly Cell[]): Cell[] {
  return [...Map.groupBy(cells, (c) => `${c.executor} ${c.year}`).values()].flatMap((group) => {
    const [first] = group;
    const own = apart(group);
    if (!first || group.length === 1) return group;
    const [only = first] = own;
    if (own.length <= 1) return only;
    const amount = sumOfCells(own);
    // Several annexes that set something for the same time are told apart by their names.
    const isSplit = own.some((c) => c.period.key !== only.period.key);
    const words = own.map((c) => `${isSplit ? partWords(c.period) : (c.table?.label ?? '')}${c.words}`);
    return {
      ...first,
      period: periodOf(first.year === null ? WHOLE : String(first.year)),
      when: first.year === null ? first.when : `${first.year}年`,
      amount,
      quantity: amount?.value ?? null,
      words: words.join('，'),
      departments: [...new Set(own.flatMap((c) => c.departments))],
      month: isSplit ? words.join('，') : only.month,
      parts: own,
    };
  });
}

/** What the text alone sets of a line that no annex has: so many in each year, or in all. */
function textCells(line: Line, years: readonly number[], executors: readonly string[]): Cell[] {
  return (line.text_targets ?? []).flatMap((text) => {
    if (text.per === 'unstated') return [];
    return (text.per === 'total' ? [null] : years).map((year): Cell => {
      const period = periodOf(year === null ? WHOLE : String(year));
      const when = year === null ? '各年合计' : `${year}年`;
      const own = { table: null, line: line.id, period, year, when, departments: [], month: null };
      return { locator: text.source, ...own, executor: together(executors), ...amountOf(text.quantity, line.unit) };
    });
  });
}

/** What is added up of several numbers: the sum of what is reported, and whether nothing of it is missing. */
interface Added {
  readonly reported: ReportedValue | null;
  /** What was added, of one number; of several numbers none. */
  readonly counted: readonly ReportedValue[];
  readonly whole: boolean;
}

function added(values: readonly Added[], unit: string): Added {
  const there = values.flatMap(({ reported }) => reported ?? []);
  const newest = there.toSorted((a, b) => b.report.date.localeCompare(a.report.date))[0];
  // Shares of several years are not added: the newest says how far it has come.
  const quantity = isRateUnit(unit) ? (newest?.quantity ?? 0) : there.reduce((sum, value) => sum + value.quantity, 0);
  return {
    reported: newest ? { ...newest, quantity, note: null, part: null } : null,
    counted: [],
    whole: there.length === values.length && values.every(({ whole }) => whole),
  };
}

/** Of a sum that lacks some of its parts only what no part could change is certain. */
function statusOfSum(amount: Amount | null, { reported, whole }: Added): Status {
  const status = statusOf(amount, reported?.quantity ?? null, amount !== null);
  if (whole || reported === null || amount === null) return status;
  return status === 'above' || (status === 'met' && isFloor(amount)) ? status : 'partial';
}

/** Every number to follow, in the order of the plan: project, line, year, executor. */
export function progressOf(
  projects: readonly Project[],
  cells: readonly Cell[],
  reports: readonly Report[],
  years: readonly number[],
  defaultExecutors: readonly string[],
): ProgressRow[] {
  return projects.flatMap((project) =>
    project.lines.flatMap((line) => {
      const inAnnex = cells.filter((c) => c.line === line.id);
      const row = (year: number | null, executor: string, cell: Cell | null, isKnown = true): ProgressRow => {
        const members = membersOf(executor);
        const single = year !== null && members.length === 1;
        const history = single ? historyOf(line.id, year, executor, reports) : [];
        const own = members.map((m) =>
          (year === null ? years : [year]).map((y) => currentOf(historyOf(line.id, y, m, reports), null, line.unit)),
        );
        const sum = single ? currentOf(history, cell, line.unit) : added(own.flat(), line.unit);
        const amount = cell?.amount ?? null;
        // A cell whose words are no number, and one that is empty where only the whole is set, leave their number open.
        const isOpen = cell === null || (amount === null && (isSet(cell) || !isKnown));
        // Parts of which no sum may be made are planned all the same, and compared with nothing.
        const apartOnly = cell?.parts?.every((part) => part.amount !== null) === true && sum.reported === null;
        const status: Status =
          apartOnly && amount === null
            ? 'no-report'
            : isOpen
              ? statusOf(null, sum.reported?.quantity ?? null, false)
              : single && sum.whole
                ? statusOf(amount, sum.reported?.quantity ?? null, true)
                : statusOfSum(amount, sum);
        return {
          project: project.id,
          line: line.id,
          year,
          executor,
          unit: line.unit,
          target: amount?.value ?? null,
          amount,
          cell,
          reported: sum.reported,
          history,
          counted: sum.counted,
          answered: own.filter((all) => all.some(({ reported }) => reported !== null)).length,
          shared: false,
          status,
          disagreement: disagreementOf(line, year, cells),
        };
      };
      /** Numbers of single years beside what is set for all of them: those that something is known of. */
      const beside = (rows: readonly ProgressRow[]) =>
        rows
          .filter(({ cell, reported }) => reported !== null || (cell !== null && isSet(cell)))
          .map((r) => ({ ...r, shared: r.cell === null || !isSet(r.cell) }));
      if (line.row === undefined) {
        const executors = line.executors ?? defaultExecutors;
        const single = years.flatMap((year) => executors.map((executor) => row(year, executor, null)));
        const inText = textCells(line, years, executors);
        if (inText.length === 0) return single;
        const set = inText.map((cell) => row(cell.year, cell.executor, cell));
        const told = new Set(set.map(({ year, executor }) => `${year} ${executor}`));
        return [...beside(single).filter(({ year, executor }) => !told.has(`${year} ${executor}`)), ...set];
      }
      const own = yearCellsOf(inAnnex);
      const isWhole = own.some((cell) => cell.year === null && isSet(cell));
      const rows = own.map((cell) => row(cell.year, cell.executor, cell, !isWhole));
      if (isWhole) return beside(rows);
      // A column for all years that is empty beside one that is not says nothing of the line.
      return rows.some(({ cell }) => cell !== null && isSet(cell)) ? rows.filter(({ year }) => year !== null) : rows;
    }),
  );
}
