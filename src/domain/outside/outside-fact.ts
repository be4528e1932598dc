import { z } from 'zod';
import { idOf } from '../plan/reference.ts';
import { type CitedSource, confidenceSchema, saidDateSchema } from './citation.ts';

const sourceId = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** One thing that a source outside the document says of a place. */
export const writtenFactSchema = z.strictObject({
  /** What it is about, in a word or two. */
  subject: z.string().min(1).max(12),
  /** The whole of it in one sentence of our own. */
  fact: z.string().min(6).max(120),
  /** The number of the sentence and what is counted: it is held against the sentence and shown nowhere else. */
  value: z.number().optional(),
  unit: z.string().min(1).optional(),
  /** Of when it is true. */
  as_of: saidDateSchema.optional(),
  /** Something that the giving side did, before the document or after it. */
  aid: z.boolean().optional(),
  /** Projects of the document on whose pages it stands too, as background. */
  projects: z.array(idOf('project')).optional(),
  /** Ids of `sources.yaml` or of `coverage/`: the one the sentence rests on, and those that say it too. */
  source: sourceId,
  also: z.array(sourceId).optional(),
  confidence: confidenceSchema,
  /** What a reader must know to read it rightly: stands beside it. */
  caution: z.string().min(2).optional(),
  /** Words of the entry that look like somebody's name and are none: a dance, a plant. */
  nobody: z.array(z.string().min(1)).optional(),
  /** For staff: what is still to be looked up, what is left out and why. On no page. */
  note: z.string().min(2).optional(),
});
export type WrittenFact = z.output<typeof writtenFactSchema>;

/** `content/outside/<place>.yaml`: id → fact, in the order in which a page shows them; the first opens it. */
export const outsideFactsSchema = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), writtenFactSchema);

/** A fact from outside as pages get it: without what is for staff, its sources looked up. */
export interface OutsideFact {
  readonly id: string;
  /** Id of the place, or of the giving side as a whole. */
  readonly place: string;
  readonly subject: string;
  readonly fact: string;
  readonly asOf: string | null;
  readonly aid: boolean;
  readonly projects: readonly string[];
  /** The first is what the sentence rests on. */
  readonly sources: readonly CitedSource[];
  readonly caution: string | null;
}

/** The facts of one place, as pages get them; one whose source is not there (yet) is left out. */
export const outsideFactsOf = (
  place: string,
  facts: Readonly<Record<string, WrittenFact>>,
  sources: ReadonlyMap<string, CitedSource>,
): OutsideFact[] =>
  Object.entries(facts).flatMap(([id, { subject, fact, as_of: asOf, aid, projects, source, also, caution }]) =>
    sources.has(source)
      ? {
          ...{ id, place, subject, fact },
          asOf: asOf ?? null,
          aid: aid ?? false,
          projects: projects ?? [],
          sources: [source, ...(also ?? [])].flatMap((one) => sources.get(one) ?? []),
          caution: caution ?? null,
        }
      : [],
  );
