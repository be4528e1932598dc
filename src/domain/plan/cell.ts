import type { TargetTable } from './plan.ts';

/** One target cell of an annex with everything that stands beside it. */
export interface Cell {
  /** Its address in `/plan/`, e.g. `a2-<line>-<year>` or `a3-<line>-<year>-<executor>`. */
  readonly locator: string;
  readonly table: TargetTable;
  readonly line: string;
  readonly year: number;
  /** Who carries it out: a city id, or the id of the programme's own level. */
  readonly executor: string;
  /** null: the cell is empty in the document, which is not 0. */
  readonly quantity: number | null;
  /** Names as the annex writes them; empty where the annex has no such column or leaves it empty. */
  readonly departments: readonly string[];
  /** The words of the annex (5月, 全年); null where it names none. */
  readonly month: string | null;
}

type Row = TargetTable['rows'][number];

/** The address of one target cell. The executor is part of it only where a year has several. */
export function cellLocator(table: TargetTable, line: string, year: number, executor: string): string {
  const column = table.years.find((y) => y.year === year);
  const alone = column !== undefined && column.executors.length === 1;
  return alone ? `${table.id}-${line}-${year}` : `${table.id}-${line}-${year}-${executor}`;
}

function cellAt(table: TargetTable, row: Row, year: number, executor: string): Cell {
  const value = row.cells[String(year)]?.[executor] ?? null;
  const whole =
    value !== null && typeof value === 'object' ? value : { quantity: value, departments: null, month: null };
  return {
    locator: cellLocator(table, row.line, year, executor),
    table,
    line: row.line,
    year,
    executor,
    quantity: whole.quantity,
    departments: whole.departments?.split('、') ?? [],
    month: whole.month,
  };
}

/** Every target cell of a table, empty ones too, row by row, in the document's order. */
export function cellsOf(table: TargetTable): Cell[] {
  return table.rows.flatMap((row) =>
    table.years.flatMap(({ year, executors }) => executors.map(({ id }) => cellAt(table, row, year, id))),
  );
}

/** The months a cell names: `{from, to}` within the year, 1–12; the whole year for 全年; null where none is named. */
export function monthsOf(month: string | null): { from: number; to: number } | null {
  if (month === null) return null;
  if (month === '全年') return { from: 1, to: 12 };
  const [, from, to] = month.match(/^(\d{1,2})(?:[—–-](\d{1,2}))?月$/) ?? [];
  if (from === undefined) return null;
  return { from: Number(from), to: Number(to ?? from) };
}
