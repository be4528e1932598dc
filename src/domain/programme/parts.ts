import type { Journey } from '../places/journey.ts';
import type { Place } from '../places/place.ts';
import type { Cell } from '../plan/cell.ts';
import type { Department } from '../plan/department.ts';
import type { Clause, PlanDocument } from '../plan/plan.ts';
import type { Project } from './project.ts';
import type { Words } from './words.ts';

/** What facts are made of. */
export interface ProgrammeParts {
  readonly words: Words;
  readonly document: PlanDocument;
  readonly clauses: readonly Clause[];
  readonly cells: readonly Cell[];
  readonly places: ReadonlyMap<string, Place>;
  readonly journeys: readonly Journey[];
  readonly projects: readonly Project[];
  readonly departments: readonly Department[];
}
