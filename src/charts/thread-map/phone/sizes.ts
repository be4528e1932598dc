export const EDGE = 14;

/** px from the last strand of a band to the first of the next. */
export const GAP = 5;

/** Size of a city's or county's name and of its Tibetan name. */
export const STYLE = { size: 17, bo: 13 } as const;

/** An ink bar across its bands, upright at a city, level at a county. */
export interface PhoneBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
