/** Which department leads which project, and which partners? Solid leads, hollow partners. */
import type { Department } from '#domain/plan/department.ts';
import type { Project } from '#domain/programme/project.ts';
import type { Figure, Links } from '../kit/figure.ts';
import { drawKey, drawRole, type Role } from '../kit/role.ts';
import { element, n, root, text } from '../kit/svg.ts';
import { textWidth } from '../kit/text-width.ts';
import { drawMatrixList, layoutMatrixList } from './phone.ts';
import type { MatrixInput } from './types.ts';
import { matrixSentence, matrixTable } from './words.ts';

const WIDTH = 1200;
const SIZE = 17;
const PITCH = 38;
const KEY = 40;

export interface MatrixLayout {
  readonly width: number;
  readonly height: number;
  /** Top of the first row. */
  readonly top: number;
  readonly left: number;
  readonly right: number;
  /** Middle of each column, and its name set vertically: the baselines of its characters. */
  readonly columns: readonly {
    readonly project: Project;
    readonly x: number;
    readonly chars: readonly { char: string; y: number }[];
  }[];
  readonly rows: readonly { readonly department: Department; readonly y: number; readonly count: string }[];
  readonly marks: readonly {
    readonly department: string;
    readonly project: string;
    readonly role: Role;
    readonly x: number;
    readonly y: number;
  }[];
}

export const roleOf = (project: Project, department: string): Role | null =>
  project.lead.includes(department) ? 'lead' : project.partners.includes(department) ? 'partner' : null;

function countOf(projects: readonly Project[], department: string): string {
  const roles = projects.map((p) => roleOf(p, department));
  const count = (role: Role) => roles.filter((r) => r === role).length;
  const words = [
    count('lead') > 0 ? `牵头${count('lead')}` : '',
    count('partner') > 0 ? `配合${count('partner')}` : '',
  ];
  return words.filter(Boolean).join('　') || '文件未列项目';
}

/** Numbers of the wide form: departments down, projects across. */
export function layoutMatrix({ departments, projects }: Pick<MatrixInput, 'departments' | 'projects'>): MatrixLayout {
  const left = Math.min(380, Math.max(120, ...departments.map((d) => textWidth(d.name, SIZE)))) + 20;
  const right = WIDTH - Math.max(...departments.map((d) => textWidth(countOf(projects, d.id), 14)), 60) - 16;
  const column = (right - left) / Math.max(1, projects.length);
  const longest = Math.max(0, ...projects.map((p) => [...p.short].length));
  const top = KEY + 28 + longest * (SIZE + 2) + 14;
  const columns = projects.map((project, i) => {
    const chars = [...project.short];
    // Names hang from the number down, as on a slip.
    return {
      project,
      x: left + (i + 0.5) * column,
      chars: chars.map((char, k) => ({ char, y: KEY + 28 + (k + 1) * (SIZE + 2) - 3 })),
    };
  });
  const rows = departments.map((department, i) => ({
    department,
    y: top + i * PITCH,
    count: countOf(projects, department.id),
  }));
  const marks = rows.flatMap(({ department, y }) =>
    columns.flatMap(({ project, x }) => {
      const role = roleOf(project, department.id);
      return role ? [{ department: department.id, project: project.id, role, x, y: y + PITCH / 2 }] : [];
    }),
  );
  return { width: WIDTH, height: top + rows.length * PITCH + 1, top, left, right, columns, rows, marks };
}

function drawMatrix(layout: MatrixLayout, links: Links): string {
  const { width, height, top, left, right } = layout;
  const column = (right - left) / Math.max(1, layout.columns.length);
  const line = (d: string, stroke: string, thick: number) =>
    element('path', { d, stroke, 'stroke-width': thick, fill: 'none' });
  const across = layout.rows.map((r) => `M0 ${n(r.y + PITCH)}H${width}`).join('');
  const down = layout.columns.map((c) => `M${n(c.x)} ${n((c.chars.at(-1)?.y ?? top) + 8)}V${n(height - 1)}`).join('');
  const heads = layout.columns.map(({ project, x, chars }) => {
    // One text with a place for every character: vertical writing modes are not drawn alike everywhere.
    const xs = chars.map(() => n(x)).join(' ');
    const ys = chars.map((c) => n(c.y)).join(' ');
    const name = {
      x: xs,
      y: ys,
      'font-size': SIZE,
      'font-weight': 600,
      'text-anchor': 'middle',
      fill: 'var(--ink)',
      class: 'label',
    };
    const target = element('rect', {
      x: x - column / 2,
      y: KEY,
      width: column,
      height: top - KEY,
      fill: 'none',
      'pointer-events': 'all',
    });
    const number = text(x, KEY + 18, String(project.number), {
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
    const target = element('rect', { x: 0, y, width: left, height: PITCH, fill: 'none', 'pointer-events': 'all' });
    const fit = Math.min(SIZE, (SIZE * (left - 12)) / textWidth(department.name, SIZE));
    const name = text(0, y + PITCH / 2 + 6, department.name, {
      'font-size': fit,
      'font-weight': 600,
      fill: 'var(--ink)',
      class: 'label',
    });
    return (
      element('a', { href: links.department(department.id), class: 'thread' }, target + name) +
      text(width, y + PITCH / 2 + 5, count, { 'font-size': 14, fill: 'var(--mute)', 'text-anchor': 'end' })
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

/** The figure of departments and projects: a matrix, and on phones the same by project. */
export function departmentMatrix(input: MatrixInput): Figure {
  const sentence = matrixSentence(input);
  const wide = layoutMatrix(input);
  const list = layoutMatrixList(input);
  const draw = (kind: 'wide' | 'phone', size: { width: number; height: number }, drawn: string) => ({
    kind,
    width: size.width,
    height: size.height,
    svg: root(`${input.name}-${kind}`, { width: size.width, height: size.height }, input.title, sentence, drawn),
  });
  return {
    name: input.name,
    title: input.title,
    sentence,
    forms: [draw('wide', wide, drawMatrix(wide, input.links)), draw('phone', list, drawMatrixList(list, input.links))],
    table: matrixTable(input),
    notes: ['实心是牵头，空心是配合。'],
    source: '方案正文各项目的牵头部门、配合部门',
  };
}
