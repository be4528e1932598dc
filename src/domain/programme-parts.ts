import type { Cell } from './cell.ts';
import type { Department } from './department.ts';
import type { Journey } from './journey.ts';
import type { Place } from './place.ts';
import type { Clause, PlanDocument } from './plan.ts';
import type { Project } from './project.ts';

/** What facts are made of. */
export interface ProgrammeParts {
  readonly document: PlanDocument;
  readonly clauses: readonly Clause[];
  readonly cells: readonly Cell[];
  readonly places: ReadonlyMap<string, Place>;
  readonly journeys: readonly Journey[];
  readonly projects: readonly Project[];
  readonly departments: readonly Department[];
}
