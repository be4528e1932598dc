import type { Department } from '#domain/plan/department.ts';
import type { Project } from '#domain/programme/project.ts';
import type { Links } from '../kit/figure.ts';

export interface MatrixInput {
  readonly departments: readonly Department[];
  readonly projects: readonly Project[];
  readonly links: Links;
  readonly name: string;
  readonly title: string;
}
