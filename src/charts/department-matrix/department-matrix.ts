/** Which department leads which project, and which partners? Solid leads, hollow partners. */
import { type Figure, type FigureTable, figure } from '../kit/figure.ts';
import { drawMatrix, drawMatrixList, ROLE_WORDS } from './draw.ts';
import { layoutMatrix, layoutMatrixList, type MatrixInput, type Role } from './layout.ts';

/** The figure of departments and projects: a matrix, and on phones the same by project. */
export function departmentMatrix(input: MatrixInput): Figure {
  const { links, name, title } = input;
  return figure(
    {
      name,
      title,
      sentence: matrixSentence(input),
      table: matrixTable(input),
      notes: ['实心是牵头，空心是配合。'],
      sources: [`${input.plan}正文各项目的牵头部门、配合部门`],
    },
    [drawMatrix(layoutMatrix(input), links), drawMatrixList(layoutMatrixList(input), links)],
  );
}

type Who = Pick<MatrixInput, 'departments' | 'projects'>;

/** Who has a role most often, with how often; '' where nobody has it, or more than two share the place. */
function most({ departments, projects }: Who, role: Role): string {
  const counted = departments.map((d) => ({
    name: d.name,
    count: projects.filter((p) => (role === 'lead' ? p.lead : p.partners).includes(d.id)).length,
  }));
  const top = Math.max(0, ...counted.map((c) => c.count));
  const first = counted.filter((c) => c.count === top);
  if (top === 0 || first.length > 2) return '';
  return `${ROLE_WORDS[role]}最多的是${first.map((c) => c.name).join('、')}，${first.length > 1 ? '各' : ''}${top}个项目`;
}

/** Who they are by number. What stands for all cities together is no one body: it is named, not counted. */
function bodiesOf({ departments }: Who): string {
  const together = departments.filter((d) => d.kind === 'cities').map((d) => d.name);
  return [`${departments.length - together.length}个部门和单位`, ...together].join('、');
}

/** One sentence: how many departments and projects, who leads most, who partners most. */
function matrixSentence(who: Who): string {
  const parts = [`${who.projects.length}个项目由${bodiesOf(who)}牵头或配合`, most(who, 'lead'), most(who, 'partner')];
  return `${parts.filter(Boolean).join('；')}。`;
}

/** Every pair that has a role, project by project, the lead first. */
function matrixTable({ departments, projects }: Who): FigureTable {
  const names = new Map(departments.map((d) => [d.id, d.name]));
  const rows = projects.flatMap((p) =>
    (
      [
        ['lead', p.lead],
        ['partner', p.partners],
      ] as const
    ).flatMap(([role, ids]) => ids.map((id) => [p.number, p.short, names.get(id) ?? id, ROLE_WORDS[role]])),
  );
  return {
    columns: [
      { key: 'number', label: '项目', numeric: true },
      { key: 'project', label: '项目名称' },
      { key: 'department', label: '部门或单位' },
      { key: 'role', label: '分工' },
    ],
    rows,
  };
}
