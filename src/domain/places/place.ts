import { z } from 'zod';
import { type LanguageName, languageNameSchema, writtenName } from './language-name.ts';

/** What a sourced statement from outside the notice must name: where it was read. */
const source = z.string().min(4);

/** Degrees are published to two decimals, about 1 km: more would claim what the sources do not agree on. */
const degrees = z
  .number()
  .refine(
    (value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6,
    '经纬度最多写两位小数（约1公里）：四舍五入以后再写',
  );

/** Areas, from the largest down; `region` is the whole that is aided and belongs to no pairing. */
export const AREA_LEVELS = ['city', 'county', 'township', 'region'] as const;
/** Units that are no area: an office, a department, a command at the front, an enterprise, a school, a hospital. */
export const UNIT_LEVELS = ['office', 'department', 'command', 'enterprise', 'school', 'hospital'] as const;
export const PLACE_LEVELS = [...AREA_LEVELS, ...UNIT_LEVELS] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

/** Whether a place is a unit that is no area: it has no code, no seat and no ending of its name to be taken off. */
export const isUnit = ({ level }: { readonly level: PlaceLevel }): boolean =>
  (UNIT_LEVELS as readonly string[]).includes(level);

/**
 * One place as `content/places.yaml` writes it, keyed by its id (toneless pinyin of the notice's form of the name).
 * Everything but the level and the notice's name is optional: a missing value stays missing and is shown as 待补, never guessed.
 */
export const writtenPlaceSchema = z.strictObject({
  /** What it is: an area, or an office, a school, … that gives, receives, carries out or reports as an area does. */
  level: z.enum(PLACE_LEVELS),
  /** The name exactly as the notice writes it. */
  name: z.string().min(1),
  /** The full name in use today, where it differs or is longer. */
  name_today: z.string().min(1).optional(),
  /** Since when today's name is in use, in a reader's words, with its source. */
  name_since: z.strictObject({ text: z.string().min(2), source }).optional(),
  former_names: z.array(z.string().min(1)).optional(),
  /** Spellings in Latin letters used by others: for search and for the curious. */
  romanisations: z.array(z.string().min(1)).optional(),
  /** Its names in other languages; the first stands where there is room for one. */
  names: z.array(languageNameSchema).optional(),
  /** The old spelling of a Tibetan one among them, and the first. */
  name_bo: z.strictObject(writtenName).optional(),
  /** Other spellings in Chinese that lists have used, each with its source. */
  other_spellings: z.array(z.strictObject({ text: z.string().min(1), source })).optional(),
  /** Administrative division code, digits as a string. */
  code: z.strictObject({ value: z.string().regex(/^\d{6}(\d{3})?$/), source }).optional(),
  /** Degrees, WGS84. Only for cities and counties; townships are never placed as points. */
  position: z
    .strictObject({
      lon: degrees,
      lat: degrees,
      datum: z.literal('WGS84'),
      source,
      confidence: z.enum(['high', 'medium', 'low']),
    })
    .optional(),
  /** Metres above sea level, of the seat; `approximate` where the model is coarse: then only the hundreds are printed. */
  elevation: z.strictObject({ metres: z.number(), source, approximate: z.boolean().optional() }).optional(),
});

/** One place: its names in other languages are one list, whichever key they were written under. */
export const placeSchema = writtenPlaceSchema.transform(({ name_bo, names = [], ...place }) => {
  const all: LanguageName[] = [...(name_bo ? [{ lang: 'bo' as const, ...name_bo }] : []), ...names];
  return all.length > 0 ? { ...place, names: all } : { ...place };
});

/** `content/places.yaml`: id → place. */
export const placesSchema = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), placeSchema);

/** A place with its id. */
export type Place = Omit<z.output<typeof writtenPlaceSchema>, 'name_bo'> & { readonly id: string };

/** The name in use today: the notice's own where nothing else is known. */
export function nameToday(place: Place): string {
  return place.name_today ?? place.name;
}

/** What a point and a height belong to: the seat, not the whole of a county or a city; a unit stands where it is. */
export function seatWord({ name, level }: Pick<Place, 'name' | 'level'>): string {
  // A prefecture, a league has no town of its own name.
  if (isUnit({ level }) || /(?:地区|州|盟)$/u.test(name)) return '';
  return level === 'county' && name.endsWith('县') ? '县城' : '城区';
}

/** Metres to which the sources agree on a height: tens where the model is fine, hundreds where it is coarse. */
export function heightStep({ elevation }: Pick<Place, 'elevation'>): number {
  return elevation?.approximate ? 100 : 10;
}

/** Whether the source of a height is a model of the ground, not a measurement. */
export const isHeightModel = (source: string): boolean => /高程模型|DEM|SRTM/iu.test(source);

/** Metres as they are printed, always with 约; null where no height is known. */
export function printedHeight(place: Pick<Place, 'elevation'>): number | null {
  const step = heightStep(place);
  return place.elevation ? Math.round(place.elevation.metres / step) * step : null;
}

/** Names of counties and districts without their last character, as they are said beside an arrow; never cut inside 自治县, nor the name of a unit. */
export const shortName = ({ name, level }: Pick<Place, 'name' | 'level'>): string =>
  name.length > 2 && !isUnit({ level }) ? name.replace(/(?<!自治)[县区市旗]$/, '') : name;
