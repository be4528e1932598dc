import { isNumbered, numberingOf } from '#domain/plan/numbering.ts';
import { finding } from '../finding.ts';
import { fileOfProject, type Rule } from './draft.ts';

/** What stands above others. */
const HEADINGS: ReadonlySet<string> = new Set(['title', 'section', 'field']);

/** A project has the number its clause prints, and stands under the heading the clause stands under. */
export const projectClauses: Rule = (draft) => {
  const { clauses } = draft;
  if (!clauses) return [];
  return draft.projects.flatMap((project) => {
    const file = fileOfProject(project);
    const at = clauses.findIndex((c) => c.id === project.clause);
    const clause = clauses[at];
    if (!clause) return [];
    const number = numberingOf(clause)?.printed ?? null;
    const heading = clauses.find((c) => c.id === project.field);
    const before = clauses.slice(0, at);
    // An article is no heading, be it named as one: the nearest one above is, in the end the title.
    const above =
      heading && before.findLast((c) => (HEADINGS.has(heading.role) ? c.role === heading.role : HEADINGS.has(c.role)));
    return [
      ...(number === null || isNumbered(project.number, number)
        ? []
        : [
            finding({
              file,
              path: ['number'],
              code: 'project-number',
              what: '项目序号和正文不同',
              found: String(project.number),
              expected: `${number}（${clause.id} 开头印的是 ${number}）`,
              mend: `改成 ${number}；或者 clause 指错了条，改 clause。`,
            }),
          ]),
      ...(!heading || above?.id === heading.id
        ? []
        : [
            finding({
              file,
              path: ['field'],
              code: 'wrong-heading',
              what: '项目不在这个标题下面',
              found: `“${project.field}”`,
              expected: above ? `${clause.id} 上面的标题 ${above.id}` : `${clause.id} 上面的标题`,
              mend: above ? `改成 ${above.id}。` : '到 plan/body.yaml 里找这一条上面最近的标题，抄它的 id。',
            }),
          ]),
    ];
  });
};
