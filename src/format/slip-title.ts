/** A piece of a title on the vertical slip: a run of digits stands upright in one place, all else runs downwards. */
export interface SlipPiece {
  readonly text: string;
  readonly upright: boolean;
}

/** From how many places on a title is too long for the slip and is set beside the cover, horizontally. */
const TOO_LONG = 28;
/** Places in one column. */
const COLUMN = 9;
/** As many digits can stand side by side in one place and still be read. */
const MOST_UPRIGHT = 3;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A title in words, each in pieces. Between words a column may break; a mark never begins one. */
export function slipWords(title: string): SlipPiece[][] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(title)) {
    const closing = !isWordLike && !/^[“‘《〈「『（(【]/.test(segment);
    const last = words.length - 1;
    const opened = last >= 0 && /[“‘《〈「『（(【]$/.test(words[last] ?? '');
    if (last >= 0 && (closing || opened)) words[last] += segment;
    else words.push(segment);
  }
  return words.map((word) =>
    (word.match(/\d+|[^\d]+/g) ?? []).map((text) => ({
      text,
      upright: /^\d+$/.test(text) && text.length <= MOST_UPRIGHT,
    })),
  );
}

/** How many places a title takes on the slip. */
export function slipLength(title: string): number {
  return slipWords(title)
    .flat()
    .reduce((sum, { text, upright }) => sum + (upright ? 1 : [...text].length), 0);
}

/** Columns of a title on the slip, 1 to 3; null where it is too long for one. */
export function slipColumns(title: string): 1 | 2 | 3 | null {
  const length = slipLength(title);
  if (length >= TOO_LONG) return null;
  return length <= COLUMN ? 1 : length <= 2 * COLUMN ? 2 : 3;
}
