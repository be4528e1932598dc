import type { DataPath } from '../finding.ts';
import { type Draft, fileOfProject } from './draft.ts';

/** One place of the content that points into the document, with the words it claims stand there. */
interface Citation {
  readonly file: string;
  /** Path of the locator; the quote stands beside it as `quote`. */
  readonly path: DataPath;
  readonly locator: string;
  readonly quote?: string;
  /** The number that the quote has to hold. */
  readonly number?: number;
}

interface Quoted {
  readonly source: string;
  readonly quote: string;
}

function fromProjects(draft: Draft): Citation[] {
  return draft.projects.flatMap((project) => {
    const file = fileOfProject(project);
    const quoted = (path: DataPath, { source, quote }: Quoted, number?: number): Citation => ({
      file,
      path: [...path, 'source'],
      locator: source,
      quote,
      ...(number === undefined ? {} : { number }),
    });
    return [
      { file, path: ['field'], locator: project.field },
      { file, path: ['clause'], locator: project.clause },
      ...project.lines.flatMap((line, i): Citation[] => [
        ...(line.row ? [{ file, path: ['lines', i, 'row'], locator: line.row }] : []),
        ...(line.text_targets ?? []).map((t, j) => quoted(['lines', i, 'text_targets', j], t, t.quantity)),
        ...(line.unit_cost ? [quoted(['lines', i, 'unit_cost'], line.unit_cost, line.unit_cost.amount)] : []),
      ]),
      ...(project.statements ?? []).map((s, i) => quoted(['statements', i], s, s.value)),
      ...(project.wordings ?? []).flatMap((w, i) => [
        quoted(['wordings', i, 'text'], w.text),
        quoted(['wordings', i, 'annex'], w.annex),
      ]),
    ];
  });
}

function fromDepartments({ departments }: Draft): Citation[] {
  if (!departments) return [];
  const at = (locator: string, ...path: DataPath): Citation => ({ file: 'departments.yaml', path, locator });
  const { leading_group: group, office, systems } = departments;
  return [
    ...Object.entries(departments.departments).map(([id, d]) => at(d.source, 'departments', id, 'source')),
    ...(group?.clauses ?? []).map((c, i) => at(c, 'leading_group', 'clauses', i)),
    ...(office ? [at(office.clause, 'office', 'clause')] : []),
    ...(office?.duties ?? []).map((d, i) => at(d, 'office', 'duties', i)),
    ...(systems ?? []).map((s, i) => at(s.clause, 'systems', i, 'clause')),
  ];
}

/** Counts that the document is said to spell out: its words have to hold what the content, where it is whole, counts. */
function fromDocument({ document, pairings, projects, projectsWhole }: Draft): Citation[] {
  const counted = (ids: readonly string[] | undefined) => (ids ? { number: new Set(ids).size } : {});
  const all = projectsWhole ? projects : undefined;
  const numbers = {
    cities: counted(pairings?.map((p) => p.city)),
    counties: counted(pairings?.map((p) => p.county)),
    fields: counted(all?.map((p) => p.field)),
    projects: counted(all?.map((p) => p.id)),
  };
  return (['cities', 'counties', 'fields', 'projects'] as const).flatMap((what): Citation[] => {
    const said = document?.stated?.[what];
    if (!said) return [];
    const path = ['stated', what, 'source'];
    return [{ file: 'plan/document.yaml', path, locator: said.source, quote: said.quote, ...numbers[what] }];
  });
}

/** Everything in the content that points into the document. */
export function citationsOf(draft: Draft): Citation[] {
  const pairings = (draft.pairings ?? []).map(
    (pairing, i): Citation => ({ file: 'pairings.yaml', path: [i, 'source'], locator: pairing.source }),
  );
  return [...fromDocument(draft), ...pairings, ...fromDepartments(draft), ...fromProjects(draft)];
}
