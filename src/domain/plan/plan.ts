import { z } from 'zod';
import { isTargetWords } from './amount.ts';
import { periodKey, yearOrPeriod } from './period.ts';
import { idOf } from './reference.ts';

/** An address inside `/plan/`: what stands behind the `#`. */
export const locatorSchema = z.string().regex(/^[ac][a-z0-9-]*$/);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** What a paragraph is in an official document; decides how it is set, never what it says. */
export const clauseRoles = [
  'title',
  'addressee',
  'paragraph',
  'signature',
  'date',
  'section',
  'field',
  'item',
  'roster',
  'contact',
] as const;

/**
 * `content/plan/body.yaml`: the text of the notice, paragraph by paragraph, word for word. A paragraph that is withheld
 * keeps its address; its text is what is shown in its place, and none of it stands in the document.
 */
export const bodySchema = z
  .array(
    z.strictObject({
      id: locatorSchema,
      role: z.enum(clauseRoles),
      /** The number it is cited by, where its text does not begin with one in a usual form. */
      number: z.string().min(1).optional(),
      text: z.string().min(1),
      withheld: z.literal(true).optional(),
    }),
  )
  .min(1);

const statedSchema = z.strictObject({ source: locatorSchema, quote: z.string().min(1) });

/** `content/plan/document.yaml`: what is needed to cite the document. */
export const documentSchema = z.strictObject({
  title: z.string().min(1),
  /** Title of the plan that the notice hands out. */
  plan_title: z.string().min(1),
  /** How pages call it for short. */
  short: z.string().min(1),
  /** What the document calls itself: 通知, 方案, 协议; without it the last such word of its title. */
  called: z.string().min(1).optional(),
  issuer: z.string().min(1),
  author: z.string().min(1),
  /** Day of issue, `YYYY-MM-DD`. */
  date: z.iso.date(),
  /** Document number; null where the document shows none. */
  number: z.string().nullable(),
  years: z.array(z.number().int()).min(1),
  /** File names of the annexes, in order. */
  annexes: z.array(id),
  /** Counts that the document itself spells out, with its words: they are quoted, not derived by counting. */
  stated: z
    .strictObject({ cities: statedSchema, counties: statedSchema, fields: statedSchema, projects: statedSchema })
    .partial()
    .optional(),
  /** Not all of the document is here yet: nothing is said of what it holds as a whole. */
  excerpt: z.literal(true).optional(),
  /** The line printed at the very end, if there is one. */
  imprint: z.strictObject({ id: locatorSchema, text: z.string().min(1) }).optional(),
});

const noteSchema = z.strictObject({ id: locatorSchema, text: z.string().min(1) });

/** The cells of a row: who gives, who receives, and what lies below; the third only where the document has that column. */
const pairingCells = z.tuple([z.string(), z.string(), z.string().optional()]);

/** An annex that lists who is paired with whom; the third cell of a row holds the townships joined by 、. */
export const pairingTableSchema = z
  .strictObject({
    id: z.string().regex(/^a\d+$/),
    kind: z.literal('pairings'),
    label: z.string().min(1),
    title: z.string().min(1),
    columns: pairingCells,
    rows: z
      .array(
        z.strictObject({
          city: idOf('place'),
          /** Needed only where one city has several rows. */
          county: idOf('place').optional(),
          /** Who else gives in the same row. */
          with: z.array(idOf('place')).min(1).optional(),
          cells: pairingCells,
        }),
      )
      .min(1),
    notes: z.array(noteSchema).optional(),
  })
  // A row has as many cells as the table has columns.
  .superRefine(({ columns, rows }, { addIssue }) => {
    for (const [i, { cells }] of rows.entries()) {
      const base = { origin: 'array' as const, input: cells, path: ['rows', i, 'cells'], inclusive: true };
      if (cells.length < columns.length) addIssue({ ...base, code: 'too_small', minimum: columns.length });
      if (cells.length > columns.length) addIssue({ ...base, code: 'too_big', maximum: columns.length });
    }
  });

const number = z.number().nonnegative();
/** The words of a target that is no plain number: 不少于20, 20—30, 每班45学时，共90班. A plain number is written as one. */
const words = z.string().refine(isTargetWords, { abort: true });
/** A number, null where the document leaves the cell empty, or its words. */
const quantity = z.union([number, words]).nullable();
/** One cell: what stands in it, or with the departments and the month beside it. */
const cellSchema = z.union([
  number.nullable(),
  words,
  z.strictObject({ quantity, departments: z.string().nullable(), month: z.string().nullable() }),
]);

const columnSchema = z
  .strictObject({
    /** The year a column stands for; or, where it is no whole year, its `period`. */
    year: z.number().int().optional(),
    /** 2022-h1, 2022-q3, 2022-m7-8; whole: all years of the plan together. */
    period: periodKey.optional(),
    label: z.string(),
    executors_head: z.string().optional(),
    executors: z.array(z.strictObject({ id: idOf('executor'), label: z.string().min(1) })).min(1),
    departments_head: z.string().optional(),
    month_head: z.string().optional(),
  })
  .refine(({ year, period }) => (year === undefined) !== (period === undefined), yearOrPeriod);

/** An annex that sets targets: rows are task lines, columns are years and who carries the task out. */
export const targetTableSchema = z.strictObject({
  id: z.string().regex(/^a\d+$/),
  kind: z.literal('targets'),
  label: z.string().min(1),
  title: z.string().min(1),
  head: z.string().min(1),
  /** Left out where the table has no such column; then no row has a total. */
  total_head: z.string().min(1).optional(),
  years: z.array(columnSchema).min(1),
  rows: z
    .array(
      z.strictObject({
        line: idOf('line'),
        /** Left out where the table has no such column. */
        group: z.string().min(1).optional(),
        name: z.string().min(1),
        unit: z.string().min(1),
        cells: z.record(periodKey, z.record(idOf('executor'), cellSchema)),
        total: quantity.optional(),
      }),
    )
    .min(1),
  notes: z.array(noteSchema).optional(),
});

/** `content/plan/annex-<n>.yaml`. */
export const tableSchema = z.discriminatedUnion('kind', [pairingTableSchema, targetTableSchema]);

export type Clause = z.output<typeof bodySchema>[number];
export type PlanDocument = z.output<typeof documentSchema>;
export type PairingTable = z.output<typeof pairingTableSchema>;
export type TargetTable = z.output<typeof targetTableSchema>;
export type PlanTable = PairingTable | TargetTable;
