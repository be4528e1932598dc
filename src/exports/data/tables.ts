import { nameToday } from '#domain/places/place.ts';
import { townshipsOf } from '#domain/places/townships.ts';
import { type Cell, monthsOf } from '#domain/plan/cell.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { disagreementWords, SHARED, STATUS_WORDS } from '#format/status.ts';
import { csv } from './csv.ts';

/** A table to take away: column names and rows; null is an empty field. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Address of a passage of the plan, under the base path. */
export type PassageHref = (locator: string) => string;

/** One row a place of the third level, in the notice's order and words; of a pairing without any, one row with those fields empty. */
export function pairingsTable(programme: Programme, href: PassageHref): DataTable {
  return {
    columns: ['city', 'county', 'township', 'township_official', 'code', 'source'],
    rows: programme.journeys.flatMap((journey) => {
      const { city, county, source } = journey;
      const thirds = townshipsOf(journey).map(({ place }) => [place.name, nameToday(place), place.code?.value ?? null]);
      const rows = thirds.length > 0 ? thirds : [[null, null, null]];
      return rows.map((own) => [city.name, county.name, ...own, href(source)]);
    }),
  };
}

/** A month as a number, 全年, the words where they are a span, or nothing. */
function monthField(cell: Cell): string | number | null {
  const months = monthsOf(cell.month);
  return months !== null && months.from === months.to ? months.from : cell.month;
}

/** What a target means where it is no plain number of a year; columns of their own, behind the others. */
export const MEANT = ['period', 'bound', 'quantity_to', 'words'] as const;

/** Whether some of the targets of a programme are no plain numbers of years: its tables say then what each means. */
export const isMeant = (cells: readonly Cell[]): boolean =>
  cells.some(
    ({ amount, words, period, year }) =>
      (amount?.bound ?? 'exact') !== 'exact' || (amount === null && words !== '') || period.key !== String(year),
  );

const meaning = ({ period, amount, words }: Pick<Cell, 'period' | 'amount' | 'words'>) => [
  period.key,
  amount?.bound ?? null,
  amount?.to ?? null,
  words || null,
];

/** What the text sets of lines that no annex has: they are the plan of those lines. */
const inTextOnly = ({ progress }: Programme): Cell[] =>
  progress.flatMap(({ cell }) => (cell !== null && cell.table === null ? [cell] : []));

/** Whether the text alone sets what is planned of some lines. */
export const hasTextOnly = (programme: Programme): boolean => inTextOnly(programme).length > 0;

/**
 * One row a cell of the annexes, empty cells too; behind them what the text sets of lines that no annex has. No totals,
 * and nothing that the text says beside an annex.
 */
export function targetsTable(programme: Programme, href: PassageHref): DataTable {
  const cells = [...programme.cells, ...inTextOnly(programme)];
  const meant = isMeant(cells);
  return {
    columns: [
      ...['project', 'line', 'year', 'executor', 'quantity', 'unit', 'departments', 'month', 'source'],
      ...(meant ? MEANT : []),
    ],
    rows: cells.map((cell) => {
      const line = programme.lines.get(cell.line);
      return [
        line?.project ?? null,
        cell.line,
        cell.year,
        cell.executor,
        cell.quantity,
        line?.unit ?? null,
        cell.departments.join('、') || null,
        monthField(cell),
        href(cell.locator),
        ...(meant ? meaning(cell) : []),
      ];
    }),
  };
}

