import type { Engine } from './engine.ts';
import type { Phrase } from './fold-text.ts';
import type { Folding } from './folding.ts';
import type { RelatedHit } from './found.ts';
import type { Occurrences } from './occurrences.ts';
import type { NeedleHits } from './rank.ts';
import type { Needle } from './read-query.ts';
import type { SearchNames } from './search-names.ts';

/** A page that may be offered, with what is marked in it. */
export interface Offer extends RelatedHit {
  readonly phrases: readonly Phrase[];
}

/** What was asked for, and what was found of it. */
export interface RelatedTo {
  readonly needles: readonly Needle[];
  readonly hits: readonly NeedleHits[];
  readonly engine: Engine;
  readonly names: SearchNames;
  readonly folding: Folding;
  readonly occurrences: Occurrences;
  /** Of these pages those that may be offered: none that holds the words, none without the chosen values. */
  readonly allowed: (ids: readonly string[]) => Promise<readonly string[]>;
}
