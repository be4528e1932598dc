import type { Journey, Thread } from '#domain/places/journey.ts';
import type { SlotRibbon, Strand } from '../../kit/slot-ribbons.ts';
import type { WovenPiece } from '../../kit/slot-weave.ts';
import type { RiverMapInput } from '../types.ts';

/** What the phone form is drawn from: the river map's input without the wide form's layout. */
export type RiverMapPhoneInput = Omit<RiverMapInput, 'wide'>;

/** A word of the drawing; upright words start at x and run along the baseline y. */
export interface PhoneLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface PhoneThread {
  readonly thread: Thread;
  readonly strand: Strand;
  readonly woven: readonly WovenPiece[];
  /** Centre of its column in the rank. */
  readonly column: number;
}

export interface PhoneRibbon {
  readonly journey: Journey;
  readonly ribbon: SlotRibbon;
  readonly threads: readonly PhoneThread[];
  readonly cityName: PhoneLabel;
  readonly countyName: PhoneLabel;
  readonly distance: PhoneLabel | null;
}
