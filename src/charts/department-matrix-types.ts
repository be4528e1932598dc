import type { Department } from '#domain/department.ts';
import type { Project } from '#domain/project.ts';
import type { Links } from './figure.ts';

export interface MatrixInput {
  readonly departments: readonly Department[];
  readonly projects: readonly Project[];
  readonly links: Links;
  readonly name: string;
  readonly title: string;
}
