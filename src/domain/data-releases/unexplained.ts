import type { Correction } from '../corrections/correction.ts';
import type { Fact } from '../facts/fact.ts';
import { type FrozenData, type FrozenFact, saidValue } from './data-release.ts';

/** A fact that is another than in the newest data release, and nothing says why. */
export interface Unexplained {
  readonly frozen: FrozenFact;
  /** null: it is no longer there. */
  readonly now: Fact | null;
  /** Ids of facts worked out from it that changed with it: they need no entry of their own. */
  readonly following: readonly string[];
}

const restsOn = (fact: Fact | undefined): readonly string[] => (fact?.basis.kind === 'derived' ? fact.basis.from : []);

/** Whether a fact has only grown: what is known of it is newer, and what stood there was no mistake. */
function hasGrown({ basis, day, source }: FrozenFact, now: Fact | undefined): boolean {
  if (!now) return false;
  if (now.basis.kind === 'reported') return basis === 'reported' && day !== null && now.basis.date > day;
  if (now.basis.kind === 'outside') return basis === 'outside' && now.basis.source !== source;
  return now.basis.kind === 'derived' && now.basis.grows === true;
}

/**
 * Facts that differ from a data release without anything that explains it. A correction of that day or later explains
 * one; so does a newer report, a newer source outside the document, and that something it is worked out from changed. A
 * fact that is new explains itself; one that is gone does not.
 */
export function unexplainedSince(
  release: Pick<FrozenData, 'date' | 'facts'>,
  facts: ReadonlyMap<string, Fact>,
  corrections: readonly Correction[],
): Unexplained[] {
  const before = new Map(release.facts.map((fact) => [fact.id, fact]));
  const corrected = new Set(
    corrections.filter(({ of, date }) => of === 'fact' && date >= release.date).map(({ subject }) => subject),
  );
  const differs = (id: string): boolean => {
    const [was, now] = [before.get(id), facts.get(id)];
    return was && now ? saidValue(was) !== saidValue(now) : was !== now;
  };
  const basesOf = (id: string) => [...new Set([...restsOn(facts.get(id)), ...(before.get(id)?.from ?? [])])];
  const known = new Map<string, boolean>();
  /** Whether it, or anything it is worked out from, is another now. */
  const moved = (id: string): boolean => {
    const told = known.get(id);
    if (told !== undefined) return told;
    known.set(id, false);
    const found = differs(id) || basesOf(id).some(moved);
    known.set(id, found);
    return found;
  };
  const rests = (id: string, on: string): boolean => basesOf(id).some((base) => base === on || rests(base, on));
  const all = release.facts.filter(({ id }) => differs(id));
  const own = all.filter(
    (was) => !corrected.has(was.id) && !hasGrown(was, facts.get(was.id)) && !basesOf(was.id).some(moved),
  );
  return own.map((frozen) => ({
    frozen,
    now: facts.get(frozen.id) ?? null,
    following: all.filter(({ id }) => rests(id, frozen.id)).map(({ id }) => id),
  }));
}
