import type { PlanDocument } from '../plan/plan.ts';
import type { Project } from '../programme/project.ts';
import type { Fact } from './fact.ts';

/** When the document was issued, in the words for that: 印发, 签订. */
export function documentFacts(
  document: PlanDocument,
  issued: string,
  dateLocator: string | null,
  dateText: string,
): Fact[] {
  if (dateLocator === null) return [];
  return [
    {
      id: 'notice-date',
      subject: { kind: 'programme', id: '' },
      label: `文件的${issued}日期`,
      value: dateText,
      unit: '',
      sentence: `《${document.plan_title}》于${dateText}${issued}。`,
      basis: { kind: 'quoted', locator: dateLocator, quote: dateText },
    },
  ];
}

/** The other numbers of a clause: how many days, how many rooms. */
export function statementFacts(project: Project): Fact[] {
  return (project.statements ?? []).map((statement) => ({
    id: statement.id,
    subject: { kind: 'project', id: project.id },
    label: statement.label,
    value: statement.value,
    unit: statement.unit,
    sentence: `${statement.label}：${statement.value}${statement.unit}。`,
    basis: { kind: 'quoted', locator: statement.source, quote: statement.quote },
  }));
}

/** How many projects a department leads and partners, counted from the clauses. */
export function departmentFacts(id: string, name: string, projects: readonly Project[]): Fact[] {
  const counted = (what: 'leads' | 'partners', word: string, all: readonly Project[]): Fact[] =>
    all.length === 0
      ? []
      : [
          {
            id: `${id}-${what}`,
            subject: { kind: 'department', id },
            label: `${name}${word}的项目`,
            value: all.length,
            unit: '个',
            sentence: `${name}${word}${all.length}个项目：${all.map((p) => p.short).join('、')}。`,
            basis: {
              kind: 'derived',
              steps: [{ expression: all.map((p) => p.short).join('、'), result: `${all.length}个` }],
              from: [],
            },
          },
        ];
  return [
    ...counted(
      'leads',
      '牵头',
      projects.filter((p) => p.lead.includes(id)),
    ),
    ...counted(
      'partners',
      '配合',
      projects.filter((p) => p.partners.includes(id)),
    ),
  ];
}
