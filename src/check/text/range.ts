/** From one offset of a block's text to another, as `slice` counts. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
