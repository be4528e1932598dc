import type { Draft } from '#check/rules/draft.ts';
import { type Place, placeSchema } from '#domain/places/place.ts';
import { pinyinId } from '#format/pinyin.ts';
import type { Part } from './content-files.ts';

/** Ids of a group with one text of each entry, as they stand in the file; null where the group could not be read. */
export function stringsOf(raw: unknown, key: string): Map<string, string> | null {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  return new Map(
    Object.entries(raw).map(([id, entry]) => {
      const value = (entry as Record<string, unknown> | null)?.[key];
      return [id, typeof value === 'string' ? value : ''] as const;
    }),
  );
}

const ID = /^[a-z][a-z0-9-]*$/;

/** The places that can be used: all of them, or of a file with mistakes those entries that have none. */
export function placesOf(
  part: Part<Record<string, Omit<Place, 'id'>>>,
): Pick<Draft, 'places' | 'placesWhole' | 'knownPlaces'> {
  const raw = typeof part.raw === 'object' && part.raw !== null && !Array.isArray(part.raw) ? part.raw : {};
  const entries = Object.entries(part.value ?? raw);
  const places = entries.flatMap(([id, entry]): Place[] => {
    if (!ID.test(id)) return [];
    const { success, data } = placeSchema.safeParse(entry);
    return success ? [{ id, ...data }] : [];
  });
  const knownPlaces = stringsOf(part.raw, 'level');
  // An id of no proper form is told as such; references to the right form of it are no second mistake.
  for (const [id, level] of knownPlaces ?? []) {
    if (ID.test(id)) continue;
    knownPlaces?.delete(id);
    const meant = pinyinId(id);
    if (meant !== '' && !knownPlaces?.has(meant)) knownPlaces?.set(meant, level);
  }
  return { places, placesWhole: part.value !== null, knownPlaces };
}
