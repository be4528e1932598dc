import { isUnit } from '#domain/places/place.ts';
import { annexCalled } from '#domain/plan/document-words.ts';
import { ordinalOf } from '#domain/plan/numbering.ts';
import { type DataPath, type Finding, finding } from '../finding.ts';
import { calledIn } from './called.ts';
import { type Draft, fileOfProject, type Rule } from './draft.ts';

interface Named {
  readonly id: string;
  readonly file: string;
  readonly path: DataPath;
  /** Within what it must not stand twice; everywhere where nothing is said. */
  readonly within?: string;
  /** What it is, and where, for the one that comes second. */
  readonly what: string;
}

function twice(all: readonly Named[], space: string, mend?: string): Finding[] {
  const first = new Map<string, Named>();
  return all.flatMap((named) => {
    const key = `${named.within ?? ''} ${named.id}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, named);
      return [];
    }
    return [
      finding({
        file: named.file,
        path: named.path,
        code: 'id-twice',
        what: `${space}“${named.id}”用了两次`,
        found: `${earlier.file} 里的${earlier.what}和这里的${named.what}`,
        expected: '各用各的',
        mend: mend ?? `给这里的${named.what}换一个 id；用到它的地方也要跟着改。`,
      }),
    ];
  });
}

/** Ids share one space, for the addresses of facts are made of them. */
function idsOf(draft: Draft): Named[] {
  const { line } = calledIn(draft);
  const level = draft.site?.own_level;
  // A unit may itself be the programme's own level; an area never is.
  const same = draft.places.some((place) => place.id === level?.id && isUnit(place));
  const own = level && !same ? [{ id: level.id, file: 'site.yaml', path: ['own_level', 'id'], what: '本级' }] : [];
  const aiding = draft.site?.aiding;
  return [
    ...own,
    ...(aiding ? [{ id: aiding.id, file: 'site.yaml', path: ['aiding', 'id'], what: '援助一方' }] : []),
    ...draft.places.map(({ id }): Named => ({ id, file: 'places.yaml', path: [id], what: '地方' })),
    ...Object.keys(draft.departments?.departments ?? {}).map(
      (id): Named => ({ id, file: 'departments.yaml', path: ['departments', id], what: '部门' }),
    ),
    ...draft.projects.flatMap((project) => {
      const file = fileOfProject(project);
      return [
        ...project.lines.map(({ id }, i): Named => ({ id, file, path: ['lines', i, 'id'], what: line })),
        ...(project.statements ?? []).map(
          ({ id }, i): Named => ({ id, file, path: ['statements', i, 'id'], what: '其他的数' }),
        ),
      ];
    }),
  ];
}

/** Addresses inside the document: paragraphs, tables, rows, notes. */
function addressesOf(draft: Draft): Named[] {
  const { document } = draft;
  return [
    ...(draft.clauses ?? []).map(({ id }, i): Named => ({ id, file: 'plan/body.yaml', path: [i, 'id'], what: '段落' })),
    ...(document?.imprint
      ? [{ id: document.imprint.id, file: 'plan/document.yaml', path: ['imprint', 'id'], what: '印发栏' }]
      : []),
    ...draft.tables.flatMap(({ file, table }): Named[] => [
      { id: table.id, file, path: ['id'], what: annexCalled(table.label) },
      ...table.rows.map((row, i): Named => {
        if ('line' in row) return { id: `${table.id}-${row.line}`, file, path: ['rows', i, 'line'], what: '行' };
        const id = row.county ? `${table.id}-${row.city}-${row.county}` : `${table.id}-${row.city}`;
        return { id, file, path: ['rows', i, 'city'], what: '行' };
      }),
      ...(table.notes ?? []).map(({ id }, i): Named => ({ id, file, path: ['notes', i, 'id'], what: '备注' })),
    ]),
  ];
}

/** A number of the plan that two projects claim below one heading: each heading may begin anew. */
function numbersOf(draft: Draft): Named[] {
  return draft.projects
    .toSorted((a, b) => (ordinalOf(a.number) ?? 0) - (ordinalOf(b.number) ?? 0) || a.id.localeCompare(b.id))
    .map(
      (project): Named => ({
        id: String(project.number),
        within: project.field,
        file: fileOfProject(project),
        path: ['number'],
        what: '项目',
      }),
    );
}

/** No id, no address and no project number is given twice. */
export const idsTwice: Rule = (draft) => [
  ...twice(idsOf(draft), 'id '),
  ...twice(addressesOf(draft), '出处编号'),
  ...twice(numbersOf(draft), '项目序号', '对照正文，改正其中一个项目的 number。'),
];
