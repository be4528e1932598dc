import type { Cell } from '../plan/cell.ts';
import { annexCalled } from '../plan/document-words.ts';
import { sum } from '../plan/quantity.ts';
import { inQuotes } from '../plan/quotation.ts';
import type { Line } from '../programme/project.ts';
import type { Fact, Subject } from './fact.ts';

/** What the facts about a task line need to know besides the line. */
export interface LineContext {
  readonly cells: readonly Cell[];
  /** Name of an executor as sentences use it. */
  readonly executorName: (id: string) => string;
}

/** The id of the fact behind a cell: `<line>-<what>-<year>[-<executor>]`. */
export function cellFactId(line: Line, cell: Cell): string {
  const alone = !cell.locator.endsWith(`-${cell.executor}`);
  return `${line.id}-${line.what}-${cell.year}${alone ? '' : `-${cell.executor}`}`;
}

/** The id of the fact of a line in a year over all executors, and of its total over all years. */
export const yearFactId = (line: Line, year: number) => `${line.id}-${line.what}-${year}`;
export const totalFactId = (line: Line) => `${line.id}-${line.what}`;
/** The id of what the text says of a line; a second statement gets a number. */
export const textFactId = (line: Line, index: number) => `${line.id}-text${index === 0 ? '' : `-${index + 1}`}`;

const whatOf = (line: Line) => (line.what === 'money' ? '金额' : '数量');

function cellFacts(line: Line, subject: Subject, { cells, executorName }: LineContext): Fact[] {
  return cells.flatMap((cell) => {
    if (cell.quantity === null) return [];
    const { quantity: value } = cell;
    return {
      id: cellFactId(line, cell),
      subject,
      label: `${line.short}${cell.year}年计划${whatOf(line)}，${executorName(cell.executor)}`,
      value,
      unit: line.unit,
      sentence: `${cell.year}年${inQuotes(line.title)}的计划数是${value}${line.unit}，由${executorName(cell.executor)}承担。`,
      basis: { kind: 'quoted' as const, locator: cell.locator, quote: String(value) },
    };
  });
}

/** Sums over executors, one a year, where a year has several filled cells. */
function yearFacts(line: Line, subject: Subject, { cells }: LineContext): Fact[] {
  const byYear = Map.groupBy(
    cells.filter((c) => c.locator.endsWith(`-${c.executor}`)),
    (c) => c.year,
  );
  return [...byYear].flatMap(([year, all]) => {
    const filled = all.filter((c) => c.quantity !== null);
    if (filled.length === 0) return [];
    const { value } = sum(filled.map((c) => ({ value: c.quantity ?? 0, unit: line.unit })));
    return {
      id: yearFactId(line, year),
      subject,
      label: `${line.short}${year}年计划${whatOf(line)}，合计`,
      value,
      unit: line.unit,
      sentence: `${year}年${inQuotes(line.title)}的计划数合计${value}${line.unit}。`,
      basis: {
        kind: 'derived' as const,
        steps: [{ expression: filled.map((c) => c.quantity).join(' + '), result: `${value}${line.unit}` }],
        from: filled.map((c) => cellFactId(line, c)),
      },
    };
  });
}

function totalFact(line: Line, subject: Subject, { cells }: LineContext): Fact[] {
  const [cell] = cells;
  const row = cell?.table.rows.find((r) => r.line === line.id);
  const filled = cells.filter((c) => c.quantity !== null);
  if (!cell || !row || filled.length === 0) return [];
  const numbers = filled.map((c) => c.quantity ?? 0);
  if (row.total === null) {
    // The annex leaves the total open: the sum is ours, and says so.
    const { value } = sum(numbers.map((n) => ({ value: n, unit: line.unit })));
    const years = [...new Set(filled.map((c) => c.year))];
    return [
      {
        id: totalFactId(line),
        subject,
        label: `${line.short}各年计划${whatOf(line)}，合计`,
        value,
        unit: line.unit,
        sentence: `${inQuotes(line.title)}各年计划数合计${value}${line.unit}；${annexCalled(cell.table.label)}没有写合计。`,
        basis: {
          kind: 'derived',
          steps: [{ expression: numbers.join(' + '), result: `${value}${line.unit}` }],
          from: years.map((year) => yearFactId(line, year)),
        },
      },
    ];
  }
  return [
    {
      id: totalFactId(line),
      subject,
      label: `${line.short}各年计划${whatOf(line)}，合计`,
      value: row.total,
      unit: line.unit,
      sentence: `${inQuotes(line.title)}各年计划数合计${row.total}${line.unit}（${numbers.join('＋')}）。`,
      basis: { kind: 'quoted', locator: `${cell.table.id}-${line.id}-total`, quote: String(row.total) },
    },
  ];
}

function textFacts(line: Line, subject: Subject): Fact[] {
  const words = { year: '每年', total: '共', unstated: '' };
  return (line.text_targets ?? []).map((text, i) => ({
    id: textFactId(line, i),
    subject,
    label: `${line.short}，正文写的数`,
    value: text.quantity,
    unit: line.unit,
    sentence: `文件正文写${inQuotes(text.quote)}：${words[text.per]}${text.quantity}${line.unit}。`,
    basis: { kind: 'quoted', locator: text.source, quote: text.quote },
  }));
}

/** All facts that quote the plan about one task line, and their sums. Facts that disagree name each other. */
export function planFacts(line: Line, context: LineContext, disagreeing: ReadonlyMap<number, number>): Fact[] {
  const subject: Subject = { kind: 'project', id: line.project };
  const facts = [
    ...cellFacts(line, subject, context),
    ...yearFacts(line, subject, context),
    ...totalFact(line, subject, context),
    ...textFacts(line, subject),
  ];
  for (const [year, index] of disagreeing) {
    const [annex, text] = [yearFactId(line, year), textFactId(line, index)];
    const link = (id: string, other: string) => {
      const at = facts.findIndex((f) => f.id === id);
      const fact = facts[at];
      if (fact) facts[at] = { ...fact, against: [...(fact.against ?? []), other] };
    };
    link(annex, text);
    link(text, annex);
  }
  return facts;
}
