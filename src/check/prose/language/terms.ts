import { z } from 'zod';

const word = z.string().regex(/\S/);

/** `content/terms.yaml`: words that are wrong, and what is right; staff extend it. */
export const termsSchema = z.array(
  z.strictObject({
    /** The word as it is wrongly written. */
    wrong: word,
    /** The right one. */
    right: word,
    /** Why, or where that is written. */
    why: word,
    /** Longer words in which the wrong one is right. */
    unless: z.array(word).optional(),
    /** Whether it is doubtful: then it is a warning, else an error. */
    doubtful: z.boolean().optional(),
  }),
);

export type Terms = z.output<typeof termsSchema>;
