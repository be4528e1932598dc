import { type Amount, exactly, isRateUnit, readAmount, sumAmounts } from './amount.ts';
import { isPartOf, keyOfColumn, type Period, partWords, periodOf, WHOLE } from './period.ts';
import type { TargetTable } from './plan.ts';

/** One target of the document with everything that stands beside it. */
export interface Cell {
  /** Its address in `/plan/`, e.g. `a2-<line>-<year>` or `a3-<line>-<year>-<executor>`. */
  readonly locator: string;
  /** The table it stands in; null: the text says it, and no annex. */
  readonly table: TargetTable | null;
  readonly line: string;
  readonly period: Period;
  /** The year of its period; null: all years of the plan together. */
  readonly year: number | null;
  /** What the document calls its period: 2022年上半年, 三年合计. */
  readonly when: string;
  /** Who carries it out: a city id, or the id of the programme's own level; ids joined by + where several do together. */
  readonly executor: string;
  /** What is planned; null: the cell is empty in the document, which is not 0, or holds words that are no amount. */
  readonly amount: Amount | null;
  /** Its number, of a range the lower; null where there is none. */
  readonly quantity: number | null;
  /** What stands in it, as it is printed; '' where it is empty. */
  readonly words: string;
  /** Names as the annex writes them; empty where the annex has no such column or leaves it empty. */
  readonly departments: readonly string[];
  /** The words of the annex (5月, 全年); null where it names none. */
  readonly month: string | null;
  /** Where several cells of parts of its period were joined: those. */
  readonly parts?: readonly Cell[];
}

type Row = TargetTable['rows'][number];
type Column = TargetTable['years'][number];
type Written = number | string | null;

/** The address of one target cell. The executor is part of it only where a column has several. */
export function cellLocator(table: TargetTable, line: string, key: string, executor: string): string {
  const column = table.years.find((y) => keyOfColumn(y) === key);
  const alone = column !== undefined && column.executors.length === 1;
  return alone ? `${table.id}-${line}-${key}` : `${table.id}-${line}-${key}-${executor}`;
}

/** What a number or the words in a cell set, counted in a unit: 50% of what is not counted in per cent is no number of it. */
export function amountOf(written: Written, unit: string): Pick<Cell, 'amount' | 'quantity' | 'words'> {
  const read = typeof written === 'number' ? exactly(written) : written === null ? null : readAmount(written);
  const isRate = isRateUnit(unit);
  const amount = read === null || (read.rate && !isRate) ? null : isRate ? { ...read, rate: true as const } : read;
  return { amount, quantity: amount?.value ?? null, words: written === null ? '' : String(written) };
}

function cellAt(table: TargetTable, row: Row, column: Column, executor: string): Cell {
  const key = keyOfColumn(column);
  const period = periodOf(key);
  const value = row.cells[key]?.[executor] ?? null;
  const whole =
    value !== null && typeof value === 'object' ? value : { quantity: value, departments: null, month: null };
  const set = amountOf(whole.quantity, row.unit);
  return {
    locator: cellLocator(table, row.line, key, executor),
    table,
    line: row.line,
    period,
    year: period.year,
    when: column.label,
    executor,
    ...set,
    departments: whole.departments?.split('、') ?? [],
    month: whole.month ?? ((isSet(set) && partWords(period)) || null),
  };
}

/** Every target cell of a table, empty ones too, row by row, in the document's order. */
export function cellsOf(table: TargetTable): Cell[] {
  return table.rows.flatMap((row) =>
    table.years.flatMap((column) => column.executors.map(({ id }) => cellAt(table, row, column, id))),
  );
}

/** Whether the document sets something in a cell, a number or words. */
export const isSet = ({ words }: Pick<Cell, 'words'>): boolean => words !== '';

/** Several who carry something out together, as one. */
export const together = (executors: readonly string[]): string => [...new Set(executors)].join('+');

/** Those that an executor stands for: itself, or several together. */
export const membersOf = (executor: string): string[] => executor.split('+');

/** What the total of a row sets by itself: where no cell of the row says how much of it falls into which period. */
export function totalsAlone(table: TargetTable): Cell[] {
  const cells = cellsOf(table);
  return table.rows.flatMap((row) => {
    const own = cells.filter((cell) => cell.line === row.line);
    if (row.total === null || row.total === undefined || own.some(isSet)) return [];
    return {
      locator: `${table.id}-${row.line}-total`,
      table,
      line: row.line,
      period: periodOf(WHOLE),
      year: null,
      when: table.total_head ?? '合计',
      executor: together(own.map(({ executor }) => executor)),
      ...amountOf(row.total, row.unit),
      departments: [],
      month: null,
    };
  });
}

/** The cells that may be added to one another: of one that holds others' time within its own, the others are left out. */
export function apart(cells: readonly Cell[]): Cell[] {
  const filled = cells.filter(isSet);
  return filled.filter(
    (cell) => !filled.some((other) => other.executor === cell.executor && isPartOf(cell.period, other.period)),
  );
}

/** Sum of what some cells of one line set; null where one of them sets no amount, or no sum may be made of them. */
export function sumOfCells(cells: readonly Cell[]): Amount | null {
  const own = apart(cells);
  const amounts = own.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  return amounts.length < own.length ? null : sumAmounts(amounts);
}

const PARTS: readonly (readonly [RegExp, number, number])[] = [
  [/^(?:全年|常年)$/u, 1, 12],
  [/^上半年$/u, 1, 6],
  [/^下半年$/u, 7, 12],
  [/^第?[一1]季度$/u, 1, 3],
  [/^第?[二2]季度$/u, 4, 6],
  [/^第?[三3]季度$/u, 7, 9],
  [/^第?[四4]季度$/u, 10, 12],
];

/**
 * The months a cell names: `{from, to}` within the year, 1–12; the whole year for 全年; null where none is named: 暑期 is of
 * other days in each place.
 */
export function monthsOf(month: string | null): { from: number; to: number } | null {
  if (month === null) return null;
  const part = PARTS.find(([words]) => words.test(month));
  if (part) return { from: part[1], to: part[2] };
  const [, from, to] = month.match(/^(\d{1,2})(?:月?[—–~～至到、-](\d{1,2}))?月份?$/u) ?? [];
  if (from === undefined) return null;
  return { from: Number(from), to: Number(to ?? from) };
}
