import { z } from 'zod';

/** What a sourced statement from outside the notice must name: where it was read. */
const source = z.string().min(4);

/**
 * One place of `content/places.yaml`, keyed by its id (toneless pinyin of the notice's form of the name).
 * Everything but the level and the notice's name is optional: a missing value stays missing and is shown as 待补, never guessed.
 */
export const placeSchema = z.strictObject({
  /** `region` is the whole that is aided; it belongs to no pairing. */
  level: z.enum(['city', 'county', 'township', 'region']),
  /** The name exactly as the notice writes it. */
  name: z.string().min(1),
  /** The full name in use today, where it differs or is longer. */
  name_today: z.string().min(1).optional(),
  /** Since when today's name is in use, in a reader's words, with its source. */
  name_since: z.strictObject({ text: z.string().min(2), source }).optional(),
  former_names: z.array(z.string().min(1)).optional(),
  /** Spellings in Latin letters used by others: for search and for the curious. */
  romanisations: z.array(z.string().min(1)).optional(),
  /** The name in Tibetan script; never machine-made. */
  name_bo: z.strictObject({ text: z.string().min(1), source }).optional(),
  /** Administrative division code, digits as a string. */
  code: z.strictObject({ value: z.string().regex(/^\d{6}(\d{3})?$/), source }).optional(),
  /** Degrees, WGS84. Only for cities and counties; townships are never placed as points. */
  position: z
    .strictObject({
      lon: z.number(),
      lat: z.number(),
      datum: z.literal('WGS84'),
      source,
      confidence: z.enum(['high', 'medium', 'low']),
    })
    .optional(),
  /** Metres above sea level; `approximate` where the model is coarse, shown as 约. */
  elevation: z.strictObject({ metres: z.number(), source, approximate: z.boolean().optional() }).optional(),
});

/** `content/places.yaml`: id → place. */
export const placesSchema = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), placeSchema);

/** A place with its id. */
export type Place = z.output<typeof placeSchema> & { readonly id: string };

/** The name in use today: the notice's own where nothing else is known. */
export function nameToday(place: Place): string {
  return place.name_today ?? place.name;
}
