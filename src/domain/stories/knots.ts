import type { Journey, Thread } from '../places/journey.ts';
import { townshipsOf } from '../places/townships.ts';
import type { Story } from './story.ts';

/** The stories that are tied to one place of the cloth: a reader sees one knot there. */
export interface StoryKnot<S> {
  readonly journey: Journey;
  /** The thread it lies on; null: it lies on the ribbon, where the threads of the pairing are still together. */
  readonly thread: Thread | null;
  /** At least one, in the order in which they were given. */
  readonly stories: readonly S[];
}

type Placed = Pick<Story, 'places'>;

/**
 * Where the stories are tied, pairing by pairing in the order of the plan: first the threads, then the ribbon. What
 * names no place of a pairing, a story of the whole province, is tied nowhere: it belongs to no thread more than to
 * another.
 */
export function storyKnots<S extends Placed>(stories: readonly S[], journeys: readonly Journey[]): StoryKnot<S>[] {
  const tied = new Map<string, S[]>();
  for (const story of stories) {
    for (const { journey, thread } of tiesOf(story, journeys)) {
      const key = keyOf(journey, thread);
      const known = tied.get(key);
      if (known) known.push(story);
      else tied.set(key, [story]);
    }
  }
  return journeys.flatMap((journey) =>
    [...townshipsOf(journey), null].flatMap((thread) => {
      const own = tied.get(keyOf(journey, thread));
      return own ? [{ journey, thread, stories: own }] : [];
    }),
  );
}

const keyOf = ({ id }: Journey, thread: Thread | null) => `${id} ${thread?.place.id ?? ''}`;

/**
 * The threads of the townships that a story names; of a pairing of which it names none, but the county or the city, the
 * ribbon. A county with several cities, or a city with several counties, is tied only where the story says more: at the
 * pairing whose township or other end it names too.
 */
function tiesOf(
  { places = [] }: Placed,
  journeys: readonly Journey[],
): Pick<StoryKnot<Placed>, 'journey' | 'thread'>[] {
  const named = new Set(places);
  if (named.size === 0) return [];
  const threads = journeys.flatMap((journey) =>
    townshipsOf(journey).flatMap((thread) => (named.has(thread.place.id) ? { journey, thread } : [])),
  );
  const told = new Set(threads.map(({ journey }) => journey));
  const isNamed = (journey: Journey, end: End) => named.has(journey[end].id);
  const isTold = (journey: Journey, end: End) => [...told].some((other) => other[end].id === journey[end].id);
  const ribbons: Journey[] = [];
  const addRibbons = (wanted: (journey: Journey) => boolean) => {
    const more = journeys.filter((journey) => !told.has(journey) && wanted(journey));
    ribbons.push(...more);
    for (const journey of more) told.add(journey);
  };
  addRibbons((journey) => isNamed(journey, 'county') && isNamed(journey, 'city'));
  for (const end of ['county', 'city'] as const)
    addRibbons((journey) => isNamed(journey, end) && !isTold(journey, end));
  return [...threads, ...ribbons.map((journey) => ({ journey, thread: null }))];
}

type End = 'city' | 'county';
