/** A column of a figure's table; `key` is its name in the CSV, `label` what a reader sees. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly numeric?: boolean;
}

/** The rows a figure is drawn from, as a table: the text equivalent and the CSV. null = missing, never 0. */
export interface FigureTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** One drawing of a figure. `svg` is a whole `<svg>` element with `<title>` and `<desc>`, ids prefixed by the figure's id. */
export interface Form {
  /** `wide` from 900 px up, `phone` below; `only` where one drawing serves both. */
  readonly kind: 'wide' | 'phone' | 'only';
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

/** All that a page, a download and a screen reader need of one figure, made from the same rows. */
export interface Figure {
  /** File name at `/figures/<name>.svg` and `.csv`, and prefix of the ids inside. */
  readonly name: string;
  readonly title: string;
  /** What the figure says, in one sentence. */
  readonly sentence: string;
  readonly forms: readonly Form[];
  readonly table: FigureTable;
  /** Notes under the figure (示意图 …), in the order they are printed. */
  readonly notes: readonly string[];
  /** Where the data comes from, e.g. 附件1; 坐标：… */
  readonly source: string;
}

/** The drawing that an author asked for; where there is none of its kind, the first. */
export const formOf = ({ forms }: Pick<Figure, 'forms'>, kind: Form['kind'] = 'phone'): Form | undefined =>
  forms.find((form) => form.kind === kind) ?? forms[0];

/** Where the parts of a figure lead to. Charts never build an address themselves. */
export interface Links {
  readonly township: (id: string) => string;
  readonly pairing: (cityId: string) => string;
  readonly project: (id: string) => string;
  readonly department: (id: string) => string;
  readonly fact: (id: string) => string;
  readonly cell: (locator: string) => string;
}
