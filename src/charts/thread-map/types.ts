import type { Journey } from '#domain/places/journey.ts';
import type { PlaceWords } from '#domain/programme/place-words.ts';
import type { Links } from '../kit/figure.ts';
import type { Knot } from '../kit/knots.ts';

export interface ThreadMapInput {
  /** In the notice's order, at least one. */
  readonly journeys: readonly Journey[];
  /** Where the document says so, each place once. */
  readonly cited: readonly string[];
  readonly links: Links;
  readonly words: PlaceWords;
  /** File name of the figure and prefix of its ids. */
  readonly name: string;
  readonly title: string;
  /** What is tied to the threads; nothing unless told. */
  readonly knots?: readonly Knot[];
}
