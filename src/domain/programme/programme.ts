import type { Correction } from '../corrections/correction.ts';
import type { DataRelease } from '../data-releases/data-release.ts';
import { correctedFacts } from '../data-releases/fact-history.ts';
import { allFacts } from '../facts/all.ts';
import type { Fact } from '../facts/fact.ts';
import type { Coverage } from '../outside/coverage.ts';
import type { OutsideFact } from '../outside/outside-fact.ts';
import type { ClothFixed } from '../places/cloth.ts';
import { journeysOf } from '../places/journey.ts';
import type { Pairing } from '../places/pairing.ts';
import type { Place } from '../places/place.ts';
import type { RiverMapWideLayout } from '../places/river-map-layout.ts';
import type { RiverMapPhoneLayout } from '../places/river-map-phone-layout.ts';
import type { Waters } from '../places/waters.ts';
import { cellsOf, membersOf, totalsAlone } from '../plan/cell.ts';
import type { Departments } from '../plan/department.ts';
import { type LineYear, lineYearsOf } from '../plan/line-year.ts';
import { type Passage, passagesOf } from '../plan/locator.ts';
import { numberOfProject } from '../plan/numbering.ts';
import type { Clause, PlanDocument, PlanTable, TargetTable } from '../plan/plan.ts';
import type { Tombstone } from '../release/tombstone.ts';
import type { Synonyms } from '../search/synonyms.ts';
import type { Story } from '../stories/story.ts';
import type { ProgrammeParts } from './parts.ts';
import { type ProgressRow, progressOf } from './progress.ts';
import type { Line, Project } from './project.ts';
import type { Report } from './report.ts';
import type { Site } from './site.ts';
import { wordsOf } from './words.ts';

/** The content as it was read: each part has passed its own schema, nothing has been compared yet. */
export interface Content {
  readonly site: Site;
  readonly document: PlanDocument;
  readonly clauses: readonly Clause[];
  /** In the order of `document.annexes`. */
  readonly tables: readonly PlanTable[];
  readonly places: readonly Place[];
  readonly pairings: readonly Pairing[];
  readonly projects: readonly Project[];
  readonly departments: Departments;
  readonly reports: readonly Report[];
  /** What sources outside the document say, place by place, in the order in which a page shows it. */
  readonly outside: readonly OutsideFact[];
  /** What others published, the direct ones first. */
  readonly coverage: readonly Coverage[];
  readonly waters: Waters | null;
  readonly wide: RiverMapWideLayout | null;
  readonly phone: RiverMapPhoneLayout | null;
  readonly cloth: ClothFixed | null;
  /** What was put right after it was published, newest first; what was put right in a story stands in the story. */
  readonly corrections: readonly Correction[];
  /** The figures as they were on a day, kept for good; the oldest first. */
  readonly dataReleases: readonly DataRelease[];
  /** Words that mean the same in search. */
  readonly synonyms: Synonyms;
  /** Those that are out, in no order that matters: see `domain/story-order.ts`. */
  readonly stories: readonly Story[];
  /** Addresses of stories that are not there any more. */
  readonly tombstones: readonly Tombstone[];
}

/** Everything the pages show, joined: the one object that views hand on. */
export interface Programme extends ProgrammeParts {
  readonly content: Content;
  readonly site: Site;
  readonly tables: readonly PlanTable[];
  readonly targetTables: readonly TargetTable[];
  /** Every address of the document with its words. */
  readonly passages: ReadonlyMap<string, Passage>;
  readonly lines: ReadonlyMap<string, Line>;
  readonly progress: readonly ProgressRow[];
  readonly lineYears: readonly LineYear[];
  readonly facts: ReadonlyMap<string, Fact>;
  /** By the ids of facts that were put right, or follow from one that was, the newest correction. */
  readonly corrected: ReadonlyMap<string, Correction>;
  /** Name of an executor: of a giver or a receiver, or of the programme's own level. */
  readonly executorName: (id: string) => string;
}

/** Who reports on a line that the document leaves open, where its project names nobody: the own level, else the givers. */
export const defaultExecutors = ({ site, pairings }: Pick<Content, 'site' | 'pairings'>): readonly string[] =>
  site.own_level ? [site.own_level.id] : [...new Set(pairings.map(({ city }) => city))];

/** From this many on, all givers together are counted, not named. */
const MANY = 3;

/** The day up to which the numbers go, `YYYY-MM-DD`: that of the newest report, or of the document where there is none. */
export const dataDay = ({ document, reports }: Pick<Content, 'document' | 'reports'>): string =>
  [document.date, ...reports.map((report) => report.as_of)].toSorted().at(-1) ?? document.date;

/** Joins checked content into a programme. Ids that lead nowhere are the check's business and throw here. */
export function assemble(content: Content): Programme {
  const { site, document, clauses, tables } = content;
  const places = new Map(content.places.map((p) => [p.id, p]));
  const place = new Map(clauses.map(({ id }, i) => [id, i]));
  const projects = content.projects
    .map((p) => ({ ...p, number: numberOfProject(p.number, clauses[place.get(p.clause) ?? -1]) }))
    .toSorted((a, b) => (place.get(a.clause) ?? 0) - (place.get(b.clause) ?? 0));
  const targetTables = tables.filter((t) => t.kind === 'targets');
  const order = new Map(projects.flatMap((p) => p.lines).map((line, i) => [line.id, i]));
  const all = targetTables.flatMap((table) => [...cellsOf(table), ...totalsAlone(table)]);
  const cells = all.toSorted((a, b) => (order.get(a.line) ?? 0) - (order.get(b.line) ?? 0));
  const journeys = journeysOf(content.pairings, places);
  const departments = Object.entries(content.departments.departments).map(([id, d]) => ({ id, ...d }));
  const progress = progressOf(projects, cells, content.reports, document.years, defaultExecutors(content));
  const lineYears = lineYearsOf(progress);
  const words = wordsOf(document, tables, site.words, journeys);
  const parts: ProgrammeParts = { words, document, clauses, cells, places, journeys, projects, departments };
  const nameOf = (id: string) => places.get(id)?.name ?? (id === site.own_level?.id ? site.own_level.name : id);
  const givers = new Set(journeys.map(({ city }) => city.id));
  const executorName = (id: string) => {
    const members = membersOf(id);
    // All who give, together: their names in a row would be longer than any column.
    const all = members.length === givers.size && members.length >= MANY && members.every((m) => givers.has(m));
    return all ? `${givers.size}${words.giver.measure}${words.giver.noun}` : members.map(nameOf).join('、');
  };
  const facts = allFacts(parts, progress, lineYears, executorName);
  return {
    ...parts,
    content,
    site,
    tables,
    targetTables,
    passages: passagesOf(clauses, tables, document.imprint),
    lines: new Map(projects.flatMap((p) => p.lines).map((l) => [l.id, l])),
    progress,
    lineYears,
    facts,
    corrected: correctedFacts(facts, content),
    executorName,
  };
}
