import { cellsOf } from '#domain/plan/cell.ts';
import type { Project } from '#domain/programme/project.ts';
import { didYouMean, listed } from '#domain/search/nearest.ts';
import { type Finding, finding } from '../finding.ts';
import { calledIn } from './called.ts';
import { type Draft, fileOfProject, type Rule } from './draft.ts';

/** Names after 牵头部门： or 配合部门： up to the next comma or the end of the bracket. null: the clause has no such words. */
function printed(text: string, word: '牵头' | '配合'): string[] | null {
  const names = new RegExp(`${word}(?:部门|单位)?：([^，；。）)]*)`).exec(text)?.[1];
  return names === undefined ? null : names.split('、').map((n) => n.trim());
}

function inAnnexes(draft: Draft, names: ReadonlySet<string>): Finding[] {
  return draft.tables.flatMap(({ file, table }) => {
    if (table.kind !== 'targets') return [];
    return cellsOf(table).flatMap((cell) =>
      cell.departments
        .filter((name) => !names.has(name))
        .map((name) =>
          finding({
            file,
            path: [
              'rows',
              table.rows.findIndex((r) => r.line === cell.line),
              'cells',
              cell.period.key,
              cell.executor,
              'departments',
            ],
            code: 'unknown-department',
            what: '没有这个部门',
            found: `“${name}”`,
            expected: 'departments.yaml 里有的部门名',
            mend: didYouMean(name, names) || '几个部门之间用顿号“、”隔开；确实是新部门，就加到 departments.yaml 里。',
          }),
        ),
    );
  });
}

function ofProject(draft: Draft, project: Project, nameOf: ReadonlyMap<string, string>): Finding[] {
  const text = draft.passages.get(project.clause)?.text;
  if (text === undefined) return [];
  const file = fileOfProject(project);
  // A clause that names no department at all leaves them to the annexes: nothing to compare, but worth a look.
  const silent = ![...nameOf.values()].some((name) => name !== '' && text.includes(name));
  return (['lead', 'partners'] as const).flatMap((key) => {
    const word = key === 'lead' ? '牵头' : '配合';
    const names = printed(text, word);
    const ids = project[key];
    const wrong = ids.flatMap((id, i) => {
      const name = nameOf.get(id);
      if (!name || (names ? names.includes(name) : text.includes(name))) return [];
      return [
        finding({
          file,
          path: [key, i],
          severity: silent ? 'warning' : 'error',
          code: 'department-not-in-clause',
          what: `正文没有写“${name}”${word}`,
          found: `“${id}”（${name}）`,
          expected: names ? `${project.clause} 写的${word}部门：${listed(names)}` : `${project.clause} 里写到的部门`,
          mend: silent
            ? `请核对出处；${calledIn(draft).annex}里写了责任部门的，可以不改。`
            : '对照正文改正；departments.yaml 里的 name 要与正文一字不差。',
        }),
      ];
    });
    const own = ids.map((id) => nameOf.get(id));
    const missing = (names ?? []).filter((name) => !own.includes(name));
    if (missing.length === 0 || own.some((name) => name === undefined)) return wrong;
    const base = { file, path: [key], code: 'department-missing', what: `少了正文写的${word}部门` };
    const mend = `在 ${key} 里补上它的 id；departments.yaml 里还没有就先加上。`;
    return [
      ...wrong,
      finding({
        ...base,
        found: `没有${listed(missing)}`,
        expected: `${project.clause} 写的${word}部门：${listed(names ?? [])}`,
        mend,
      }),
    ];
  });
}

/** Departments that annexes and clauses name are known, and a project has those that its clause names. */
export const namedDepartments: Rule = (draft) => {
  const known = draft.knownDepartments;
  if (known === null) return [];
  return [...inAnnexes(draft, new Set(known.values())), ...draft.projects.flatMap((p) => ofProject(draft, p, known))];
};
