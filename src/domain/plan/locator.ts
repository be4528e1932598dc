import { cellsOf } from './cell.ts';
import type { Clause, PlanTable } from './plan.ts';

/** Something in the document that a fact can cite. */
export interface Passage {
  readonly locator: string;
  /** How it is cited in running text: 四（一）1 or 附件2. */
  readonly short: string;
  /** The same, down to the cell: 附件2，<row>，2019年. */
  readonly label: string;
  /** The words that stand there; of an empty cell, and of what is withheld, the empty string. */
  readonly text: string;
}

const numberOf = (text: string) =>
  text.match(/^([一二三四五六七八九十]+)、/)?.[1] ??
  text.match(/^（[一二三四五六七八九十]+）/)?.[0] ??
  text.match(/^(\d+)．/)?.[1];

/** How a clause is cited, from the numbers of its headings: 四（一）1; 五、1; 三，第2段; a part's own name before 一. */
function clausePassages(clauses: readonly Clause[]): Passage[] {
  let section = '';
  let field = '';
  let paragraph = 0;
  const names: Partial<Record<Clause['role'], string>> = {
    title: '标题',
    addressee: '主送',
    signature: '落款',
    date: '日期',
    contact: '联系方式',
  };
  return clauses.map(({ id, role, text, withheld }) => {
    const number = numberOf(text);
    if (role === 'section') [section, field, paragraph] = [number ?? text, '', 0];
    if (role === 'field') field = number ?? text;
    let short = section + field;
    if (role === 'item') short = field ? `${section}${field}${number}` : `${section}、${number}`;
    if (role === 'paragraph' || role === 'roster') short = section ? `${section}，第${++paragraph}段` : '开头';
    const name = names[role];
    if (name) short = name;
    // What is shown in place of a withheld paragraph cannot be quoted: the document does not say it.
    return { locator: id, short, label: short, text: withheld ? '' : text };
  });
}

function tablePassages(table: PlanTable): Passage[] {
  const passage = (locator: string, label: string, text: string): Passage => ({
    locator,
    short: table.label,
    label: `${table.label}，${label}`,
    text,
  });
  const own = [{ locator: table.id, short: table.label, label: table.label, text: table.title }];
  const notes = (table.notes ?? []).map(({ id, text }, i) => passage(id, `备注${i + 1}`, text));
  if (table.kind === 'pairings') {
    const rows = table.rows.map((row) =>
      passage(pairingRowLocator(table.id, row), row.cells[0] + row.cells[1], row.cells.join('　')),
    );
    return [...own, ...rows, ...notes];
  }
  const cells = cellsOf(table).map((cell) => {
    const row = table.rows.find((r) => r.line === cell.line);
    const year = table.years.find((y) => y.year === cell.year);
    const executor = year?.executors.find((e) => e.id === cell.executor);
    const text = cell.quantity === null ? '' : String(cell.quantity);
    return passage(cell.locator, `${row?.name}，${year?.label}，${executor?.label}`, text);
  });
  const totals = table.rows.map((row) =>
    passage(
      `${table.id}-${row.line}-total`,
      `${row.name}，${table.total_head}`,
      row.total === null ? '' : String(row.total),
    ),
  );
  const rows = table.rows.map((row) => passage(`${table.id}-${row.line}`, row.name, `${row.name}　${row.unit}`));
  return [...own, ...rows, ...cells, ...totals, ...notes];
}

/** The address of one row of the annex of pairings; the county is part of it only where a city has several rows. */
export function pairingRowLocator(table: string, row: { city: string; county?: string | undefined }): string {
  return row.county ? `${table}-${row.city}-${row.county}` : `${table}-${row.city}`;
}

/** Every passage of the document by its locator, in reading order. */
export function passagesOf(
  clauses: readonly Clause[],
  tables: readonly PlanTable[],
  imprint?: { id: string; text: string },
): Map<string, Passage> {
  const end = imprint ? [{ locator: imprint.id, short: '印发栏', label: '印发栏', text: imprint.text }] : [];
  const all = [...clausePassages(clauses), ...tables.flatMap(tablePassages), ...end];
  return new Map(all.map((p) => [p.locator, p]));
}
