import type { Journey, Thread } from '#domain/places/journey.ts';
import { escapeText } from '#format/escape-text.ts';
import { isPictured } from './script-fonts.ts';
import { element, n } from './svg.ts';

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
  /** How it was measured and drawn: folded under a figure on a page, printed on paper and in files. */
  readonly method?: readonly string[];
  /** Where the data comes from, e.g. 附件1; 坐标：… */
  readonly source: string;
  /** Whether a picture can be made of it: the project has no fonts for letters of some scripts. */
  readonly pictured: boolean;
}

/** One form as it is drawn, before anything is said of it: markup in px of the drawing. */
export interface Drawing {
  readonly kind: Form['kind'];
  readonly width: number;
  readonly height: number;
  /** Where its own coordinates begin; 0 unless told. */
  readonly x?: number;
  readonly y?: number;
  readonly body: string;
  readonly class?: string;
  /** For those who cannot see it; unless told, the figure's sentence. */
  readonly desc?: string;
  /** What its ids end with after the figure's name; unless told, its kind. */
  readonly id?: string;
}

/** What is said of a figure, beside its drawings. */
export interface Said extends Omit<Figure, 'forms' | 'source' | 'pictured'> {
  /** Where the data comes from, part by part; empty parts fall away. */
  readonly sources: readonly string[];
}

/**
 * Joins what is drawn and what is said: the one place that gives a drawing its name, its description, its font and its
 * ids, and a figure its source line.
 */
export function figure(
  { name, title, sentence, table, notes, method, sources }: Said,
  drawings: readonly Drawing[],
): Figure {
  const forms = drawings.map((drawing): Form => {
    const { kind, width, height, desc = sentence } = drawing;
    const svg = root(`${name}-${drawing.id ?? kind}`, drawing, title, desc);
    return { kind, width, height, svg };
  });
  const source = sources.filter(Boolean).join('；');
  const pictured = isPictured([forms[0]?.svg, title, sentence, ...notes, ...(method ?? []), source].join());
  return { name, title, sentence, forms, table, notes, ...(method && { method }), source, pictured };
}

/**
 * The `<svg>` of a form with its accessible name and description. It is a group, not an image: the links in it must stay
 * reachable. Colours inside are presentation attributes such as `stroke="var(--l3)"`.
 */
function root(id: string, drawing: Drawing, title: string, desc: string): string {
  const { width, height, x = 0, y = 0, body } = drawing;
  const look = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: [x, y, width, height].map(n).join(' '),
    ...{ width, height },
    class: ['figure-svg', drawing.class].filter(Boolean).join(' '),
    role: 'group',
    'aria-labelledby': `${id}-t`,
    'aria-describedby': `${id}-d`,
    'font-family': 'var(--sans)',
  };
  const name =
    element('title', { id: `${id}-t` }, escapeText(title)) + element('desc', { id: `${id}-d` }, escapeText(desc));
  return element('svg', look, name + body);
}

/** Values, each once, in the order they come, as a list in a sentence; what is missing is left out. */
export const listed = (values: readonly (string | undefined)[]): string =>
  [...new Set(values.filter((value) => value !== undefined))].join('、');

/** Where the parts of a figure lead to. Charts never build an address themselves. */
export interface Links {
  readonly township: (id: string) => string;
  readonly pairing: (cityId: string) => string;
  readonly project: (id: string) => string;
  readonly department: (id: string) => string;
  readonly fact: (id: string) => string;
  readonly cell: (locator: string) => string;
}

/** Where a thread leads: to the page of its place, or, where it ends at the receiver, to that of the pairing. */
export const threadLink = (links: Links, { city, county }: Journey, { place }: Thread): string =>
  place.id === county.id ? links.pairing(city.id) : links.township(place.id);
