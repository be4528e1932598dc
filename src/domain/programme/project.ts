import { z } from 'zod';
import { isTargetWords } from '../plan/amount.ts';
import { locatorSchema } from '../plan/plan.ts';
import { idOf } from '../plan/reference.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
/** Words of the plan with the place where they stand. */
const quoted = { source: locatorSchema, quote: z.string().min(1) };

/** What the text of a clause (not the annex) says of a line's quantity. */
const textTargetSchema = z.strictObject({
  quantity: z.union([z.number().nonnegative(), z.string().refine(isTargetWords, { abort: true })]),
  /** 每年, 共, or the text does not say: then it is shown beside the annex and never compared. */
  per: z.enum(['year', 'total', 'unstated']),
  ...quoted,
});

/** One task line: what is counted together, year by year. */
export const lineSchema = z.strictObject({
  id,
  title: z.string().min(1),
  short: z.string().min(1),
  /** What is counted, as part of fact ids: people, batches, money, … */
  what: id,
  /** The unit as printed after a number: 人, 批次, 万元, 个. */
  unit: z.string().min(1),
  /** Locator of the annex row that sets the targets, or of those that do; without it the line is 文件未定量. */
  row: z.union([locatorSchema, z.array(locatorSchema).min(1)]).optional(),
  /** Who is to report on an unquantified line. */
  executors: z.array(idOf('executor')).optional(),
  text_targets: z.array(textTargetSchema).optional(),
  /** What has changed since the document, or must be known to read it: from outside, each with its source. */
  notes: z.array(z.strictObject({ text: z.string().min(4), source: z.string().min(4) })).optional(),
  /** Cost of one, where the document names it; money is derived from it. */
  unit_cost: z.strictObject({ amount: z.number(), unit: z.string(), per: z.string(), ...quoted }).optional(),
});

/** `content/projects/<id>.yaml`: one project of the plan. */
export const projectSchema = z.strictObject({
  /** The number it has in the plan: 3, or as it is printed: 第三条, （三）. */
  number: z.union([z.number().int().positive(), z.string().min(1)]),
  title: z.string().min(1),
  short: z.string().min(1),
  /** What is done, in a few plain characters of ours, as a reader would say it: 写信, 来湘挂职. */
  deed: z.string().min(2).max(8).optional(),
  aliases: z.array(z.string().min(1)).optional(),
  /** Locator of the heading it stands under. */
  field: locatorSchema,
  clause: locatorSchema,
  /** Empty where the document names nobody. */
  lead: z.array(idOf('department')),
  partners: z.array(idOf('department')),
  lines: z.array(lineSchema).min(1),
  /** Other numbers of the clause: how many days, how many rooms. */
  statements: z
    .array(z.strictObject({ id, label: z.string(), value: z.number(), unit: z.string(), ...quoted }))
    .optional(),
  /** Places where text and annex use different words for the same thing; both stand. */
  wordings: z
    .array(z.strictObject({ text: z.strictObject(quoted), annex: z.strictObject(quoted), note: z.string().min(4) }))
    .optional(),
});

export type Line = z.output<typeof lineSchema> & { readonly project: string };
export type Project = Omit<z.output<typeof projectSchema>, 'lines'> & {
  readonly id: string;
  readonly lines: readonly Line[];
};
/** The rows of annexes that a line is said to have. */
export const rowsOfLine = ({ row }: Pick<Line, 'row'>): readonly string[] =>
  row === undefined ? [] : typeof row === 'string' ? [row] : row;

/** Whether the document sets a number for a line, in an annex or in its text. */
export const isQuantified = ({ row, text_targets: texts = [] }: Pick<Line, 'row' | 'text_targets'>): boolean =>
  row !== undefined || texts.some(({ per }) => per !== 'unstated');

export type TextTarget = z.output<typeof textTargetSchema>;
