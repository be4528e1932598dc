import { z } from 'zod';

/** How the words were seen: where they came out first, copied somewhere else, or in a work of reference. */
export const SEEN_AS = ['original', 'repost', 'encyclopedia'] as const;
export type SeenAs = (typeof SEEN_AS)[number];

/**
 * A day, a month or a year as a source gives it, `2021-11-23`, `2018-05`, `2018`; what is only known roughly begins with
 * 约 and stands as it is: 约2012—2014年.
 */
export const saidDateSchema = z
  .string()
  .regex(/^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?|约[^\n]*\d{4}[^\n]*)$/);

/** How far a statement can be relied on; what is less sure does not stand here at all. */
export const confidenceSchema = z.enum(['high', 'medium']);

/** What is written of something that others published. A title or a day that nobody saw is left out, never made up. */
export const citationShape = {
  title: z.string().min(2).optional(),
  publisher: z.string().min(2),
  /** Whose name stands beside it: for staff who look it up, on no page. */
  author: z.string().min(1).optional(),
  date: saidDateSchema.optional(),
  url: z.url().optional(),
  /** The address was found so, with http: somebody has looked. */
  http: z.literal(true).optional(),
  seen_as: z.enum(SEEN_AS),
};

/** One source that is no report of its own in `coverage/`; `note` is for staff. */
export const writtenSourceSchema = z.strictObject({ ...citationShape, note: z.string().min(1).optional() });
export type WrittenSource = z.output<typeof writtenSourceSchema>;

/** `content/outside/sources.yaml`: id → source. */
export const sourcesSchema = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), writtenSourceSchema);

/** Something that others published, as readers are told of it. */
export interface CitedSource {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string;
  readonly date: string | null;
  readonly url: string | null;
  readonly seenAs: SeenAs;
}

/** A source without what is for staff. */
export const citedSource = (id: string, source: Omit<WrittenSource, 'note'>): CitedSource => ({
  id,
  title: source.title ?? null,
  publisher: source.publisher,
  date: source.date ?? null,
  url: source.url ?? null,
  seenAs: source.seen_as,
});

/** The year that a date names first: what is sorted and grouped by. */
export const yearOfSaid = (date: string): string => /\d{4}/.exec(date)?.[0] ?? '';

/** Newest first, whatever is known of the day; what has none comes last. For `sort`. */
export function byDateSaid(a: string | null, b: string | null): number {
  const [first, second] = [a, b].map((date) => (date?.startsWith('约') ? yearOfSaid(date) : (date ?? '')));
  return first === second ? 0 : (first ?? '') < (second ?? '') ? 1 : -1;
}

/** Whether a date has not come by a day (`2026-11-25`); a month or a year has come with its first day. */
export function isToCome(date: string | null | undefined, today: string): boolean {
  const said = date?.startsWith('约') ? yearOfSaid(date) : (date ?? '');
  return said > today.slice(0, said.length);
}
