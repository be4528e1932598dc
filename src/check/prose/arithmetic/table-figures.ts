import type { ProseBlock } from '../prose.ts';
import { narrowed } from './amounts.ts';

/** A cell of a table with the number of its block in the story. */
export interface TableCell {
  readonly block: number;
  readonly source: ProseBlock;
  readonly row: number;
  readonly column: number;
}

/** A table as its cells can be asked for; rows and columns from 0, the header is row 0. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly cell: (row: number, column: number) => TableCell | undefined;
  /** The words of a cell without spaces, narrow; empty where there is none. */
  readonly text: (row: number, column: number) => string;
}

/** Words of a cell as they are compared. */
export const plain = (text: string) => narrowed(text).replaceAll(/[\s\u3000]/gu, '');

/** Puts the cells of one table in their places. */
export function gridOf(cells: readonly TableCell[]): Grid {
  const at = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const cell = (row: number, column: number) => at.get(`${row} ${column}`);
  return {
    rows: Math.max(...cells.map(({ row }) => row)) + 1,
    columns: Math.max(...cells.map(({ column }) => column)) + 1,
    cell,
    text: (row, column) => plain(cell(row, column)?.source.text ?? ''),
  };
}
