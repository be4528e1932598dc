import type { Department } from '#domain/plan/department.ts';
import type { Project } from '#domain/programme/project.ts';
import type { Links } from '../kit/figure.ts';
import { drawKey, drawRole, type Role } from '../kit/role.ts';
import { element, n, text } from '../kit/svg.ts';
import { textWidth, wrapText } from '../kit/text-width.ts';
import type { MatrixInput } from './types.ts';

const WIDTH = 350;
const SIZE = 15;
const LINE = 28;
const SQUARE = 13;
const TOP = 36;
const NUMBER = 26;

export interface MatrixList {
  readonly width: number;
  readonly height: number;
  /** One project a block: its name, then its departments with their squares, wrapped. */
  readonly blocks: readonly {
    readonly project: Project;
    readonly top: number;
    readonly bottom: number;
    readonly name: readonly { text: string; y: number }[];
    readonly marks: readonly {
      department: Department;
      role: Role;
      text: string;
      x: number;
      y: number;
      width: number;
      size: number;
    }[];
  }[];
}

/** Numbers of the narrow form: twelve columns would be no target for a finger, so projects become rows and every square has its name. */
export function layoutMatrixList({ departments, projects }: Pick<MatrixInput, 'departments' | 'projects'>): MatrixList {
  const byId = new Map(departments.map((d) => [d.id, d]));
  const wanted = Math.max(0, ...projects.map((p) => textWidth(p.short, SIZE)));
  const nameWidth = Math.min(wanted, 92);
  const left = NUMBER + nameWidth + 16;
  let top = TOP;
  const blocks = projects.map((project) => {
    const name = wrapText(project.short, SIZE, nameWidth).map((line, i) => ({ text: line, y: top + 22 + i * 20 }));
    const roles: [Role, readonly string[]][] = [
      ['lead', project.lead],
      ['partner', project.partners],
    ];
    const all = roles.flatMap(([role, ids]) =>
      ids.flatMap((id) => {
        const department = byId.get(id);
        return department ? [{ department, role }] : [];
      }),
    );
    let [x, y] = [left, top + 22];
    const marks = all.map(({ department, role }) => {
      const room = WIDTH - left - SQUARE - 6;
      const size = Math.min(SIZE, (SIZE * room) / textWidth(department.name, SIZE));
      const width = SQUARE + 6 + textWidth(department.name, size);
      if (x > left && x + width > WIDTH) [x, y] = [left, y + LINE];
      const mark = { department, role, text: department.name, x, y, width, size };
      x += width + 14;
      return mark;
    });
    const bottom = Math.max(y, name.at(-1)?.y ?? y) + 14;
    const block = { project, top, bottom, name, marks };
    top = bottom;
    return block;
  });
  return { width: WIDTH, height: top + 1, blocks };
}

/** The narrow form as SVG. */
export function drawMatrixList(list: MatrixList, links: Links): string {
  const target = (x: number, y: number, width: number, height: number) =>
    element('rect', { x, y, width, height, fill: 'none', 'pointer-events': 'all' });
  const blocks = list.blocks.map(({ project, top, bottom, name, marks }) => {
    const first = name[0]?.y ?? top;
    const head =
      target(0, top + 1, Math.max(60, (marks[0]?.x ?? 120) - 8), bottom - top - 2) +
      text(0, first, String(project.number), { 'font-size': 13, fill: 'var(--mute)' }) +
      name
        .map((line) =>
          text(NUMBER, line.y, line.text, {
            'font-size': SIZE,
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
        target(m.x - 4, m.y - 19, m.width + 8, LINE - 1) +
          drawRole(m.role, m.x + SQUARE / 2, m.y - SIZE * 0.36, SQUARE) +
          text(m.x + SQUARE + 6, m.y, m.text, { 'font-size': m.size, fill: 'var(--ink)', class: 'label' }),
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
  const rule = element('path', { d: `M0 ${TOP}H${list.width}`, stroke: 'var(--ink)', 'stroke-width': 1.5 });
  return drawKey(0, 18, 14) + rule + blocks.join('');
}
