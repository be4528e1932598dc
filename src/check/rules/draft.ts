import type { WrittenSource } from '#domain/outside/citation.ts';
import type { WrittenCoverage } from '#domain/outside/coverage.ts';
import type { WrittenFact } from '#domain/outside/outside-fact.ts';
import type { ClothFixed } from '#domain/places/cloth.ts';
import type { Pairing } from '#domain/places/pairing.ts';
import type { Place } from '#domain/places/place.ts';
import type { RiverMapWideLayout } from '#domain/places/river-map-layout.ts';
import type { RiverMapPhoneLayout } from '#domain/places/river-map-phone-layout.ts';
import type { Waters } from '#domain/places/waters.ts';
import type { Departments } from '#domain/plan/department.ts';
import type { Passage } from '#domain/plan/locator.ts';
import type { Clause, PlanDocument, PlanTable } from '#domain/plan/plan.ts';
import type { Project } from '#domain/programme/project.ts';
import type { Report } from '#domain/programme/report.ts';
import type { Site } from '#domain/programme/site.ts';
import type { DataPath, Finding } from '../finding.ts';

/** A table of the document with the file it was read from. */
export interface FiledTable {
  readonly file: string;
  readonly table: PlanTable;
}

/** What is said of one place from outside the document; the place is the name of the file. */
export interface FiledFacts {
  readonly place: string;
  readonly facts: Readonly<Record<string, WrittenFact>>;
}

/**
 * Content while it is being checked: the parts that passed their own schema. null = the file is missing or failed;
 * rules that need it keep silent, so that one mistake is not told twice.
 */
export interface Draft {
  readonly site: Site | null;
  readonly document: PlanDocument | null;
  readonly clauses: readonly Clause[] | null;
  /** Those that passed; `tablesWhole` says whether that is all of them. */
  readonly tables: readonly FiledTable[];
  readonly tablesWhole: boolean;
  readonly places: readonly Place[];
  readonly placesWhole: boolean;
  readonly pairings: readonly Pairing[] | null;
  readonly projects: readonly Project[];
  readonly projectsWhole: boolean;
  readonly departments: Departments | null;
  readonly reports: readonly Report[];
  readonly outside: readonly FiledFacts[];
  readonly sources: Readonly<Record<string, WrittenSource>>;
  readonly coverage: readonly WrittenCoverage[];
  /** Ids of every source there is, also of those that failed; null where that is not known. */
  readonly knownSources: ReadonlySet<string> | null;
  readonly waters: Waters | null;
  /** Whether there is such a file at all, passed or not. */
  readonly watersExist: boolean;
  readonly wide: RiverMapWideLayout | null;
  readonly phone: RiverMapPhoneLayout | null;
  readonly cloth: ClothFixed | null;
  /** Every address of the document that could be read, with its words. */
  readonly passages: ReadonlyMap<string, Passage>;
  /**
   * Ids as they stand in the files, whether or not the entry behind them passed: id → level (or name). null where
   * the file could not be read at all, so nothing can be called unknown.
   */
  readonly knownPlaces: ReadonlyMap<string, string> | null;
  readonly knownLines: ReadonlySet<string> | null;
  readonly knownDepartments: ReadonlyMap<string, string> | null;
  /** The day that counts as today, `YYYY-MM-DD`. */
  readonly today: string;
}

/** One kind of rule: looks at the draft, tells what it finds, changes nothing. */
export type Rule = (draft: Draft) => Finding[];

export const fileOfProject = (project: { readonly id: string }) => `projects/${project.id}.yaml`;
export const fileOfReport = (report: Pick<Report, 'id' | 'sample'>) =>
  `${report.sample ? 'samples/' : ''}reports/${report.id}.yaml`;
/** A publication that the content cites, and where it is written down. */
export interface FiledCitation {
  readonly file: string;
  readonly path: DataPath;
  readonly id: string;
  readonly source: Omit<WrittenSource, 'note'>;
}

/** Everything that others published and the content cites: the sources of facts, and the reports. */
export const citationsOf = (draft: Pick<Draft, 'sources' | 'coverage'>): FiledCitation[] => [
  ...draft.coverage.map((source) => ({ file: fileOfCoverage(source), path: [], id: source.id, source })),
  ...Object.entries(draft.sources).map(([id, source]) => ({ file: SOURCES_FILE, path: [id], id, source })),
];

export const SOURCES_FILE = 'outside/sources.yaml';
export const fileOfFacts = ({ place }: Pick<FiledFacts, 'place'>) => `outside/${place}.yaml`;
export const fileOfCoverage = ({ id }: Pick<WrittenCoverage, 'id'>) => `coverage/${id}.yaml`;

/** Whether enough of the document was read to say that an address does not exist. */
export function canJudge(draft: Draft, locator: string): boolean {
  return locator.startsWith('a')
    ? draft.tablesWhole
    : draft.clauses !== null && draft.document !== null && draft.tablesWhole;
}
