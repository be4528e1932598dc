import type { z } from 'zod';
import { type Referred, referredBy } from '#domain/plan/reference.ts';

/** The parts of a zod schema that are walked here, whatever kind it is. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
}

const definition = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** Takes optional, nullable, default off a schema and says whether they were there. */
function bare(schema: z.ZodType): { schema: z.ZodType; optional: boolean; nullable: boolean } {
  let [inner, optional, nullable] = [schema, false, false];
  for (;;) {
    const def = definition(inner);
    if (def.type === 'optional' || def.type === 'default') optional = true;
    else if (def.type === 'nullable') nullable = true;
    const next = def.innerType ?? def.in;
    if (!next) return { schema: inner, optional, nullable };
    inner = next;
  }
}

/** Of a choice, the branch that the value was meant for: by its discriminator, or the one with keys for a group of keys. */
function branch(schema: z.ZodType, value: unknown): z.ZodType {
  const { type, options, discriminator } = definition(schema);
  if (type !== 'union' || !options) return schema;
  const isGroup = typeof value === 'object' && value !== null;
  const kind = isGroup && discriminator ? (value as Record<string, unknown>)[discriminator] : undefined;
  const chosen = options.find((option) => {
    const { shape } = definition(bare(option).schema);
    if (!isGroup) return !shape;
    if (!shape) return false;
    return !discriminator || definition(bare(shape[discriminator] ?? option).schema).values?.includes(kind) === true;
  });
  return bare(chosen ?? options[0] ?? schema).schema;
}

/** What a schema says about one place in the data. */
interface SchemaPlace {
  /** Keys allowed there, of a group with fixed keys or of one whose keys are a choice; else null. */
  readonly keys: readonly string[] | null;
  readonly optional: boolean;
  readonly nullable: boolean;
  /** What an id there names; null where it names nothing. */
  readonly refersTo: Referred | null;
}

/** Looks up what a schema says at a path; null where it knows no such place. */
export function schemaAt(root: z.ZodType, path: readonly PropertyKey[], data: unknown): SchemaPlace | null {
  let place = bare(root);
  let value = data;
  let schema = branch(place.schema, value);
  for (const step of path) {
    const def = definition(schema);
    const next = def.shape?.[String(step)] ?? def.valueType ?? def.element ?? def.items?.[Number(step)];
    if (!next) return null;
    value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined;
    place = bare(next);
    schema = branch(place.schema, value);
  }
  const { shape, keyType } = definition(schema);
  const entries = keyType && definition(keyType).entries;
  const keys = shape ? Object.keys(shape) : entries ? Object.values(entries) : null;
  return { keys, optional: place.optional, nullable: place.nullable, refersTo: referredBy(place.schema) };
}
