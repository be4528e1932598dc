import { type Disagreement, type ProgressRow, type Status, statusOf, whenOf } from '../programme/progress.ts';
import { type Amount, amountWords, isRateUnit, sumAmounts } from './amount.ts';
import { type Cell, isSet, membersOf, sumOfCells } from './cell.ts';
import { partWords } from './period.ts';

/** A task line in one year, or over all years, with all its executors: one cell of the overview, one bar of a project. */
export interface LineYear {
  readonly line: string;
  /** null: all years of the plan together. */
  readonly year: number | null;
  /** 2021年; what the document calls all years together. */
  readonly when: string;
  readonly unit: string;
  /** Sum of the filled cells; null where none is filled, or no sum may be made of them. */
  readonly target: number | null;
  /** The same as it is meant: 不少于40. */
  readonly amount: Amount | null;
  /** What is planned in words, without the unit: 40, 不少于40, or what stands in the cells; '' where nothing does. */
  readonly planned: string;
  /** Sum of what was reported; null where nobody reported, or several reported shares. */
  readonly reported: number | null;
  /**
   * How many executors have a number in this year, planned or reported, and how many of them have a report. A line the
   * document leaves open concerns all its executors: none of them is told apart by a target.
   */
  readonly concerned: number;
  readonly answered: number;
  readonly status: Status;
  /** What is planned of it is set together with others only: for all years. */
  readonly shared: boolean;
  readonly disagreement: Disagreement | null;
  /** The words of the annex for when; null where none stand there. */
  readonly month: string | null;
  readonly rows: readonly ProgressRow[];
}

const total = (numbers: readonly number[]) => (numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0));

/** The state of several numbers of which no sum may be made: the one they share, else that some have a report. */
function sharedStatus(rows: readonly ProgressRow[]): Status {
  const [first, ...others] = new Set(rows.map(({ status }) => status));
  return first !== undefined && others.length === 0 ? first : 'partial';
}

const isPartOfYear = ({ period }: Cell) => period.year !== null && period.to - period.from < 11;

/** How much in which part of the year, over all who carry it out: 上半年8，下半年12; null where a cell names no part. */
function partsOf(set: readonly ProgressRow[]): string | null {
  const cells = set.flatMap(({ cell }) => (cell === null ? [] : (cell.parts ?? [cell])));
  if (cells.length === 0 || !cells.every(isPartOfYear)) return null;
  const byPart = [...Map.groupBy(cells, ({ period }) => period.key).values()].toSorted(
    ([a], [b]) => (a?.period.from ?? 0) - (b?.period.from ?? 0),
  );
  const words = byPart.map((own) => {
    const amount = sumOfCells(own);
    return `${own[0] ? partWords(own[0].period) : ''}${amount === null ? '' : amountWords(amount)}`;
  });
  return words.join('，');
}

/** The words for when; none where one of several stands for a part of the year only, and another for none. */
function monthOf(rows: readonly ProgressRow[], set: readonly ProgressRow[]): string | null {
  const first = rows.find((r) => r.cell?.month)?.cell ?? null;
  const isPart = first !== null && (first.parts !== undefined || first.period.to - first.period.from < 11);
  return isPart && set.some(({ cell }) => cell?.month !== first.month) ? partsOf(set) : (first?.month ?? null);
}

/** Whether what is reported is of a part of the year only. */
const isOfPart = ({ reported, status }: ProgressRow) =>
  reported !== null && (reported.part !== null || status === 'partial');

/** Whether the document says when within the year a number is due. */
export const isTimed = ({ month, rows }: LineYear): boolean =>
  month !== null || rows.some(({ cell }) => cell !== null && isSet(cell) && isPartOfYear(cell));

/** From so many years on the same plan is said once: 2024—2027年每年. */
const RUN = 3;

/** A plan without a report. */
const isSilent = ({ year, reported, planned, disagreement }: LineYear) =>
  year !== null && reported === null && planned !== '' && disagreement === null;

/** The numbers of a line in order, years in a row that say the same of its plan, and of which nothing is reported, in one group. */
export function runsOf(years: readonly LineYear[], same = (a: LineYear, b: LineYear) => a.planned === b.planned) {
  const runs: LineYear[][] = [];
  for (const next of years) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const goesOn = last && isSilent(last) && isSilent(next) && (last.year ?? 0) + 1 === next.year;
    if (run && goesOn && last.month === next.month && same(last, next)) run.push(next);
    else runs.push([next]);
  }
  return runs.flatMap((run) => (run.length < RUN ? run.map((one) => [one]) : [run]));
}

/** The time of such a group: 2023年; 2024—2027年每年. */
export const whenOfRun = (run: readonly LineYear[]): string =>
  run.length > 1 ? `${run[0]?.year}—${run.at(-1)?.year}年每年` : (run[0]?.when ?? '');

/** Joins the numbers of one line and one year; the executors of one line share its unit, so they may be added. */
function lineYear(rows: readonly ProgressRow[]): LineYear {
  const [first] = rows;
  if (!first) throw new RangeError('没有可以汇总的行');
  const set = rows.filter((r) => r.cell !== null && isSet(r.cell));
  const amounts = set.flatMap((r) => (r.amount === null ? [] : [r.amount]));
  const reports = rows.flatMap((r) => (r.reported === null ? [] : [r.reported.quantity]));
  const amount = amounts.length < set.length ? null : sumAmounts(amounts);
  const reported = isRateUnit(first.unit) && reports.length > 1 ? null : total(reports);
  const quantified = first.cell !== null && !rows.every((r) => r.status.startsWith('unquantified'));
  const concerned = quantified ? rows.filter((r) => r.target !== null || r.reported !== null).length : rows.length;
  // A sum that still lacks some executors, or a part of the year of one of them, says nothing about the plan: neither short of it nor at it.
  const partial = quantified && reports.length > 0 && (reports.length < concerned || rows.some(isOfPart));
  const shares = rows.length === 1 ? first : null;
  const added = set.length > 0 && amount === null ? sharedStatus(set) : statusOf(amount, reported, quantified);
  const words = set.map(({ cell }) => cell?.words ?? '');
  return {
    line: first.line,
    year: first.year,
    when: whenOf(first),
    unit: first.unit,
    target: amount?.value ?? null,
    amount,
    planned: amount === null ? [...new Set(words)].join('；') : amountWords(amount),
    reported,
    concerned: shares ? membersOf(shares.executor).length : concerned,
    answered: shares ? shares.answered : reports.length,
    status: rows.length === 1 ? first.status : partial ? 'partial' : added,
    shared: rows.every((r) => r.shared),
    disagreement: first.disagreement,
    month: monthOf(rows, set),
    rows,
  };
}

/** All line-years in the order of the rows. */
export function lineYearsOf(rows: readonly ProgressRow[]): LineYear[] {
  const groups = Map.groupBy(rows, (r) => `${r.line} ${r.year}`);
  return [...groups.values()].map((own) => {
    // What several carry out together holds already what each of them reported.
    const joint = own.filter(({ executor }) => membersOf(executor).length > 1);
    return lineYear(joint.length > 0 ? joint : own);
  });
}
