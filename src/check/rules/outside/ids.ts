import { type DataPath, type Finding, finding, shown } from '../../finding.ts';
import { type Draft, fileOfCoverage, fileOfFacts, type Rule, SOURCES_FILE } from '../draft.ts';
import { idMend, type Named, namedThings } from '../named-things.ts';

/** Places of the content and the giving side as a whole; null where nobody knows which there are. */
function placesOf(draft: Draft): readonly Named[] | null {
  if (draft.knownPlaces === null || draft.site === null) return null;
  const { aiding } = draft.site;
  return [...namedThings(draft).place, ...(aiding ? [{ id: aiding.id, names: [aiding.name] }] : [])];
}

function unknownPlace(draft: Draft, file: string, path: DataPath, id: string, found: string): Finding[] {
  const known = placesOf(draft);
  if (known === null || known.some((one) => one.id === id)) return [];
  const own = '先在 places.yaml 里加上这个地方，或者改成那里有的 id。';
  const expected = 'places.yaml 里有的 id，或者 site.yaml 里 aiding 的 id';
  const mend = idMend(id, known, own);
  return [finding({ file, path, code: 'unknown-place', what: '没有这个地方', found, expected, mend })];
}

function unknownProjects(draft: Draft, file: string, path: DataPath, ids: readonly string[] = []): Finding[] {
  if (!draft.projectsWhole) return [];
  const known = namedThings(draft).project;
  return ids.flatMap((id, i) => {
    if (known.some((one) => one.id === id)) return [];
    const words = { what: '没有这个项目', found: shown(id), expected: 'projects/ 里有的项目 id（文件名）' };
    return [finding({ file, path: [...path, i], code: 'unknown-project', ...words, mend: idMend(id, known) })];
  });
}

function unknownSource(draft: Draft, file: string, path: DataPath, id: string): Finding[] {
  const { knownSources } = draft;
  if (knownSources === null || knownSources.has(id)) return [];
  const known = [...knownSources].map((one) => ({ id: one, names: [] }));
  const own = `先把来源写进 ${SOURCES_FILE}，或者写 coverage/ 里一篇报道的 id。`;
  const words = {
    what: '没有这个来源',
    found: shown(id),
    expected: `${SOURCES_FILE} 里的 id，或者 coverage/ 里的文件名`,
  };
  return [finding({ file, path, code: 'unknown-source', ...words, mend: idMend(id, known, own) })];
}

/** An id that says where the fact stands stays one wherever it is cited: its place, a hyphen, what makes it one. */
function strayId(file: string, place: string, id: string): Finding[] {
  if (id.startsWith(`${place}-`)) return [];
  const words = { what: '站外事实的 id 要以地方开头', now: `是${shown(id)}`, should: `以 ${place}- 开头` };
  const mend = `改成 ${place}-1 这样，号码接着往下排；删掉的号码不再用。`;
  return [finding({ file, path: [id], on: 'key', code: 'stray-fact-id', ...words, mend })];
}

/** What facts and reports of others name is there: places, projects, sources. */
export const outsideIds: Rule = (draft) => [
  ...draft.outside.flatMap(({ place, facts }) => {
    const file = fileOfFacts({ place });
    return [
      ...unknownPlace(draft, file, [], place, `文件名里的${shown(place)}`),
      ...Object.entries(facts).flatMap(([id, { projects, source, also = [] }]) => [
        ...strayId(file, place, id),
        ...unknownProjects(draft, file, [id, 'projects'], projects),
        ...unknownSource(draft, file, [id, 'source'], source),
        ...also.flatMap((one, i) => unknownSource(draft, file, [id, 'also', i], one)),
      ]),
    ];
  }),
  ...draft.coverage.flatMap((report) => {
    const file = fileOfCoverage(report);
    return [
      ...(report.places ?? []).flatMap((id, i) => unknownPlace(draft, file, ['places', i], id, shown(id))),
      ...unknownProjects(draft, file, ['projects'], report.projects),
    ];
  }),
];
