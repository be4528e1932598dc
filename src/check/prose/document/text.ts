import type { Passage } from '#domain/plan/locator.ts';
import type { PlanTable } from '#domain/plan/plan.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { type Folded, folded, piecesOf, standsIn } from './quotation-pieces.ts';

/** How far a passage may be shifted against the words that are compared with it. */
const BAND = 6;

/** Where some words fit a text best, from a place on: how many characters differ, and which part of the text it is. */
function aligned(words: string, text: string, from: number): { distance: number; start: number; end: number } {
  const width = 2 * BAND + 1;
  const far = words.length + BAND;
  // Of each shift against the place: the differences so far, and where the text that fits begins.
  let cost = Array.from({ length: width }, (_, k) => (from + k - BAND >= 0 ? 0 : far));
  let begin = Array.from({ length: width }, (_, k) => from + k - BAND);
  for (let i = 0; i < words.length; i++) {
    const [next, starts]: [number[], number[]] = [[], []];
    for (let k = 0; k < width; k++) {
      const at = from + i + k - BAND;
      const same = at >= 0 && words[i] === text[at] ? 0 : 1;
      let [best, start] = [(cost[k] ?? far) + same, begin[k] ?? 0];
      const added = (cost[k + 1] ?? far) + 1;
      if (added < best) [best, start] = [added, begin[k + 1] ?? 0];
      const left = (next[k - 1] ?? far) + 1;
      if (left < best) [best, start] = [left, starts[k - 1] ?? 0];
      next.push(best);
      starts.push(start);
    }
    [cost, begin] = [next, starts];
  }
  let found = { distance: far, start: from, end: from };
  for (const [k, distance] of cost.entries()) {
    const end = from + words.length + k - BAND;
    const start = begin[k] ?? 0;
    // Of two that differ in as much, the one as long as the words.
    const odd = (one: { start: number; end: number }) => Math.abs(one.end - one.start - words.length);
    if (end > text.length || end <= start || distance > found.distance) continue;
    if (distance < found.distance || odd({ start, end }) < odd(found)) found = { distance, start, end };
  }
  return found;
}

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
        row.cells.map((text = '') => ({
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
        cell === null || typeof cell !== 'object' ? [cell] : [cell.quantity, cell.departments, cell.month],
      ),
    );
    return [row.group, row.name, row.unit, ...cells, row.total]
      .filter((cell) => cell !== null && cell !== undefined)
      .map((cell) => ({ locator, text: String(cell) }));
  });
  return [...title, ...own(table.head), ...own(table.total_head), ...heads, ...rows];
}

