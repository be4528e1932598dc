import { isNumbered, numberingOf, ordinalOf, printedNumbering } from '#domain/plan/numbering.ts';
import { type Finding, finding } from '../finding.ts';
import { type Draft, fileOfProject, type Rule } from './draft.ts';

/** What stands above others. */
const HEADINGS: ReadonlySet<string> = new Set(['title', 'section', 'field']);

/** What a text prints where the number beside it counts another; null where they agree, or one of them counts nothing. */
function printedInstead({ number, text }: { number?: string | undefined; text: string }): string | null {
  const printed = printedNumbering(text)?.printed;
  if (number === undefined || printed === undefined) return null;
  const [stated, counted] = [ordinalOf(number), ordinalOf(printed)];
  return stated === null || counted === null || stated === counted ? null : printed;
}

/** A paragraph is cited by the number that its text prints: one that is written beside it does not say another. */
function statedNumbers(clauses: NonNullable<Draft['clauses']>): Finding[] {
  return clauses.flatMap(({ id, number, text }, i) => {
    const printed = printedInstead({ number, text });
    if (printed === null) return [];
    return [
      finding({
        file: 'plan/body.yaml',
        path: [i, 'number'],
        code: 'clause-number',
        what: `${id} 的序号和它印的不同`,
        found: `“${number}”`,
        expected: `“${printed}”（text 开头印的是 ${printed}）`,
        mend: '删掉 number 这一项，印在开头的序号程序自己认得；text 抄错了的，对照原件改 text。',
      }),
    ];
  });
}

/** A project has the number its clause prints, and stands under the heading the clause stands under. */
export const projectClauses: Rule = (draft) => {
  const { clauses } = draft;
  if (!clauses) return [];
  const ofProjects = draft.projects.flatMap((project) => {
    const file = fileOfProject(project);
    const at = clauses.findIndex((c) => c.id === project.clause);
    const clause = clauses[at];
    if (!clause) return [];
    const number = printedInstead(clause) ?? numberingOf(clause)?.printed ?? null;
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
  return [...statedNumbers(clauses), ...ofProjects];
};
