import type { Passage } from '#domain/plan/locator.ts';
import type { Programme } from '#domain/programme/programme.ts';
import { aligned } from './document-alignment.ts';
import { type DocumentPart, partsOf } from './document-parts.ts';
import { piecesOf, standsIn } from './quotation-pieces.ts';

/** What of the document is nearest to some words. */
export interface Near {
  readonly part: DocumentPart;
  /** As it stands in the document. */
  readonly words: string;
  /** How many characters are other, missing or too many. */
  readonly distance: number;
}

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
    for (let i = 0; i + 1 < whole.length; i++) {
      const pair = whole.slice(i, i + 2);
      if (pair.includes('\n')) continue;
      const places = this.#pairs.get(pair);
      if (places) places.push(i);
      else this.#pairs.set(pair, [i]);
    }
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
