import type { Programme } from '#domain/programme/programme.ts';
import type { ProseFinding } from '../prose.ts';
import { literal, SUBSET } from './scope.ts';
import { type CountedThing, countFinding } from './sentences.ts';
import { writtenAt } from './things.ts';

/** Counts of the projects that one department leads or partners: 甲部牵头3个项目. null where the count is no such one. */
export function ledProjects(programme: Programme) {
  const { departments, projects } = programme;
  const names = departments
    .map((d) => d.name)
    .toSorted((a, b) => b.length - a.length)
    .map(literal)
    .join('|');
  const subject = new RegExp(
    `(?<joint>[、和与及])?(?<name>${names})(?:一共|总共|共|还|也)*(?<role>牵头|配合)(?:承担|实施|负责|做)?(?:的|了|项目|一共|总共|共|有|是)*$`,
    'u',
  );
  return ({ count, noun, before, clause, after, sentence }: CountedThing): ProseFinding[] | null => {
    if (noun.kind !== 'projects') return null;
    const { joint, name, role } = subject.exec(before.slice(-60))?.groups ?? {};
    if (!name || !role) return null;
    const department = departments.find((d) => d.name === name);
    const theirs = projects.filter((p) => p[role === '牵头' ? 'lead' : 'partners'].includes(department?.id ?? ''));
    const doubtful =
      joint !== undefined || noun.modifier !== '' || SUBSET.test(clause) || /^(?:都|没|中|里)/.test(after);
    if (doubtful || theirs.length === count.value || theirs.length === 0) return [];
    return [
      countFinding(
        sentence,
        { start: count.start, end: count.end + noun.length },
        {
          severity: 'error',
          what: `${name}${role}的项目数和通知不同`,
          expected: `${theirs.length}个项目（${theirs.map((p) => p.short).join('、')}）`,
          written: writtenAt(
            programme,
            theirs.map((p) => p.clause),
          ),
        },
      ),
    ];
  };
}
