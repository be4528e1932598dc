import { z } from 'zod';
import { idOf } from '../plan/reference.ts';
import {
  byDateSaid,
  type CitedSource,
  citationShape,
  citedSource,
  confidenceSchema,
  saidDateSchema,
  yearOfSaid,
} from './citation.ts';

/** `content/coverage/<id>.yaml`: a report that others published. The id is the file's name. */
export const coverageSchema = z.strictObject({
  ...citationShape,
  title: z.string().min(2),
  date: saidDateSchema,
  /** Whether it tells of the very work of the programme's organisation: such ones stand first. */
  direct: z.boolean().optional(),
  places: z.array(idOf('place')).optional(),
  projects: z.array(idOf('project')).optional(),
  /** What it is about, in one sentence of our own, without the name of a private person. */
  summary: z.string().min(6).max(120),
  /** Numbers it holds, for staff who compare: on no page. */
  numbers: z
    .array(z.strictObject({ value: z.number(), unit: z.string().min(1), what: z.string().min(1).optional() }))
    .optional(),
  confidence: confidenceSchema,
  /** What a reader must know to read it rightly. */
  caution: z.string().min(2).optional(),
  /** Words of the entry that look like somebody's name and are none: a dance, a plant. */
  nobody: z.array(z.string().min(1)).optional(),
  /** For staff; on no page. */
  note: z.string().min(2).optional(),
});
export type WrittenCoverage = z.output<typeof coverageSchema> & { readonly id: string };

/** A report of others as pages get it: without what is for staff. */
export interface Coverage extends CitedSource {
  readonly title: string;
  readonly date: string;
  readonly direct: boolean;
  /** Ids of places, or of the giving side as a whole. */
  readonly places: readonly string[];
  readonly projects: readonly string[];
  readonly summary: string;
  readonly caution: string | null;
}

/** Those on the work itself first, then the newest; of one day by id. For `sort`. */
export const byCoverage = (a: Coverage, b: Coverage): number =>
  Number(b.direct) - Number(a.direct) || byDateSaid(a.date, b.date) || (a.id < b.id ? -1 : 1);

/** A report as pages get it. */
export const coverageOf = (written: WrittenCoverage): Coverage => ({
  ...citedSource(written.id, written),
  title: written.title,
  date: written.date,
  direct: written.direct ?? false,
  places: written.places ?? [],
  projects: written.projects ?? [],
  summary: written.summary,
  caution: written.caution ?? null,
});

/** Whether something tells of a year of the document and hangs on its projects: without a word it is read as their result. */
export const needsCaution = (
  years: readonly number[],
  { date, projects = [] }: { readonly date: string | undefined; readonly projects?: readonly string[] | undefined },
): boolean => projects.length > 0 && date !== undefined && years.includes(Number(yearOfSaid(date)));
