/** What is planned when, and what of it has been reported? The weaving draft (意匠图): rows are lines, columns months. */
import type { Figure, Links } from '../kit/figure.ts';
import { drawOverviewCell } from '../kit/overview-cell.ts';
import { element, n, root, text } from '../kit/svg.ts';
import { textWidth, wrapText } from '../kit/text-width.ts';
import {
  cellHref,
  cellName,
  layoutOverview,
  type OverviewInput,
  type OverviewLayout,
  type OverviewRow,
} from './layout.ts';
import type { OverviewCell } from './types.ts';
import { overviewNotes, overviewSentence, overviewSource, overviewTable } from './words.ts';

export { layoutOverview } from './layout.ts';

const WIDTH = 1200;
const RIGHT = 88;
const HEAD = 52;
const PITCH = 34;
const NUMBER = 30;
const [SIZE, SMALL, TITLE] = [15, 13, 17];

/** Words of a row's head, placed: name, unit and note on one line where they fit, else on several. */
export interface RowHead {
  readonly lines: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly part: 'name' | 'unit' | 'note';
  }[];
  readonly height: number;
}

/** The head of a row, `width` px wide, from the top of the row. */
export function layoutRowHead(row: OverviewRow, width: number): RowHead {
  const names = wrapText(row.name, SIZE, width - NUMBER - 12);
  const lines: RowHead['lines'][number][] = names.map((name, i) => ({
    text: name,
    x: NUMBER,
    y: 22 + i * 20,
    part: 'name',
  }));
  let [x, y] = [NUMBER + textWidth(names.at(-1) ?? '', SIZE), 22 + (names.length - 1) * 20];
  const parts = [
    ...(row.unit ? [{ text: row.unit, part: 'unit' as const }] : []),
    ...row.notes.map((t) => ({ text: `≠ ${t}`, part: 'note' as const })),
  ];
  for (const { text: words, part } of parts) {
    const gap = part === 'unit' ? 6 : 12;
    const wide = textWidth(words, SMALL);
    if (x + gap + wide > width - 8) [x, y] = [NUMBER - gap, y + 19];
    lines.push({ text: words, x: x + gap, y, part });
    x += gap + wide;
  }
  return { lines, height: y + 12 };
}

/** Left column: as wide as the rows' heads want, within reason. */
function headWidth(layout: OverviewLayout): number {
  const rows = layout.fields.flatMap((f) => f.rows);
  const wanted = rows.map(
    (r) =>
      NUMBER + textWidth(r.name, SIZE) + textWidth((r.unit ?? '') + r.notes.map((t) => `≠ ${t}`).join(''), SMALL) + 30,
  );
  return Math.min(300, Math.max(200, ...wanted));
}

function drawRow(row: OverviewRow, head: RowHead, y: number, left: number, yearWidth: number, links: Links): string {
  const cell = (c: OverviewCell) =>
    element(
      'a',
      { href: cellHref(c, links), class: 'thread', 'aria-label': `${cellName(c)}　${row.name}` },
      drawOverviewCell(c, {
        x: left + c.column * yearWidth,
        y: y + (head.height - PITCH) / 2,
        height: PITCH,
        yearWidth,
        size: SIZE,
        small: SMALL,
      }),
    );
  const words = head.lines.map((line) => {
    const look =
      line.part === 'name' ? { 'font-size': SIZE, 'font-weight': 600, class: 'label' } : { 'font-size': SMALL };
    const fill = line.part === 'name' ? 'var(--ink)' : line.part === 'unit' ? 'var(--mute)' : 'var(--ink-2)';
    return text(line.x, y + line.y, line.text, { ...look, fill });
  });
  const number = text(0, y + 22, String(row.number), { 'font-size': SMALL, fill: 'var(--mute)' });
  const name = element('a', { href: links.project(row.project), class: 'thread' }, number + words.join(''));
  const reported = text(WIDTH, y + head.height / 2 + 5, row.reportedWords, {
    'font-size': SMALL,
    fill: 'var(--mute)',
    'text-anchor': 'end',
  });
  return name + row.cells.map(cell).join('') + reported;
}