/** All parts of the document, in its order. */
function partsOf({ clauses, tables, passages, document }: Programme): DocumentPart[] {
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

/** What of the document is nearest to some words. */
export interface Near {
  readonly part: DocumentPart;
  /** As it stands in the document. */
  readonly words: string;
  /** How many characters are other, missing or too many. */
  readonly distance: number;
}

/** So many characters in a row are hardly chance. */
const RUN = 5;

/** Of longer words the beginning says where they were taken from. */
const MOST_COMPARED = 160;

/** The document as one text in which words are looked up; made once, asked often. */
export class DocumentText {
  readonly parts: readonly DocumentPart[];
  readonly #whole: string;
  /** Where each part begins in the whole. */
  readonly #begins: readonly number[];
  /** Where in the whole two characters stand side by side. */
  readonly #pairs = new Map<string, number[]>();
  readonly #runs = new Set<string>();
  readonly #passages: ReadonlyMap<string, Passage>;

  constructor(programme: Programme) {
    this.parts = partsOf(programme);
    this.#passages = programme.passages;
    const begins: number[] = [];
    let whole = '';
    for (const part of this.parts) {
      begins.push(whole.length);
      whole += `${part.folded.text}\n`;
    }
    [this.#whole, this.#begins] = [whole, begins];
    for (let i = 0; i + RUN <= whole.length; i++) this.#runs.add(whole.slice(i, i + RUN));
    for (let i = 0; i + 1 < whole.length; i++) {
      const pair = whole.slice(i, i + 2);
      if (pair.includes('\n')) continue;
      const places = this.#pairs.get(pair);
      if (places) places.push(i);
      else this.#pairs.set(pair, [i]);
    }
  }

  /** Whether some characters in a row stand in the document too: most words of others have none. */
  sharesRun(words: string): boolean {
    for (let i = 0; i + RUN <= words.length; i++) if (this.#runs.has(words.slice(i, i + RUN))) return true;
    return false;
  }

  /** Where folded words stand, in the order of the document. */
  where(words: string): DocumentPart[] {
    if (!this.#whole.includes(words)) return [];
    return this.parts.filter((part) => standsIn(words, part.folded.text));
  }

  /** Whether a quotation is the document's own: each piece between …… stands there. */
  holds(quotation: string): boolean {
    const pieces = piecesOf(quotation);
    return pieces.length > 0 && pieces.every(({ words }) => this.where(words).length > 0);
  }

  /** What stands at an address: of a cell and a row the row, of an annex all of it. */
  at(locator: string): DocumentPart[] {
    const own = this.parts.filter((part) => part.locator === locator);
    const table = this.parts.filter((part) => part.table === locator);
    if (table.length > 0) return table;
    if (own.length > 0) return own;
    const row = this.parts.filter((part) => part.table !== null && locator.startsWith(`${part.locator}-`));
    const longest = row.reduce((most, part) => Math.max(most, part.locator.length), 0);
    return row.filter((part) => part.locator.length === longest);
  }

  /** How an address is cited; null where it leads nowhere. */
  label(locator: string): string | null {
    return this.#passages.get(locator)?.label ?? null;
  }

  /**
   * What is nearest to folded words, by the pairs of characters both have; null where nothing is near. Words of any
   * length cost as many steps as they have characters.
   * @param among only these parts
   */
  near(words: string, among?: readonly DocumentPart[]): Near | null {
    const compared = words.slice(0, MOST_COMPARED);
    const votes = new Map<number, number>();
    const allowed = among && new Set(among);
    for (let i = 0; i + 1 < compared.length; i++) {
      for (const place of this.#pairs.get(compared.slice(i, i + 2)) ?? []) {
        if (allowed && !allowed.has(this.#partAt(place).part)) continue;
        votes.set(place - i, (votes.get(place - i) ?? 0) + 1);
      }
    }
    let best: { from: number; votes: number } | null = null;
    for (const [from, own] of votes) {
      let sum = own;
      for (const shift of [-2, -1, 1, 2]) sum += (votes.get(from + shift) ?? 0) / 2;
      if (!best || sum > best.votes) best = { from, votes: sum };
    }
    if (!best) return null;
    const { part, begin } = this.#partAt(Math.max(0, best.from + Math.floor(compared.length / 2)), best.from, compared);
    const { distance, start, end } = aligned(compared, part.folded.text, best.from - begin);
    if (distance > compared.length / 2) return null;
    const { at } = part.folded;
    const last = at[end - 1];
    if (last === undefined) return null;
    return { part, words: part.original.slice(at[start], last + 1), distance };
  }

  /** The part that holds a place of the whole; with words, the one of those they touch that they share most with. */
  #partAt(place: number, from = place, words = ''): { part: DocumentPart; begin: number } {
    const index = (at: number) => {
      let [low, high] = [0, this.#begins.length - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((this.#begins[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      return low;
    };
    const of = (i: number) => ({ part: this.parts[i] as DocumentPart, begin: this.#begins[i] ?? 0 });
    if (words === '') return of(index(place));
    let [chosen, most] = [index(place), -1];
    for (let i = index(Math.max(0, from)); i <= index(from + words.length); i++) {
      const { part, begin } = of(i);
      let same = 0;
      for (let k = 0; k < words.length; k++) if (part.folded.text[from + k - begin] === words[k]) same++;
      if (same > most) [chosen, most] = [i, same];
    }
    return of(chosen);
  }
}
