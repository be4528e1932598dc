import { z } from 'zod';
import { idOf } from '../plan/reference.ts';

const place = idOf('place');

/** One pairing: a city helps a county; its townships in the notice's order. */
export const pairingSchema = z.strictObject({
  city: place,
  county: place,
  townships: z.array(place).min(1),
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
