import type { Journey, Thread } from '#domain/places/journey.ts';
import type { RibbonLayout } from '#domain/places/river-map-layout.ts';
import type { Point } from '../../kit/polyline.ts';
import type { Gap, Piece } from '../../kit/ribbon.ts';

/** One thread as a line: the centre line of its ribbon and its tail moved down by `shift`, then the fan. */
export interface WideStrand {
  readonly thread: Thread;
  /** px down from the centre line. */
  readonly shift: number;
  /** Where it runs under another ribbon, and where over one (there a little paper sets it off). */
  readonly under: readonly Gap[];
  readonly over: readonly Gap[];
  /** From the edge of the geography to the list. */
  readonly fan: readonly [Point, Point, Point, Point];
}

export interface WideRibbon {
  readonly journey: Journey;
  readonly layout: RibbonLayout;
  readonly pieces: readonly Piece[];
  /** From the county to the edge of the geography. */
  readonly tail: readonly Piece[];
  /** In the notice's order. */
  readonly strands: readonly WideStrand[];
  readonly city: Point;
  readonly county: Point;
}
