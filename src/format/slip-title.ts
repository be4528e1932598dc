import type { TitlePieces } from './title-pieces.ts';

/** A piece of a title on the vertical slip: a run of digits stands upright in one place, all else runs downwards. */
export interface SlipPiece {
  readonly text: string;
  readonly upright: boolean;
}

/** A title set on the slip: columns from right to left, and how many places the longest takes. */
export interface Slip {
  readonly columns: readonly (readonly SlipPiece[])[];
  readonly rows: number;
}

/** Up to so many places a title stands in one column. */
const ONE_COLUMN = 5;
/** The most places a column may take, by the number of columns; a title that needs more is set beside the cover. */
const MOST_ROWS = [ONE_COLUMN, 7, 10] as const;
/** The most places in all. */
const MOST_PLACES = 27;
/** As many digits can stand side by side in one place and still be read. */
const MOST_UPRIGHT = 3;

const PAUSE = /[，。：；！？、—…]$/;

const partsOf = (text: string): SlipPiece[] =>
  (text.match(/\d+|[^\d]+/g) ?? []).map((part) => ({
    text: part,
    upright: /^\d+$/.test(part) && part.length <= MOST_UPRIGHT,
  }));

const placesOf = (text: string) =>
  partsOf(text).reduce((sum, piece) => sum + (piece.upright ? 1 : [...piece.text].length), 0);

/** All ways to part words into so many columns, none empty. */
function partings(words: readonly string[], columns: number): string[][] {
  if (columns === 1) return words.length > 0 ? [[words.join('')]] : [];
  return words.flatMap((_, i) =>
    partings(words.slice(i + 1), columns - 1).map((rest) => [words.slice(0, i + 1).join(''), ...rest]),
  );
}

/** The better a parting, the less: short columns, a place more where it ends at a pause, equal ones. */
function costOf(columns: readonly string[]): number {
  const places = columns.map(placesOf);
  const [longest, shortest] = [Math.max(...places), Math.min(...places)];
  const pauses = columns.slice(0, -1).filter((column) => PAUSE.test(column)).length;
  return 10 * longest - 11 * pauses + (longest - shortest);
}

/** The first of those with the least cost. */
function leastOf<T>(all: readonly T[], cost: (one: T) => number): T | undefined {
  let [best, least]: [T | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const one of all) {
    const own = cost(one);
    if (own < least) [best, least] = [one, own];
  }
  return best;
}

const known = new WeakMap<TitlePieces, Map<string, Slip | null>>();

/**
 * How a title is set on the slip, columns broken by sense; null where it is too long for one.
 * @param cut how titles are cut here: a column ends where a piece does
 */
export function slipOf(title: string, cut: TitlePieces): Slip | null {
  const slips = known.get(cut) ?? new Map<string, Slip | null>();
  known.set(cut, slips);
  const before = slips.get(title);
  if (before !== undefined) return before;
  const slip = setOnSlip(title, cut);
  slips.set(title, slip);
  return slip;
}

function setOnSlip(title: string, cut: TitlePieces): Slip | null {
  if (placesOf(title) > MOST_PLACES) return null;
  const words = cut(title);
  for (const [i, most] of MOST_ROWS.entries()) {
    const best = leastOf(partings(words, i + 1), costOf);
    const rows = Math.max(...(best ?? [title]).map(placesOf));
    if (best && rows <= most) return { columns: best.map(partsOf), rows };
  }
  return null;
}

/** A letter of a word that lies on its side takes so much of a place. */
const TURNED = 0.62;
const LATIN = /[\p{Script=Latin}\p{Script=Cyrillic}\d.,%/-]/gu;

/** Places of a column of a picture, where words of letters lie on their side, as they are drawn. */
const roomOf = (text: string): number =>
  placesOf(text) - (1 - TURNED) * (text.replace(/(?<!\d)\d{1,3}(?!\d)/g, '').match(LATIN)?.length ?? 0);

/** The words of a title; those of a span, 2019—2020年, are one. */
function wordsOf(title: string, cut: TitlePieces): string[] {
  const words: string[] = [];
  for (const word of cut(title.trim())) {
    const last = words.at(-1);
    if (last !== undefined && /[\d—–]$/u.test(last) && /^[\d—–]/u.test(word)) words[words.length - 1] = last + word;
    else words.push(word);
  }
  return words;
}

/** The words of a title for columns of at most so many places: one that no column holds is cut where the column ends. */
function wordsWithin(title: string, cut: TitlePieces, most: number): string[] {
  return wordsOf(title, cut).flatMap((word) => {
    if (roomOf(word) <= most) return [word];
    const letters = [...word];
    return Array.from({ length: Math.ceil(letters.length / most) }, (_, i) =>
      letters.slice(i * most, (i + 1) * most).join(''),
    );
  });
}

/** How many columns of at most so many places a title needs. */
function columnsNeeded(rooms: readonly number[], most: number): number {
  let [columns, taken] = [1, 0];
  for (const room of rooms) {
    if (taken > 0 && taken + room > most) [columns, taken] = [columns + 1, 0];
    taken += room;
  }
  return columns;
}

/** Whether columns of so many places hold every word of a title whole, and a short title in one of them. */
export function holdWords(title: string, cut: TitlePieces, most: number): boolean {
  const rooms = wordsOf(title, cut).map(roomOf);
  const all = rooms.reduce((sum, room) => sum + room, 0);
  return all <= ONE_COLUMN ? all <= most : rooms.every((room) => room <= most);
}

/** Room that stays free in a column counts more, the more it is at once; one that ends at a pause may be shorter. */
const costOfColumn = (free: number, column: string, most: number) => free ** 2 - (PAUSE.test(column) ? most : 0);

/**
 * A title of any length in columns of at most so many places: as few as can be, as even as can be, ending where the
 * sense does.
 * @param cut how titles are cut here
 */
export function columnsOf(title: string, cut: TitlePieces, most: number): Slip {
  const words = wordsWithin(title, cut, most);
  const rooms = words.map(roomOf);
  const count = columnsNeeded(rooms, most);
  type Way = { readonly cost: number; readonly columns: readonly string[] };
  // ways[to][n]: the best way to set the words before `to` in n columns.
  const ways: (Way | undefined)[][] = [[{ cost: 0, columns: [] }]];
  for (let to = 1; to <= words.length; to++) {
    const best: (Way | undefined)[] = [];
    let [column, taken] = ['', 0];
    for (let from = to - 1; from >= 0; from--) {
      column = `${words[from]}${column}`;
      taken += rooms[from] ?? 0;
      if (taken > most) break;
      const own = costOfColumn(most - taken, column, most);
      for (let n = 1; n <= count; n++) {
        const before = ways[from]?.[n - 1];
        if (before && before.cost + own < (best[n]?.cost ?? Number.POSITIVE_INFINITY))
          best[n] = { cost: before.cost + own, columns: [...before.columns, column.trim()] };
      }
    }
    ways[to] = best;
  }
  const columns = ways[words.length]?.[count]?.columns ?? [title.trim()];
  return { columns: columns.map(partsOf), rows: Math.ceil(Math.max(...columns.map(roomOf))) };
}
