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
