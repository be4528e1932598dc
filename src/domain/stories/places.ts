import type { Journey, Thread } from '../places/journey.ts';
import { townshipsOf } from '../places/townships.ts';
import type { Story } from './story.ts';

/** What a story belongs to by its places. */
export interface StoryPlaces {
  readonly townships: readonly string[];
  readonly counties: readonly string[];
  readonly cities: readonly string[];
  /** The pairings those lie in, in the order of the plan. */
  readonly journeys: readonly Journey[];
}

/**
 * The places of a story with those above them: what happens in a township happens in its county, and belongs to the
 * city that is paired with it. A city alone brings no county with it: what it does at home concerns it only.
 */
export function placesOfStory({ places = [] }: Pick<Story, 'places'>, journeys: readonly Journey[]): StoryPlaces {
  const named = new Set(places);
  const all = journeys.flatMap((j) => townshipsOf(j).map((t) => t.place.id)).filter((id) => named.has(id));
  const townships = [...new Set(all)];
  const inCounty = (j: Journey) => named.has(j.county.id) || j.threads.some((t) => named.has(t.place.id));
  const touched = journeys.filter((j) => inCounty(j) || named.has(j.city.id));
  return {
    townships,
    counties: [...new Set(touched.filter(inCounty).map((j) => j.county.id))],
    cities: [...new Set(touched.map((j) => j.city.id))],
    journeys: touched,
  };
}

/** The threads a story is woven of: those of the pairings it tells of, or, where it tells of none for itself, all. */
export function weftOfStory(story: Pick<Story, 'places'>, all: readonly Journey[]): Thread[] {
  const { journeys } = placesOfStory(story, all);
  return (journeys.length > 0 ? journeys : all).flatMap(({ threads }) => threads);
}

/** Stripes for the cover of a story and the band beside its quotations. */
export const stripesOfStory = (story: Pick<Story, 'places'>, journeys: readonly Journey[]): number[] =>
  weftOfStory(story, journeys).map(({ stripe }) => stripe);
