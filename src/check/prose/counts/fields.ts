import type { Programme } from '#domain/programme/programme.ts';
import type { ProseFinding } from '../prose.ts';
import { literal, SUBSET } from './scope.ts';
import { type CountedThing, countFinding } from './sentences.ts';
import { fieldsOf, writtenAt } from './things.ts';

/** Counts of the projects under one heading: 甲行动有4个项目. null where the count is no such one. */
export function fieldProjects(programme: Programme) {
  const fields = fieldsOf(programme).filter(({ name }) => name.length > 2);
  const names = fields.map(({ name }) => `${literal(name.replace(/(?:行动|工程)$/u, ''))}(?:行动|工程)?`).join('|');
  const subject = new RegExp(
    `(?<name>${names})[”》]?(?:里|中|下面|下|方面|一类)?(?:一共|总共|共|的|有|包括|包含|下设|设|分|安排了?|列了|列出了?|占了?|项目|是)*$`,
    'u',
  );
  const mentioned = new RegExp(names, 'u');
  return ({ count, noun, before, clause, sentence }: CountedThing): ProseFinding[] | null => {
    if ((noun.kind !== 'projects' && noun.kind !== 'tasks') || names === '') return null;
    const { name } = subject.exec(before.slice(-60))?.groups ?? {};
    // A heading somewhere in the clause: the count is not of the whole plan.
    if (!name) return mentioned.test(clause) ? [] : null;
    const field = fields.find((f) => f.name.startsWith(name.replace(/(?:行动|工程)$/u, '')));
    if (!field || SUBSET.test(clause)) return [];
    const { length } = field.projects;
    if ([length, field.projects.flatMap((p) => p.lines).length].includes(count.value)) return [];
    // Two headings before it: the sum of both.
    if ((clause.match(new RegExp(names, 'gu')) ?? []).length > 1) return [];
    return [
      countFinding(
        sentence,
        { start: count.start, end: count.end + noun.length },
        {
          severity: 'error',
          what: `“${field.name}”的项目数和通知不同`,
          expected: `${length}个项目（${field.projects.map((p) => p.short).join('、')}）`,
          written: writtenAt(programme, [field.locator]),
        },
      ),
    ];
  };
}
