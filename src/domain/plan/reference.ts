import { z } from 'zod';

/** What an id may name that stands elsewhere in the content. */
export type Referred = 'place' | 'project' | 'department' | 'line' | 'executor';

/** An id that names a thing of the content, so that whoever writes its name instead can be told the id. */
export const idOf = (referred: Referred) =>
  z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .meta({ refersTo: referred });

/** What the ids at a place of a schema name; null where they name nothing, or are new ones. */
export function referredBy(schema: z.ZodType): Referred | null {
  const refersTo = schema.meta()?.['refersTo'];
  return typeof refersTo === 'string' ? (refersTo as Referred) : null;
}
