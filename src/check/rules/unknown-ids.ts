import type { Pairing } from '#domain/places/pairing.ts';
import { type DataPath, type Finding, finding, shown } from '../finding.ts';
import { calledIn } from './called.ts';
import { type Draft, fileOfProject, type Rule } from './draft.ts';
import { idMend, meantId, namedThings } from './named-things.ts';
import { executorsOf, executorsSaid, levelWord, misplaced, type Role, roleWord } from './pairing-roles.ts';

/** A reference to a place: it exists, and it can stand in the role that is asked for here. */
function place(draft: Draft, file: string, path: DataPath, id: string, role?: Role, pairing?: Pairing): Finding[] {
  const known = draft.knownPlaces;
  if (known === null) return [];
  const actual = known.get(id);
  const { word, levels } = role === undefined ? { word: '地方', levels: null } : roleWord(draft, role);
  if (actual === undefined) {
    const all = namedThings(draft).place;
    const candidates = levels === null ? all : all.filter((one) => levels.has(known.get(one.id) ?? ''));
    const own = `先在 places.yaml 里加上这个${word}，或者改成那里有的 id。`;
    const mend = meantId(id, candidates) ? idMend(id, candidates) : idMend(id, all, own);
    const expected = `places.yaml 里有的${word} id`;
    return [finding({ file, path, code: 'unknown-place', what: `没有这个${word}`, found: shown(id), expected, mend })];
  }
  if (role === undefined || pairing === undefined || !misplaced(draft, pairing, role, id)) return [];
  const expected = `一个${word}`;
  const found = `${shown(id)}（places.yaml 里是${levelWord(draft, actual)}）`;
  const mend = `换成${word}的 id；如果 places.yaml 里的 level 写错了，就改那里。`;
  return [finding({ file, path, code: 'wrong-level', what: `这里要写${word}`, found, expected, mend })];
}

function executor(draft: Draft, file: string, path: DataPath, id: string): Finding[] {
  const known = executorsOf(draft);
  if (known === null || known.has(id)) return [];
  const mend = idMend(id, namedThings(draft).executor);
  const expected = executorsSaid(draft);
  return [
    finding({ file, path, code: 'unknown-executor', what: '没有这个执行单位', found: shown(id), expected, mend }),
  ];
}

function department(draft: Draft, file: string, path: DataPath, id: string): Finding[] {
  const known = draft.knownDepartments;
  if (known === null || known.has(id)) return [];
  const own = '先在 departments.yaml 里加上这个部门，或者改成那里有的 id。';
  const mend = idMend(id, namedThings(draft).department, own);
  return [
    finding({
      file,
      path,
      code: 'unknown-department',
      what: '没有这个部门',
      found: shown(id),
      expected: 'departments.yaml 里有的部门 id',
      mend,
    }),
  ];
}

/** A deed on the title slip is a line of some project. */
function deed(draft: Draft, id: string, index: number): Finding[] {
  if (draft.knownLines === null || draft.knownLines.has(id)) return [];
  return [
    finding({
      file: 'site.yaml',
      path: ['deeds', index],
      code: 'unknown-line',
      what: `没有这${calledIn(draft).lines}`,
      found: shown(id),
      expected: `projects/ 里某个项目的${calledIn(draft).line} id`,
      mend: idMend(id, namedThings(draft).line),
    }),
  ];
}

/** Every id that names a place, an executor or a department leads to one. (Lines of reports and locators have rules of their own.) */
export const unknownIds: Rule = (draft) => [
  ...(draft.site?.deeds ?? []).flatMap((id, i) => deed(draft, id, i)),
  ...(draft.site?.aided === undefined ? [] : place(draft, 'site.yaml', ['aided'], draft.site.aided)),
  ...(draft.pairings ?? []).flatMap((pairing, i) => [
    ...place(draft, 'pairings.yaml', [i, 'city'], pairing.city, 'city', pairing),
    ...place(draft, 'pairings.yaml', [i, 'county'], pairing.county, 'county', pairing),
    ...pairing.townships.flatMap((id, j) =>
      place(draft, 'pairings.yaml', [i, 'townships', j], id, 'townships', pairing),
    ),
  ]),
  ...draft.tables.flatMap(({ file, table }) =>
    table.kind === 'pairings'
      ? table.rows.flatMap((row, i) => [
          ...place(draft, file, ['rows', i, 'city'], row.city, 'city'),
          ...(row.with ?? []).flatMap((id, j) => place(draft, file, ['rows', i, 'with', j], id, 'city')),
          ...(row.county === undefined ? [] : place(draft, file, ['rows', i, 'county'], row.county, 'county')),
        ])
      : table.years.flatMap((year, i) =>
          year.executors.flatMap(({ id }, j) => executor(draft, file, ['years', i, 'executors', j, 'id'], id)),
        ),
  ),
  ...draft.projects.flatMap((project) => {
    const file = fileOfProject(project);
    return [
      ...project.lead.flatMap((id, i) => department(draft, file, ['lead', i], id)),
      ...project.partners.flatMap((id, i) => department(draft, file, ['partners', i], id)),
      ...project.lines.flatMap((line, i) =>
        (line.executors ?? []).flatMap((id, j) => executor(draft, file, ['lines', i, 'executors', j], id)),
      ),
    ];
  }),
];
