import type { PlanTable } from '#domain/plan/plan.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { type Folded, folded } from './quotation-pieces.ts';

/** Words of the document that belong together: a clause, a note, a cell, a heading of a table. */
export interface DocumentPart {
  readonly locator: string;
  /** How it is cited: 四（一）1; 附件2，备注1. */
  readonly label: string;
  readonly original: string;
  readonly folded: Folded;
  /** The table it stands in; null for the text itself. */
  readonly table: string | null;
  readonly note: boolean;
}

/** All that a table says, cell by cell, with the address of its row. */
function tableParts(table: PlanTable): { locator: string; text: string }[] {
  const own = (text: string | undefined | null) => (text ? [{ locator: table.id, text }] : []);
  const title = [...own(table.title), ...own(table.label)];
  if (table.kind === 'pairings') {
    return [
      ...title,
      ...table.columns.flatMap(own),
      ...table.rows.flatMap((row) =>
        row.cells.map((text) => ({
          locator: row.county ? `${table.id}-${row.city}-${row.county}` : `${table.id}-${row.city}`,
          text,
        })),
      ),
    ];
  }
  const heads = table.years.flatMap((y) => [
    ...own(y.label),
    ...own(y.executors_head),
    ...own(y.departments_head),
    ...own(y.month_head),
    ...y.executors.flatMap((e) => own(e.label)),
  ]);
  const rows = table.rows.flatMap((row) => {
    const locator = `${table.id}-${row.line}`;
    const cells = Object.values(row.cells).flatMap((year) =>
      Object.values(year).flatMap((cell) =>
        cell === null || typeof cell === 'number' ? [cell] : [cell.quantity, cell.departments, cell.month],
      ),
    );
    return [row.group, row.name, row.unit, ...cells, row.total]
      .filter((cell) => cell !== null)
      .map((cell) => ({ locator, text: String(cell) }));
  });
  return [...title, ...own(table.head), ...own(table.total_head), ...heads, ...rows];
}

/** All parts of the document, in its order. */
export function partsOf({ clauses, tables, passages, document }: Programme): DocumentPart[] {
  const part = (locator: string, text: string, table: string | null, note = false): DocumentPart => ({
    locator,
    label: passages.get(locator)?.label ?? locator,
    original: text,
    folded: folded(text),
    table,
    note,
  });
  const { imprint } = document;
  // A row as it is cited, cells in one line.
  const rowsOf = (table: PlanTable) =>
    [...passages.values()].filter(({ locator, text }) => locator.startsWith(`${table.id}-`) && text.includes('　'));
  const titled = clauses.find(({ role }) => role === 'title');
  return [
    // What stands in place of a withheld paragraph is not the document's.
    ...clauses.map(({ id, text, withheld }) => part(id, withheld ? '' : text, null)),
    ...tables.flatMap((table) => [
      ...[...tableParts(table), ...rowsOf(table)].map(({ locator, text }) => part(locator, text, table.id)),
      ...(table.notes ?? []).map(({ id, text }) => part(id, text, table.id, true)),
    ]),
    ...(imprint ? [part(imprint.id, imprint.text, null)] : []),
    ...[document.title, document.plan_title, document.short].map((title) => part(titled?.id ?? '', title, null)),
  ];
}
