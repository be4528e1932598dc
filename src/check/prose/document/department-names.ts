import type { Department } from '#domain/plan/department.ts';
import type { Programme } from '#domain/programme/programme.ts';
import type { Project } from '#domain/programme/project.ts';
import { matchesIn } from '../../text/glance.ts';
import type { Range } from '../prose.ts';

/** A department where a text names it. */
export interface DepartmentMention extends Range {
  readonly id: string;
  readonly name: string;
}

/** Somebody else's department of the same name: a county's, a city's, a school's. */
const ELSEWHERE =
  /(?:(?:[市县区州]|中央|全国|团|自治区)(?:委|政府|里|上)?|[市县区乡镇]|大学|学院|学校|公司|集团|团中央|兄弟省|外省|自治区党委|党委|省委|当地)(?:的|本级|机关)?$/u;
/** 团省委, 省委 of the league itself. */
const OWN = /团省委(?:的|本级|机关)?$/u;

/** Who leads and who partners a project, and who stands beside it in the annex. */
export interface Duties {
  readonly project: Project;
  readonly lead: readonly string[];
  readonly partners: readonly string[];
  /** Those of either kind, and those of the annex. */
  readonly responsible: readonly string[];
  readonly label: string;
}

/** Names that stand for all the committees of the cities. */
const CITIES =
  '(?:\\d+|[一二三四五六七八九十]+)?(?:个)?(?:市级团委|团市委|城市的?团委|市的?团委|市级团组织)|各(?:市级团委|团市委|市的?团委)';

/** Finds departments by name, the longest first, and says who has which duty. */
export function departmentsOf(programme: Programme) {
  const { departments, clauses, cells, passages, projects } = programme;
  const cities = departments.find((d) => d.kind === 'cities');
  const named = departments.filter((d): d is Department => d.kind !== 'cities').map(({ id, name }) => ({ id, name }));
  // Bodies the roster names beside those that have duties: they lead nothing, but somebody may say they do.
  const known = new Set(named.map(({ name }) => name));
  const others = clauses
    .filter(({ role }) => role === 'roster')
    .flatMap(({ text }) =>
      text
        .replace(/^[^：]*：/u, '')
        .replace(/等(?:部门|单位).*$/u, '')
        .split('、'),
    )
    .filter((name) => /^\p{Script=Han}{2,10}[部办室社委心]$/u.test(name) && !known.has(name))
    .map((name) => ({ id: name, name }));
  const all = [...named, ...others].toSorted((a, b) => b.name.length - a.name.length);
  const byName = new Map(all.map((one) => [one.name, one]));
  const any = new RegExp(
    [...(cities ? [CITIES] : []), ...all.map(({ name }) => RegExp.escape(name))].join('|') || '(?!)',
    'gu',
  );

  const mentionsIn = (text: string): DepartmentMention[] =>
    matchesIn(text, any).flatMap(({ index: start, 0: word }): DepartmentMention[] => {
      const one = byName.get(word) ?? (cities ? { id: cities.id, name: cities.name } : null);
      const before = text.slice(Math.max(0, start - 12), start);
      const elsewhere = one?.id !== cities?.id && ELSEWHERE.test(before) && !OWN.test(before);
      return one && !elsewhere ? [{ ...one, start, end: start + word.length }] : [];
    });

  const nameOf = new Map(departments.map(({ id, name }) => [id, name]));
  const duties = new Map(
    projects.map((project): [string, Duties] => {
      const lines = new Set(project.lines.map(({ id }) => id));
      const inAnnex = new Set(cells.filter(({ line }) => lines.has(line)).flatMap((cell) => cell.departments));
      const beside = departments.filter(({ name }) => inAnnex.has(name));
      return [
        project.id,
        {
          project,
          lead: project.lead,
          partners: project.partners ?? [],
          responsible: [...project.lead, ...(project.partners ?? []), ...beside.map(({ id }) => id)],
          label: passages.get(project.clause)?.label ?? project.clause,
        },
      ];
    }),
  );
  return { mentionsIn, duties, names: (ids: readonly string[]) => ids.map((id) => nameOf.get(id) ?? id).join('、') };
}

/** Departments with their names and duties. */
export type KnownDepartments = ReturnType<typeof departmentsOf>;
