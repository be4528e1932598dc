import type { Programme } from '#domain/programme/programme.ts';
import { literal, namedIn, namedPairings } from '../counts/scope.ts';
import { fieldsOf } from '../counts/things.ts';
import { leadsTo, type Ratio, ratio } from './share-parts.ts';

/** 过半的乡镇都在某县: a county's among all; null where no county stands behind the share. */
export function townshipRatios(programme: Programme): (sentence: string, end: number) => Ratio[] | null {
  const pairings = namedPairings(programme);
  const all = pairings.reduce((sum, p) => sum + p.townships, 0);
  return (sentence, end) => {
    const behind = sentence.slice(end, end + 20);
    if (!behind.includes('乡镇')) return null;
    const { named, first } = namedIn(behind, pairings);
    const [one, ...more] = named;
    return one && more.length === 0 && leadsTo(behind.slice(0, first)) ? ratio(one.townships, all) : null;
  };
}

/** Shares of townships and of projects: a county's among all, the towns among a county's, a department's or a field's. */
export function thingRatios(programme: Programme): (clause: string, sentence: string) => Ratio[] {
  const pairings = namedPairings(programme);
  const all = pairings.reduce((sum, p) => sum + p.townships, 0);
  const { projects, departments } = programme;
  const fields = fieldsOf(programme).map(({ name, projects: some }) => ({
    name: new RegExp(literal(name.replace(/(?:行动|工程)$/u, '')) || '(?!)', 'u'),
    count: some.length,
  }));
  const townships = (clause: string, sentence: string): Ratio[] => {
    if (!/乡|镇/u.test(sentence)) return [];
    const here = namedIn(clause, pairings).named;
    // 不到某县的一半: it is the whole, and the part is somebody else's.
    if (here.length > 0 && namedIn(clause, pairings).end >= clause.length - 1) return [];
    const [only, ...more] = here.length > 0 ? here : namedIn(sentence, pairings).named;
    const kind = /(?:^|[^乡])镇[^，。；]{0,6}$/u.test(clause)
      ? 'towns'
      : /乡(?!镇)[^，。；]{0,6}$/u.test(clause)
        ? 'villages'
        : null;
    if (kind !== null) {
      const some = only ? [only, ...more] : pairings;
      const [part, whole] = [some.reduce((sum, p) => sum + p[kind], 0), some.reduce((sum, p) => sum + p.townships, 0)];
      return ratio(part, whole);
    }
    return here.length > 0
      ? ratio(
          here.reduce((sum, p) => sum + p.townships, 0),
          all,
        )
      : [];
  };
  return (clause, sentence) => {
    if (!sentence.includes('项目')) return townships(clause, sentence);
    const department = departments.find(({ name }) => clause.includes(name));
    const role = clause.includes('配合') ? 'partners' : clause.includes('牵头') ? 'lead' : null;
    const led = department && role ? projects.filter((p) => p[role].includes(department.id)).length : 0;
    const field = fields.find(({ name }) => name.test(clause));
    return [...(led > 0 ? ratio(led, projects.length) : []), ...(field ? ratio(field.count, projects.length) : [])];
  };
}
