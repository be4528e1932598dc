import { townshipsOf } from '#domain/places/townships.ts';
import type { Programme } from '#domain/programme/programme.ts';
import type { Routes } from './routes.ts';

/** Whether a place lies below a receiver: then it has a page of its own. */
export const isThird = ({ journeys }: Pick<Programme, 'journeys'>, id: string): boolean =>
  journeys.some((journey) => townshipsOf(journey).some(({ place }) => place.id === id));

/** The page of a place: cities and counties stand on that of their pairing; null where it has none. */
export function placePage(programme: Pick<Programme, 'journeys'>, id: string, routes: Routes): string | null {
  if (isThird(programme, id)) return routes.township(id);
  const journey = programme.journeys.find(({ city, county }) => city.id === id || county.id === id);
  return journey ? routes.pairing(journey.city.id) : null;
}
