import type { Place } from '#domain/places/place.ts';
import { UNVERIFIED } from '#format/status.ts';

/** What a drawing says where a Tibetan name on it is not confirmed: ；藏文名待核. Empty where every one is, or none stands there. */
export function tibetanNote(places: readonly Pick<Place, 'name_bo'>[]): string {
  return places.some((place) => place.name_bo?.unverified) ? `；藏文名${UNVERIFIED}` : '';
}

/** Where the Tibetan names of a drawing come from, each source once, with 待核 where it is not confirmed. */
export function tibetanSources(places: readonly Pick<Place, 'name_bo'>[]): string {
  const sources = places.flatMap(({ name_bo }) =>
    name_bo ? [name_bo.unverified ? `${name_bo.source}（${UNVERIFIED}）` : name_bo.source] : [],
  );
  return [...new Set(sources)].join('、');
}
