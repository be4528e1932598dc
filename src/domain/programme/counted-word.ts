/** A kind of thing as sentences count it: 4 + 座 + 城市. */
export interface CountedWord {
  readonly measure: string;
  readonly noun: string;
}
