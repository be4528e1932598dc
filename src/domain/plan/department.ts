import { z } from 'zod';
import { locatorSchema } from './plan.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** `content/departments.yaml`: who leads, who partners, and the working rules of the plan. */
export const departmentsSchema = z.strictObject({
  /** Departments and other bodies by id; a `kind: cities` entry stands for all city committees together. */
  departments: z.record(
    id,
    z.strictObject({
      /** Exactly as the clauses write it. */
      name: z.string().min(1),
      kind: z.enum(['department', 'cities', 'other']).optional(),
      /** Where the document names it. */
      source: locatorSchema,
    }),
  ),
  /** The leading group: clauses that set it up and name its people, in order. */
  leading_group: z.strictObject({ clauses: z.array(locatorSchema).min(1), stated: z.string().min(2) }).optional(),
  /** Its office and the duties of the office. */
  office: z.strictObject({ clause: locatorSchema, duties: z.array(locatorSchema) }).optional(),
  /** The working rules, and what this site contributes to each. */
  systems: z.array(z.strictObject({ clause: locatorSchema, short: z.string(), gives: z.string().min(4) })).optional(),
});

export type Departments = z.output<typeof departmentsSchema>;
export type Department = Departments['departments'][string] & { readonly id: string };
