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

const keyed = new WeakMap<Story, readonly { readonly thing: SharedThing; readonly key: string }[]>();

/** The same with their keys: it is asked for as often as two stories are compared. */
function keyedThings(story: Story) {
  const known = keyed.get(story) ?? thingsOf(story).map((thing) => ({ thing, key: keyOf(thing) }));
  keyed.set(story, known);
  return known;
}

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
  const weights = new Map(
    keyedThings(story).map(({ thing: { kind, id }, key }) => [key, WEIGHT[kind] * (kind === 'place' ? narrow(id) : 1)]),
  );
  /** The best so far, best first: of thousands that share something only a few are wanted. */
  const best: (Relation & { readonly score: number })[] = [];
  for (const other of all) {
    if (other.id === story.id) continue;
    let [score, strongest]: [number, number] = [0, 0];
    let reason: SharedThing | undefined;
    for (const { thing, key } of keyedThings(other)) {
      const weight = weights.get(key) ?? 0;
      score += weight;
      if (weight <= strongest) continue;
      strongest = weight;
      reason = thing;
    }
    if (!reason) continue;
    let at = best.length;
    for (; at > 0; at--) {
      const before = best[at - 1];
      if (before && (before.score - score || byOrder(other, before.story)) >= 0) break;
    }
    if (at < most) best.splice(at, 0, { story: other, reason, score });
    if (best.length > most) best.length = most;
  }
  return best.map(({ story: other, reason }) => ({ story: other, reason }));
}
