import type { Fact } from '../facts/fact.ts';

/** A fact as a data release holds it: what is compared and cited, without its sentence. */
export interface FrozenFact {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Empty where there is none. */
  readonly unit: string;
  readonly basis: Fact['basis']['kind'];
  /** The passage, the named source, or who reported it; empty for what is worked out. */
  readonly source: string;
  /** The day of the report, of a fact that was reported. */
  readonly day: string | null;
  /** Ids of the facts it was worked out from. */
  readonly from: readonly string[];
}

/** One file of a data release. */
export interface FrozenFile {
  readonly name: string;
  readonly bytes: number;
  /** 64 hex digits. */
  readonly sha256: string;
}

/** A data release as it lies in its folder. */
export interface FrozenData {
  /** The day of it and its name, `YYYY-MM-DD`. */
  readonly date: string;
  readonly files: readonly FrozenFile[];
  readonly facts: readonly FrozenFact[];
}

/** A data release as pages get it: its files, and what is other in it than in the one before. */
export interface DataRelease extends Pick<FrozenData, 'date' | 'files'> {
  /** How many facts it holds. */
  readonly count: number;
  /** In the first one: all of them. */
  readonly added: readonly FrozenFact[];
  readonly changed: readonly { readonly was: FrozenFact; readonly now: FrozenFact }[];
  readonly gone: readonly FrozenFact[];
}

/** What a value says with its unit, to be compared. */
export const saidValue = ({ value, unit }: Pick<Fact, 'value' | 'unit'>): string => `${value}${unit}`;

/** Whether the words of a correction are this value, with its unit or without. */
export const isValue = (words: string | number, { value, unit }: Pick<Fact, 'value' | 'unit'>): boolean => {
  const bare = String(words).replaceAll(/\s/g, '');
  return [String(value), saidValue({ value, unit })].some((said) => said.replaceAll(/\s/g, '') === bare);
};

/** Where a fact stands, in the words or the address of its source. */
function sourceOf(basis: Fact['basis']): string {
  if (basis.kind === 'quoted') return basis.locator;
  if (basis.kind === 'reported') return basis.by;
  return basis.kind === 'outside' ? basis.source : '';
}

/** A fact as it is frozen. */
export function frozenFact({ id, label, value, unit, basis }: Fact): FrozenFact {
  return {
    ...{ id, label, value: String(value), unit, basis: basis.kind, source: sourceOf(basis) },
    day: basis.kind === 'reported' ? basis.date : null,
    from: basis.kind === 'derived' ? basis.from : [],
  };
}

/** Each release with what it changes, the oldest first. */
export function releaseSteps(all: readonly FrozenData[]): DataRelease[] {
  const ordered = all.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return ordered.map(({ date, files, facts }, at) => {
    const before = new Map((ordered[at - 1]?.facts ?? []).map((fact) => [fact.id, fact]));
    const ids = new Set(facts.map(({ id }) => id));
    return {
      ...{ date, files, count: facts.length },
      added: facts.filter(({ id }) => !before.has(id)),
      changed: facts.flatMap((now) => {
        const was = before.get(now.id);
        return was && saidValue(was) !== saidValue(now) ? [{ was, now }] : [];
      }),
      gone: [...before.values()].filter(({ id }) => !ids.has(id)),
    };
  });
}

/** The folder of the data releases in the content, one folder a day in it. */
export const RELEASES_FOLDER = 'data-releases';
/** The files of a release that describe the others: the list of hashes, what each file holds, and the facts. */
export const CHECKSUMS = 'SHA256SUMS.txt';
export const DESCRIPTION = 'datapackage.json';
export const FACTS_FILE = 'facts.csv';
