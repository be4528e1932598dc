import { z } from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/);

/** `text` is the hue as text on paper, `wash` a faint ground for it, `ground` a deep one that carries white. */
const hueMode = z.strictObject({ text: colour, wash: colour, ground: colour });
/** `fill` is the stripe in the cloth, `label` the name on it, `line` the same thread as a line on paper. */
const stripeMode = z.strictObject({ fill: colour, label: colour, line: colour });

const hueSchema = z.strictObject({ light: hueMode, dark: hueMode });
const stripeSchema = z.strictObject({ light: stripeMode, dark: stripeMode });

/**
 * `content/map/cloth.yaml`: exact colours where the computed ones are not wanted. Entries stand in the order of
 * `pairings.yaml`; null, or a list that ends early, leaves those colours to the engine.
 */
export const clothFixedSchema = z.strictObject({
  /** One entry a pairing. */
  hues: z.array(hueSchema.nullable()).optional(),
  /** One entry a township, over all pairings. */
  stripes: z.array(stripeSchema.nullable()).optional(),
});

export type ClothFixed = z.output<typeof clothFixedSchema>;

/** The three colours of a pairing, in light and dark mode, as `#rrggbb`. */
export type HueColours = Readonly<z.output<typeof hueSchema>>;
/** The three colours of a township's stripe, in light and dark mode, as `#rrggbb`. */
export type StripeColours = Readonly<z.output<typeof stripeSchema>>;

/** Every colour of the cloth. Hue K and stripe N of the custom properties are `hues[K - 1]` and `stripes[N - 1]`. */
export interface Cloth {
  /** Townships in each pairing, in order; their sum is the number of stripes. */
  readonly sizes: readonly number[];
  readonly hues: readonly HueColours[];
  readonly stripes: readonly StripeColours[];
}