/** Heads of the columns: the years, and the numbers of the months as far as there is room for them. */
function drawHeads(years: readonly number[], left: number, yearWidth: number): string {
  const month = yearWidth / 12;
  const small = { 'font-size': 12, fill: 'var(--mute)' };
  return (
    years
      .map((year, i) => {
        const x = left + i * yearWidth;
        const months = Array.from({ length: 12 }, (_, m) => m + 1).filter((m) => month >= 22 || m % 3 === 2);
        return (
          text(x, 18, String(year), {
            'font-size': TITLE,
            'font-weight': 900,
            'font-family': 'var(--serif)',
            fill: 'var(--ink)',
          }) +
          months.map((m) => text(x + (m - 0.5) * month, 40, String(m), { ...small, 'text-anchor': 'middle' })).join('')
        );
      })
      .join('') +
    text(0, 40, '项目', small) +
    text(WIDTH, 40, '上报', { ...small, 'text-anchor': 'end' })
  );
}

function drawField(
  title: string,
  rows: readonly OverviewRow[],
  top: number,
  left: number,
  years: number,
  links: Links,
): { svg: string; bottom: number } {
  const yearWidth = (WIDTH - RIGHT - left) / years;
  const start = top + HEAD;
  const heads = rows.map((row) => layoutRowHead(row, left));
  const tops = heads.map((_, i) => start + heads.slice(0, i).reduce((sum, h) => sum + h.height, 0));
  const bottom = start + heads.reduce((sum, h) => sum + h.height, 0);
  const line = (d: string, stroke: string, width: number) =>
    element('path', { d, stroke, 'stroke-width': width, fill: 'none' });
  const grid = Array.from(
    { length: years * 12 + 1 },
    (_, i) => `M${n(left + (i * yearWidth) / 12)} ${n(start)}V${n(bottom)}`,
  ).join('');
  const across = [...tops.slice(1), bottom].map((y) => `M0 ${n(y)}H${WIDTH}`).join('');
  const between = Array.from(
    { length: years - 1 },
    (_, i) => `M${n(left + (i + 1) * yearWidth)} ${n(start)}V${n(bottom)}`,
  ).join('');
  const svg =
    text(0, start - 10, title, {
      'font-size': TITLE,
      'font-weight': 900,
      'font-family': 'var(--serif)',
      fill: 'var(--ink)',
    }) +
    line(grid + across, 'var(--line)', 1) +
    line(`M0 ${n(start)}H${WIDTH}`, 'var(--ink)', 1) +
    (between ? line(between, 'var(--ink)', 2) : '') +
    rows
      .map((row, i) => drawRow(row, heads[i] ?? { lines: [], height: PITCH }, tops[i] ?? start, left, yearWidth, links))
      .join('');
  return { svg, bottom };
}

/** The whole draft as one drawing, 1200 px wide: for downloads; pages show the same layout as an HTML table. */
export function overview(
  input: OverviewInput & { readonly links: Links; readonly name: string; readonly title: string },
): Figure {
  const layout = layoutOverview(input);
  const left = headWidth(layout);
  const sentence = overviewSentence(layout);
  let [body, bottom] = [drawHeads(layout.years, left, (WIDTH - RIGHT - left) / layout.years.length), 42];
  for (const field of layout.fields) {
    const drawn = drawField(field.title, field.rows, bottom, left, layout.years.length, input.links);
    body += drawn.svg;
    bottom = drawn.bottom;
  }
  const size = { width: WIDTH, height: bottom + 1 };
  return {
    name: input.name,
    title: input.title,
    sentence,
    forms: [{ kind: 'only', ...size, svg: root(`${input.name}-only`, size, input.title, sentence, body) }],
    table: overviewTable(input),
    notes: overviewNotes(layout),
    source: overviewSource(input),
  };
}
