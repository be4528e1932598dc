import { max, scaleLinear } from 'd3';
import { membersOf } from '#domain/plan/cell.ts';
import type { CountedWord } from '#domain/programme/counted-word.ts';
import { type ProgressRow, whenOf } from '#domain/programme/progress.ts';
import type { Line } from '#domain/programme/project.ts';
import type { Links } from '../kit/figure.ts';
import { joined, type NumberState, wordsOf } from '../kit/progress-words.ts';
import { textWidth, wrap } from '../kit/text.ts';
import { type BarLayout, layoutBar } from './bar.ts';

export interface LineProgressInput {
  readonly line: Line;
  /** Rows of this line only, in the order of the plan. */
  readonly rows: readonly ProgressRow[];
  readonly executorName: (id: string) => string;
  /** What the annexes are called all together; null where the document has none. */
  readonly annex: string | null;
  /** Who reports. */
  readonly reporter: CountedWord;
  /** Number of the hue of a pairing's city; null for who has none: drawn in ink. */
  readonly hueOf: (executor: string) => number | null;
  readonly links: Links;
  readonly name: string;
  readonly title: string;
}

/** Measures of one form, px. */
export interface LineProgressForm {
  readonly kind: 'wide' | 'phone';
  readonly width: number;
  /** From this many executors on they stand in two columns. */
  readonly twoColumnsFrom: number;
  readonly size: number;
  readonly head: number;
  readonly bar: number;
  readonly longest: number;
}

export const WIDE: LineProgressForm = {
  kind: 'wide',
  width: 1200,
  twoColumnsFrom: 4,
  size: 17,
  head: 22,
  bar: 21,
  longest: 640,
};
export const PHONE: LineProgressForm = {
  kind: 'phone',
  width: 350,
  twoColumnsFrom: Infinity,
  size: 15,
  head: 19,
  bar: 18,
  longest: 640,
};

const GUTTER = 48;
/** Below this length bars say nothing, and the words go under them. */
const SHORTEST = 84;

export interface ProgressGroup {
  readonly executor: string;
  readonly heading: readonly { readonly text: string; readonly y: number }[];
  readonly x: number;
  readonly width: number;
  readonly bars: readonly {
    readonly row: ProgressRow;
    readonly y: number;
    readonly pitch: number;
    readonly bar: BarLayout;
    readonly words: { x: number; y: number };
  }[];
}

export interface LineProgressLayout {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly ProgressGroup[];
}

/** What stands before a bar: 2021; 三年合计 where it is of all years. */
export const yearLabel = (row: ProgressRow): string => (row.year === null ? whenOf(row) : String(row.year));

/** What one bar shows. The text's number belongs to the whole line: beside one of several executors it would mislead. */
function stateOf(row: ProgressRow, alone: boolean, reporter: CountedWord): NumberState {
  const members = membersOf(row.executor).length;
  return {
    ...row,
    reported: row.reported?.quantity ?? null,
    disagreement: alone ? row.disagreement : null,
    ...(members > 1 ? { concerned: members, reporter } : {}),
  };
}

/** Numbers of one form: executors in the order of the rows, years within. */
export function layoutLineProgress(
  input: Pick<LineProgressInput, 'rows' | 'executorName' | 'reporter'>,
  form: LineProgressForm,
): LineProgressLayout {
  const byExecutor = [...Map.groupBy(input.rows, (r) => r.executor)];
  const columns = byExecutor.length >= form.twoColumnsFrom ? 2 : 1;
  const width = (form.width - (columns - 1) * GUTTER) / columns;
  const states = new Map(input.rows.map((row) => [row, stateOf(row, byExecutor.length === 1, input.reporter)]));
  const yearWidth = (max(input.rows, (r) => textWidth(yearLabel(r), form.size)) ?? 0) + 14;
  const wordsWidth = max(states.values(), (s) => textWidth(joined(wordsOf(s)), form.size)) ?? 0;
  const beside = width - yearWidth - wordsWidth - 14;
  const under = beside < SHORTEST;
  const length = Math.min(form.longest, under ? width - yearWidth - 8 : beside);
  const longest =
    max(states.values(), (s) =>
      Math.max(s.target ?? 0, s.reported ?? 0, s.disagreement?.per === 'year' ? s.disagreement.quantity : 0),
    ) ?? 0;
  const scale = longest === 0 ? () => 0 : scaleLinear([0, longest], [0, length]);
  const pitch = form.bar + (under ? form.size + 23 : 15);
  const names = byExecutor.map(([executor]) => wrap(input.executorName(executor), form.head, width));
  let top = 0;
  const groups = byExecutor.map(([executor, rows], i): ProgressGroup => {
    const column = i % columns;
    const x = column * (width + GUTTER);
    const across = byExecutor.slice(i - column, i - column + columns);
    const lines = max(names.slice(i - column, i - column + columns), (n) => n.length) ?? 1;
    const y = top + lines * form.head * 1.3 + 6;
    const group: ProgressGroup = {
      executor,
      x,
      width,
      heading: (names[i] ?? []).map((line, k) => ({ text: line, y: top + form.head * (1.1 + k * 1.3) })),
      bars: rows.map((row, k) => {
        const at = y + k * pitch + 7.5;
        const place = { x: x + yearWidth, y: at, height: form.bar, dotted: Math.min(length, 180), scale };
        const bar = layoutBar(states.get(row) ?? stateOf(row, false, input.reporter), place);
        const words =
          under && bar.end > place.x
            ? { x: Math.max(x, Math.min(place.x, x + width - wordsWidth)), y: at + form.bar + form.size + 4 }
            : { x: bar.end === place.x ? place.x : bar.end + 8, y: at + form.bar / 2 + form.size * 0.36 };
        return { row, y: y + k * pitch, pitch, bar, words };
      }),
    };
    if (column === columns - 1 || i === byExecutor.length - 1) {
      top = y + (max(across, ([, some]) => some.length) ?? 0) * pitch + form.size;
    }
    return group;
  });
  return { width: form.width, height: Math.max(0, top - form.size), groups };
}
