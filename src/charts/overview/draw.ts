import { escapeText } from '#format/escape-text.ts';
import type { Drawing, Links } from '../kit/figure.ts';
import { stateColour } from '../kit/state-colours.ts';
import { element, n, text } from '../kit/svg.ts';
import { textWidth } from '../kit/text.ts';
import {
  type CellPlace,
  cellHref,
  cellName,
  headWidth,
  layoutOverviewCell,
  layoutRowHead,
  type OverviewCell,
  type OverviewLayout,
  type OverviewRow,
  type RowHead,
  SIZE,
  SMALL,
  WIDTH,
} from './layout.ts';

/** px: the column of reports, the head of a field, row to row, and the size of a heading. */
const [RIGHT, HEAD, PITCH, TITLE] = [88, 52, 34, 17];

const [INK, PAPER, MUTE] = ['var(--ink)', 'var(--paper)', 'var(--mute)'];

/** Words on a chip of paper, so that no grid line and no fill runs through them. */
function chip(x: number, y: number, width: number, height: number): string {
  return element('rect', { x, y, width, height, fill: PAPER });
}

/** Loose warp on the upper edge of a sum that some executors are still missing from: short lines, within the box. */
function threads(box: { x: number; y: number; width: number; height: number }, share: number): string {
  const edge = box.y + box.height * (1 - share);
  const count = Math.max(2, Math.floor(box.width / 5));
  const at = Array.from({ length: count }, (_, i) => box.x + (box.width * (i + 0.5)) / count);
  const up = Math.min(5, edge - box.y);
  return element('path', {
    d: at.map((x) => `M${n(x)} ${n(edge)}v${n(-up)}`).join(''),
    stroke: INK,
    'stroke-width': 1.5,
  });
}

function drawNumber(cell: OverviewCell, place: CellPlace): string {
  const { box, fits, whole, at, width, words } = layoutOverviewCell(cell, place);
  const solid = cell.share === 1;
  const partly = cell.share > 0 && !solid;
  const fill = partly ? { y: box.y + box.height * (1 - cell.share), height: box.height * cell.share } : box;
  const onInk = solid && fits;
  const wordsWidth = words ? textWidth(words, place.small) + 12 : 0;
  const y = box.y + box.height / 2 + place.size * 0.36;
  // The plan is left out where the cell is narrow and solid: full means as planned.
  const of = cell.of === null || (cell.inside && !whole) ? '' : `/${cell.of}`;
  const label =
    `<tspan font-weight="600">${escapeText(cell.figure)}</tspan>` +
    (of ? element('tspan', { 'font-size': place.small }, escapeText(of)) : '') +
    (words ? element('tspan', { 'font-size': place.small, fill: onInk ? PAPER : MUTE, dx: 9 }, escapeText(words)) : '');
  const frame = { x: box.x + 0.75, y: box.y + 0.75, width: box.width - 1.5, height: box.height - 1.5 };
  return [
    element('rect', { ...box, fill: PAPER }),
    cell.share > 0 ? element('rect', { ...box, ...fill, fill: INK }) : '',
    cell.status === 'partial' ? threads(box, cell.share) : '',
    cell.nothing
      ? element('rect', { x: box.x, y: box.y, width: 1.5, height: box.height, fill: INK, class: 'swatch' })
      : element('rect', { ...frame, fill: 'none', stroke: INK, 'stroke-width': 1.5, class: 'swatch' }),
    cell.status === 'above'
      ? element('rect', { x: box.x, y: box.y - 4, width: box.width, height: 2, fill: stateColour('above', INK) })
      : '',
    cell.status === 'zero' ? element('rect', { x: box.x, y: box.y, width: 5, height: box.height, fill: INK }) : '',
    partly && fits ? chip(at - 4, box.y + 4, width + wordsWidth + 6, box.height - 8) : '',
    fits ? '' : chip(at - 3, box.y + 2, width + 6, box.height - 4),
    element('text', { x: at, y, 'font-size': place.size, fill: onInk ? PAPER : INK, class: 'label' }, label),
  ].join('');
}

