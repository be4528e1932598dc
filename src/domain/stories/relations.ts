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

const keyed = new WeakMap<Story, ReadonlyMap<string, SharedThing>>();

/** The same by their keys, each once: they are asked for as often as two stories are compared. */
function keyedThings(story: Story): ReadonlyMap<string, SharedThing> {
  const known = keyed.get(story) ?? new Map(thingsOf(story).map((thing) => [keyOf(thing), thing]));
  keyed.set(story, known);
  return known;
}

/**
 * The stories most closely related to one, never itself: by what they share, then in the usual order.
 * @param narrow how narrow a place is: 3 a township, 2 a county, 1 a city
 */
export function relatedTo(
  story: Story,
  all: Iterable<Story>,
  narrow: (place: string) => number,
  most: number,
): Relation[] {
  const weights = new Map(
    [...keyedThings(story)].map(([key, { kind, id }]) => [key, WEIGHT[kind] * (kind === 'place' ? narrow(id) : 1)]),
  );
  /** The best so far, best first: of thousands that share something only a few are wanted. */
  const best: (Relation & { readonly score: number })[] = [];
  for (const other of all) {
    if (other.id === story.id) continue;
    let [score, strongest]: [number, number] = [0, 0];
    let reason: SharedThing | undefined;
    for (const [key, thing] of keyedThings(other)) {
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

/** Of more things than these a story's combinations are not looked up: it is compared with all that share something. */
const MOST_COMBINED = 8;

/** All combinations of keys, of one and more; keys in one order give the same combinations the same text. */
function combinationsOf(keys: readonly string[]): string[] {
  const all: string[] = [];
  for (const key of keys) all.push(key, ...all.map((combined) => `${combined}\n${key}`));
  return all;
}

/**
 * Whom a story is to be compared with to find its `most` related ones, itself among them: prepared once for all. Of those
 * that share the same things with it the first few in the usual order are enough, for all others come after them. So
 * each is compared with a few, however many there are and however much they share.
 */
export function kinFinder(all: readonly Story[], most: number): (story: Story) => Iterable<Story> {
  const counts = new Map<string, number>();
  for (const story of all) for (const key of keyedThings(story).keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const sharedOf = (story: Story) => [...keyedThings(story).keys()].filter((key) => (counts.get(key) ?? 0) > 1).sort();
  const first = new Map<string, Story[]>();
  /** Those that share so much that they are compared with everybody. */
  const broad: Story[] = [];
  for (const story of all.toSorted(byOrder)) {
    const shared = sharedOf(story);
    if (shared.length > MOST_COMBINED) broad.push(story);
    else
      for (const combination of combinationsOf(shared)) {
        const sharing = first.get(combination);
        if (!sharing) first.set(combination, [story]);
        // The story that asks may be one of them.
        else if (sharing.length <= most) sharing.push(story);
      }
  }
  return (story) => {
    const shared = sharedOf(story);
    if (shared.length > MOST_COMBINED) return all;
    return new Set([...broad, ...combinationsOf(shared).flatMap((combination) => first.get(combination) ?? [])]);
  };
}
