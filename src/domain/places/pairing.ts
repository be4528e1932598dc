import { z } from 'zod';
import { idOf } from '../plan/reference.ts';

const place = idOf('place');

/**
 * One pairing: a giver (often a city) helps a receiver (often a county); its places of the third level in the notice's
 * order. A giver may stand in several, a receiver too; without a third level the pairing ends at the receiver.
 */
export const pairingSchema = z.strictObject({
  city: place,
  county: place,
  townships: z.array(place).default([]),
  /** Locator of the table row in the plan that says so. */
  source: z.string().min(1),
  /** Base hue `#rrggbb` of this pairing; without it the engine takes the next of its eight hues. */
  hue: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
});

/** `content/pairings.yaml`: the pairings in the notice's order; the order numbers the stripes. */
export const pairingsSchema = z.array(pairingSchema).min(1);

export type Pairing = z.output<typeof pairingSchema>;

/** How many stripes a pairing has in the cloth: one for each place of the third level, one where there is none. */
export const stripesIn = ({ townships }: Pick<Pairing, 'townships'>): number => Math.max(1, townships.length);
