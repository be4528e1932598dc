import type { OverviewCell } from '../overview/types.ts';
import { element, escapeText, n } from './svg.ts';
import { textWidth } from './text-width.ts';

/** The row and year a cell stands in, px: its left edge, its top, and how wide one year is. */
export interface CellPlace {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly yearWidth: number;
  readonly size: number;
  readonly small: number;
}

/** Numbers of one cell: its box, and where its words begin with how much room they have. */
export function layoutOverviewCell(cell: OverviewCell, place: CellPlace) {
  const month = place.yearWidth / 12;
  const whole = cell.to - cell.from === 11;
  const inset = whole ? 4 : 0;
  const box = {
    x: place.x + (cell.from - 1) * month + inset,
    y: place.y + 5,
    width: (cell.to - cell.from + 1) * month - 2 * inset + (whole ? 0 : 1),
    height: place.height - 9,
  };
  const figure = cell.figure + (cell.of === null ? '' : `/${cell.of}`);
  const width = textWidth(figure, place.size);
  const fits = whole || cell.inside;
  const right = box.x + box.width + 5;
  const at = whole
    ? box.x + 10
    : fits
      ? box.x + (box.width - textWidth(cell.inside ? cell.figure : figure, place.size)) / 2
      : cell.side === 'right'
        ? right
        : box.x - 5 - width;
  const words = shorten(cell.words ?? '', place.small, place.x + place.yearWidth - (at + width + 12) - 10);
  return { box, fits, whole, at, width, words };
}

function shorten(words: string, size: number, room: number): string {
  if (textWidth(words, size) <= room) return words;
  const chars = [...words];
  while (chars.length > 0 && textWidth(`${chars.join('')}…`, size) > room) chars.pop();
  return chars.length > 0 ? `${chars.join('')}…` : '';
}

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
    cell.status === 'above' ? element('rect', { x: box.x, y: box.y - 4, width: box.width, height: 2, fill: INK }) : '',
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
  const words = cell.figure ? `${cell.words}　上报${cell.figure}` : (cell.words ?? '');
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
