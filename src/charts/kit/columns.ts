import { isInColumns, type LanguageName, tagAlone } from '#domain/places/language-name.ts';
import { inLanguage, n, text } from './svg.ts';
import { textWidth } from './text.ts';

/** Em: as long a column of several words is at most, and from one column to the next. */
const [LONGEST, STEP] = [7, 1.4];
/** Em from the middle of a column to the line on which its letters stand. */
const BASE = 0.33;

/** A name that is written in columns, set upright: its columns from left to right, and the room they take, px. */
export interface Columns {
  readonly columns: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** How a name stands upright in a drawing; null where it is written in lines. Words are never cut. */
export function columnsOf(name: LanguageName, size: number): Columns | null {
  if (!isInColumns(tagAlone(name))) return null;
  const columns: string[] = [];
  for (const word of name.text.trim().split(/\s+/u)) {
    const longer = `${columns.at(-1) ?? ''} ${word}`.trim();
    if (columns.length > 0 && textWidth(longer, size) <= LONGEST * size) columns[columns.length - 1] = longer;
    else columns.push(word);
  }
  const height = Math.max(...columns.map((column) => textWidth(column, size)));
  return { columns, width: columns.length * STEP * size, height };
}

/**
 * One column, the middle of it at `x`. The letters lie on their side in their fonts, as they do in a line: a quarter turn
 * sets them upright, in browsers and in pictures alike.
 */
export function uprightLine(
  column: string,
  { x, top, size }: { readonly x: number; readonly top: number; readonly size: number },
  look: Readonly<Record<string, string>> = {},
): string {
  const base = x - BASE * size;
  const turned = { transform: `rotate(90 ${n(base)} ${n(top)})`, 'font-size': size };
  return text(base, top, column, { ...look, ...turned });
}

/** All columns, the room they take beginning at `left`, `top`. */
export const drawColumns = (
  { columns }: Columns,
  name: LanguageName,
  { left, top, size }: { readonly left: number; readonly top: number; readonly size: number },
): string =>
  columns
    .map((column, i) =>
      uprightLine(
        column,
        { x: left + (i + 0.5) * STEP * size, top, size },
        { ...inLanguage(name), 'font-weight': '400', 'text-anchor': 'start' },
      ),
    )
    .join('');
