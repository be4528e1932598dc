import { amountWords } from '#domain/plan/amount.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { fillOf, type ProgressRow, tenthsOf, whenOf } from '#domain/programme/progress.ts';
import type { Line } from '#domain/programme/project.ts';
import { number } from '#format/number.ts';
import { routes } from './programme.ts';
import { pairingOf, taskRow } from './task-row.ts';

/** One number of a strip: what is printed in it, how full it is, and all of it in words. */
export interface StripCellView {
  /** 50; 32/50 where 32 are reported; or words where there is no number. */
  readonly figure: string;
  /** Whether the figure is one: words stand without a frame. */
  readonly framed: boolean;
  /** How much of the plan is reported, in tenths; 10 is all of it. */
  readonly tenths: number;
  readonly status: ProgressRow['status'];
  readonly label: string;
  readonly href: string;
}

/** One row of numbers: of an executor or of a line, in the order of the strip's periods. */
export interface StripRowView {
  readonly name: string;
  /** What is counted, where the rows count different things. */
  readonly unit: string | null;
  readonly hue: number | null;
  readonly href: string | null;
  /** null: the document has no such number. */
  readonly cells: readonly (StripCellView | null)[];
}

/** A line that several carry out: who, and for each the numbers of the periods in the strip's order. */
export interface StripView {
  readonly line: { readonly id: string; readonly short: string; readonly unit: string; readonly href: string };
  readonly periods: readonly string[];
  readonly executors: readonly StripRowView[];
}

/** What one carries out: its lines, and for each the numbers of the periods. */
export interface OwnStripView {
  readonly caption: string;
  readonly periods: readonly string[];
  readonly lines: readonly StripRowView[];
}

function cellOf(programme: Programme, row: ProgressRow): StripCellView {
  const task = taskRow(programme, row);
  // Of halves and quarters the sum: they are told in the table.
  const sum = row.cell?.parts && row.amount ? amountWords(row.amount) : null;
  const planned = sum ?? task.planned ?? (row.target === null ? null : number(row.target));
  const reported = row.reported && number(row.reported.quantity);
  const words = [planned === null ? task.open : `计划${planned}`, reported === null ? '' : `上报${reported}`];
  return {
    figure:
      reported === null ? (planned ?? task.open) : planned === null ? `上报${reported}` : `${reported}/${planned}`,
    framed: row.target !== null,
    tenths: tenthsOf(fillOf({ ...row, reported: row.reported?.quantity ?? null })),
    status: row.status,
    label: [...words, task.status].filter((word) => word !== '').join('，'),
    href: task.target?.href ?? routes.project(row.project),
  };
}

/** The strip of a line; null where one alone carries it out, and where there is neither a plan nor a report to draw. */
export function stripOf(programme: Programme, line: Line): StripView | null {
  const rows = programme.progress.filter((row) => row.line === line.id);
  const ids = [...new Set(rows.map((row) => row.executor))];
  if (ids.length < 2 || rows.every((row) => row.target === null && row.reported === null)) return null;
  const periods = [...new Set(rows.map((row) => whenOf(row)))];
  return {
    line: { id: line.id, short: line.short, unit: line.unit, href: routes.project(line.project) },
    periods,
    executors: ids.map((id) => ({
      name: programme.executorName(id),
      unit: null,
      hue: programme.journeys.find(({ city }) => city.id === id)?.hue ?? null,
      href: pairingOf(programme, id),
      cells: periods.map((period) => {
        const row = rows.find((r) => r.executor === id && whenOf(r) === period);
        return row ? cellOf(programme, row) : null;
      }),
    })),
  };
}

/** The strip of one that carries out lines; null where there is neither a plan nor a report to draw. */
export function stripOfExecutor(programme: Programme, id: string): OwnStripView | null {
  const rows = programme.progress.filter((row) => row.executor === id);
  if (rows.every((row) => row.target === null && row.reported === null)) return null;
  const periods = [...new Set(rows.map((row) => whenOf(row)))].toSorted();
  const listed = rows.filter((row) => row.status !== 'not-listed');
  const lines = [...new Set(listed.map((row) => row.line))].flatMap((line) => programme.lines.get(line) ?? []);
  return {
    caption: `${programme.executorName(id)}承担的任务`,
    periods,
    lines: lines.map((line) => ({
      name: line.short,
      unit: line.unit,
      hue: null,
      href: routes.project(line.project),
      cells: periods.map((period) => {
        const row = rows.find((r) => r.line === line.id && whenOf(r) === period);
        return row ? cellOf(programme, row) : null;
      }),
    })),
  };
}
