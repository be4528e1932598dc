import { z } from 'zod';

/** The steps of the review in their order. */
export const STEPS = ['初审', '复审', '终审'] as const;
export type Step = (typeof STEPS)[number];

/** Name, without ending, of the file beside the story in which a step is written down. */
export const STEP_FILES: Readonly<Record<Step, string>> = { 初审: 'chushen', 复审: 'fushen', 终审: 'zhongshen' };

/** The step that a file of this name holds: `chushen.yaml`; null: none. */
export const stepOfFile = (name: string): Step | null =>
  STEPS.find((step) => `${STEP_FILES[step]}.yaml` === name) ?? null;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const line = z
  .string()
  .regex(/\S/)
  .regex(/^[^\n]*$/);

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/;

/** A second that calendar and clock have, in Chinese time. */
const moment = z.string().check(({ value: input, issues }) => {
  const exists = MOMENT.test(input) && z.iso.datetime({ offset: true }).safeParse(input).success;
  if (!exists) issues.push({ code: 'invalid_format', format: 'moment', input });
});

/** What an approval was given for, part by part, so that it can be said what changed since. */
export const partsSchema = z.strictObject({
  /** Digest of the body. */
  text: digest,
  /** Key of the front matter → digest of its value. */
  front: z.record(z.string(), digest),
  /** File name → digest of its bytes. */
  pictures: z.record(z.string(), digest),
  /** Id of a fact → its value as printed: 40人. */
  facts: z.record(z.string(), z.string()),
  /** Name as printed → digest of what the records say; never anything from the record itself, for this file is public. */
  consents: z.record(z.string(), digest),
});

export type Parts = z.output<typeof partsSchema>;

/** `stories/<id>/approvals/chushen.yaml`: who approved which state of the story, and when. */
export const approvalSchema = z.strictObject({
  step: z.enum(STEPS),
  /** Name of the one who answers for it. */
  by: line.min(2),
  at: moment,
  /** Digest over all else that stands here: who, when, which step, and what. */
  hash: digest,
  parts: partsSchema,
});

export type Approval = z.output<typeof approvalSchema>;

/** An approval with the file it lies in. */
export interface FoundApproval {
  /** Relative to the content folder. */
  readonly file: string;
  readonly approval: Approval;
  /** The story's file as it was signed, line ends `\n`; null where that is not there or not what was signed. */
  readonly signed: string | null;
}