/** One row a number to follow, lines without a number too. */
export function progressTable(programme: Programme, href: PassageHref): DataTable {
  const meant = isMeant(programme.progress.flatMap(({ cell }) => cell ?? []));
  return {
    columns: [
      ...['project', 'line', 'year', 'executor', 'target', 'reported', 'unit', 'as_of', 'status', 'note', 'source'],
      ...(meant ? MEANT : []),
    ],
    rows: programme.progress.map((row) => {
      const project = programme.projects.find((p) => p.id === row.project);
      const notes = [
        row.disagreement ? disagreementWords(row.disagreement.annex) : null,
        row.shared ? SHARED : null,
        row.reported?.part ? `只收录到${row.reported.part}` : null,
        row.reported?.note ?? null,
        row.reported?.report.sample ? '样稿' : null,
      ];
      return [
        row.project,
        row.line,
        row.year,
        row.executor,
        row.target,
        row.reported?.quantity ?? null,
        row.unit,
        row.reported?.report.as_of ?? null,
        row.status,
        [...new Set(notes.filter((note) => note !== null))].join('；') || null,
        href(row.cell?.locator ?? project?.clause ?? ''),
        ...(meant ? (row.cell ? meaning(row.cell) : [String(row.year), null, null, null]) : []),
      ];
    }),
  };
}

/** The tables of the site by the names of their files, in the order in which they are offered. */
export const DATA_TABLES = { pairings: pairingsTable, targets: targetsTable, progress: progressTable } as const;
export type DataTableName = keyof typeof DATA_TABLES;

/** The names of the tables. */
export const DATA_TABLE_NAMES = Object.keys(DATA_TABLES) as readonly DataTableName[];

/** A table as the file that is taken away. */
export function tableCsv(name: DataTableName, programme: Programme, href: PassageHref): string {
  const { columns, rows } = DATA_TABLES[name](programme, href);
  return csv(columns, rows);
}

/** The rows of a table as objects. */
export function records(table: DataTable): Record<string, string | number | null>[] {
  return table.rows.map((row) => Object.fromEntries(table.columns.map((column, i) => [column, row[i] ?? null])));
}

/** The targets with what the CSV leaves out: totals of the annexes and what the text says instead. */
export function targetsDocument(programme: Programme, href: PassageHref) {
  return {
    cells: records(targetsTable(programme, href)),
    totals: programme.targetTables.flatMap((table) =>
      table.rows.map((row) => ({
        line: row.line,
        total: row.total ?? null,
        unit: programme.lines.get(row.line)?.unit ?? null,
        source: href(`${table.id}-${row.line}-total`),
      })),
    ),
    text: [...programme.lines.values()].flatMap((line) =>
      (line.text_targets ?? []).map((text) => ({
        line: line.id,
        quantity: text.quantity,
        unit: line.unit,
        per: text.per,
        quote: text.quote,
        source: href(text.source),
      })),
    ),
    unit_costs: [...programme.lines.values()].flatMap((line) =>
      line.unit_cost
        ? [
            {
              line: line.id,
              amount: line.unit_cost.amount,
              unit: line.unit_cost.unit,
              per: line.unit_cost.per,
              quote: line.unit_cost.quote,
              source: href(line.unit_cost.source),
            },
          ]
        : [],
    ),
  };
}

/** Progress with the history of every number, the sums of what several executors carry out together, and the words of the states. */
export function progressDocument(programme: Programme, href: PassageHref) {
  return {
    states: STATUS_WORDS,
    rows: records(progressTable(programme, href)).map((row, i) => ({
      ...row,
      history: (programme.progress[i]?.history ?? []).map((value) => ({
        reported: value.quantity,
        date: value.report.date,
        as_of: value.report.as_of,
        by: value.report.reported_by,
      })),
    })),
    sums: programme.lineYears
      .filter((year) => year.rows.length > 1)
      .map(({ line, year, target, reported, unit, concerned, answered, status }) => ({
        line,
        year,
        target,
        reported,
        unit,
        // How many executors the sum is of, only where some of them have reported: of silence nothing is counted.
        ...(answered === 0 ? {} : { executors: concerned, answered }),
        status,
      })),
  };
}

const DOCUMENTS: Readonly<Record<DataTableName, (programme: Programme, href: PassageHref) => unknown>> = {
  pairings: (programme, href) => records(pairingsTable(programme, href)),
  targets: targetsDocument,
  progress: progressDocument,
};

/** A table as JSON, with what a flat table cannot hold. */
export const tableJson = (name: DataTableName, programme: Programme, href: PassageHref): string =>
  `${JSON.stringify(DOCUMENTS[name](programme, href), null, 2)}\n`;
