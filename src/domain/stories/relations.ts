import { byOrder } from './order.ts';
import type { Story } from './story.ts';

/** What two stories share; the strongest of it is the reason that is shown. */
export interface SharedThing {
  readonly kind: 'person' | 'place' | 'project';
  /** Name of the person, id of the place or project. */
  readonly id: string;
}

export interface Relation {
  readonly story: Story;
  readonly reason: SharedThing;
}

/** A person joins two stories more than a place, a place more than a project; the narrower a place the more. */
const WEIGHT = { person: 100, place: 10, project: 8 } as const;

/** All that a story can share with another. */
export const thingsOf = ({ people = [], places = [], projects = [] }: Story): SharedThing[] => [
  ...people.map((id) => ({ kind: 'person' as const, id })),
  ...places.map((id) => ({ kind: 'place' as const, id })),
  ...projects.map((id) => ({ kind: 'project' as const, id })),
];

export const keyOf = ({ kind, id }: SharedThing) => `${kind} ${id}`;

/**
 * The stories most closely related to one, never itself: by what they share, then in the usual order.
 * @param narrow how narrow a place is: 3 a township, 2 a county, 1 a city
 */
export function relatedTo(
  story: Story,
  all: readonly Story[],
  narrow: (place: string) => number,
  most: number,
): Relation[] {
  const weight = ({ kind, id }: SharedThing) => WEIGHT[kind] * (kind === 'place' ? narrow(id) : 1);
  const own = new Set(thingsOf(story).map(keyOf));
  return all
    .filter((other) => other.id !== story.id)
    .flatMap((other) => {
      const shared = thingsOf(other).filter((thing) => own.has(keyOf(thing)));
      const [reason] = shared.toSorted((a, b) => weight(b) - weight(a));
      return reason ? [{ story: other, reason, score: shared.reduce((sum, thing) => sum + weight(thing), 0) }] : [];
    })
    .sort((a, b) => b.score - a.score || byOrder(a.story, b.story))
    .slice(0, most)
    .map(({ story: other, reason }) => ({ story: other, reason }));
}
