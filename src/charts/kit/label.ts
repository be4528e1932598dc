import type { Box } from './polyline.ts';
import { textWidth } from './text-width.ts';

/** px: `lead` and `tail` of a figure. */
const SMALL = 13;

/** A text in its place, px; `lead` and `tail` stand small before and after it. */
export interface Label {
  readonly role: 'township' | 'place' | 'bo' | 'small' | 'river' | 'figure';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly vertical?: boolean;
  readonly lead?: string;
  readonly tail?: string;
}

/** Tibetan stacks hang on one base letter: only those take room. */
const tibetanWidth = (content: string, size: number) =>
  [...content]
    .filter((char) => !/[\u0f71-\u0fbc]/.test(char))
    .reduce((em, char) => em + (char === '་' ? 0.3 : 0.58), 0) * size;

/** The room a label takes, px. */
export function labelBox(label: Label): Box {
  const { x, y, size, role } = label;
  const small = textWidth((label.lead ?? '') + (label.tail ?? ''), SMALL);
  const long = (role === 'bo' ? tibetanWidth : textWidth)(label.text, size) + small + (label.tail ? 4 : 0);
  const before = label.anchor === 'start' ? 0 : label.anchor === 'end' ? long : long / 2;
  if (label.vertical) return { left: x - size / 2, right: x + size / 2, top: y - before, bottom: y - before + long };
  const [rise, fall] = role === 'bo' ? [0.85, 0.5] : [0.88, 0.14];
  return { left: x - before, right: x - before + long, top: y - rise * size, bottom: y + fall * size };
}

/** Whether two boxes overlap or come closer than `air` px. */
export function boxesMeet(a: Box, b: Box, air = 0): boolean {
  return a.left < b.right + air && b.left < a.right + air && a.top < b.bottom + air && b.top < a.bottom + air;
}
