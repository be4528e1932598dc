import { type Amount, amountWords, sumAmounts } from '../plan/amount.ts';
import { amountOf, apart, type Cell, isSet, sumOfCells } from '../plan/cell.ts';
import { annexCalled } from '../plan/document-words.ts';
import type { LineYear } from '../plan/line-year.ts';
import { partWords, WHOLE } from '../plan/period.ts';
import { inQuotes } from '../plan/quotation.ts';
import { yearCellsOf } from '../programme/progress.ts';
import { type Line, rowsOfLine } from '../programme/project.ts';
import type { Fact, Subject } from './fact.ts';

/** What the facts about a task line need to know besides the line. */
export interface LineContext {
  readonly cells: readonly Cell[];
  /** The years of the document. */
  readonly years: readonly number[];
  /** Name of an executor as sentences use it. */
  readonly executorName: (id: string) => string;
}

/** The id of the fact of a line in a year over all executors, and of its total over all years. */
export const yearFactId = (line: Line, year: number | null) =>
  year === null ? totalFactId(line) : `${line.id}-${line.what}-${year}`;
export const totalFactId = (line: Line) => `${line.id}-${line.what}`;
/** The id of what the text says of a line; a second statement gets a number. */
export const textFactId = (line: Pick<Line, 'id'>, index: number) =>
  `${line.id}-text${index === 0 ? '' : `-${index + 1}`}`;

/** Whether a cell is one of several of its time: its column has several executors, or its line several annexes. */
const isShared = (line: Line, { locator, executor }: Cell): boolean =>
  locator.endsWith(`-${executor}`) || rowsOfLine(line).length > 1;

/**
 * The id of the fact behind a cell: `<line>-<what>-<year>[-<executor>]`, with the part of the year where it is one; of a line
 * in several annexes `-<annex>` behind it, as one may set something for the same unit that another one does. What the text
 * alone sets is the fact of the text; the total of a row, where it stands alone, the fact of the total.
 */
export function cellFactId(line: Line, cell: Cell): string {
  if (cell.table === null) {
    const at = (line.text_targets ?? []).findIndex(
      ({ source, per }) => source === cell.locator && (per === 'total') === (cell.year === null),
    );
    return textFactId(line, Math.max(0, at));
  }
  if (cell.locator.endsWith('-total')) return totalFactId(line);
  const annex = rowsOfLine(line).length > 1 && !cell.parts ? `-${cell.table.id}` : '';
  return `${line.id}-${line.what}-${cell.period.key}${isShared(line, cell) ? `-${cell.executor}` : ''}${annex}`;
}

/** The fact of what is planned for a line over all years: its total, or the one number that is set for all of them. */
export function plannedInAll(line: Line, facts: ReadonlyMap<string, Fact>): Fact | undefined {
  const texts = line.row === undefined ? (line.text_targets ?? []) : [];
  const inText = texts.findIndex(({ per }) => per === 'total');
  const ids = [
    totalFactId(line),
    `${line.id}-${line.what}-${WHOLE}`,
    ...(inText < 0 ? [] : [textFactId(line, inText)]),
  ];
  return ids.map((id) => facts.get(id)).find((fact) => fact !== undefined);
}

/** The fact of what is planned for a line in a year, over all who carry it out; what the text alone sets for each year is so of this one. */
export function plannedInYear(line: Line, year: number, facts: ReadonlyMap<string, Fact>): Fact | undefined {
  const inText = eachYearOf(line);
  return facts.get(yearFactId(line, year)) ?? (inText < 0 ? undefined : facts.get(textFactId(line, inText)));
}

/** Which of a line's texts sets a number for each year, where no annex has the line; -1 where none does. */
const eachYearOf = ({ row, text_targets = [] }: Line): number =>
  row === undefined ? text_targets.findIndex(({ per }) => per === 'year') : -1;

/** The id of the fact of what is planned for a line in a year: of one executor its own cell, of several their sum. */
export function targetOf(line: Line, { rows, year }: Pick<LineYear, 'rows' | 'year'>): string {
  const [only, ...more] = rows;
  return only?.cell && more.length === 0 ? cellFactId(line, only.cell) : yearFactId(line, year);
}

const whatOf = (line: Line) => (line.what === 'money' ? '金额' : '数量');

