import type { Programme } from '#domain/programme/programme.ts';
import { literal, type NamedPairing, namedIn } from './scope.ts';
import type { CountedThing } from './sentences.ts';
import type { Thing } from './things.ts';

/** Projects told apart by something else than being in the plan. */
const SOME_PROJECTS =
  /数(?!据)|定量|金额|月份|时间|牵头|配合|部门|空着|空格|都有|每年|本级|各市|分头|重点(?!项目)|民生|建设项目|招商/u;

/**
 * What a count of projects, tasks or task lines is compared with: all of them, or those of the annex that the sentence
 * names. null where it speaks of some of them only: of one year, of one city, of those with a number.
 */
export function projectCounts(programme: Programme, pairings: readonly NamedPairing[]) {
  const { projects, targetTables, document } = programme;
  const projectOf = new Map(projects.flatMap((p) => p.lines.map((l) => [l.id, p.id] as const)));
  const size = (rows: readonly { line: string }[]) => new Set(rows.map((r) => projectOf.get(r.line))).size;
  const tables = targetTables.map(({ label, rows }): Thing & { label: string; direct: RegExp } => ({
    label,
    direct: new RegExp(`${literal(label)}(?:里|中|上)?(?:列出了?|列了|列有|有|的|共|一共)*$`, 'u'),
    counts: [...new Set([size(rows), rows.length])],
    right: size(rows) === rows.length ? `${size(rows)}个项目` : `${size(rows)}个项目、${rows.length}个任务行`,
    written: label,
  }));
  const inAnnexes = [...tables.flatMap((t) => t.counts), size(targetTables.flatMap((t) => t.rows))];
  const oneYear = new RegExp(
    `(?<![—–~～至到-])(?:${document.years.join('|')})年(?![\\d—–~～至到和、-]|\\d*月|印发|下发|发布|出台|制定)`,
    'u',
  );
  return ({ sentence, clause, before }: CountedThing, thing: Thing): Thing | null => {
    const named = namedIn(clause, pairings).named.length;
    if ((named > 0 && named < pairings.length) || SOME_PROJECTS.test(clause) || oneYear.test(clause)) return null;
    const direct = tables.find((t) => t.direct.test(before));
    if (direct) return direct;
    return /附件|任务表|表/u.test(sentence.text) ? { ...thing, counts: [...thing.counts, ...inAnnexes] } : thing;
  };
}
