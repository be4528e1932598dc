import { shortNumber } from '#domain/plan/numbering.ts';
import type { Drawing, Links } from '../kit/figure.ts';
import { element, n, target, text } from '../kit/svg.ts';
import { textWidth } from '../kit/text.ts';
import { type MatrixLayout, type MatrixList, PHONE, type Role, WIDE } from './layout.ts';

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

/** The wide form. */
export function drawMatrix(layout: MatrixLayout, links: Links): Drawing {
  const { width, height } = layout;
  return { kind: 'wide', width, height, body: matrixBody(layout, links) };
}

function matrixBody(layout: MatrixLayout, links: Links): string {
  const { width, height, top, left, right } = layout;
  const column = (right - left) / Math.max(1, layout.columns.length);
  const line = (d: string, stroke: string, thick: number) =>
    element('path', { d, stroke, 'stroke-width': thick, fill: 'none' });
  const across = layout.rows.map((r) => `M0 ${n(r.y + WIDE.pitch)}H${width}`).join('');
  const down = layout.columns.map((c) => `M${n(c.x)} ${n((c.chars.at(-1)?.y ?? top) + 8)}V${n(height - 1)}`).join('');
  const heads = layout.columns.map(({ project, x, chars }) => {
    // One text with a place for every character: vertical writing modes are not drawn alike everywhere.
    const xs = chars.map(() => n(x)).join(' ');
    const ys = chars.map((c) => n(c.y)).join(' ');
    const name = {
      x: xs,
      y: ys,
      'font-size': WIDE.size,
      'font-weight': 600,
      'text-anchor': 'middle',
      fill: 'var(--ink)',
      class: 'label',
    };
    const target = element('rect', {
      x: x - column / 2,
      y: WIDE.key,
      width: column,
      height: top - WIDE.key,
      fill: 'none',
      'pointer-events': 'all',
    });
    const number = text(x, WIDE.key + 18, shortNumber(project.number), {
      'font-size': 14,
      'text-anchor': 'middle',
      fill: 'var(--mute)',
    });
    const label = `${project.number} ${project.short}`;
    return element(
      'a',
      { href: links.project(project.id), class: 'thread', 'aria-label': label },
      target + number + element('text', name, chars.map((c) => c.char).join('')),
    );
  });
  const rows = layout.rows.map(({ department, y, count }) => {
    const target = element('rect', { x: 0, y, width: left, height: WIDE.pitch, fill: 'none', 'pointer-events': 'all' });
    const fit = Math.min(WIDE.size, (WIDE.size * (left - 12)) / textWidth(department.name, WIDE.size));
    const name = text(0, y + WIDE.pitch / 2 + 6, department.name, {
      'font-size': fit,
      'font-weight': 600,
      fill: 'var(--ink)',
      class: 'label',
    });
    return (
      element('a', { href: links.department(department.id), class: 'thread' }, target + name) +
      text(width, y + WIDE.pitch / 2 + 5, count, { 'font-size': 14, fill: 'var(--mute)', 'text-anchor': 'end' })
    );
  });
  return [
    drawKey(0, 18, 15),
    line(down + across, 'var(--line)', 1),
    line(`M0 ${n(top)}H${width}`, 'var(--ink)', 1.5),
    ...layout.marks.map((m) => drawRole(m.role, m.x, m.y, 20)),
    ...heads,
    ...rows,
  ].join('');
}

/** The narrow form. */
export function drawMatrixList(list: MatrixList, links: Links): Drawing {
  const { width, height } = list;
  return { kind: 'phone', width, height, body: listBody(list, links) };
}

function listBody(list: MatrixList, links: Links): string {
  const blocks = list.blocks.map(({ project, top, bottom, name, marks }) => {
    const first = name[0]?.y ?? top;
    const head =
      target(0, top + 1, Math.max(60, (marks[0]?.x ?? 120) - 8), bottom - top - 2) +
      text(0, first, shortNumber(project.number), { 'font-size': 13, fill: 'var(--mute)' }) +
      name
        .map((line) =>
          text(PHONE.number, line.y, line.text, {
            'font-size': PHONE.size,
            'font-weight': 600,
            fill: 'var(--ink)',
            class: 'label',
          }),
        )
        .join('');
    const squares = marks.map((m) =>
      element(
        'a',
        {
          href: links.department(m.department.id),
          class: 'thread',
          'aria-label': `${m.role === 'lead' ? '牵头' : '配合'}　${m.text}`,
        },
        target(m.x - 4, m.y - 19, m.width + 8, PHONE.line - 1) +
          drawRole(m.role, m.x + PHONE.square / 2, m.y - PHONE.size * 0.36, PHONE.square) +
          text(m.x + PHONE.square + 6, m.y, m.text, { 'font-size': m.size, fill: 'var(--ink)', class: 'label' }),
      ),
    );
    const rule = element('path', { d: `M0 ${n(bottom)}H${list.width}`, stroke: 'var(--line)', 'stroke-width': 1 });
    return (
      rule +
      element(
        'a',
        { href: links.project(project.id), class: 'thread', 'aria-label': `${project.number} ${project.short}` },
        head,
      ) +
      squares.join('')
    );
  });
  const rule = element('path', { d: `M0 ${PHONE.top}H${list.width}`, stroke: 'var(--ink)', 'stroke-width': 1.5 });
  return drawKey(0, 18, 14) + rule + blocks.join('');
}