/** The time of a cell in a sentence: 2021年, 2021年上半年, 三年合计. */
const spanOf = ({ year, period, when }: Cell) => (year === null ? when : `${year}年${partWords(period)}`);

/** An amount as a fact holds it: a number where it is one, else words that are not calculated with. */
const held = (amount: Amount) => ({
  value: amount.bound === 'exact' ? amount.value : amountWords(amount),
  ...(amount.bound === 'exact' ? {} : { amount }),
});

function cellFacts(line: Line, subject: Subject, { cells, executorName }: LineContext): Fact[] {
  return cells
    .filter((cell) => isSet(cell) && !cell.locator.endsWith('-total'))
    .map((cell): Fact => {
      const { amount } = cell;
      const [span, who] = [spanOf(cell), executorName(cell.executor)];
      const of = `${span}${inQuotes(line.title)}的计划`;
      const said = amount
        ? `${of}数是${amountWords(amount)}${line.unit}，由${who}承担。`
        : `${of}写作${inQuotes(cell.words)}，由${who}承担。`;
      return {
        id: cellFactId(line, cell),
        subject,
        label: `${line.short}${span}计划${whatOf(line)}，${who}`,
        ...(amount ? held(amount) : { value: cell.words }),
        unit: amount ? line.unit : '',
        sentence: said,
        basis: { kind: 'quoted', locator: cell.locator, quote: cell.words },
      };
    });
}

/** A sum of cells, with its steps; none where no sum may be made of them. */
function sumFact(
  line: Line,
  subject: Subject,
  cells: readonly Cell[],
  said: {
    readonly id: string;
    readonly label: string;
    readonly of: string;
    readonly behind?: string;
    readonly from: string[];
  },
): Fact[] {
  const own = apart(cells);
  const amount = sumOfCells(own);
  if (amount === null || amount.rate) return [];
  const words = `${amountWords(amount)}${line.unit}`;
  return [
    {
      id: said.id,
      subject,
      label: said.label,
      ...held(amount),
      unit: line.unit,
      sentence: `${said.of}合计${words}${said.behind ?? '。'}`,
      basis: {
        kind: 'derived',
        steps: [{ expression: own.flatMap((c) => (c.amount ? amountWords(c.amount) : [])).join(' + '), result: words }],
        from: said.from,
      },
    },
  ];
}

/** What one executor does in a year where the annex sets it in parts: halves, quarters, months. */
function partFacts(line: Line, subject: Subject, { cells, executorName }: LineContext): Fact[] {
  return yearCellsOf(cells).flatMap((cell) => {
    if (!cell.parts || cell.year === null) return [];
    const who = executorName(cell.executor);
    return sumFact(line, subject, cell.parts, {
      id: cellFactId(line, cell),
      label: `${line.short}${cell.year}年计划${whatOf(line)}，${who}`,
      of: `${cell.year}年${inQuotes(line.title)}的计划数，${who}`,
      from: cell.parts.map((part) => cellFactId(line, part)),
    });
  });
}

/** Sums over executors, one a year, where a year has several filled cells. */
function yearFacts(line: Line, subject: Subject, { cells }: LineContext): Fact[] {
  const byYear = Map.groupBy(
    yearCellsOf(cells).filter((c) => isShared(line, c) && c.year !== null),
    (c) => c.year,
  );
  return [...byYear].flatMap(([year, all]) => {
    const filled = all.filter(isSet);
    return sumFact(line, subject, filled, {
      id: yearFactId(line, year),
      label: `${line.short}${year}年计划${whatOf(line)}，合计`,
      of: `${year}年${inQuotes(line.title)}的计划数`,
      from: filled.map((c) => cellFactId(line, c)),
    });
  });
}

/** The total that an annex prints, in its own words; null where none is printed, or each of several prints its own. */
function printedTotal(line: Line, cells: readonly Cell[]) {
  const tables = [...new Set(cells.flatMap(({ table }) => table ?? []))];
  const rows = tables.flatMap((table) => {
    const row = table.rows.find((r) => r.line === line.id);
    return row ? [{ table, total: amountOf(row.total ?? null, row.unit) }] : [];
  });
  const [only] = rows;
  return only && rows.length === 1 && only.total.words !== '' ? only : null;
}

