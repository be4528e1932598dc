import type { OutsideFact } from './outside-fact.ts';

/** With fewer places nobody can say that a subject is told of all alike. */
const FEWEST = 4;

/**
 * The facts that tell something of their own place. A subject that is written of half of the places or more, such as how
 * many villages each has, is a register: it stands on its page, and opens none.
 */
export function tellingFacts(facts: readonly OutsideFact[]): OutsideFact[] {
  const placesOf = (some: readonly OutsideFact[]) => new Set(some.map(({ place }) => place)).size;
  const all = placesOf(facts);
  const told = Map.groupBy(facts, ({ subject }) => subject);
  const isRegister = (subject: string) => {
    const places = placesOf(told.get(subject) ?? []);
    return places >= FEWEST && places * 2 >= all;
  };
  return facts.filter(({ subject }) => !isRegister(subject));
}
