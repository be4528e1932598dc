import type { Correction } from '../corrections/correction.ts';
import type { Fact } from '../facts/fact.ts';
import { type DataRelease, type FrozenFact, isValue, saidValue } from './data-release.ts';

type Valued = Pick<Fact, 'value' | 'unit'>;

/** A value that a fact had, and how it ended. */
export interface EarlierValue extends Valued {
  /** The first day on which it is known to have stood here; null where nobody knows. */
  readonly since: string | null;
  /** The day from which another stands there; null: none is known but that it changed after the newest release. */
  readonly until: string | null;
  /** The correction that ended it: its own, or that of a fact it was worked out from. null: what is known has grown. */
  readonly by: Correction | null;
}

/** Since when a fact has the value that it has, and what it was before. */
export interface FactHistory {
  /** The day from which it has this value; null where no data release and no correction tells. */
  readonly since: string | null;
  /** The newest data release in which it has the value of today; null where none has. */
  readonly release: string | null;
  /** The newest first. */
  readonly earlier: readonly EarlierValue[];
}

/** What histories are made of. */
export interface Kept {
  /** Newest first. */
  readonly corrections: readonly Correction[];
  /** Oldest first. */
  readonly dataReleases: readonly DataRelease[];
}

interface State extends Valued {
  readonly since: string | null;
  readonly by: Correction | null;
}

interface Held {
  readonly date: string;
  /** null: from then on it is not there. */
  readonly held: FrozenFact | null;
}

/** What happened to one fact on a day: it was put right, or a release holds this of it. */
type Event = { readonly date: string; readonly correction: Correction } | Held;

/** What each release holds of a fact where that is not what the one before held. */
function heldIn(id: string, releases: readonly DataRelease[]): Held[] {
  return releases.flatMap(({ date, added, changed, gone }): Held[] => {
    const held = added.find((one) => one.id === id) ?? changed.find(({ now }) => now.id === id)?.now;
    if (held) return [{ date, held }];
    return gone.some((one) => one.id === id) ? [{ date, held: null }] : [];
  });
}

/** All that happened to a fact, in order. On the day of a release, what it holds already was put right before it was made. */
function eventsOf(id: string, { corrections, dataReleases }: Kept): Event[] {
  const held = heldIn(id, dataReleases);
  const own = corrections.filter(({ of, subject }) => of === 'fact' && subject === id).toReversed();
  const after = ({ date, now }: Correction, event: Held) =>
    event.date === date ? !(event.held ? now !== null && isValue(now, event.held) : now === null) : event.date < date;
  const events: Event[] = [];
  let next = 0;
  for (const event of held) {
    for (let one = own[next]; one && !after(one, event); one = own[++next])
      events.push({ date: one.date, correction: one });
    events.push(event);
  }
  return [...events, ...own.slice(next).map((correction) => ({ date: correction.date, correction }))];
}

/** The words of a correction as a value: its unit stands behind it, or is that of the fact. */
function valuedAs(words: string, unit: string): Valued {
  const bare = words.endsWith(unit) ? words.slice(0, words.length - unit.length).trim() : words;
  return { value: bare, unit };
}

/** The newest correction, of a day up to another, of anything that a fact is worked out from. */
function correctionBehind(
  id: string,
  facts: ReadonlyMap<string, Fact>,
  corrections: readonly Correction[],
  [after, until]: readonly [string, string | null],
): Correction | null {
  const bases = new Set<string>();
  const gather = (one: string) => {
    const basis = facts.get(one)?.basis;
    for (const base of basis?.kind === 'derived' ? basis.from : []) {
      if (bases.has(base)) continue;
      bases.add(base);
      gather(base);
    }
  };
  gather(id);
  const came = ({ date }: Correction) => date >= after && (until === null || date <= until);
  return corrections.find((one) => one.of === 'fact' && bases.has(one.subject) && came(one)) ?? null;
}

const sameValue = (a: Valued, b: Valued) => saidValue(a) === saidValue(b);

/** The values that a fact had, one after the other, null while it was not there; the last is that of today. */
function statesOf(id: string, facts: ReadonlyMap<string, Fact>, record: Kept): (State | null)[] {
  const now = facts.get(id);
  const states: (State | null)[] = [];
  const unit = now?.unit ?? heldIn(id, record.dataReleases).at(-1)?.held?.unit ?? '';
  const days = record.dataReleases.map(({ date }) => date);
  const changed = (to: Valued, date: string | null): State => {
    const before = days.filter((day) => date === null || day < date).at(-1) ?? '';
    const by = correctionBehind(id, facts, record.corrections, [before, date]);
    const since = by?.date ?? date ?? (now?.basis.kind === 'reported' ? now.basis.date : null);
    return { value: to.value, unit: to.unit, since, by };
  };
  for (const event of eventsOf(id, record)) {
    const last = states.at(-1);
    if ('correction' in event) {
      const { was, now: then, date } = event.correction;
      if (!last || !isValue(was, last)) states.push({ ...valuedAs(was, unit), since: null, by: null });
      states.push(then === null ? null : { ...valuedAs(then, unit), since: date, by: event.correction });
    } else if (event.held === null) {
      if (last) states.push(null);
    } else if (last === undefined) {
      states.push({ value: event.held.value, unit: event.held.unit, since: event.date, by: null });
    } else if (last === null || !sameValue(last, event.held)) {
      states.push(changed(event.held, event.date));
    }
  }
  const last = states.at(-1);
  if (now && last && !sameValue(last, now)) states.push(changed(now, null));
  return states;
}

/** Since when a fact has its value, and what it was before; of one that is no longer there, what it was. */
export function factHistory(id: string, facts: ReadonlyMap<string, Fact>, record: Kept): FactHistory {
  const states = statesOf(id, facts, record);
  const now = facts.get(id);
  const ends = states.map((_, at) => states[at + 1]);
  const own = record.corrections.find(({ of, subject, now: then }) => of === 'fact' && subject === id && then === null);
  const earlier = states.flatMap((state, at): EarlierValue[] => {
    if (!state || (now && at === states.length - 1)) return [];
    const end = ends[at];
    const [until, by] = end ? [end.since, end.by] : [own?.date ?? null, own ?? null];
    return [{ value: state.value, unit: state.unit, since: state.since, until, by }];
  });
  let held: Valued | null = null;
  let release: string | null = null;
  const steps = heldIn(id, record.dataReleases);
  for (const { date } of record.dataReleases) {
    const step = steps.find((one) => one.date === date);
    if (step) held = step.held;
    if (now && held && sameValue(held, now)) release = date;
  }
  return { since: (now && states.at(-1)?.since) ?? null, release, earlier: earlier.toReversed() };
}

/** The correction by which each fact has come to its value of today, its own or one behind it; of those that have one. */
export function correctedFacts(facts: ReadonlyMap<string, Fact>, record: Kept): Map<string, Correction> {
  if (record.corrections.length === 0) return new Map();
  return new Map(
    [...facts.keys()].flatMap((id) => {
      const by = factHistory(id, facts, record).earlier.find((value) => value.by !== null)?.by;
      return by ? [[id, by] as const] : [];
    }),
  );
}