/** What the text sets for each year alone, over all of them: as often as there are years; what is only about so many is not multiplied. */
function eachYearFact(line: Line, subject: Subject, years: readonly number[]): Fact[] {
  const at = eachYearOf(line);
  const amount = amountOf(line.text_targets?.[at]?.quantity ?? null, line.unit).amount;
  const added = amount && sumAmounts(years.map(() => amount));
  if (!amount || !added || added.rate || line.text_targets?.some(({ per }) => per === 'total')) return [];
  const words = `${amountWords(added)}${line.unit}`;
  return [
    {
      id: totalFactId(line),
      subject,
      label: `${line.short}各年计划${whatOf(line)}，合计`,
      ...held(added),
      unit: line.unit,
      sentence: `${inQuotes(line.title)}各年计划数合计${words}；文件正文只写了每年的数。`,
      basis: {
        kind: 'derived',
        steps: [{ expression: `每年${amountWords(amount)}${line.unit} × ${years.length}年`, result: words }],
        from: [textFactId(line, at)],
      },
    },
  ];
}

function totalFact(line: Line, subject: Subject, context: LineContext): Fact[] {
  if (line.row === undefined) return eachYearFact(line, subject, context.years);
  const { cells } = context;
  const filled = yearCellsOf(cells).filter((c) => isSet(c) && !c.locator.endsWith('-total'));
  const printed = printedTotal(line, cells);
  const label = `${line.short}各年计划${whatOf(line)}，合计`;
  if (printed) {
    const { table, total } = printed;
    const numbers = filled.flatMap((c) => (c.amount ? amountWords(c.amount) : []));
    const parts = numbers.length > 0 ? `（${numbers.join('＋')}）` : `；${annexCalled(table.label)}只写了合计`;
    const words = total.amount ? `数合计${amountWords(total.amount)}${line.unit}` : `合计写作${inQuotes(total.words)}`;
    return [
      {
        id: totalFactId(line),
        subject,
        label,
        ...(total.amount ? held(total.amount) : { value: total.words }),
        unit: total.amount ? line.unit : '',
        sentence: `${inQuotes(line.title)}各年计划${words}${parts}。`,
        basis: { kind: 'quoted', locator: `${table.id}-${line.id}-total`, quote: total.words },
      },
    ];
  }
  const [first] = filled;
  if (!first) return [];
  // The annex leaves the total open: the sum is ours, and says so.
  const years = [...new Set(filled.map((c) => c.year))];
  const whole = filled.filter((c) => c.year === null);
  // What one cell sets for all years is told by that cell.
  if (whole.length > 0 && filled.length === 1) return [];
  const from = whole.length > 0 ? whole.map((c) => cellFactId(line, c)) : years.map((year) => yearFactId(line, year));
  return sumFact(line, subject, filled, {
    id: totalFactId(line),
    label,
    of: `${inQuotes(line.title)}各年计划数`,
    behind: `；${first.table ? annexCalled(first.table.label) : ''}没有写合计。`,
    from,
  });
}

const heldWords = (written: number | string, line: Line) => {
  const { amount, words } = amountOf(written, line.unit);
  return amount ? held(amount) : { value: words };
};

function textFacts(line: Line, subject: Subject): Fact[] {
  const words = { year: '每年', total: '共', unstated: '' };
  return (line.text_targets ?? []).map((text, i) => {
    const told = heldWords(text.quantity, line);
    // Words that are no amount hold their own units: 每班45学时，共90班.
    const unit = amountOf(text.quantity, line.unit).amount ? line.unit : '';
    const meant = unit === '' ? '' : `：${words[text.per]}${told.value}${unit}`;
    return {
      id: textFactId(line, i),
      subject,
      label: `${line.short}，正文写的${unit === '' ? '话' : '数'}`,
      ...told,
      unit,
      sentence: `文件正文写${inQuotes(text.quote)}${meant}。`,
      basis: { kind: 'quoted', locator: text.source, quote: text.quote },
    };
  });
}

/** All facts that quote the plan about one task line, and their sums. Facts that disagree name each other. */
export function planFacts(line: Line, context: LineContext, disagreeing: ReadonlyMap<number | null, number>): Fact[] {
  const subject: Subject = { kind: 'project', id: line.project };
  const facts = [
    ...cellFacts(line, subject, context),
    ...partFacts(line, subject, context),
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
