import type { Amount } from '../plan/amount.ts';

/** Words of the document: the locator they stand at and the words themselves. */
export interface Quoted {
  readonly kind: 'quoted';
  readonly locator: string;
  /** Found word for word in the passage at the locator. */
  readonly quote: string;
}

/** One step of a calculation, as a reader can follow it: 80人 × 5000元 = 400000元. */
export interface Step {
  readonly expression: string;
  readonly result: string;
}

/** Worked out from other facts; every step is shown. */
export interface Derived {
  readonly kind: 'derived';
  readonly steps: readonly Step[];
  /** Ids of the facts it rests on. */
  readonly from: readonly string[];
  /** It counts what has come in: another number later is no mistake in the one before. */
  readonly grows?: true;
}

/** From outside the document, with a named source. */
export interface Outside {
  readonly kind: 'outside';
  readonly source: string;
}

/** What a unit reported of its own work: who said so, and on which day. */
export interface Reported {
  readonly kind: 'reported';
  readonly by: string;
  /** Day of the report, `YYYY-MM-DD`. */
  readonly date: string;
  /** Made up to show the format. */
  readonly sample: boolean;
}

/** What a fact is about; orders `/facts/`. */
export interface Subject {
  readonly kind: 'programme' | 'project' | 'pairing' | 'place' | 'department';
  /** Id of the thing; empty for the programme. */
  readonly id: string;
}

/** One statement with a number (or a code, or a date) that the site may print. */
export interface Fact {
  /** `<line or subject>-<what>[-<year>][-<executor>]`; also its address under `/facts/`. */
  readonly id: string;
  readonly subject: Subject;
  /** What is stated, without the value: 2019年计划资助人数. */
  readonly label: string;
  /** A number, or digits and dates that are not calculated with. */
  readonly value: number | string;
  /** Empty where there is none. */
  readonly unit: string;
  /** What the words in `value` mean where they set an amount that is no plain number: 不少于20. */
  readonly amount?: Amount;
  /** Shown with 约. */
  readonly approximate?: boolean;
  /** A whole sentence with the value in it. */
  readonly sentence: string;
  readonly basis: Quoted | Derived | Reported | Outside;
  /** Ids of facts that say otherwise and stand beside it. */
  readonly against?: readonly string[];
}

/** Facts by id. Throws where two facts claim one id: that is a mistake of the engine or an id clash in content. */
export function factIndex(facts: readonly Fact[]): Map<string, Fact> {
  const index = new Map<string, Fact>();
  for (const fact of facts) {
    if (index.has(fact.id)) throw new RangeError(`事实编号重复：${fact.id}`);
    index.set(fact.id, fact);
  }
  return index;
}
