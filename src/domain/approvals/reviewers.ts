import { z } from 'zod';
import { plainName } from '../people/consent/name.ts';
import { STEPS, type Step } from './approval.ts';

const line = z
  .string()
  .regex(/\S/)
  .regex(/^[^\n]*$/);

/**
 * Who may sign which step: `reviewers.yaml` of the records, or `reviewers` in `site.yaml`. Who no longer may stays in
 * the list with the last day on which they might: what they signed until then goes on counting.
 */
export const reviewersSchema = z.array(
  z.strictObject({
    /** As it is signed: the real name. */
    name: line.min(2),
    steps: z.array(z.enum(STEPS)).min(1),
    /** First and last day on which they may sign, both included; without them always. */
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
  }),
);

export type Reviewers = z.output<typeof reviewersSchema>;

/** Everyone who may sign a step on a day, by name, in the order of the list. */
export const reviewersOf = (reviewers: Reviewers, step: Step, day: string): string[] =>
  reviewers
    .filter(({ steps, from = '', until = '9999' }) => steps.includes(step) && from <= day && day <= until)
    .map(({ name }) => name);

/** Whether somebody may sign a step on a day (`YYYY-MM-DD`, in China). */
export const maySign = (reviewers: Reviewers, name: string, step: Step, day: string): boolean =>
  reviewersOf(reviewers, step, day).some((one) => plainName(one) === plainName(name));
