/** A name that can be asked for in other letters than its own. */
export interface SearchName {
  /** The words that are searched for in its place. */
  readonly text: string;
  /** How it is read: syllables without tones, parted by one space, `v` for ü. More than one where more are usual. */
  readonly sounds: readonly string[];
  /** Other spellings in Latin letters, as they are written. */
  readonly romanised?: readonly string[];
  /** In Tibetan script. */
  readonly tibetan?: readonly string[];
  /** In other scripts, by what they are called: 维吾尔文. */
  readonly scripts?: Readonly<Record<string, readonly string[]>>;
}

/** Names and words that mean the same: they never count as found, they stand in the related group with the reason. */
export interface SearchSame {
  /** Each with the reason for which it is offered when another of them was asked for: 曾用名, 今名, 意思相同. */
  readonly texts: readonly { readonly text: string; readonly why: string }[];
}

/** `search/names.json`: what a query is read with. */
export interface SearchNames {
  readonly names: readonly SearchName[];
  readonly same: readonly SearchSame[];
}
