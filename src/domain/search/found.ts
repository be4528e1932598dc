import type { Facet } from '../stories/facets.ts';

/** What is chosen of the facets: one value each. */
export type Chosen = Readonly<Partial<Record<Facet, string>>>;

/** One page that was found, before its text is loaded. */
export interface Hit {
  readonly id: string;
  readonly inTitle: boolean;
  /** Where the words stand in it. */
  readonly at: readonly number[];
}

/** A page that is offered though it does not hold the words. */
export interface RelatedHit extends Hit {
  /** Why it is offered, for a reader: `…（今名）`, `含“助学”`. */
  readonly why: string;
}

export interface FacetCount {
  readonly value: string;
  /** How many of the exact hits have it, with the other chosen facets in force. */
  readonly count: number;
}

/** What a search found. */
export interface Found {
  /** How the query was read where it was not taken literally: `按拼音：…`. */
  readonly readAs: readonly string[];
  /** The words that count as found, for marking: lists of tokens. */
  readonly marks: readonly (readonly string[])[];
  /** In the order they are shown; all hold all parts of the query and have all chosen values. */
  readonly exact: readonly Hit[];
  /** How many of them, the last, stand folded: facts, where anything else was found. */
  readonly folded: number;
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
  /** Pages without the words, never counted. Empty where enough was found. */
  readonly related: readonly RelatedHit[];
  /** The words to mark in the related ones. */
  readonly relatedMarks: readonly (readonly string[])[];
}

/** A piece of an excerpt or of a title. */
export interface Piece {
  readonly text: string;
  readonly mark: boolean;
}

/** A hit with what is shown of it. */
export interface Shown {
  /** With the anchor of the paragraph where there is one. */
  readonly href: string;
  readonly kind: string;
  readonly title: readonly Piece[];
  readonly excerpt: readonly Piece[];
  /** Other paragraphs of a long page that hold the words: at most three. */
  readonly others: readonly { readonly href: string; readonly excerpt: readonly Piece[] }[];
  /** Cities whose stripes stand beside it. */
  readonly cities: readonly string[];
}
