import { z } from 'zod';
import { idOf } from '../plan/reference.ts';
import { line, upTo } from '../stories/one-line.ts';

/** What a correction may be of, by the key under which it is named. */
export const CORRECTED = ['fact', 'place', 'project'] as const;
export type Corrected = (typeof CORRECTED)[number];

/** A number, or words; of a fact its unit may stand behind it. */
const value = z.union([z.number(), line]);

/** One entry of `content/corrections.yaml`, the newest on top. Those of stories stand in the stories, which are signed. */
export const correctionSchema = z.strictObject({
  /** The day on which it was put right. */
  date: z.iso.date(),
  fact: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .optional(),
  place: idOf('place').optional(),
  project: idOf('project').optional(),
  /** What stood there. */
  was: value,
  /** What stands there from that day on; left out where the fact is no longer there. */
  now: value.optional(),
  gone: z.literal(true).optional(),
  /** Why it was wrong, in a sentence for readers. */
  why: upTo(200),
  /** What shows how it is right. */
  source: line.optional(),
});
export type WrittenCorrection = z.output<typeof correctionSchema>;

/** `content/corrections.yaml`; one in which nothing stands yet is as good as none. */
export const correctionsSchema = z
  .array(correctionSchema)
  .nullable()
  .transform((list) => list ?? []);

/** Something that was put right after it was published. */
export interface Correction {
  /** Its anchor among all, which later ones do not change. */
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly of: Corrected;
  /** Id of the fact, the place or the project. */
  readonly subject: string;
  readonly was: string;
  /** null: it is no longer there. */
  readonly now: string | null;
  readonly why: string;
  readonly source: string | null;
}

/** What an entry is of; null where it names nothing, or several things. */
export function subjectOf(written: WrittenCorrection): { readonly of: Corrected; readonly id: string } | null {
  const named = CORRECTED.flatMap((of) => (written[of] === undefined ? [] : [{ of, id: written[of] }]));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** An id that none of those given has: with a number behind it where it is taken. */
function freeId(base: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/** The corrections that have come by a day, newest first. */
export function correctionsOf(written: readonly WrittenCorrection[], today: string): Correction[] {
  const taken = new Set<string>();
  // From the oldest on: a newer entry on top takes nobody's anchor.
  const oldestFirst = written
    .toReversed()
    .filter(({ date }) => date <= today)
    .toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
  return oldestFirst
    .flatMap((one): Correction[] => {
      const subject = subjectOf(one);
      if (!subject) return [];
      const id = freeId(`${one.date}-${subject.id}`, taken);
      taken.add(id);
      return [
        {
          ...{ id, date: one.date, of: subject.of, subject: subject.id },
          ...{ was: String(one.was), now: one.now === undefined ? null : String(one.now) },
          ...{ why: one.why, source: one.source ?? null },
        },
      ];
    })
    .toReversed();
}
