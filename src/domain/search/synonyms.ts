import { z } from 'zod';

/** Longer than this is a sentence, which nobody types. */
const LONGEST = 20;

/** `content/synonyms.yaml`: words that mean the same in search; staff extend it. */
export const synonymsSchema = z.array(
  z.strictObject({
    words: z.array(z.string().regex(/\S/).max(LONGEST)).min(2),
    /** Why one is offered for another, in a reader's words; without it 意思相同. */
    why: z.string().regex(/\S/).max(LONGEST).optional(),
  }),
);

export type Synonyms = z.output<typeof synonymsSchema>;
