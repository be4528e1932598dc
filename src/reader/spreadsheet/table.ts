/** One cell as it is seen. */
export interface TableCell {
  /** Days as `YYYY-MM-DD`, yes and no as 是 and 否, shares as 50%; empty: ''. */
  readonly text: string;
  /** Whether it is computed: what it shows is not what somebody wrote. */
  readonly formula: boolean;
  /** The row in which it begins, where it is merged with cells above. */
  readonly from?: number;
  /** The remark (批注) that hangs on it. */
  readonly comment?: string;
}

export interface TableRow {
  /** As it stands beside the row, from 1. */
  readonly number: number;
  readonly cells: readonly TableCell[];
}

/** A sheet of a workbook, or a .csv as a whole, without the rows in which nothing stands. Cells that are merged downwards all hold what they show. */
export interface Table {
  readonly name: string;
  readonly rows: readonly TableRow[];
  /** What is said where it goes on below the last row that is read. */
  readonly beyond?: string;
}

/** What was read of a file. */
export interface Tables {
  readonly tables: readonly Table[];
  /** What else is in the file and was not read, in words; null: nothing. */
  readonly left: string | null;
}

/** A roster of thousands stays far below these. */
export const MOST_ROWS = 5000;
export const MOST_COLUMNS = 100;
/** No program lets more into one cell. */
export const MOST_LETTERS = 32_767;

export const EMPTY_CELL: TableCell = { text: '', formula: false };

/** Thrown where a table is not read, with the sentence that says why and what to do; caught where a file is opened. */
export class RefusedTable extends Error {}

/** What is said where something stands below the last row that is read. */
export const belowTheLast = (place: string, shown: string): string =>
  `${place}还有字（“${shown.trim().slice(0, 20)}”），一份表最多读${MOST_ROWS}行，没有读。误填的删掉；真有这么多行，分成几份再来。`;
