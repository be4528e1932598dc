import type { Box } from './polyline.ts';
import { element, text } from './svg.ts';

/**
 * Townships have no position on our maps: they stand in a framed list, and the drawn geography ends before it. Every
 * form marks both, `map-edge` round the geography and `name-frame` round the list, so that one test can hold them apart.
 */
export const LIST_HEADING = '乡镇名单';
export const LIST_NOTE = '不表示位置';

/** px: size of the heading and of the note beside or under it. */
const [HEADING, NOTE] = [15, 12];

const rect = ({ left, top, right, bottom }: Box, attributes: Record<string, string | number>) =>
  element('rect', { x: left, y: top, width: right - left, height: bottom - top, ...attributes });

const inset = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left + by,
  top: top + by,
  right: right - by,
  bottom: bottom - by,
});

/** The edge of the drawn geography: nothing projected lies outside it. */
export function mapEdge(box: Box): string {
  return rect(box, { class: 'map-edge', fill: 'none', stroke: 'var(--line)' });
}

/** The list's ground, a slip of paper in two hairlines; swatches, names and the heading are drawn upon it. */
export function nameFrame(box: Box): string {
  return (
    rect(box, { class: 'name-frame', fill: 'var(--slip)', stroke: 'var(--ink)' }) +
    rect(inset(box, 3), { fill: 'none', stroke: 'var(--line)' })
  );
}

/** What the list is and what it does not say: in one line, or in two where it is narrow. Starts at x, y (the base line). */
export function listHeading(x: number, y: number, lines: 1 | 2 = 1): string {
  const note = lines === 1 ? { x: x + 4 * HEADING + 8, y } : { x, y: y + 17 };
  return (
    text(x, y, LIST_HEADING, {
      'font-family': 'var(--serif)',
      'font-weight': 900,
      'font-size': HEADING,
      fill: 'var(--ink)',
    }) + text(note.x, note.y, LIST_NOTE, { 'font-size': NOTE, fill: 'var(--mute)' })
  );
}
