import { element, text } from './svg.ts';

export type Role = 'lead' | 'partner';
export const ROLE_WORDS: Readonly<Record<Role, string>> = { lead: '牵头', partner: '配合' };

/** A square around a point: solid leads, hollow partners. */
export function drawRole(role: Role, x: number, y: number, size: number): string {
  const half = size / 2;
  if (role === 'lead')
    return element('rect', { x: x - half, y: y - half, width: size, height: size, fill: 'var(--ink)' });
  // The paper inside hides the grid, so that hollow is hollow.
  return element('rect', {
    x: x - half + 0.75,
    y: y - half + 0.75,
    width: size - 1.5,
    height: size - 1.5,
    fill: 'var(--paper)',
    stroke: 'var(--ink)',
    'stroke-width': 1.5,
  });
}

/** The key of the two squares, from x on, with `y` as the baseline of its words. */
export function drawKey(x: number, y: number, size: number): string {
  const square = size - 1;
  const step = square + 7 + 4 * size + 22;
  return (['lead', 'partner'] as const)
    .map((role, i) => {
      const at = x + i * step;
      const words = `${role === 'lead' ? '实心' : '空心'}${ROLE_WORDS[role]}`;
      return (
        drawRole(role, at + square / 2, y - size * 0.36, square) +
        text(at + square + 7, y, words, { 'font-size': size, fill: 'var(--ink-2)' })
      );
    })
    .join('');
}
