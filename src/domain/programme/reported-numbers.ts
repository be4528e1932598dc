import { isSet, membersOf } from '../plan/cell.ts';
import type { Programme } from './programme.ts';
import type { ProgressRow } from './progress.ts';
import type { Line } from './project.ts';

/** A number that one unit reports: a task line in a year. */
export interface ReportedNumber {
  readonly line: Line;
  readonly year: number;
  /** The number as it is followed; null: it is set together with others only, and nothing of it is reported. */
  readonly own: ProgressRow | null;
  /** What is set for several units together, or for all years, of which this is a part; null: nothing is. */
  readonly shared: ProgressRow | null;
}

type Followed = Pick<Programme, 'progress' | 'lines' | 'document'>;

/** Whom the programme knows to report something, in the order of the plan. */
export function reportingUnits({ progress }: Pick<Programme, 'progress'>): string[] {
  return [...new Set(progress.flatMap(({ executor }) => membersOf(executor)))];
}

/** What a unit reports of a year, in the order of the plan; nothing where the plan knows no such unit or year. */
export function reportedNumbers({ progress, lines, document }: Followed, unit: string, year: number): ReportedNumber[] {
  if (!document.years.includes(year)) return [];
  const all = progress.filter(({ executor }) => membersOf(executor).includes(unit));
  // A line of whose cells all are empty for this unit is another's; one that pauses for a year is its own.
  const isMine = ({ cell, reported }: ProgressRow) => cell === null || isSet(cell) || reported !== null;
  const mine = new Set(all.filter(isMine).map((row) => row.line));
  return [...lines.values()].flatMap((line) => {
    const rows = all.filter((row) => row.line === line.id && (row.year === year || row.year === null));
    if (!mine.has(line.id)) return [];
    const own = rows.find((row) => row.year === year && row.executor === unit) ?? null;
    const shared = rows.find((row) => row !== own) ?? null;
    return own === null && shared === null ? [] : [{ line, year, own, shared }];
  });
}
