import type { Department } from '#domain/plan/department.ts';
import type { Project } from '#domain/programme/project.ts';
import type { Links } from '../kit/figure.ts';
import { textWidth, wrap } from '../kit/text.ts';

export interface MatrixInput {
  readonly departments: readonly Department[];
  readonly projects: readonly Project[];
  /** What the plan is called that names them: 方案, 协议. */
  readonly plan: string;
  readonly links: Links;
  readonly name: string;
  readonly title: string;
}

/** What a department is to a project. */
export type Role = 'lead' | 'partner';

/** px: row to row, and where the heads of the columns begin under the key. */
export const WIDE = { width: 1200, size: 17, pitch: 38, key: 40 } as const;
/** px: line to line, the square of a role, the top of the first block, and the room of a project's number. */
export const PHONE = { width: 350, size: 15, line: 28, square: 13, top: 36, number: 26 } as const;

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
  const left = Math.min(380, Math.max(120, ...departments.map((d) => textWidth(d.name, WIDE.size)))) + 20;
  const right = WIDE.width - Math.max(...departments.map((d) => textWidth(countOf(projects, d.id), 14)), 60) - 16;
  const column = (right - left) / Math.max(1, projects.length);
  const longest = Math.max(0, ...projects.map((p) => [...p.short].length));
  const top = WIDE.key + 28 + longest * (WIDE.size + 2) + 14;
  const columns = projects.map((project, i) => {
    const chars = [...project.short];
    // Names hang from the number down, as on a slip.
    return {
      project,
      x: left + (i + 0.5) * column,
      chars: chars.map((char, k) => ({ char, y: WIDE.key + 28 + (k + 1) * (WIDE.size + 2) - 3 })),
    };
  });
  const rows = departments.map((department, i) => ({
    department,
    y: top + i * WIDE.pitch,
    count: countOf(projects, department.id),
  }));
  const marks = rows.flatMap(({ department, y }) =>
    columns.flatMap(({ project, x }) => {
      const role = roleOf(project, department.id);
      return role ? [{ department: department.id, project: project.id, role, x, y: y + WIDE.pitch / 2 }] : [];
    }),
  );
  return { width: WIDE.width, height: top + rows.length * WIDE.pitch + 1, top, left, right, columns, rows, marks };
}

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
  const wanted = Math.max(0, ...projects.map((p) => textWidth(p.short, PHONE.size)));
  const nameWidth = Math.min(wanted, 92);
  const left = PHONE.number + nameWidth + 16;
  let top: number = PHONE.top;
  const blocks = projects.map((project) => {
    const name = wrap(project.short, PHONE.size, nameWidth).map((line, i) => ({ text: line, y: top + 22 + i * 20 }));
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
      const room = PHONE.width - left - PHONE.square - 6;
      const size = Math.min(PHONE.size, (PHONE.size * room) / textWidth(department.name, PHONE.size));
      const width = PHONE.square + 6 + textWidth(department.name, size);
      if (x > left && x + width > PHONE.width) [x, y] = [left, y + PHONE.line];
      const mark = { department, role, text: department.name, x, y, width, size };
      x += width + 14;
      return mark;
    });
    const bottom = Math.max(y, name.at(-1)?.y ?? y) + 14;
    const block = { project, top, bottom, name, marks };
    top = bottom;
    return block;
  });
  return { width: PHONE.width, height: top + 1, blocks };
}
