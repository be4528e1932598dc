import { amountOf, cellsOf } from './cell.ts';
import { citationOf, numberingOf, standsAlone } from './numbering.ts';
import { keyOfColumn } from './period.ts';
import type { Clause, PlanTable } from './plan.ts';

/** Something in the document that a fact can cite. */
export interface Passage {
  readonly locator: string;
  readonly part: 'body' | 'annex';
  /** How it is cited in running text: 四（一）1 or 附件2. */
  readonly short: string;
  /** The same, down to the cell: 附件2，<row>，2019年. */
  readonly label: string;
  /** The words that stand there; of an empty cell, and of what is withheld, the empty string. */
  readonly text: string;
}

/** Paragraphs that are called by what they are. */
const NAMED: Partial<Record<Clause['role'], string>> = {
  title: '标题',
  addressee: '主送',
  signature: '落款',
  date: '日期',
  contact: '联系方式',
};

/** Headings before items: the smaller, the higher. */
const RANKS: Partial<Record<Clause['role'], number>> = { section: 0, field: 1 };
const ITEM = 2;

/** A heading or an item that others stand below. */
interface Level {
  readonly rank: number;
  /** The form of its number; null where it has a name only. */
  readonly form: string | null;
  readonly words: string;
  readonly text: string;
  /** Paragraphs without a number that stood below it so far. */
  paragraphs: number;
}

/** The larger parts that a heading of one form may stand in, though both are headings of the same rank. */
const LARGER: Readonly<Record<string, readonly string[]>> = {
  章: ['编', '篇', '部分'],
  节: ['编', '篇', '部分', '章'],
};

/**
 * Whether a number ends what began at another of its rank. Items of one form stand side by side, whatever stood between,
 * and one of another form goes deeper; a heading ends every other but those it is a part of.
 */
function isBeside(before: string | null, now: string | null, rank: number): boolean {
  if (rank === ITEM || before === now) return before === now;
  return !LARGER[now ?? '']?.includes(before ?? '');
}

/** An article whose text goes on behind its number has its first paragraph (款) in itself. */
const goesOn = ({ text }: Level) => /[。；：！？:;]/u.test(text);

/** The numbers from the top down to a level, or from the last one that is found without those above it. */
function pathOf(levels: readonly Level[]): string {
  const from = levels.findLastIndex(({ form }) => form !== null && standsAlone({ form }));
  return citationOf(levels.slice(Math.max(0, from)).map(({ words }) => words));
}

/**
 * How a clause is cited, from the numbers of its headings: 四（一）1; 五、1; 第三条（二）; what has no number by its place:
 * 三，第2段; 第三条第2款; a part's own name before 一.
 */
function clausePassages(clauses: readonly Clause[]): Passage[] {
  const levels: Level[] = [];
  const anyHeading = clauses.some((clause) => clause.role in RANKS || (!NAMED[clause.role] && numberingOf(clause)));
  let opening = 0;

  function unnumbered(): string {
    const article = levels.findLast(({ form }) => form === '条');
    const above = article ?? levels.findLast(({ rank }) => rank < ITEM) ?? levels[0];
    if (!above) return anyHeading ? '开头' : `第${++opening}段`;
    const path = pathOf(levels.slice(0, levels.indexOf(above) + 1));
    above.paragraphs++;
    if (article) return `${path}第${above.paragraphs + (goesOn(above) ? 1 : 0)}款`;
    return `${path}，第${above.paragraphs}段`;
  }

  function cited(clause: Clause): string {
    const { role, text } = clause;
    const name = NAMED[role];
    if (name) return name;
    const numbering = numberingOf(clause);
    const heading = RANKS[role];
    if (heading === undefined && numbering === null) return unnumbered();
    const rank = heading ?? ITEM;
    const form = numbering?.form ?? null;
    const beside = levels.findIndex((level) => level.rank === rank && isBeside(level.form, form, rank));
    const above = beside >= 0 ? beside : levels.findIndex((level) => level.rank > rank);
    if (above >= 0) levels.length = above;
    levels.push({ rank, form, words: numbering?.printed ?? text, text, paragraphs: 0 });
    return pathOf(levels);
  }

  return clauses.map((clause) => {
    const short = cited(clause);
    // What is shown in place of a withheld paragraph cannot be quoted: the document does not say it.
    return { locator: clause.id, part: 'body', short, label: short, text: clause.withheld ? '' : clause.text };
  });
}

function tablePassages(table: PlanTable): Passage[] {
  const passage = (locator: string, label: string, text: string): Passage => ({
    locator,
    part: 'annex',
    short: table.label,
    label: `${table.label}，${label}`,
    text,
  });
  const own: Passage[] = [
    { locator: table.id, part: 'annex', short: table.label, label: table.label, text: table.title },
  ];
  const notes = (table.notes ?? []).map(({ id, text }, i) => passage(id, `备注${i + 1}`, text));
  if (table.kind === 'pairings') {
    const rows = table.rows.map((row) =>
      passage(pairingRowLocator(table.id, row), row.cells[0] + row.cells[1], row.cells.join('　')),
    );
    return [...own, ...rows, ...notes];
  }
  const cells = cellsOf(table).map((cell) => {
    const row = table.rows.find((r) => r.line === cell.line);
    const column = table.years.find((y) => keyOfColumn(y) === cell.period.key);
    const executor = column?.executors.find((e) => e.id === cell.executor);
    return passage(cell.locator, `${row?.name}，${cell.when}，${executor?.label}`, cell.words);
  });
  const totals = table.rows.map((row) =>
    passage(
      `${table.id}-${row.line}-total`,
      `${row.name}，${table.total_head ?? '合计'}`,
      amountOf(row.total ?? null, row.unit).words,
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
  const end: Passage[] = imprint
    ? [{ locator: imprint.id, part: 'body', short: '印发栏', label: '印发栏', text: imprint.text }]
    : [];
  const all = [...clausePassages(clauses), ...tables.flatMap(tablePassages), ...end];
  return new Map(all.map((p) => [p.locator, p]));
}
