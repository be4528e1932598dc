import type { Journey } from '#domain/places/journey.ts';
import type { RiverMapWideLayout } from '#domain/places/river-map-layout.ts';
import type { RiverMapPhoneLayout } from '#domain/places/river-map-phone-layout.ts';
import type { Waters } from '#domain/places/waters.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import type { Links } from '../kit/figure.ts';
import type { Knot } from '../kit/knots.ts';

/** What both forms are drawn from. */
export interface RiverMapInput {
  /** In the notice's order; those without coordinates or without a place in the layout are listed but not drawn. */
  readonly journeys: readonly Journey[];
  /** Where the document says so, each place once. */
  readonly cited: readonly string[];
  readonly waters: Waters;
  readonly wide: RiverMapWideLayout;
  readonly phone: RiverMapPhoneLayout;
  readonly links: Links;
  readonly words: PlaceWords;
  readonly title: string;
  /** What is tied to the threads; nothing unless told. */
  readonly knots?: readonly Knot[];
  /** File name of the figure, and prefix of every id in it. */
  readonly name: string;
}