/** Dotted over all years; what was reported is a solid square with its number in its year. */
function drawOpen(cell: OverviewCell, place: CellPlace): string {
  const middle = place.y + place.height / 2;
  const end = place.x + place.yearWidth * cell.columns;
  const say = (x: number, words: string, weight: number) => {
    const width = textWidth(words, place.small);
    return (
      chip(x - 4, middle - 10, width + 8, 20) +
      element(
        'text',
        { x, y: middle + 4.5, 'font-size': place.small, 'font-weight': weight, fill: INK, class: 'label' },
        escapeText(words),
      )
    );
  };
  const first = textWidth(cell.words ?? '', place.small) + 24;
  return [
    element('rect', {
      x: place.x + 1,
      y: place.y + 1,
      width: end - place.x - 1,
      height: place.height - 2,
      fill: PAPER,
    }),
    element('path', {
      d: `M${n(place.x + first - 8)} ${n(middle)}H${n(end)}`,
      stroke: INK,
      'stroke-width': 1.5,
      'stroke-dasharray': '2 4',
    }),
    say(place.x + 8, cell.words ?? '', 400),
    ...cell.reports.map(({ column, words }) => {
      const x = place.x + column * place.yearWidth + (column === 0 ? first : 8);
      return (
        element('rect', { x, y: middle - 7, width: 14, height: 14, fill: INK, class: 'swatch' }) +
        say(x + 22, words, 600)
      );
    }),
  ].join('');
}

/** One mark of the overview as SVG; the link around it is the caller's. */
export function drawOverviewCell(cell: OverviewCell, place: CellPlace): string {
  if (cell.kind === 'number') return drawNumber(cell, place);
  if (cell.kind === 'unquantified') return drawOpen(cell, place);
  const words = cell.figure ? `${cell.words}　${cell.figure}` : (cell.words ?? '');
  const middle = place.y + place.height / 2;
  return (
    chip(place.x + 2, place.y + 2, textWidth(words, place.small) + 14, place.height - 4) +
    element(
      'text',
      { x: place.x + 8, y: middle + 4.5, 'font-size': place.small, fill: MUTE, class: 'label' },
      escapeText(words),
    )
  );
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
        yearWidth: c.kind === 'number' ? yearWidth * c.columns : yearWidth,
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
  const number = text(0, y + 22, row.mark, { 'font-size': SMALL, fill: 'var(--mute)' });
  const name = element('a', { href: links.project(row.project), class: 'thread' }, number + words.join(''));
  const reported = text(WIDTH, y + head.height / 2 + 5, row.reportedWords, {
    'font-size': SMALL,
    fill: 'var(--mute)',
    'text-anchor': 'end',
  });
  return name + row.cells.map(cell).join('') + reported;
}

/** Heads of the columns: the years, and the numbers of the months as far as there is room for them. */
function drawHeads({ years, timed }: OverviewLayout, left: number, yearWidth: number): string {
  const month = yearWidth / 12;
  const small = { 'font-size': 12, fill: 'var(--mute)' };
  return (
    years
      .map((year, i) => {
        const x = left + i * yearWidth;
        const months = Array.from({ length: timed ? 12 : 0 }, (_, m) => m + 1).filter(
          (m) => month >= 22 || m % 3 === 2,
        );
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
export function drawOverview(layout: OverviewLayout, links: Links): Drawing {
  const left = headWidth(layout);
  let [body, bottom] = [drawHeads(layout, left, (WIDTH - RIGHT - left) / layout.years.length), 42];
  for (const field of layout.fields) {
    const drawn = drawField(field.title, field.rows, bottom, left, layout.years.length, links);
    body += drawn.svg;
    bottom = drawn.bottom;
  }
  return { kind: 'only', width: WIDTH, height: bottom + 1, body };
}
